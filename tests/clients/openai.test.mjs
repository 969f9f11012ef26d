import assert from "node:assert/strict";
import { test } from "node:test";
import OpenAI from "openai";
import { apiKey, baseURL, lines, model, reply } from "./server.mjs";

const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const messages = [
  { role: "user", content: lines[0] },
  { role: "assistant", content: "In what way?", refusal: null },
  { role: "user", content: [{ type: "text", text: lines[1] }] },
];

test("a completion", async () => {
  const completion = await client.chat.completions.create({ model, messages });
  const [choice] = completion.choices;
  assert.equal(choice.message.content, await reply(...lines));
  assert.equal(choice.message.role, "assistant");
  assert.equal(choice.finish_reason, "stop");
  assert.equal(completion.model, model);
  assert.equal(completion.usage.total_tokens, completion.usage.prompt_tokens + completion.usage.completion_tokens);
  assert.ok(completion._request_id);
});

test("three choices", async () => {
  const { choices } = await client.chat.completions.create({ model, messages, n: 3 });
  assert.deepEqual(choices.map(choice => choice.index), [0, 1, 2]);
});

test("a stream, chunk by chunk", async () => {
  let text = "";
  let usage;
  const ids = new Set();
  for await (const chunk of await client.chat.completions.create({ model, messages, stream: true, stream_options: { include_usage: true } })) {
    ids.add(chunk.id);
    text += chunk.choices[0]?.delta.content ?? "";
    usage = chunk.usage ?? usage;
  }
  assert.equal(text, await reply(...lines));
  assert.equal(ids.size, 1);
  assert.ok(usage.total_tokens > 0);
});

test("a stream through the helper, put together again", async () => {
  const completion = await client.chat.completions.stream({ model, messages, n: 2 }).finalChatCompletion();
  assert.equal(completion.choices[0].message.content, await reply(...lines));
  assert.equal(completion.choices[1].finish_reason, "stop");
});

test("a response", async () => {
  const response = await client.responses.create({ model, input: lines[0], metadata: { ticket: "7" } });
  assert.equal(response.output_text, await reply(lines[0]));
  assert.equal(response.status, "completed");
  assert.deepEqual(response.metadata, { ticket: "7" });
});

test("a response to a list of items, cut", async () => {
  const input = [{ role: "user", content: [{ type: "input_text", text: lines[0] }] }];
  const response = await client.responses.create({ model, input, max_output_tokens: 1 });
  assert.equal(response.status, "incomplete");
  assert.equal(response.incomplete_details.reason, "max_output_tokens");
});

test("a streamed response, event by event", async () => {
  const types = [];
  let text = "";
  for await (const event of await client.responses.create({ model, input: lines[0], stream: true })) {
    types.push(event.type);
    if (event.type === "response.output_text.delta") text += event.delta;
  }
  assert.equal(text, await reply(lines[0]));
  assert.equal(types[0], "response.created");
  assert.equal(types.at(-1), "response.completed");
});

test("a streamed response through the helper", async () => {
  const response = await client.responses.stream({ model, input: lines[0] }).finalResponse();
  assert.equal(response.output_text, await reply(lines[0]));
});

test("a legacy completion, whole and streamed", async () => {
  const whole = await client.completions.create({ model, prompt: lines[0] });
  assert.equal(whole.choices[0].text, await reply(lines[0]));
  let text = "";
  for await (const chunk of await client.completions.create({ model, prompt: lines[0], stream: true })) text += chunk.choices[0].text;
  assert.equal(text, whole.choices[0].text);
});

test("the models", async () => {
  const ids = [];
  for await (const { id } of client.models.list()) ids.push(id);
  assert.ok(ids.includes(model));
  assert.equal((await client.models.retrieve(model)).id, model);
});

test("errors have the class, status, code and param that the library promises", async () => {
  await assert.rejects(client.chat.completions.create({ model: "gpt-4o", messages }), error =>
    error instanceof OpenAI.NotFoundError && error.code === "model_not_found" && error.param === "model" && error.requestID?.length > 0);
  await assert.rejects(client.chat.completions.create({ model, messages: [] }), error =>
    error instanceof OpenAI.BadRequestError && error.param === "messages");
  await assert.rejects(client.chat.completions.create({ model, messages, temperature: 3, stream: true }), error =>
    error instanceof OpenAI.BadRequestError && error.param === "temperature");
  await assert.rejects(client.chat.completions.create({ model, messages, response_format: { type: "json_object" } }), error =>
    error instanceof OpenAI.BadRequestError && error.param === "response_format");
  await assert.rejects(client.responses.create({ model, input: "x", previous_response_id: "resp_1" }), error =>
    error instanceof OpenAI.BadRequestError && error.param === "previous_response_id");
});
