// Requests that ELIZA refuses, and answers that clients once misunderstood, each as the clients report it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { HumanMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { APICallError, embed, generateText, streamText, tool } from "ai";
import OpenAI from "openai";
import { z } from "zod";
import { startServer } from "./own-server.mjs";
import { lines, model } from "./server.mjs";

const apiKey = "sk-refusals-0123456789abcdef";
const messages = lines.map(content => ({ role: "user", content }));
const tooLong = [{ role: "user", content: "word ".repeat(5000) }];
const weather = { name: "weather", description: "The weather.", parameters: { type: "object", properties: {} } };

let server;
let client;

before(async () => {
  server = await startServer({ REQUIRE_API_KEY: "true", API_KEY: apiKey });
  client = openai(apiKey);
});

after(() => server?.stop());

const openai = key => new OpenAI({ baseURL: server.baseURL, apiKey: key, maxRetries: 0 });
const vercel = (key = apiKey, name = model) => createOpenAICompatible({ name: "eliza", baseURL: server.baseURL, apiKey: key })(name);
const langchain = options => new ChatOpenAI({ model, apiKey, maxRetries: 0, configuration: { baseURL: server.baseURL }, ...options });

/** Asserts that OpenAI's client throws an error of this class, code and parameter. */
const refused = (asked, kind, code, param) =>
  assert.rejects(asked, error => {
    assert.ok(error instanceof kind, `${error}`);
    assert.deepEqual([error.code, error.param], [code, param]);
    return true;
  });

/** The same for the AI SDK. */
const refusedByVercel = (asked, status, code, param) =>
  assert.rejects(asked, error => {
    assert.ok(APICallError.isInstance(error), `${error}`);
    const told = JSON.parse(error.responseBody).error;
    assert.deepEqual([error.statusCode, told.code, told.param, error.isRetryable], [status, code, param, false]);
    return true;
  });

/** What a client has that reads a stream until the first choice is finished, as LiteLLM does, and what comes after that. */
async function readUntilFinish(stream, textOf) {
  const texts = [];
  const after = [];
  let finished = false;
  for await (const { choices: [choice] } of stream) {
    if (finished) after.push(choice);
    else texts[choice.index] = (texts[choice.index] ?? "") + textOf(choice);
    finished ||= choice.finish_reason !== null;
  }
  return { texts, after };
}

test("a stream of several choices has all texts before the first finish", async () => {
  const whole = await client.chat.completions.create({ model, messages, n: 3 });
  const { texts, after } = await readUntilFinish(await client.chat.completions.create({ model, messages, n: 3, stream: true }), ({ delta }) => delta.content ?? "");
  assert.deepEqual(texts, whole.choices.map(choice => choice.message.content));
  assert.deepEqual(after.map(({ index, delta, finish_reason }) => [index, delta, finish_reason]), [[1, {}, "stop"], [2, {}, "stop"]]);
});

test("so has a stream of several legacy completions, also of several prompts", async () => {
  const asked = { model, prompt: lines, n: 2 };
  const whole = await client.completions.create(asked);
  const { texts, after } = await readUntilFinish(await client.completions.create({ ...asked, stream: true }), ({ text }) => text);
  assert.deepEqual(texts, whole.choices.map(choice => choice.text));
  assert.deepEqual(after.map(({ index, text, finish_reason }) => [index, text, finish_reason]), [[1, "", "stop"], [2, "", "stop"], [3, "", "stop"]]);
});

test("a call of a tool that is required, or named, is refused", async () => {
  const tools = [{ type: "function", function: weather }];
  for (const tool_choice of ["required", { type: "function", function: { name: "weather" } }])
    for (const stream of [false, true])
      await refused(client.chat.completions.create({ model, messages, tools, tool_choice, stream }), OpenAI.BadRequestError, "unsupported_value", "tool_choice");
  for (const tool_choice of ["required", { type: "function", name: "weather" }])
    await refused(client.responses.create({ model, input: "a", tools: [{ type: "function", ...weather }], tool_choice }), OpenAI.BadRequestError, "unsupported_value", "tool_choice");

  const ofVercel = { weather: tool({ description: "The weather.", inputSchema: z.object({}) }) };
  for (const toolChoice of ["required", { type: "tool", toolName: "weather" }])
    await refusedByVercel(generateText({ model: vercel(), messages, tools: ofVercel, toolChoice, maxRetries: 0 }), 400, "unsupported_value", "tool_choice");

  for (const tool_choice of ["any", "weather"])
    await refused(langchain().bindTools([{ type: "function", function: weather }], { tool_choice }).invoke(lines[0]), OpenAI.BadRequestError, "unsupported_value", "tool_choice");
});

test("tools that may be called, and are not, are no reason to refuse", async () => {
  const { choices } = await client.chat.completions.create({ model, messages, tools: [{ type: "function", function: weather }], tool_choice: "auto" });
  assert.equal(choices[0].finish_reason, "stop");
  const { text } = await generateText({ model: vercel(), messages, tools: { weather: tool({ inputSchema: z.object({}) }) }, maxRetries: 0 });
  assert.equal(text, choices[0].message.content);
});

test("a part of a message of an unknown type, or of none, is refused", async () => {
  const ask = (...parts) => client.chat.completions.create({ model, messages: [{ role: "user", content: [{ type: "text", text: "a" }, ...parts] }] });
  await refused(ask({ type: "hologram", hologram: {} }), OpenAI.BadRequestError, "unsupported_value", "messages[0].content[1].type");
  await refused(ask({ text: "a" }), OpenAI.BadRequestError, "missing_required_parameter", "messages[0].content[1].type");
  const langchainMessage = new HumanMessage({ content: [{ type: "hologram", hologram: {} }] });
  await refused(langchain().invoke([langchainMessage]), OpenAI.BadRequestError, "unsupported_value", "messages[0].content[0].type");
});

test("a line that is too long is what libraries know as a context that is exceeded", async () => {
  for (const stream of [false, true])
    await refused(client.chat.completions.create({ model, messages: tooLong, stream }), OpenAI.BadRequestError, "context_length_exceeded", "messages[0].content");
  await refused(client.responses.create({ model, input: tooLong[0].content }), OpenAI.BadRequestError, "context_length_exceeded", "input");
  await refused(client.completions.create({ model, prompt: tooLong[0].content }), OpenAI.BadRequestError, "context_length_exceeded", "prompt");
  await refusedByVercel(generateText({ model: vercel(), messages: tooLong, maxRetries: 0 }), 400, "context_length_exceeded", "messages[0].content");
  await assert.rejects(langchain().invoke(tooLong[0].content), { name: "ContextOverflowError" });
});

test("an unknown model and a wrong key are told before a stream begins, too", async () => {
  for (const stream of [false, true]) {
    await refused(client.chat.completions.create({ model: "gpt-4o", messages, stream }), OpenAI.NotFoundError, "model_not_found", "model");
    await refused(openai("sk-wrong").chat.completions.create({ model, messages, stream }), OpenAI.AuthenticationError, "invalid_api_key", null);
  }
  await refusedByVercel(generateText({ model: vercel(apiKey, "gpt-4o"), messages, maxRetries: 0 }), 404, "model_not_found", "model");
  await refusedByVercel(generateText({ model: vercel("sk-wrong"), messages, maxRetries: 0 }), 401, "invalid_api_key", null);
  let streamed;
  for await (const part of streamText({ model: vercel("sk-wrong"), messages, maxRetries: 0, onError: () => {} }).fullStream) if (part.type === "error") streamed = part.error;
  await refusedByVercel(Promise.reject(streamed), 401, "invalid_api_key", null);
});

test("what OpenAI serves and ELIZA does not is refused, whatever the method of the client", async () => {
  const file = new File(["a"], "a.wav");
  for (const ask of [
    () => client.embeddings.create({ model, input: "a" }), () => client.images.generate({ prompt: "a" }),
    () => client.audio.speech.create({ model, voice: "a", input: "a" }), () => client.audio.transcriptions.create({ model, file }),
    () => client.moderations.create({ input: "a" }), () => client.files.list(), () => client.files.create({ file, purpose: "batch" }),
    () => client.batches.list(), () => client.fineTuning.jobs.list(), () => client.vectorStores.list(), () => client.beta.assistants.list(),
    () => client.beta.threads.create(), () => client.uploads.cancel("a"), () => client.conversations.create(),
    () => client.responses.retrieve("resp_1"), () => client.chat.completions.retrieve("chatcmpl-1"),
  ])
    await refused(ask(), OpenAI.BadRequestError, "unsupported_endpoint", null);
  const embeddings = createOpenAICompatible({ name: "eliza", baseURL: server.baseURL, apiKey }).textEmbeddingModel(model);
  await refusedByVercel(embed({ model: embeddings, value: "a", maxRetries: 0 }), 400, "unsupported_endpoint", null);
});

test("no path that OpenAI's client knows is one that nobody serves", async () => {
  const folder = fileURLToPath(new URL("node_modules/openai/resources/", import.meta.url));
  const paths = new Set();
  for (const name of readdirSync(folder, { recursive: true }).filter(name => name.endsWith(".mjs")))
    for (const [, path] of readFileSync(folder + name, "utf8").matchAll(/this\._client\.\w+\(\s*(?:path)?[`'"](\/[^`'"]+)/g)) paths.add(path.replace(/\$\{[^}]*\}/g, "x"));
  assert.ok(paths.size > 60, `${paths.size}`);
  const unknown = [];
  for (const path of paths) {
    const response = await fetch(server.baseURL + path, { method: "POST", headers: { authorization: `Bearer ${apiKey}` } });
    const { error } = await response.json();
    if (error.code === "unknown_url") unknown.push(path);
  }
  assert.deepEqual(unknown, []);
});

test("a path that nobody serves is not found", () =>
  refused(client.post("/nothing", { body: {} }), OpenAI.NotFoundError, "unknown_url", null));
