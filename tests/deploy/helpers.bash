# Shared functions of the tests.
# shellcheck shell=bash

bats_require_minimum_version 1.5.0

STACK=eliza-lambda-stack
BUCKET=eliza-gpt-deploy-123456789012-us-east-1

setup_file() {
  export ROOT REAL_AWS PLAIN_AWS REAL_CURL REAL_DOTNET BUILD_CACHE MISSING SERVERS=''
  ROOT=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
  BUILD_CACHE=${BUILD_CACHE:-$BATS_RUN_TMPDIR/builds}
  MISSING=$(missing_piece)
  [ -z "$MISSING" ] || return 0
  PLAIN_AWS=$(plain_aws) REAL_CURL=$(command -v curl) REAL_DOTNET=$(command -v dotnet)
  start_emulator
  warm_aws
}

teardown_file() { [ -z "$SERVERS" ] || kill $SERVERS; }

# The reason why the tests of this file must be skipped, if there is one.
missing_piece() {
  local tool
  for tool in aws dotnet zip curl jq python3; do
    command -v "$tool" > /dev/null || { echo "the command $tool is missing"; return; }
  done
  [ -e "$ROOT/../shared/aws/fakeaws.py" ] || echo '../shared/aws, the emulator, is not here'
}

# pyenv's shim takes as long as the command itself, so the command beside the interpreter is preferred.
plain_aws() {
  local beside
  beside=$(python3 -c 'import os, sys; print(os.path.join(os.path.dirname(os.path.realpath(sys.executable)), "aws"))')
  if [ -x "$beside" ]; then echo "$beside"; else command -v aws; fi
}

# One emulator for each file, so that files can run at the same time. It keeps its log and the functions' logs beside its settings.
start_emulator() {
  local folder=$BATS_FILE_TMPDIR tries=0
  python3 -B "$ROOT/tests/deploy/emulator.py" -p 0 -d "$folder/functions" -e "$folder/env" > "$folder/emulator.log" 2>&1 3>&- &
  SERVERS=$!
  until [ -s "$folder/env" ]; do
    if ! kill -0 "$SERVERS" 2> /dev/null || [ $((tries += 1)) -gt 600 ]; then
      MISSING="the emulator does not start: $(head -n 1 "$folder/emulator.log")"
      SERVERS=''
      return
    fi
    sleep 0.1
  done
  # shellcheck source=/dev/null
  . "$folder/env"
}

# The aws command takes a second to start, and the tests call it a thousand times. So its version 1 is started only once.
warm_aws() {
  REAL_AWS=$PLAIN_AWS
  local python socket=$BATS_FILE_TMPDIR/aws tries=0
  python=$(python3 -c 'import awscli, sys; print(sys.executable)' 2> /dev/null) || return 0
  "$python" -B "$BATS_TEST_DIRNAME/warm_aws.py" serve "$socket" > "$socket.log" 2>&1 < /dev/null 3>&- &
  SERVERS="$SERVERS $!"
  until [ -S "$socket" ]; do
    [ $((tries += 1)) -lt 600 ] && kill -0 "${SERVERS##* }" 2> /dev/null || return 0
    sleep 0.1
  done
  REAL_AWS="$python -I -S -B $BATS_TEST_DIRNAME/warm_aws.py $socket"
}

setup_aws() {
  [ -z "$MISSING" ] || skip "$MISSING"
  "$REAL_CURL" -fsS -X POST "$AWS_ENDPOINT_URL/moto-api/reset" > /dev/null
  export ARGV_RECORD=$BATS_TEST_TMPDIR/argv ENVIRONMENT_RECORD=$BATS_TEST_TMPDIR/environment
  : > "$ARGV_RECORD" > "$ENVIRONMENT_RECORD"
  PATH=$BATS_TEST_DIRNAME/shims:$PATH
  mkdir -p "$BATS_TEST_TMPDIR/here"
  cd "$BATS_TEST_TMPDIR/here" || return
}

# A bucket that looks to the scripts as if deploy.sh had made it. Most tests then need not make one.
given_bucket() {
  put_s3 "$BUCKET"
  put_s3 "$BUCKET?versioning" '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
  put_s3 "$BUCKET?tagging" '<Tagging><TagSet><Tag><Key>eliza:bucket</Key><Value>made</Value></Tag></TagSet></Tagging>'
}

put_s3() { # path, body
  "$REAL_CURL" -fsS -o /dev/null -X PUT "$AWS_ENDPOINT_URL/$1" -d "${2:-}" \
    -H 'Content-Type: application/xml' -H 'Authorization: AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/s3/aws4_request'
}

deploy() { run --separate-stderr "${SHELL_UNDER_TEST:-bash}" "${SOURCE:-$ROOT}/deploy.sh" --no-check --build "${BUILD:-portable}" "$@"; }
undeploy() { run --separate-stderr "${SHELL_UNDER_TEST:-bash}" "$ROOT/undeploy.sh" --yes "$@"; }

copy_repository() { # folder
  mkdir "$1"
  (cd "$ROOT" && tar -c --exclude ./artifacts --exclude ./.git --exclude node_modules .) | tar -x -C "$1"
}

# Makes a stack that has nothing to do with Eliza.
given_stack_of_someone_else() { # name
  printf 'Description: Payroll\nResources: {Topic: {Type: "AWS::SNS::Topic"}}\n' > "$BATS_TEST_TMPDIR/theirs.yaml"
  aws_emulated cloudformation create-stack --stack-name "$1" --template-body "file://$BATS_TEST_TMPDIR/theirs.yaml" > /dev/null
}

# Writes the script that can answer calls of the aws command in place of the emulator. It exits with 99 for all other calls.
answer_aws() { # body of a case on "$*"
  printf '#!/usr/bin/env bash\ncase "$*" in\n%s\n*) exit 99 ;;\nesac\n' "$1" > "$BATS_TEST_TMPDIR/answer"
  chmod +x "$BATS_TEST_TMPDIR/answer"
}

succeeds() { [ "$status" -eq 0 ] || { tell; return 1; }; }
fails() { [ "$status" -ne 0 ] || { tell; return 1; }; }
says() { [[ $stderr == *"$1"* ]] || { echo "does not say: $1"; tell; return 1; }; }
is_silent_on() { [[ $stderr != *"$1"* ]] || { echo "says: $1"; tell; return 1; }; }
tell() { printf 'status: %s\noutput: %s\nstderr: %s\n' "$status" "$output" "$stderr"; }

same() { # wanted, actual
  [ "$1" = "$2" ] || { printf 'wanted: %s\nactual: %s\n' "$1" "$2"; return 1; }
}

aws_emulated() { $REAL_AWS "$@"; }
resources() { "$REAL_CURL" -fsS "$AWS_ENDPOINT_URL/_fake/resources" | jq -cS "${1:-.}"; }
parameter_calls() { "$REAL_CURL" -fsS "$AWS_ENDPOINT_URL/_fake/calls"; }
break_next() { "$REAL_CURL" -fsS "$AWS_ENDPOINT_URL/_fake/fail" -d "{\"type\":\"$1\",\"action\":\"${2:-change}\"}" > /dev/null; }

NOTHING='{"alarms":[],"apis":[],"bots":[],"buckets":[],"dashboards":[],"functions":[],"litellm":null,"log_groups":[],"metric_filters":[],"observed":[],"parameters":[],"roles":[],"secrets":[],"stacks":[],"subscriptions":[],"topics":[]}'

nothing_is_left() { same "$NOTHING" "$(resources)"; }

stack_output() { # key, [stack]
  aws_emulated cloudformation describe-stacks --stack-name "${2:-$STACK}" --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}

stack_status() { aws_emulated cloudformation describe-stacks --stack-name "${1:-$STACK}" --query 'Stacks[0].StackStatus' --output text; }

# The address in the gateway of the API that the last deployment printed.
gateway() { printf '%s/_gw/%s' "$AWS_ENDPOINT_URL" "$(printf %s "${1:-$url}" | sed 's,^https://\([a-z0-9]*\).*,\1,')"; }

get_status() { # path, curl arguments
  local path=$1
  shift
  "$REAL_CURL" -s -o /dev/null -w '%{http_code}' "$@" "$(gateway)$path"
}

chat() { # key or nothing, curl arguments: the status and then the reply of one chat
  local key=$1
  shift
  "$REAL_CURL" -s -w '\n%{http_code}' ${key:+-H "Authorization: Bearer $key"} -H 'Content-Type: application/json' "$@" \
    -d '{"messages":[{"role":"user","content":"Men are all alike."}]}' "$(gateway)/v1/chat/completions" |
    jq -rRs 'split("\n") | .[1] + " " + (.[0] | fromjson | .choices[0].message.content // .error.type)'
}

own_secrets() { aws_emulated secretsmanager list-secrets --query 'SecretList[].Name' --output text; }

# Only the owner of the key may see it: it must not be in a process list, the environment of a command, an output, a request
# to CloudFormation or a file that is left.
nowhere() { # key
  ! grep -F -- "$1" "$ARGV_RECORD" "$ENVIRONMENT_RECORD" || return 1
  [[ $output$stderr != *"$1"* ]] || { tell; return 1; }
  ! parameter_calls | grep -F -- "$1" || return 1
  ! grep -rlF --exclude=litellm_config.yaml -- "$1" "$BATS_TEST_TMPDIR" || return 1
}

# The key that the last deployment wrote to litellm_config.yaml.
written_key() { sed -nE 's/^ *api_key: "(.*)"$/\1/p' litellm_config.yaml; }

# The calls that change something in AWS.
changes() { grep -E '^(s3api|secretsmanager|cloudformation|ssm|s3) (create|mb|put|delete|deploy|update|tag|continue)' "$ARGV_RECORD" || true; }
