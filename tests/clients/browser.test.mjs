import assert from "node:assert/strict";
import { test } from "node:test";
import { baseURL } from "./server.mjs";

test("a page of another origin may call with a key and with the headers of OpenAI's client", async () => {
  const preflight = await fetch(`${baseURL}/chat/completions`, {
    method: "OPTIONS",
    headers: { origin: "https://example.com", "access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type" },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get("access-control-allow-origin"), "*");
  const allowed = preflight.headers.get("access-control-allow-headers").split(", ");
  for (const name of ["authorization", "content-type", "x-stainless-lang", "x-stainless-retry-count", "openai-beta"]) assert.ok(allowed.includes(name), name);
});

test("errors can be read by a page of another origin too", async () => {
  const response = await fetch(`${baseURL}/nothing`, { headers: { origin: "https://example.com" } });
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.match(response.headers.get("access-control-expose-headers"), /x-request-id/);
});
