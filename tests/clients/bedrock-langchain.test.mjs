import assert from "node:assert/strict";
import { test } from "node:test";
import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { ChatBedrockConverse } from "@langchain/aws";
import { AIMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { assertReply, conversations, credentials, key, lockedServer, region, statuses } from "./bedrock.mjs";
import { lines } from "./server.mjs";

const server = await lockedServer("--h2c-port", "0");
const chat = (options = {}, token = key) => new ChatBedrockConverse({
  model: "doctor", region, ...options,
  client: new BedrockRuntimeClient({ region, endpoint: server.h2cURL, token: { token }, authSchemePreference: ["httpBearerAuth"] }),
});
const messagesOf = said => said.flatMap((text, i) => [...(i ? [new AIMessage("Go on.")] : []), new HumanMessage(text)]);

for (const [name, said] of Object.entries(conversations)) {
  test(`${name}, whole and streamed`, async () => {
    const answer = await chat().invoke(messagesOf(said));
    assert.ok(AIMessage.isInstance(answer));
    await assertReply(answer.text, said);
    assert.equal(answer.usage_metadata.total_tokens, answer.usage_metadata.input_tokens + answer.usage_metadata.output_tokens);

    let whole;
    for await (const chunk of await chat().stream(messagesOf(said))) whole = whole ? whole.concat(chunk) : chunk;
    assert.equal(whole.text, answer.text);
    assert.equal(whole.usage_metadata.output_tokens, answer.usage_metadata.output_tokens);
  });
}

test("a system message is heard before the line that follows", async () => {
  await assertReply((await chat().invoke([new SystemMessage("I am sad."), new HumanMessage(lines[0])])).text, [`I am sad. ${lines[0]}`]);
});

test("errors have their names, and are not tried again", async () => {
  const failing = (model, name) => () => assert.rejects(model.invoke(messagesOf(lines)), error => error.name === name);
  assert.deepEqual(await statuses(server, failing(chat({ model: "claude" }), "ResourceNotFoundException")), [404]);
  assert.deepEqual(await statuses(server, failing(chat({ temperature: 3 }), "ValidationException")), [400]);
  assert.deepEqual(await statuses(server, failing(chat({}, "wrong"), "AccessDeniedException")), [403]);
  const signing = new ChatBedrockConverse({ model: "doctor", region, client: new BedrockRuntimeClient({ region, endpoint: server.h2cURL, credentials }) });
  assert.deepEqual(await statuses(server, failing(signing, "AccessDeniedException")), [403]);
});
