// Runs the examples of docs/bedrock.md like a reader.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { region } from "./bedrock.mjs";
import { apiKey, reply, root } from "./server.mjs";

const page = readFileSync(new URL("../../docs/bedrock.md", import.meta.url), "utf8");
const snippets = language => [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, text]) => text.replaceAll("http://127.0.0.1:8080", root));
const runs = (program, ...options) => spawnSync(program, options, { stdio: "ignore" }).status === 0;
const line = "Men are all alike.";

function outputOf(program, options, input) {
  const environment = { ...process.env, AWS_BEARER_TOKEN_BEDROCK: apiKey, AWS_DEFAULT_REGION: region, AWS_PAGER: "" };
  const { status, stdout, stderr } = spawnSync(program, options, { input, env: environment, encoding: "utf8", cwd: import.meta.dirname });
  assert.equal(status, 0, stderr);
  return stdout;
}

test("Python", { skip: runs("python3", "-c", "import boto3") ? false : "python3 has no boto3" }, async () => {
  const [snippet] = snippets("python");
  const said = await reply(line);
  assert.equal(outputOf("python3", ["-"], snippet), `${said}\n${said}\n`);
});

test("the aws command", { skip: runs("aws", "bedrock-runtime", "converse", "help") ? false : "there is no aws command that knows bedrock-runtime converse" }, async () => {
  const [snippet] = snippets("bash").filter(text => text.includes("aws bedrock-runtime"));
  assert.equal(outputOf("bash", ["-eu"], snippet), `${await reply(line)}\n`);
});

test("JavaScript", async () => {
  const [snippet] = snippets("js");
  const said = await reply(line);
  assert.equal(outputOf("node", ["--input-type=module", "-"], snippet), `${said}\n${said}\n`);
});

test("LiteLLM's configuration, by the request that LiteLLM makes of it", async () => {
  const [snippet] = snippets("yaml");
  const value = name => new RegExp(`^\\s+${name}: *(\\S+)`, "m").exec(snippet)[1];
  const [, model] = /^bedrock\/converse\/(.+)$/.exec(value("model"));
  const answer = await fetch(`${value("aws_bedrock_runtime_endpoint")}/model/${model}/converse`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ messages: [{ role: "user", content: [{ text: line }] }], system: [], inferenceConfig: {}, additionalModelRequestFields: {} }),
  });
  assert.equal((await answer.json()).output.message.content[0].text, await reply(line));
});
