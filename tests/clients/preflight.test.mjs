import assert from "node:assert/strict";
import { test } from "node:test";
import { baseURL } from "./server.mjs";

async function preflight(headers) {
  const answer = await fetch(`${baseURL}/chat/completions`, {
    method: "OPTIONS",
    headers: { origin: "https://example.com", "access-control-request-method": "POST", ...headers },
  });
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  return answer;
}

test("a page of another origin may send the headers that it asks for", async () => {
  const asked = "authorization,content-type,http-referer,traceparent,user-agent,x-title";
  assert.equal((await preflight({ "access-control-request-headers": asked })).headers.get("access-control-allow-headers"), asked);
});

test("a page of another origin that names no headers may send a key and those of OpenAI's client", async () => {
  const answer = await preflight({});
  const allowed = answer.headers.get("access-control-allow-headers").split(", ");
  for (const name of ["authorization", "content-type", "x-stainless-lang", "x-stainless-retry-count", "openai-beta"]) assert.ok(allowed.includes(name), name);
});

test("errors can be read by a page of another origin too", async () => {
  const response = await fetch(`${baseURL}/nothing`, { headers: { origin: "https://example.com" } });
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.match(response.headers.get("access-control-expose-headers"), /x-request-id/);
});
