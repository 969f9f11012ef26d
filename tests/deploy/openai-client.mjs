// Talks to the endpoint of a litellm_config.yaml with OpenAI's own client, through the emulator's gateway.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { OpenAI, AuthenticationError } = createRequire(new URL("../clients/package.json", import.meta.url))("openai");
const [config, url, gateway] = process.argv.slice(2);
const value = name => {
  const text = readFileSync(config, "utf8").match(new RegExp(`^ *${name}: (.*)$`, "m"))[1];
  return text.startsWith('"') ? JSON.parse(text) : text;
};
const baseURL = value("api_base").replace(url, gateway), model = value("model").replace("openai/", "");
const ask = { model, messages: [{ role: "user", content: "Men are all alike." }] };
const client = new OpenAI({ baseURL, apiKey: value("api_key"), maxRetries: 0 });
const whole = (await client.chat.completions.create(ask)).choices[0].message.content;
let streamed = "";
for await (const chunk of await client.chat.completions.create({ ...ask, stream: true })) streamed += chunk.choices[0]?.delta?.content ?? "";
if (!whole || whole !== streamed) throw new Error(`"${whole}" is not "${streamed}"`);
const refused = await new OpenAI({ baseURL, apiKey: "sk-wrong", maxRetries: 0 }).chat.completions.create(ask).catch(error => error);
if (!(refused instanceof AuthenticationError)) throw new Error(`a wrong key gives ${refused}`);
console.log("answered");
