import assert from "node:assert/strict";
import { test } from "node:test";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, generateObject, generateText, streamText } from "ai";
import { z } from "zod";
import { apiKey, baseURL, lines, model, reply } from "./server.mjs";

const provider = createOpenAICompatible({ name: "eliza", baseURL, apiKey, includeUsage: true });
const messages = [
  { role: "user", content: lines[0] },
  { role: "assistant", content: "In what way?" },
  { role: "user", content: [{ type: "text", text: lines[1] }] },
];

test("text", async () => {
  const { text, finishReason, usage } = await generateText({ model: provider(model), messages, maxRetries: 0 });
  assert.equal(text, await reply(...lines));
  assert.equal(finishReason, "stop");
  assert.ok(usage.outputTokens > 0);
});

test("streamed text", async () => {
  const result = streamText({ model: provider(model), messages, maxRetries: 0, onError: () => {} });
  let text = "";
  for await (const piece of result.textStream) text += piece;
  assert.equal(text, await reply(...lines));
  assert.equal(await result.finishReason, "stop");
  assert.ok((await result.usage).outputTokens > 0);
});

test("a reply that is cut says so", async () => {
  const { finishReason } = await generateText({ model: provider(model), messages, maxOutputTokens: 1, maxRetries: 0 });
  assert.equal(finishReason, "length");
});

test("the legacy completion model", async () => {
  const { text } = await generateText({ model: provider.completionModel(model), prompt: lines[0], maxRetries: 0 });
  assert.ok(text.length > 0);
});

test("an unknown model is an error with its message", async () => {
  await assert.rejects(generateText({ model: provider("gpt-4o"), messages, maxRetries: 0 }), error =>
    APICallError.isInstance(error) && error.statusCode === 404 && error.message.startsWith("The model does not exist"));
});

test("a wish for an object is refused, not answered in prose", async () => {
  const strict = createOpenAICompatible({ name: "eliza", baseURL, apiKey, supportsStructuredOutputs: true });
  await assert.rejects(generateObject({ model: strict(model), schema: z.object({ mood: z.string() }), prompt: lines[0], maxRetries: 0 }), error =>
    APICallError.isInstance(error) && error.statusCode === 400);
});
