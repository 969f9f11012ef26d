#!/usr/bin/env bats
# The deployed endpoint from outside: deploy.sh's own check, and clients that read litellm_config.yaml.

load helpers

KEY=sk-client-0123456789abcdef

setup() {
  setup_aws
  given_bucket
}

deploy_and_check() { run --separate-stderr "$ROOT/deploy.sh" --build "${BUILD:-portable}" "$@"; }

# A check that must fail need not wait between its tries.
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

@test "any key that may be asked for survives the YAML, and so does the address" {
  python3 -c 'import yaml' 2> /dev/null || skip 'python3 with PyYAML is missing'
  run python3 - <<'PYTHON'
import random
alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"
for key in ("0 1 12345678901234567890 -1 +1 007 0x1F 0o17 0b1 1.5 .5 5. 1e3 1E-3 1.5e+3 .inf -.inf .NaN 1_000 true True TRUE false yes no on off y n "
            "null Null NULL ~ 2026-11-28 2001-12-14t21 - -- --- ... . / // + = a= 1== none sk-0123 -sk ~/x").split():
    if key != "=": print(key)
rng = random.Random(20261128)
for _ in range(2000):
    print("".join(rng.choices(alphabet if rng.random() < .5 else "0123456789.eE+-_x~", k=rng.randint(1, 12))) + "=" * rng.choice((0, 0, 0, 1, 2)))
PYTHON
  printf '%s\n' "$output" > keys
  # shellcheck disable=SC2016 # the inner shell expands it
  bash -c 'stack=s region=r url=https://abc.execute-api.some-region-1.amazonaws.com; . "$1"; . "$2"
    while IFS= read -r api_key; do check_api_key; config_text; echo "--- # next"; done < keys' \
    - "$ROOT/deploy/client.sh" "$ROOT/deploy/api-key.sh" > texts
  run python3 - <<'PYTHON'
import yaml
keys = open("keys").read().splitlines()
texts = [text for text in yaml.safe_load_all(open("texts")) if text]
assert len(texts) == len(keys) > 2000, (len(texts), len(keys))
for key, text in zip(keys, texts):
    (model,) = text["model_list"]
    assert model["litellm_params"] == {"model": "openai/eliza-lambda", "api_base": "https://abc.execute-api.some-region-1.amazonaws.com/v1",
                                       "api_key": key}, (key, model)
print("all")
PYTHON
  same all "$output"
}

@test "a key that reads as something else in YAML is written so that it does not, and read back before it is shown" {
  python3 -c 'import yaml' 2> /dev/null || skip 'python3 with PyYAML is missing'
  for key in 12345678901234567890 true 1.5 null '~' 0x1 1e3; do
    deploy --api-key "$key"
    succeeds
    same "\"$key\"" "$(python3 -c 'import json, yaml; print(json.dumps(yaml.safe_load(open("litellm_config.yaml"))["model_list"][0]["litellm_params"]["api_key"]))')"
  done
  grep -q '^cloudformation package' "$ARGV_RECORD"
}

@test "a file that does not read back is not shown" {
  answer_aws '*cloudformation\ package*) printf "{\"api_base\": \"x\", \"api_key\": 15}"; exit 0 ;;'
  deploy --api-key "$KEY"
  fails
  says 'does not read back as it should'
  same '' "$output"
  same '' "$(ls -A)"
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
