import assert from "node:assert/strict";
import { test } from "node:test";
import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { APICallError, generateText, streamText } from "ai";
import { arn, assertReply, conversations, credentials, key, lockedServer, region, statuses } from "./bedrock.mjs";
import { lines, root } from "./server.mjs";

const server = await lockedServer();
const bedrock = (apiKey, baseURL = server.root) => createAmazonBedrock({ region, baseURL, apiKey });
const messagesOf = said => said.flatMap((content, i) => [...(i ? [{ role: "assistant", content: "Go on." }] : []), { role: "user", content }]);

for (const [name, said] of Object.entries(conversations)) {
  test(`${name}, whole and streamed`, async () => {
    const call = { model: bedrock(key)("doctor"), messages: messagesOf(said), maxRetries: 0 };
    const { text, finishReason, usage } = await generateText(call);
    await assertReply(text, said);
    assert.equal(finishReason, "stop");
    assert.ok(usage.outputTokens > 0);

    const result = streamText({ ...call, onError: ({ error }) => { throw error; } });
    let streamed = "";
    for await (const piece of result.textStream) streamed += piece;
    assert.equal(streamed, text);
    assert.equal(await result.finishReason, "stop");
    assert.equal((await result.usage).outputTokens, usage.outputTokens);
  });
}

test("an ARN, a system prompt, and a reply that is cut", async () => {
  const call = { model: bedrock(key)(arn), prompt: lines[0], maxRetries: 0 };
  await assertReply((await generateText({ ...call, system: "I am sad." })).text, [`I am sad. ${lines[0]}`]);
  assert.equal((await generateText({ ...call, maxOutputTokens: 1 })).finishReason, "length");
});

test("errors have their status and message, and are not tried again", async () => {
  const failing = (model, status, start, more = {}) => async () => assert.rejects(generateText({ model, prompt: lines[0], ...more }), error => {
    assert.ok(APICallError.isInstance(error), `${error}`);
    assert.equal(error.statusCode, status);
    assert.ok(error.message.includes(start), error.message);
    return true;
  });
  assert.deepEqual(await statuses(server, failing(bedrock(key)("claude"), 404, "The model does not exist")), [404]);
  assert.deepEqual(await statuses(server, failing(bedrock("wrong")("doctor"), 403, "Incorrect API key")), [403]);
  const signing = createAmazonBedrock({ region, baseURL: server.root, ...credentials });
  assert.deepEqual(await statuses(server, failing(signing("doctor"), 403, "AWS_BEARER_TOKEN_BEDROCK")), [403]);
  const guarded = { providerOptions: { bedrock: { guardrailConfig: { guardrailIdentifier: "gr-1", guardrailVersion: "1" } } } };
  assert.deepEqual(await statuses(server, failing(bedrock(key)("doctor"), 400, "ELIZA applies no guardrails", guarded)), [400]);
});

test("where no key is required a signature is accepted", async () => {
  const signing = createAmazonBedrock({ region, baseURL: root, ...credentials });
  await assertReply((await generateText({ model: signing("doctor"), prompt: lines[0], maxRetries: 0 })).text, [lines[0]]);
});
