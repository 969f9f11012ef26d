#!/usr/bin/env bats
# Where the API key comes from, where it goes, and where it never shows.

load helpers

KEY=sk-first-0123456789abcdef
NEXT=sk-second-0123456789abcdef

setup() {
  setup_aws
  given_bucket
}

asks_for() { # key: whether the endpoint admits it and nothing else
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
  grep -q "api_key: $KEY" litellm_config.yaml
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
  url=$output key=$(sed -n 's/^ *api_key: //p' litellm_config.yaml)
  [[ $key =~ ^sk-[0-9a-f]{48}$ ]]
  asks_for "$key"
  nowhere "$key"
  deploy --generate-api-key --parameter MemorySize=512
  succeeds
  same "$key" "$(sed -n 's/^ *api_key: //p' litellm_config.yaml)"
  asks_for "$key"
}

@test "after a rotation the new key works, the old one does not, and its secret is gone" {
  deploy --api-key - <<< "$KEY"
  succeeds
  url=$output old=$(stack_output ApiKeySource)
  answer_aws 'secretsmanager\ create-secret*) sleep 1; exit 99 ;;' # names have a resolution of one second
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
  grep -q 'api_key: none' litellm_config.yaml
}

@test "a short key is taken, with a warning" {
  deploy --dry-run --api-key - <<< short
  succeeds
  says 'Warning: the API key has only 5 characters'
}

@test "a key that no Bearer token may hold is refused without showing it" {
  for key in 'with blank' 'quo"te' 'back\slash' 'comma,comma' $'tab\there' '{"api_key":"sk-1"}' 'ümlaut'; do
    deploy --api-key "$key"
    fails
    says 'The API key is empty or holds something else than'
    nowhere "$key"
  done
  same '' "$(changes)"
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
