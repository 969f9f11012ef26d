// OpenAI's and Vercel's clients in a page of another origin, in real browsers against a real server. FIREFOX and CHROMIUM name
// other browsers than Debian's.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";
import { startServer } from "./own-server.mjs";
import { lines, model } from "./server.mjs";

const browsers = [
  { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" },
  // Its sandbox needs rights that root in a container does not have.
  { browser: "chrome", executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
];

const apiKey = "sk-browser-0123456789abcdef";
const messages = lines.map(content => ({ role: "user", content }));

// Headers that applications and tracers add. In Firefox a page may set "User-Agent", and the preflight then asks for it.
const applicationHeaders = { "HTTP-Referer": "https://app.example", "X-Title": "An application", "User-Agent": "application/1.0", "X-Client-Request-Id": "17" };
const tracerHeaders = {
  traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  tracestate: "vendor=value",
  baggage: "user.tier=gold,region=eu",
  "sentry-trace": "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
  "x-datadog-trace-id": "1234567890",
  "x-b3-traceid": "0af7651916cd43dd8448eb211c80319c",
  "x-amzn-trace-id": "Root=1-5759e988-bd862e3fe1be46a994272793",
};
const headers = { ...applicationHeaders, ...tracerHeaders };

let server;
let pages;

before(async () => {
  server = await startServer({ REQUIRE_API_KEY: "true", API_KEY: apiKey, LOG_REQUESTS: "true" });
  const page = await build({ entryPoints: [fileURLToPath(new URL("browser/page.mjs", import.meta.url))], bundle: true, write: false, logLevel: "warning" });
  pages = createServer((request, response) => {
    if (request.url === "/page.js") response.setHeader("content-type", "text/javascript").end(page.outputFiles[0].contents);
    else response.setHeader("content-type", "text/html; charset=utf-8").end("<!doctype html><title>An application</title><script src=/page.js></script>");
  });
  await new Promise(listening => pages.listen(0, "127.0.0.1", listening));
});

after(async () => {
  pages?.close();
  await server?.stop();
});

for (const { browser, ...launch } of browsers) {
  const skip = existsSync(launch.executablePath) ? false : `${launch.executablePath} is not installed`;
  describe(`in ${browser}, a page of another origin`, { skip }, () => {
    let running;
    let page;

    before(async () => {
      running = await puppeteer.launch({ browser, headless: true, ...launch });
      page = await running.newPage();
      await page.goto(`http://localhost:${pages.address().port}/`);
    });

    after(() => running?.close());

    const call = (name, { key = apiKey, ...request } = {}) =>
      page.evaluate((...given) => window.call(...given), name, { baseURL: server.baseURL, apiKey: key, headers }, { model, messages, ...request });

    for (const client of ["openai", "vercel"]) {
      describe(`through the client of ${client}`, () => {
        test("has a whole answer, and its request id", async () => {
          const { answer, error } = await call(`${client}Whole`);
          assert.equal(error, undefined);
          assert.equal(answer.text, await reply());
          assert.equal(answer.finish, "stop");
          assert.match(answer.requestId, /^[0-9a-f]{32}$/);
        });

        test("has a streamed answer", async () => {
          const { answer, error } = await call(`${client}Stream`);
          assert.equal(error, undefined);
          assert.deepEqual(answer, { text: await reply(), finish: "stop" });
        });

        for (const form of ["Whole", "Stream"]) {
          test(`reads the errors of a ${form.toLowerCase()} answer`, async () => {
            const errors = [
              await call(client + form, { model: "gpt-4o" }),
              await call(client + form, { key: "sk-wrong" }),
              await call(client + form, { messages: [{ role: "user", content: "word ".repeat(5000) }] }),
            ].map(({ error }) => error);
            assert.deepEqual(errors.map(({ status, code, param }) => [status, code, param]), [
              [404, "model_not_found", "model"],
              [401, "invalid_api_key", null],
              [400, "context_length_exceeded", "messages[0].content"],
            ]);
            for (const { message, requestId } of errors) {
              assert.match(message, /The model does not exist|Incorrect API key provided|This model's maximum context length is/);
              assert.match(requestId, /^[0-9a-f]{32}$/);
            }
          });
        }

        test("reads that there are no embeddings", async () => {
          const { error } = await call(`${client}Embeddings`);
          assert.deepEqual([error.status, error.code], [400, "unsupported_endpoint"]);
        });
      });
    }

    test("sends the headers of an application and a tracer, after a preflight that asked for them", async () => {
      const seen = server.log().length;
      await call("openaiWhole");
      const received = server.log().slice(seen).filter(line => line.request).map(line => line.request);
      const names = Object.keys(received.find(({ method }) => method === "POST").headers).map(name => name.toLowerCase());
      assert.deepEqual(Object.keys(headers).map(name => name.toLowerCase()).filter(name => !names.includes(name)), []);
      assert.ok(server.log().some(({ request }) => request?.method === "OPTIONS" && /access-control-request-headers/i.test(Object.keys(request.headers))));
    });
  });
}

/** What the server says to the lines, asked without any client. */
async function reply() {
  const response = await fetch(`${server.baseURL}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ model, messages }),
  });
  return (await response.json()).choices[0].message.content;
}
