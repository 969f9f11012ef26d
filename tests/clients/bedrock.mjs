// Shared by the tests of Bedrock's clients: different conversations, and a server that requires a key.
import assert from "node:assert/strict";
import { after } from "node:test";
import { startServer } from "./own-server.mjs";
import { lines, reply } from "./server.mjs";

export const key = "open-sesame";
export const region = "us-east-1";
export const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI" };
export const arn = "arn:aws:bedrock:us-east-1::foundation-model/eliza.doctor-v1:0";

/** A server that asks for the key; it ends when the tests of the file do. */
export async function lockedServer(...options) {
  const server = await startServer({ REQUIRE_API_KEY: "true", API_KEY: key }, ...options);
  after(() => server.stop());
  return server;
}

// The settings of the machine must not affect how a client signs.
for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];

/** Conversations that are easily got wrong: a long one, odd Unicode, an empty line. */
export const conversations = {
  "two lines": lines,
  "two hundred lines": Array.from({ length: 200 }, (_, i) => `I remember number ${i}, my dear.`),
  "odd Unicode": ["I am Zoë 👩‍👩‍👧 “quoted” \\ \" \u0001\u2028 ‮right to left, 你好"],
  "a long line": [`I am ${"very ".repeat(500)}sad.`],
};

/** The messages of a conversation, with something of the assistant between two lines. */
export const messagesOf = said =>
  said.flatMap((text, i) => [...(i ? [{ role: "assistant", content: [{ text: "Go on." }] }] : []), { role: "user", content: [{ text }] }]);

/** Asserts that a reply is the one that OpenAI's door gives to the same lines. */
export async function assertReply(text, said) {
  assert.equal(text, await reply(...said));
}

/** The statuses that the server logged while something was done: a client that tried again has left several. */
export async function statuses(server, done) {
  const before = (await settledLog(server)).length;
  await done();
  return (await settledLog(server)).slice(before).map(line => line.status_code);
}

// A line is logged after the answer was sent, so it may come a little later than the answer.
async function settledLog(server) {
  for (let length = -1; ; await new Promise(next => setTimeout(next, 200))) {
    const log = server.log();
    if (log.length === length) return log;
    length = log.length;
  }
}
