import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AccessDeniedException, BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand, CountTokensCommand, InvokeModelCommand,
  InvokeModelWithResponseStreamCommand, ResourceNotFoundException, ValidationException,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { arn, assertReply, conversations, credentials, key, lockedServer, messagesOf, region, statuses } from "./bedrock.mjs";
import { lines, root } from "./server.mjs";

const server = await lockedServer("--h2c-port", "0");
const bearer = token => ({ region, token: { token }, authSchemePreference: ["httpBearerAuth"] });
const clients = {
  "HTTP/1.1": new BedrockRuntimeClient({ ...bearer(key), endpoint: server.root, requestHandler: new NodeHttpHandler() }),
  // The default: without TLS this client speaks only HTTP/2.
  "HTTP/2": new BedrockRuntimeClient({ ...bearer(key), endpoint: server.h2cURL }),
};

for (const [protocol, client] of Object.entries(clients)) {
  for (const [name, said] of Object.entries(conversations)) {
    test(`${protocol}: ${name}, whole and streamed`, async () => {
      const input = { modelId: "doctor", messages: messagesOf(said) };
      const whole = await client.send(new ConverseCommand(input));
      await assertReply(whole.output.message.content[0].text, said);
      assert.equal(whole.output.message.role, "assistant");
      assert.equal(whole.stopReason, "end_turn");
      assert.equal(whole.usage.totalTokens, whole.usage.inputTokens + whole.usage.outputTokens);
      assert.equal(typeof whole.metrics.latencyMs, "number");
      assert.ok(whole.$metadata.requestId);

      const events = [];
      for await (const event of (await client.send(new ConverseStreamCommand(input))).stream) events.push(event);
      assert.equal(events.map(event => event.contentBlockDelta?.delta.text ?? "").join(""), whole.output.message.content[0].text);
      assert.deepEqual(events[0], { messageStart: { role: "assistant" } });
      assert.equal(events.at(-2).messageStop.stopReason, "end_turn");
      assert.deepEqual(events.at(-1).metadata.usage, whole.usage);
    });
  }

  test(`${protocol}: an ARN, a system prompt and what ends a reply`, async () => {
    const input = { modelId: arn, messages: messagesOf([lines[0]]) };
    await assertReply((await client.send(new ConverseCommand({ ...input, system: [{ text: "I am sad." }] }))).output.message.content[0].text, [`I am sad. ${lines[0]}`]);
    assert.equal((await client.send(new ConverseCommand({ ...input, inferenceConfig: { maxTokens: 1 } }))).stopReason, "max_tokens");
    assert.equal((await client.send(new ConverseCommand({ ...input, inferenceConfig: { stopSequences: ["way"] } }))).stopReason, "stop_sequence");
  });

  test(`${protocol}: InvokeModel, whole and streamed, and CountTokens`, async () => {
    const chat = { messages: lines.map(content => ({ role: "user", content })) };
    const input = { modelId: "doctor", body: JSON.stringify(chat) };
    const answer = await client.send(new InvokeModelCommand(input));
    assert.equal(answer.contentType, "application/json");
    await assertReply(JSON.parse(answer.body.transformToString()).choices[0].message.content, lines);

    const stream = await client.send(new InvokeModelWithResponseStreamCommand(input));
    assert.equal(stream.contentType, "application/json");
    let text = "";
    for await (const { chunk } of stream.body) text += JSON.parse(Buffer.from(chunk.bytes).toString()).choices[0].delta.content ?? "";
    await assertReply(text, lines);

    const words = lines.join(" ").split(" ").length;
    for (const counted of [{ converse: { messages: messagesOf(lines) } }, { invokeModel: { body: Buffer.from(input.body) } }])
      assert.equal((await client.send(new CountTokensCommand({ modelId: "doctor", input: counted }))).inputTokens, words);
  });

  test(`${protocol}: errors have the class that the client promises, and are not tried again`, async () => {
    const input = { modelId: "doctor", messages: messagesOf(lines) };
    const failing = async (sent, type) => {
      for (const command of [ConverseCommand, ConverseStreamCommand])
        assert.deepEqual(await statuses(server, () => assert.rejects(client.send(new command({ ...input, ...sent })), error => {
          assert.ok(error instanceof type, error.name);
          assert.ok(error.message.length > 10);
          assert.equal(error.$metadata.attempts, 1);
          return true;
        })), [type === ResourceNotFoundException ? 404 : 400]);
    };
    await failing({ modelId: "anthropic.claude-v2" }, ResourceNotFoundException);
    await failing({ inferenceConfig: { temperature: 2 } }, ValidationException);
    await failing({ guardrailConfig: { guardrailIdentifier: "gr-1", guardrailVersion: "1" } }, ValidationException);
    await failing({ messages: messagesOf(["word ".repeat(5000)]) }, ValidationException);
  });
}

test("a wrong key, and a signature where a key is required, are refused at once", async () => {
  const input = { modelId: "doctor", messages: messagesOf(lines) };
  const requestHandler = new NodeHttpHandler();
  const wrong = new BedrockRuntimeClient({ ...bearer("wrong"), endpoint: server.root, requestHandler });
  const signing = new BedrockRuntimeClient({ region, credentials, endpoint: server.root, requestHandler });
  assert.deepEqual(await statuses(server, () => assert.rejects(wrong.send(new ConverseCommand(input)), error =>
    error instanceof AccessDeniedException && error.message.startsWith("Incorrect API key"))), [403]);
  assert.deepEqual(await statuses(server, () => assert.rejects(signing.send(new ConverseStreamCommand(input)), error =>
    error instanceof AccessDeniedException && error.message.includes("AWS_BEARER_TOKEN_BEDROCK"))), [403]);
});

test("where no key is required a signature is accepted, and so is any key", async () => {
  const requestHandler = new NodeHttpHandler();
  for (const auth of [{ region, credentials }, bearer("any")]) {
    const client = new BedrockRuntimeClient({ ...auth, endpoint: root, requestHandler });
    await assertReply((await client.send(new ConverseCommand({ modelId: arn, messages: messagesOf(lines) }))).output.message.content[0].text, lines);
  }
});

test("the key may stand in AWS_BEARER_TOKEN_BEDROCK", async () => {
  process.env.AWS_BEARER_TOKEN_BEDROCK = key;
  try {
    const client = new BedrockRuntimeClient({ region, endpoint: server.root, requestHandler: new NodeHttpHandler() });
    await assertReply((await client.send(new ConverseCommand({ modelId: "doctor", messages: messagesOf(lines) }))).output.message.content[0].text, lines);
  } finally {
    delete process.env.AWS_BEARER_TOKEN_BEDROCK;
  }
});
