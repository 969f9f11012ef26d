#!/usr/bin/env bats
# ./deploy.sh when everything succeeds.

load helpers

setup() { setup_aws; }

@test "without arguments it builds, deploys and prints the URL of an endpoint that answers" {
  REAL_AWS=$PLAIN_AWS run --separate-stderr "$ROOT/deploy.sh" --no-check
  succeeds
  [[ $output =~ ^https://[a-z0-9]+\.execute-api\.us-east-1\.amazonaws\.com$ ]]
  url=$output
  same 200 "$(get_status /health)"
  [[ $(chat '') == '200 '?* ]]
  [[ $stderr == *'Built native, since'* || $stderr == *'Building portable, since'* ]]
  for number in 1 2 3 4 5 6 7 8; do says "[$number/8] "; done
  says 'Warning: no API key'
  same "$url" "$(stack_output ApiUrl)"
  same 600 "$(stat -c %a litellm_config.yaml 2> /dev/null || stat -f %Lp litellm_config.yaml)"
}

@test "the same again says that nothing changed, and makes nothing" {
  given_bucket
  deploy --generate-api-key
  succeeds
  before=$(resources)
  objects=$(aws_emulated s3api list-object-versions --bucket "$BUCKET" --output text)
  : > "$ARGV_RECORD"
  deploy --generate-api-key
  succeeds
  says 'No changes'
  same "$before" "$(resources)"
  same "$objects" "$(aws_emulated s3api list-object-versions --bucket "$BUCKET" --output text)"
  same 'cloudformation deploy' "$(changes | cut -d ' ' -f 1,2)"
}

@test "a changed script is deployed as a new version, and the old one can be set back" {
  given_bucket
  deploy
  succeeds
  url=$output before=$(chat '')
  SOURCE=$BATS_TEST_TMPDIR/changed
  copy_repository "$SOURCE"
  sed -i.before 's/In what way?/Since when exactly?/' "$SOURCE"/scripts/doctor.txt
  deploy
  succeeds
  is_silent_on 'No changes'
  same '200 In what way?' "$before"
  same '200 Since when exactly?' "$(chat '')"
  function=$(stack_output FunctionName)
  aws_emulated lambda update-alias --function-name "$function" --name live --function-version 1 > /dev/null
  same '200 In what way?' "$(chat '')"
}

@test "every flag takes effect, and one that is left out returns to its default" {
  given_bucket
  deploy --allowed-cidr 203.0.113.0/24,2001:db8::/32 --log-requests --parameter MemorySize=512 --parameter SystemMessages=ignore --parameter FunctionUrl=true
  succeeds
  url=$output
  same 403 "$(get_status /health)"
  same 200 "$(get_status /health -H 'X-Fake-Source-Ip: 203.0.113.7')"
  same 200 "$(get_status /health -H 'X-Fake-Source-Ip: 2001:db8::7')"
  function=$(stack_output FunctionName)
  variables() { aws_emulated lambda get-function-configuration --function-name "$function:live" --query "[MemorySize,Environment.Variables.[ALLOWED_CALLER_CIDR,LOG_REQUESTS,SYSTEM_MESSAGES,RESPONSE_STREAMING]]" --output json | jq -c .; }
  same '[512,["203.0.113.0/24,2001:db8::/32","true","ignore","true"]]' "$(variables)"
  [[ $(stack_output FunctionUrl) == https://* ]]
  deploy
  succeeds
  same '[256,["","false","prepend","false"]]' "$(variables)"
  same 200 "$(get_status /health)"
  same '' "$(stack_output FunctionUrl)"
}

@test "the bucket that it makes is versioned, private, encrypted, for TLS only, and cleans up after itself" {
  deploy
  succeeds
  s3() { aws_emulated s3api "$@" --bucket "$BUCKET" --output json | jq -cS "${filter:-.}"; }
  same '{"Status":"Enabled"}' "$(s3 get-bucket-versioning)"
  same true "$(filter='.PublicAccessBlockConfiguration | all(.[]; .)' s3 get-public-access-block)"
  same '"AES256"' "$(filter='.ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm' s3 get-bucket-encryption)"
  same '["Deny",{"Bool":{"aws:SecureTransport":"false"}}]' "$(filter='.Policy | fromjson | .Statement[0] | [.Effect, .Condition]' s3 get-bucket-policy)"
  same 30 "$(filter='.Rules[0].NoncurrentVersionExpiration.NoncurrentDays' s3 get-bucket-lifecycle-configuration)"
}

@test "tags are on everything that is made, and change with the next deployment" {
  tags() { # the command that prints the tags
    "$@" --output json | jq -cS '[.. | objects | select(has("Key")) | select(.Key | startswith("eliza:") | not) | {key: .Key, value: .Value}] | from_entries'
  }
  tagged() { # wanted
    same "$1" "$(tags aws_emulated cloudformation describe-stacks --stack-name "$STACK" --query 'Stacks[0].Tags')"
    same "$1" "$(tags aws_emulated s3api get-bucket-tagging --bucket "$BUCKET")"
    same "$1" "$(tags aws_emulated secretsmanager describe-secret --secret-id "$(stack_output ApiKeySource)" --query Tags)"
  }
  deploy --generate-api-key --tag 'cost centre=R&D'
  fails
  says "'cost centre=R&D' is no tag"
  deploy --generate-api-key --tag 'cost centre=a=b/c:d@e f' --tag team=research
  succeeds
  wanted='{"cost centre":"a=b/c:d@e f","team":"research"}'
  tagged "$wanted"
  same "$wanted" "$(aws_emulated lambda list-tags --resource "$(aws_emulated lambda get-function --function-name "$(stack_output FunctionName)" --query Configuration.FunctionArn --output text)" --output json | jq -cS .Tags)"
  same "$wanted" "$(tags aws_emulated iam list-role-tags --role-name "$(resources '.roles[0]' | jq -r .)")"
  deploy --generate-api-key --tag 'cost centre=x' --tag team=research
  succeeds
  tagged '{"cost centre":"x","team":"research"}'
  same '"made"' "$(aws_emulated s3api get-bucket-tagging --bucket "$BUCKET" --query "TagSet[?Key=='eliza:bucket'].Value | [0]")"
  deploy --generate-api-key
  succeeds
  same '[]' "$(aws_emulated cloudformation describe-stacks --stack-name "$STACK" --query 'Stacks[0].Tags || `[]`' --output json)"
  undeploy
  succeeds
  nothing_is_left
}

@test "the role has the permissions boundary that is given, and the log groups the key" {
  given_bucket
  boundary=$(aws_emulated iam create-policy --policy-name boundary --query Policy.Arn --output text \
    --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"*"}]}')
  key=arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-0123456789ab
  deploy --permissions-boundary "$boundary" --parameter "LogKmsKeyArn=$key"
  succeeds
  same "$boundary" "$(aws_emulated iam get-role --role-name "$(resources '.roles[0]' | jq -r .)" --query Role.PermissionsBoundary.PermissionsBoundaryArn --output text)"
  same "[\"$key\",\"$key\"]" "$(aws_emulated logs describe-log-groups --query 'logGroups[].kmsKeyId' --output json | jq -c .)"
}

@test "in another region it makes the bucket there" {
  deploy --region eu-central-1
  succeeds
  [[ $output == *.execute-api.eu-central-1.amazonaws.com ]]
  same eu-central-1 "$(aws_emulated s3api get-bucket-location --bucket eliza-gpt-deploy-123456789012-eu-central-1 --output text)"
}

@test "a bucket of the user's own is used as it is" {
  aws_emulated s3api create-bucket --bucket my-own-bucket > /dev/null
  deploy my-own-bucket --stack-name other
  succeeds
  same '[{"delete_markers":0,"name":"my-own-bucket","objects":1,"versions":1}]' "$(resources .buckets)"
  ! grep -E 's3api put-(bucket|public)' "$ARGV_RECORD"
  undeploy --stack-name other
  succeeds
  same '[{"delete_markers":0,"name":"my-own-bucket","objects":0,"versions":0}]' "$(resources .buckets)"
}

@test "a dry run changes nothing, here or there" {
  deploy --dry-run --generate-api-key --allowed-cidr 203.0.113.0/24
  succeeds
  same '' "$output"
  says 'Parameter AllowedCallerCIDR=203.0.113.0/24'
  says 'nothing was changed'
  nothing_is_left
  same '' "$(changes)"
  same '' "$(ls -A)"
}

@test "what it keeps while it works is gone from the folder for temporary files" {
  given_bucket
  export TMPDIR=$BATS_TEST_TMPDIR/tmp
  mkdir "$TMPDIR"
  deploy
  succeeds
  undeploy
  succeeds
  same '' "$(ls -A "$TMPDIR")"
}

@test "the artifact is the same, byte for byte, when it is built elsewhere and outside of git" {
  given_bucket
  deploy
  succeeds
  copy_repository "$BATS_TEST_TMPDIR/elsewhere"
  SOURCE=$BATS_TEST_TMPDIR/elsewhere deploy
  succeeds
  says 'is there already'
  says 'No changes'
}

@test "so is the native artifact" {
  given_bucket
  BUILD=native deploy
  case $status$stderr in [!0]*'The native build'*) skip 'the native build does not work here' ;; esac
  succeeds
  copy_repository "$BATS_TEST_TMPDIR/elsewhere"
  BUILD=native SOURCE=$BATS_TEST_TMPDIR/elsewhere deploy
  succeeds
  says 'is there already'
  says 'No changes'
}

@test "both scripts print their help on standard output" {
  for script in deploy undeploy; do
    run --separate-stderr "$ROOT/$script.sh" --help
    succeeds
    [[ $output == "Usage: ./$script.sh [s3-bucket]"* ]]
    for option in $(grep -oE '^ +(--[a-z-]+( \| --[a-z-]+)*)\)' "$ROOT/$script.sh" | grep -oE -- '--[a-z-]+'); do
      [[ $output == *"$option"* ]] || { echo "help lacks $option"; return 1; }
    done
  done
}
