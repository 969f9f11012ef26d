#!/usr/bin/env bats
# The stack of LiteLLM and Phoenix: the question before it, adding it, a rotation of the key, and removing it.

load helpers

setup() {
  setup_aws
  given_bucket
  read -r VPC FIRST SECOND <<< "$(aws_emulated ec2 describe-subnets --query '[Subnets[0].VpcId, Subnets[0].SubnetId, Subnets[1].SubnetId]' --output text)"
  NETWORK=(--vpc "$VPC" --subnets "$FIRST,$SECOND")
}

observed() { deploy --with observed "${NETWORK[@]}" --yes "$@"; }

litellm() { resources .litellm; }
key_of_litellm() { litellm | jq -r '.Secrets[] | select(.Name == "ELIZA_KEY").ValueFrom'; }

@test "one command makes LiteLLM and Phoenix and says where they are, a second changes nothing, and one removes all" {
  observed --generate-api-key
  succeeds
  says "[9/9] Stack $STACK-observed"
  says "The stack $STACK-observed costs about 72 USD a month"
  says 'LiteLLM, for clients: https://'
  says '/phoenix. Log in as admin@localhost'
  same 18 "$(resources '.observed | length')"
  same "$(stack_output ApiKeySource)" "$(key_of_litellm)"
  same "$output" "$(litellm | jq -r '.Environment[] | select(.Name == "LITELLM_CONFIG").Value' | sed -n 's/^ *aws_bedrock_runtime_endpoint: //p')"
  before=$(resources)
  observed --generate-api-key
  succeeds
  same 2 "$(grep -c 'No changes: the stack is up to date' <<< "$stderr")"
  same "$before" "$(resources)"
  undeploy
  succeeds
  says "Deleted the stack $STACK-observed."
  nothing_is_left
  undeploy
  succeeds
  nothing_is_left
}

@test "without a key LiteLLM is given none; --only removes the stack and leaves the endpoint" {
  observed
  succeeds
  same '' "$(key_of_litellm)"
  undeploy --only observed
  succeeds
  says "Nothing of $STACK-observed is left."
  same '[]' "$(resources .observed)"
  same "[{\"name\":\"$STACK\",\"status\":\"CREATE_COMPLETE\"}]" "$(resources .stacks)"
}

@test "a rotation without --with observed leaves LiteLLM the secret that it reads, until a deployment with it" {
  observed --api-key first-key-of-twenty-characters
  succeeds
  old=$(key_of_litellm)
  sleep_past_the_second
  deploy --api-key second-key-of-twenty-characters
  succeeds
  says "LiteLLM of $STACK-observed still sends the key in $old, which stays"
  same "$old" "$(key_of_litellm)"
  same first-key-of-twenty-characters "$(aws_emulated secretsmanager get-secret-value --secret-id "$old" --query SecretString --output text)"
  observed --api-key second-key-of-twenty-characters
  succeeds
  says "Deleted the secret $old."
  same "$(stack_output ApiKeySource)" "$(key_of_litellm)"
  undeploy
  succeeds
  nothing_is_left
}

# Names of secrets contain the second in which they were made.
sleep_past_the_second() {
  local now
  now=$(date -u +%Y%m%dT%H%M%SZ)
  while [ "$(date -u +%Y%m%dT%H%M%SZ)" = "$now" ]; do :; done
}

@test "without an answer, or with no, nothing is changed; with yes it is deployed" {
  deploy --with observed "${NETWORK[@]}" < /dev/null
  fails
  says 'Nothing was changed: answer y, or add --yes.'
  same '' "$(changes)"
  deploy --with observed "${NETWORK[@]}" <<< n
  fails
  same '' "$(changes)"
  deploy --with observed "${NETWORK[@]}" --dry-run
  succeeds
  says 'costs about 72 USD a month'
  same '' "$(changes)"
  deploy --with observed "${NETWORK[@]}" <<< y
  succeeds
  same 18 "$(resources '.observed | length')"
}

@test "what cannot be added is refused before anything is changed" {
  refused() { # status, what it says, options
    deploy --yes "${@:3}"
    same "$1" "$status"
    says "$2"
  }
  refused 2 'needs --vpc' --with observed --subnets "$FIRST,$SECOND"
  refused 2 'needs --subnets' --with observed --vpc "$VPC"
  refused 2 'needs --subnets' --with observed --vpc "$VPC" --subnets "$FIRST"
  refused 2 'are for --with observed' --vpc "$VPC"
  refused 2 'not from SSM' --with observed "${NETWORK[@]}" --api-key-ssm /key
  refused 2 'cannot get a token' --with observed "${NETWORK[@]}" --parameter JwtIssuer=https://issuer.example
  refused 1 'are not all in vpc-0a1b2c3d' --with observed --vpc vpc-0a1b2c3d --subnets "$FIRST,$SECOND"
  refused 1 'could not be looked up' --with observed --vpc "$VPC" --subnets "$FIRST,subnet-0a1b2c3d"
  zone=$(aws_emulated ec2 describe-subnets --subnet-ids "$FIRST" --query 'Subnets[0].AvailabilityZone' --output text)
  beside=$(aws_emulated ec2 create-subnet --vpc-id "$VPC" --cidr-block 172.31.240.0/24 --availability-zone "$zone" --query Subnet.SubnetId --output text)
  refused 1 'are in one zone' --with observed --vpc "$VPC" --subnets "$FIRST,$beside"
  same '' "$(changes)"
}

@test "a failure is told and taken back, the endpoint works, and the next deployment makes it" {
  break_next AWS::ECS::Service
  observed
  fails
  says 'CREATE_FAILED'
  says "The stack $STACK-observed was not deployed"
  same '[]' "$(resources .observed)"
  observed
  succeeds
  says 'The stack is in ROLLBACK_COMPLETE'
  break_next AWS::CloudFront::Distribution delete
  undeploy
  fails
  says 'DELETE_FAILED Distribution'
  undeploy
  succeeds
  nothing_is_left
}
