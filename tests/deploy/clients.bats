#!/usr/bin/env bats
# The deployed endpoint from outside: deploy.sh's own check, and clients that read litellm_config.yaml.

load helpers

KEY=sk-client-0123456789abcdef

setup() {
  setup_aws
  given_bucket
}

deploy_and_check() { run --separate-stderr "$ROOT/deploy.sh" --build "${BUILD:-portable}" "$@"; }

# Nobody needs to wait between the tries of a check that is bound to fail.
without_waiting() {
  mkdir "$BATS_TEST_TMPDIR/bin"
  printf '#!/bin/sh\n' > "$BATS_TEST_TMPDIR/bin/sleep"
  chmod +x "$BATS_TEST_TMPDIR/bin/sleep"
  PATH=$BATS_TEST_TMPDIR/bin:$PATH
}

@test "the check calls /health and one chat, with the key, which shows nowhere" {
  ELIZA_API_KEY=$KEY deploy_and_check
  succeeds
  says "GET $output/health: 200"
  says "POST $output/v1/chat/completions: 200"
  nowhere "$KEY"
}

@test "the check says so when this machine is not among the allowed callers" {
  deploy_and_check --allowed-cidr 203.0.113.0/24
  succeeds
  says 'The address of this machine is not among the allowed ones'
}

@test "the check ends at the authorizer when a token is needed" {
  deploy_and_check --parameter JwtIssuer=https://issuer.example/ --parameter JwtAudience=eliza
  succeeds
  says 'A chat needs a token of https://issuer.example/'
}

@test "a function that does not start fails the check, which says where to look" {
  without_waiting
  cat > "$BATS_TEST_TMPDIR/build" <<'BUILD'
#!/usr/bin/env bash
[ "$1" = publish ] || exit 0
while [ $# -gt 0 ]; do [ "$1" != -o ] || out=$2; shift; done
mkdir -p "$out"
printf '#!/bin/sh\nexit 1\n' > "$out/bootstrap"
chmod +x "$out/bootstrap"
BUILD
  chmod +x "$BATS_TEST_TMPDIR/build"
  BUILD=native deploy_and_check
  fails
  same '' "$output"
  says 'GET /health gives 500: look into the log group /aws/lambda/eliza-lambda-stack'
}

@test "an endpoint that cannot be reached fails the check" {
  without_waiting
  printf '#!/bin/sh\necho "curl: (6) Could not resolve host" >&2\nprintf 000\nexit 6\n' > "$BATS_TEST_TMPDIR/bin/curl"
  chmod +x "$BATS_TEST_TMPDIR/bin/curl"
  deploy_and_check
  fails
  says 'GET /health gives 000 (curl: (6) Could not resolve host): check the network, then run this again.'
}

@test "litellm_config.yaml parses, and a request made from it as LiteLLM makes it is answered" {
  python3 -c 'import yaml' 2> /dev/null || skip 'python3 with PyYAML is missing'
  deploy --api-key "$KEY"
  succeeds
  url=$output
  run python3 - litellm_config.yaml "$url" "$(gateway)" <<'PYTHON'
import json, sys, urllib.request, yaml
(model,) = yaml.safe_load(open(sys.argv[1]))["model_list"]
given = model["litellm_params"]
provider, name = given["model"].split("/", 1)
assert provider == "openai" and given["api_base"] == sys.argv[2] + "/v1", given
body = {"model": name, "messages": [{"role": "user", "content": "Hey how's it going?"}], "max_tokens": 16}
request = urllib.request.Request(given["api_base"].replace(sys.argv[2], sys.argv[3]) + "/chat/completions", json.dumps(body).encode(),
                                 {"Content-Type": "application/json", "Authorization": "Bearer " + given["api_key"]})
with urllib.request.urlopen(request) as answer:
    print(json.load(answer)["object"])
PYTHON
  same chat.completion "$output"
}

@test "OpenAI's own client talks to the endpoint of litellm_config.yaml" {
  command -v node > /dev/null || skip 'the command node is missing'
  [ -d "$ROOT/tests/clients/node_modules/openai" ] || skip 'tests/clients has no node_modules: run npm ci there'
  deploy --api-key "$KEY"
  succeeds
  url=$output
  run node "$BATS_TEST_DIRNAME/openai-client.mjs" litellm_config.yaml "$url" "$(gateway)"
  same answered "$output"
}
