#!/usr/bin/env bats
# AWS has several partitions, with their own regions, accounts and names. The scripts learn them from AWS.

load helpers

setup() { setup_aws; }

there_and_back_in() { # partition, region
  local bucket=eliza-gpt-deploy-123456789012-$2
  export AWS_DEFAULT_REGION=$2 # also for the checks after it
  deploy --region "$2" --generate-api-key
  succeeds
  says "region $2"
  [[ $(stack_output ApiKeySource) == "arn:$1:secretsmanager:$2:123456789012:secret:eliza/api_key/$STACK-"* ]]
  same "[\"arn:$1:s3:::$bucket\",\"arn:$1:s3:::$bucket/*\"]" \
    "$(aws_emulated s3api get-bucket-policy --bucket "$bucket" --query Policy --output text | jq -c '.Statement[0].Resource')"
  same "$2" "$(aws_emulated s3api head-bucket --bucket "$bucket" --query BucketRegion --output text)"
  deploy --region "$2" --generate-api-key
  succeeds
  says 'Kept the key in'
  undeploy --region "$2"
  succeeds
  nothing_is_left
}

@test "the European Sovereign Cloud" { there_and_back_in aws-eusc eusc-de-east-1; }
@test "China" { there_and_back_in aws-cn cn-northwest-1; }
@test "GovCloud" { there_and_back_in aws-us-gov us-gov-west-1; }

@test "a region that nobody has heard of yet is asked for at AWS" {
  deploy --dry-run --region ap-somewhere-9
  succeeds
  says 'Account 123456789012, region ap-somewhere-9'
}

@test "no partition, and no region but in an example, is spelled out in the scripts and the template" {
  cd "$ROOT"
  ! grep -nE 'arn:aws|aws-(cn|us-gov|eusc|iso)|(us|eu|cn|eusc)-[a-z]+-[0-9]|amazonaws\.com\.cn' deploy.sh undeploy.sh deploy/*.sh template.yaml |
    grep -v 'No region is set: add --region, for example'
}

# The commands between two marks in docs/deployment.md, as a reader copies them.
operator_commands() { sed -n '/^<!-- the operator.s policy -->$/,/^```$/p' "$ROOT/docs/deployment.md" | sed '1,/^```sh$/d; /^```$/d'; }

@test "the operator's policy, made as the documentation says, is right in every partition" {
  cd "$ROOT"
  [ -n "$(operator_commands)" ]
  while read -r partition region; do
    export AWS_DEFAULT_REGION=$region
    (eval "$(operator_commands)") > /dev/null
    arn=arn:$partition:iam::123456789012:policy/eliza-operator
    aws_emulated iam get-policy-version --policy-arn "$arn" --version-id v1 --query PolicyVersion.Document --output json > "$BATS_TEST_TMPDIR/policy"
    same "arn:$partition" "$(grep -oE 'arn:[a-z-]*' "$BATS_TEST_TMPDIR/policy" | sort -u)"
    same "$(jq -cS 'del(.. | .Resource?)' docs/operator-policy.json)" "$(jq -cS 'del(.. | .Resource?)' "$BATS_TEST_TMPDIR/policy")"
    aws_emulated iam delete-policy --policy-arn "$arn"
  done <<< $'aws eu-central-1\naws-cn cn-north-1\naws-us-gov us-gov-east-1\naws-eusc eusc-de-east-1'
}
