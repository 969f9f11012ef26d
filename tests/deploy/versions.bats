#!/usr/bin/env bats
# Everything with other versions of bash and of the aws command.

load helpers

KEY=sk-version-0123456789abcdef

setup() {
  setup_aws
  given_bucket
}

there_and_back() {
  deploy --api-key "$KEY"
  succeeds
  url=$output
  [[ $(chat "$KEY") == '200 '?* ]]
  nowhere "$KEY"
  deploy --api-key - --allowed-cidr 127.0.0.0/8 --parameter MemorySize=512 <<< "$KEY"
  succeeds
  [[ $(chat "$KEY") == '200 '?* ]]
  deploy
  succeeds
  [[ $(chat '') == '200 '?* ]]
  deploy
  succeeds
  says 'No changes'
  deploy --allowed-cidr nowhere
  fails
  says "'nowhere' is no network"
  undeploy
  succeeds
  nothing_is_left
}

@test "bash 3.2, as on macOS" {
  for shell in "${BASH_3_2:-/bin/bash}"; do
    [[ $("$shell" --version) == *'version 3.2'* ]] || skip "there is no bash 3.2: $shell is another one, and BASH_3_2 names none"
    SHELL_UNDER_TEST=$shell there_and_back
  done
}

@test "version 2 of the aws command" {
  REAL_AWS=''
  for candidate in $(type -ap aws) /usr/bin/aws; do
    [[ $candidate == "$BATS_TEST_DIRNAME"/* || ! -x $candidate ]] ||
      [[ $("$candidate" --version 2>&1) != aws-cli/2* ]] || REAL_AWS=$candidate
  done
  [ -n "$REAL_AWS" ] || skip 'there is no version 2 of the aws command'
  REAL_AWS="$REAL_AWS --endpoint-url $AWS_ENDPOINT_URL" # the command reads the variable from version 2.13 on
  there_and_back
}
