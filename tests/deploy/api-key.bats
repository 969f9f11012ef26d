#!/usr/bin/env bats
# Where the API key comes from, where it goes, and where it must never be visible.

load helpers

KEY=sk-first-0123456789abcdef
NEXT=sk-second-0123456789abcdef

setup() {
  setup_aws
  given_bucket
}

asks_for() { # key: whether the endpoint accepts only this key
  [[ $(chat "$1") == '200 '?* ]]
  same 401 "$(chat '' | cut -d ' ' -f 1)"
  same 401 "$(chat "$1x" | cut -d ' ' -f 1)"
  same 200 "$(get_status /health)"
}

@test "a key as an argument is asked for, is kept as a tagged secret, and shows nowhere" {
  deploy --api-key "$KEY"
  succeeds
  url=$output
  asks_for "$KEY"
  nowhere "$KEY"
  [[ $(own_secrets) =~ ^eliza/api_key/$STACK-[0-9]{8}T[0-9]{6}Z$ ]]
  secret=$(stack_output ApiKeySource)
  same "[\"$KEY\"]" "$(aws_emulated secretsmanager get-secret-value --secret-id "$secret" --query '[SecretString]' --output json | jq -c .)"
  same "$STACK" "$(aws_emulated secretsmanager describe-secret --secret-id "$secret" --query "Tags[?Key=='eliza:stack'].Value" --output text)"
  same "$KEY" "$(written_key)"
  ! aws_emulated lambda get-function-configuration --function-name "$(stack_output FunctionName)" --output json | grep -F "$KEY"
}

@test "the same key again changes nothing, however it comes" {
  deploy --api-key - <<< "$KEY"
  succeeds
  url=$output before=$(resources)
  ELIZA_API_KEY=$KEY deploy
  succeeds
  says 'No changes'
  same "$before" "$(resources)"
  asks_for "$KEY"
  nowhere "$KEY"
}

@test "a generated key is kept by later deployments" {
  deploy --generate-api-key
  succeeds
  url=$output key=$(written_key)
  [[ $key =~ ^sk-[0-9a-f]{48}$ ]]
  asks_for "$key"
  nowhere "$key"
  deploy --generate-api-key --parameter MemorySize=512
  succeeds
  same "$key" "$(written_key)"
  asks_for "$key"
}

@test "after a rotation the new key works, the old one does not, and its secret is gone" {
  deploy --api-key - <<< "$KEY"
  succeeds
  url=$output old=$(stack_output ApiKeySource)
  answer_aws 'secretsmanager\ create-secret*) sleep 1; exit 99 ;;' # names contain the time in seconds
  deploy --api-key - <<< "$NEXT"
  succeeds
  asks_for "$NEXT"
  same 401 "$(chat "$KEY" | cut -d ' ' -f 1)"
  same 1 "$(resources '.secrets | length')"
  [ "$old" != "$(stack_output ApiKeySource)" ]
}

@test "a rotation that fails leaves the old key, its secret, and no other" {
  deploy --api-key - <<< "$KEY"
  succeeds
  url=$output secrets=$(resources .secrets)
  sleep 1
  break_next AWS::Lambda::Alias
  deploy --api-key - <<< "$NEXT"
  fails
  asks_for "$KEY"
  same "$secrets" "$(resources .secrets)"
  nowhere "$NEXT"
}

@test "a key in the Parameter Store stays there and is stored nowhere else" {
  aws_emulated ssm put-parameter --name /team/key --type SecureString --value "$KEY" > /dev/null
  deploy --api-key-ssm /team/key
  succeeds
  url=$output
  asks_for "$KEY"
  nowhere "$KEY"
  same '[]' "$(resources .secrets)"
  same ssm:/team/key "$(stack_output ApiKeySource)"
  undeploy
  succeeds
  same '["/team/key"]' "$(resources .parameters)"
}

@test "a key in someone's secret stays there and is stored nowhere else" {
  arn=$(aws_emulated secretsmanager create-secret --name team/key --secret-string "$KEY" --query ARN --output text)
  deploy --api-key-secret "$arn"
  succeeds
  url=$output
  asks_for "$KEY"
  nowhere "$KEY"
  same "$arn" "$(stack_output ApiKeySource)"
  deploy --api-key - <<< "$NEXT"
  succeeds
  asks_for "$NEXT"
  undeploy
  succeeds
  same '[{"name":"team/key","scheduled_for_deletion":false}]' "$(resources .secrets)"
}

@test "leaving the key out opens the endpoint, with a warning, and removes the secret" {
  deploy --api-key - <<< "$KEY"
  succeeds
  url=$output
  deploy
  succeeds
  says "Warning: $STACK asked for an API key until now."
  [[ $(chat '') == '200 '?* ]]
  same '[]' "$(resources .secrets)"
  same none "$(written_key)"
}

@test "a short key is taken, with a warning" {
  deploy --dry-run --api-key - <<< short
  succeeds
  says 'Warning: the API key has only 5 characters'
}

@test "a key that no Bearer token may hold is refused without showing it" {
  for key in 'with blank' 'quo"te' 'back\slash' 'comma,comma' $'tab\there' '{"api_key":"sk-1"}' 'ümlaut' \
    $'first-line-of-two\nsecond-line' $'ends-in-a-line-break\n' $'\nbegins-with-one' $'windows-line\r' 'a=b' '==='; do
    for way in argument input environment; do
      case $way in
        argument) deploy --api-key "$key" ;;
        input) deploy --api-key - < <(printf '%s\n' "$key") ;;
        environment) ELIZA_API_KEY=$key deploy ;;
      esac
      fails
      says 'The API key is empty or holds something else than'
      [[ $output$stderr != *"$key"* ]]
      [ "$way" = argument ] || ! grep -F -- "$key" "$ARGV_RECORD" "$ENVIRONMENT_RECORD" # as an option of deploy.sh it is an argument anyway
    done
  done
  same '' "$(changes)"
}

@test "a key with a line break or another strange character is refused wherever it is kept" {
  aws_emulated ssm put-parameter --name /team/key --type SecureString --value $'first-line\nsecond' > /dev/null
  deploy --api-key-ssm /team/key
  fails
  says 'The API key is empty or holds something else than'
  aws_emulated secretsmanager create-secret --name team/key --secret-string '{"key": "sk-0123456789abcdef"}' > /dev/null
  deploy --api-key-secret team/key
  fails
  says 'The API key is empty or holds something else than'
  deploy --api-key - < <(printf 'sk-0123456789\0abcdef\n')
  fails
  says 'Standard input held a NUL'
  same '' "$(changes)"
}

@test "no command that is called has the key in its environment, whatever the caller's shell exports" {
  for options in braceexpand allexport; do
    : > "$ENVIRONMENT_RECORD"
    run --separate-stderr env "SHELLOPTS=$options" api_key=exported value=exported "ELIZA_API_KEY=$KEY" bash "$ROOT/deploy.sh" --build portable
    succeeds
    nowhere "$KEY"
    run --separate-stderr env "SHELLOPTS=$options" api_key=exported value=exported bash "$ROOT/deploy.sh" --build portable --api-key "$KEY"
    succeeds
    nowhere "$KEY"
    [ "$(grep -c '^PATH=' "$ENVIRONMENT_RECORD")" -gt 20 ] # the commands were recorded
    grep -q '^dotnet publish' "$ARGV_RECORD"
  done
}

@test "with --keep-old-key both keys work until the next deployment without it" {
  deploy --api-key - <<< "$KEY"
  succeeds
  url=$output
  sleep 1
  deploy --keep-old-key --api-key - <<< "$NEXT"
  succeeds
  says 'The key before this one is accepted too'
  same "$NEXT" "$(written_key)"
  [[ $(chat "$KEY") == '200 '?* ]]
  [[ $(chat "$NEXT") == '200 '?* ]]
  same 401 "$(chat '' | cut -d ' ' -f 1)"
  nowhere "$KEY"
  nowhere "$NEXT"
  deploy --keep-old-key --api-key - <<< "$NEXT"
  succeeds
  says 'No changes'
  sleep 1
  deploy --keep-old-key --api-key - <<< "$KEY-third"
  succeeds
  [[ $(chat "$KEY-third") == '200 '?* ]]
  [[ $(chat "$NEXT") == '200 '?* ]]
  same 401 "$(chat "$KEY" | cut -d ' ' -f 1)"
  deploy --api-key - <<< "$KEY-third"
  succeeds
  asks_for "$KEY-third"
  same 401 "$(chat "$NEXT" | cut -d ' ' -f 1)"
  same 1 "$(resources '.secrets | length')"
}

@test "there is no old key to keep without a new one" {
  deploy --keep-old-key
  fails
  says '--keep-old-key needs a new key beside the old one'
  deploy --keep-old-key --api-key - <<< "$KEY"
  succeeds
  says 'There is no key before this one that could be kept.'
  url=$output
  asks_for "$KEY"
}

@test "an empty key is refused rather than taken for none" {
  deploy --api-key ''
  fails
  says 'The API key is empty'
  deploy --api-key - < /dev/null
  fails
  says 'Standard input held no API key'
  ELIZA_API_KEY='' deploy
  fails
  says 'The API key is empty'
  same '' "$(changes)"
}

@test "a key that is not where it should be is told before anything is made" {
  deploy --api-key-ssm /nowhere
  fails
  says 'The SSM parameter /nowhere could not be read'
  deploy --api-key-secret nowhere
  fails
  says 'The secret nowhere could not be read'
  same '' "$(changes)"
}
