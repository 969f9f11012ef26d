import assert from "node:assert/strict";
import { test } from "node:test";
import { AIMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { apiKey, baseURL, lines, model, reply } from "./server.mjs";

const chat = options => new ChatOpenAI({ model, apiKey, maxRetries: 0, configuration: { baseURL }, ...options });
const messages = [new HumanMessage(lines[0]), new AIMessage("In what way?"), new HumanMessage({ content: [{ type: "text", text: lines[1] }] })];

test("an answer", async () => {
  const answer = await chat().invoke(messages);
  assert.ok(AIMessage.isInstance(answer));
  assert.equal(answer.text, await reply(...lines));
  assert.equal(answer.response_metadata.finish_reason, "stop");
  assert.equal(answer.usage_metadata.total_tokens, answer.usage_metadata.input_tokens + answer.usage_metadata.output_tokens);
});

test("a system message is heard before the line that follows", async () => {
  const answer = await chat().invoke([new SystemMessage("I am sad."), new HumanMessage(lines[0])]);
  assert.equal(answer.text, await reply(`I am sad. ${lines[0]}`));
});

test("a streamed answer with usage", async () => {
  let whole;
  for await (const chunk of await chat().stream(messages)) whole = whole ? whole.concat(chunk) : chunk;
  assert.equal(whole.text, await reply(...lines));
  assert.ok(whole.usage_metadata.output_tokens > 0);
});

test("the Responses API, whole and streamed", async () => {
  const responses = chat({ useResponsesApi: true });
  assert.equal((await responses.invoke([new HumanMessage(lines[0])])).text, await reply(lines[0]));
  let text = "";
  for await (const chunk of await responses.stream([new HumanMessage(lines[0])])) text += chunk.text;
  assert.equal(text, await reply(lines[0]));
});

test("errors have the status and the code", async () => {
  await assert.rejects(chat({ model: "gpt-4o" }).invoke(messages), error => error.status === 404 && error.code === "model_not_found");
  await assert.rejects(chat({ temperature: 3 }).invoke(messages), error => error.status === 400 && error.param === "temperature");
});
