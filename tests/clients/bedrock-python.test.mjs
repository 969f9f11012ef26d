import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { arn, assertReply, conversations, credentials, key, lockedServer, messagesOf, region, statuses } from "./bedrock.mjs";
import { lines, root } from "./server.mjs";

const runs = (program, ...options) => spawnSync(program, options, { stdio: "ignore" }).status === 0;
const boto3 = { skip: runs("python3", "-c", "import boto3") ? false : "python3 has no boto3" };
const awsCli = { skip: runs("aws", "bedrock-runtime", "converse", "help") ? false : "there is no aws command that knows bedrock-runtime converse" };
const needsServer = !boto3.skip || !awsCli.skip;
const server = needsServer ? await lockedServer() : undefined;

const withKey = { AWS_BEARER_TOKEN_BEDROCK: key };
const signing = { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
const environment = auth => ({ ...process.env, AWS_DEFAULT_REGION: region, AWS_EC2_METADATA_DISABLED: "true", AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null", AWS_PAGER: "", ...auth });

/** Runs a program to its end and gives what it wrote. */
function run(program, options, { input = "", auth = withKey } = {}) {
  return new Promise((ends, fails) => {
    const child = spawn(program, options, { env: environment(auth) });
    let [output, errors] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", text => { output += text; });
    child.stderr.setEncoding("utf8").on("data", text => { errors += text; });
    child.on("error", fails).on("close", status => ends({ status, output, errors }));
    child.stdin.end(input);
  });
}

async function call(operation, args, { auth = withKey, endpoint = server.root, service = "bedrock-runtime" } = {}) {
  const { status, output, errors } = await run("python3", [fileURLToPath(new URL("boto3_call.py", import.meta.url))],
    { auth, input: JSON.stringify({ service, operation, endpoint, arguments: args }) });
  assert.equal(status, 0, errors);
  return JSON.parse(output);
}

for (const [name, said] of Object.entries(conversations)) {
  test(`boto3: ${name}, whole and streamed`, boto3, async () => {
    const input = { modelId: "doctor", messages: messagesOf(said) };
    const whole = await call("converse", input);
    const { text } = whole.output.message.content[0];
    await assertReply(text, said);
    assert.equal(whole.stopReason, "end_turn");
    assert.equal(whole.usage.totalTokens, whole.usage.inputTokens + whole.usage.outputTokens);
    assert.ok(whole.ResponseMetadata.RequestId);

    const { stream } = await call("converse_stream", input);
    assert.equal(stream.map(event => event.contentBlockDelta?.delta.text ?? "").join(""), text);
    assert.deepEqual(stream.map(event => Object.keys(event)[0]).filter(type => type !== "contentBlockDelta"), ["messageStart", "contentBlockStop", "messageStop", "metadata"]);
    assert.deepEqual(stream.at(-1).metadata.usage, whole.usage);
  });
}

test("boto3: InvokeModel, whole and streamed, CountTokens, and the list of models", boto3, async () => {
  const body = JSON.stringify({ messages: lines.map(content => ({ role: "user", content })) });
  await assertReply(JSON.parse((await call("invoke_model", { modelId: arn, body })).body).choices[0].message.content, lines);
  const chunks = (await call("invoke_model_with_response_stream", { modelId: arn, body })).body;
  await assertReply(chunks.map(({ chunk }) => JSON.parse(Buffer.from(chunk.bytes, "base64").toString()).choices[0].delta.content ?? "").join(""), lines);
  const words = lines.join(" ").split(" ").length;
  assert.equal((await call("count_tokens", { modelId: "doctor", input: { converse: { messages: messagesOf(lines) } } })).inputTokens, words);
  assert.equal((await call("count_tokens", { modelId: "doctor", input: { invokeModel: { body } } })).inputTokens, words);
  const models = await call("list_foundation_models", {}, { service: "bedrock" });
  assert.ok(models.modelSummaries.some(({ modelId, modelArn }) => modelId === "eliza.doctor-v1:0" && modelArn === arn));
});

test("boto3: errors have their code and message, and are not tried again", boto3, async () => {
  const input = { modelId: "doctor", messages: messagesOf(lines) };
  for (const [sent, auth, code, status, words] of [
    [{ modelId: "anthropic.claude-v2" }, withKey, "ResourceNotFoundException", 404, "The model does not exist"],
    [{ messages: [] }, withKey, "ValidationException", 400, "must not be empty"],
    [{ guardrailConfig: { guardrailIdentifier: "abc", guardrailVersion: "1" } }, withKey, "ValidationException", 400, "no guardrails"],
    [{}, { AWS_BEARER_TOKEN_BEDROCK: "wrong" }, "AccessDeniedException", 403, "Incorrect API key"],
    [{}, signing, "AccessDeniedException", 403, "AWS_BEARER_TOKEN_BEDROCK"],
  ]) {
    for (const operation of ["converse", "converse_stream"]) {
      assert.deepEqual(await statuses(server, async () => {
        const { Error: error, ResponseMetadata: metadata } = await call(operation, { ...input, ...sent }, { auth });
        assert.equal(error.Code, code);
        assert.ok(error.Message.includes(words), error.Message);
        assert.equal(metadata.HTTPStatusCode, status);
        assert.equal(metadata.RetryAttempts, 0);
      }), [status]);
    }
  }
});

test("boto3: where no key is required a signature is accepted", boto3, async () => {
  const answer = await call("converse", { modelId: arn, messages: messagesOf(lines) }, { auth: signing, endpoint: root });
  await assertReply(answer.output.message.content[0].text, lines);
});

const converse = (args, auth = withKey, endpoint = server.root) => run("aws", ["bedrock-runtime", "converse", "--endpoint-url", endpoint, "--output", "json", ...args], { auth });

test("aws bedrock-runtime converse", awsCli, async () => {
  for (const said of [lines, conversations["odd Unicode"]]) {
    const { status, output, errors } = await converse(["--model-id", arn, "--messages", JSON.stringify(messagesOf(said))]);
    assert.equal(status, 0, errors);
    await assertReply(JSON.parse(output).output.message.content[0].text, said);
  }
});

test("aws bedrock-runtime converse: a wrong key, no key, a wrong model", awsCli, async () => {
  const messages = ["--messages", JSON.stringify(messagesOf(lines))];
  for (const [model, auth, name] of [["doctor", { AWS_BEARER_TOKEN_BEDROCK: "wrong" }, "AccessDeniedException"], ["doctor", signing, "AccessDeniedException"], ["claude", withKey, "ResourceNotFoundException"]]) {
    const { status, errors } = await converse(["--model-id", model, ...messages], auth);
    assert.notEqual(status, 0);
    assert.ok(errors.includes(name), errors);
  }
  const { status } = await converse(["--model-id", "doctor", ...messages], signing, root);
  assert.equal(status, 0);
});
