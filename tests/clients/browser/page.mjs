// Runs in the page: real clients, called like in an application. Their results become plain objects.
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { embed, generateText, streamText } from "ai";
import OpenAI from "openai";

const openai = ({ baseURL, apiKey, headers }) => new OpenAI({ baseURL, apiKey, defaultHeaders: headers, maxRetries: 0, dangerouslyAllowBrowser: true });

const vercel = ({ baseURL, apiKey, headers }) => createOpenAICompatible({ name: "eliza", baseURL, apiKey, headers, includeUsage: true });

const callers = {
  async openaiWhole(server, { model, messages }) {
    const completion = await openai(server).chat.completions.create({ model, messages });
    return { text: completion.choices[0].message.content, finish: completion.choices[0].finish_reason, requestId: completion._request_id };
  },

  async openaiStream(server, { model, messages }) {
    let text = "";
    let finish;
    for await (const chunk of await openai(server).chat.completions.create({ model, messages, stream: true })) {
      text += chunk.choices[0].delta.content ?? "";
      finish = chunk.choices[0].finish_reason ?? finish;
    }
    return { text, finish };
  },

  async openaiEmbeddings(server, { model }) {
    return await openai(server).embeddings.create({ model, input: "a" });
  },

  async vercelWhole(server, { model, messages }) {
    const { text, finishReason, response } = await generateText({ model: vercel(server)(model), messages, maxRetries: 0 });
    return { text, finish: finishReason, requestId: response.headers["x-request-id"] };
  },

  async vercelStream(server, { model, messages }) {
    const result = streamText({ model: vercel(server)(model), messages, maxRetries: 0, onError: () => {} });
    let text = "";
    for await (const part of result.fullStream) {
      if (part.type === "error") throw part.error;
      if (part.type === "text-delta") text += part.text;
    }
    return { text, finish: await result.finishReason };
  },

  async vercelEmbeddings(server, { model }) {
    return await embed({ model: vercel(server).textEmbeddingModel(model), value: "a", maxRetries: 0 });
  },
};

// The AI SDK keeps the original error; OpenAI's client has divided it into parts.
function told(error) {
  const sent = error.data?.error ?? error;
  return {
    name: error.constructor.name,
    status: error.status ?? error.statusCode,
    code: sent.code,
    param: sent.param,
    message: sent.message ?? error.message,
    requestId: error.requestID ?? error.responseHeaders?.["x-request-id"],
  };
}

window.call = async (name, server, request) => {
  try {
    return { answer: await callers[name](server, request) };
  } catch (error) {
    return { error: told(error) };
  }
};
