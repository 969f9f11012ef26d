// How each client reports each error of the service, compared with the table in docs/contract.md. openai.test.mjs gets most errors
// from a running server. Some cannot be caused there, so here each error is sent in the form in which the service writes it.
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, generateText, RetryError, streamText } from "ai";
import OpenAI from "openai";

const file = path => fileURLToPath(new URL(path, import.meta.url));

const errors = readFileSync(file("../Eliza.Service.Tests/Contract/Snapshots/ErrorSnapshots.Every_error_as_it_is_sent.verified.txt"), "utf8")
  .trim().split("\n").map(line => JSON.parse(line)).map(error => ({ ...error, told: JSON.parse(error.body).error }));

const [titles, , ...rows] = /\n(\| status \| code \| OpenAI.*?\n)\n/s.exec(readFileSync(file("../../docs/contract.md"), "utf8"))[1]
  .trim().split("\n").map(line => line.split("|").slice(1, -1).map(cell => cell.trim()));

const messages = [{ role: "user", content: "Men are all alike." }];
const model = "doctor";

let server;
let requests = 0;

before(async () => {
  server = createServer((request, response) => {
    requests++;
    request.resume();
    const { status, headers, body } = errors[Number(request.url.split("/")[1])];
    response.writeHead(status, headers).end(body);
  });
  await new Promise(listening => server.listen(0, "127.0.0.1", listening));
});

after(() => server.close());

const ways = {
  "OpenAI, JavaScript": {
    whole: baseURL => openai(baseURL).chat.completions.create({ model, messages }),
    stream: baseURL => openai(baseURL).chat.completions.create({ model, messages, stream: true }),
    legacy: baseURL => openai(baseURL).completions.create({ model, prompt: "a" }),
    responses: baseURL => openai(baseURL).responses.create({ model, input: "a" }),
  },
  "Vercel AI SDK": {
    whole: baseURL => generateText({ model: vercel(baseURL), messages, maxRetries: 1 }),
    stream: async baseURL => {
      for await (const part of streamText({ model: vercel(baseURL), messages, maxRetries: 1, onError: () => {} }).fullStream)
        if (part.type === "error") throw part.error;
    },
  },
};

for (const [client, forms] of Object.entries(ways))
  for (const [form, ask] of Object.entries(forms))
    test(`${client}, ${form}: every error is thrown as the table says, with all that it tells`, async () => {
      for (const [index, { status, told }] of errors.entries()) {
        requests = 0;
        const thrown = await ask(`http://127.0.0.1:${server.address().port}/${index}/v1`).then(() => assert.fail("Nothing was thrown."), error => error);
        assert.equal(`\`${nameOf(thrown)}\`${requests > 1 ? ", sent again" : ""}`, cell(status, told.code, client), told.message);
        const error = RetryError.isInstance(thrown) ? thrown.lastError : thrown;
        const { message, code, param } = APICallError.isInstance(error) ? error.data.error : { ...error, message: error.message.replace(/^\d+ /, "") };
        assert.deepEqual({ status: error.status ?? error.statusCode, message, code, param }, { status, message: told.message, code: told.code, param: told.param });
      }
    });

const noPython = spawnSync("python3", ["-c", "import openai"]).status === 0 ? false : "python3 has no package openai";

test("OpenAI, Python: every error is raised as the table says", { skip: noPython }, async () => {
  const { stdout } = await promisify(execFile)("python3", [file("errors.py"), `http://127.0.0.1:${server.address().port}`, String(errors.length)]);
  assert.deepEqual(stdout.trim().split("\n"), errors.map(({ status, told }) => cell(status, told.code, "OpenAI, Python")));
});

function openai(baseURL) {
  return new OpenAI({ baseURL, apiKey: "any", maxRetries: 1 });
}

function vercel(baseURL) {
  return createOpenAICompatible({ name: "eliza", baseURL, apiKey: "any" })(model);
}

function nameOf(error) {
  return RetryError.isInstance(error) ? "RetryError" : APICallError.isInstance(error) ? "APICallError" : error.constructor.name;
}

function cell(status, code, client) {
  const ofStatus = rows.filter(row => row[0] === String(status));
  const row = ofStatus.find(row => row[1].split(", ").includes(`\`${code}\``)) ?? ofStatus.find(row => row[1] === "any other");
  return row[titles.findIndex(title => title.startsWith(client))];
}
