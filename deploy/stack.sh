# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# A CloudFormation stack: its state, its parameters, its deployment and deletion. The variables here are those of the main stack;
# stacks.sh replaces them with those of another stack.

template=$root/template.yaml
title='Eliza, an OpenAI-compatible chatbot' # the beginning of the description of every stack from this template
own_resource=$'AccessLogGroup\tAWS::Logs::LogGroup' # a resource that no other template has

# Reads the stack into a file for stack_value. Its status is "absent" if there is no stack.
read_stack() {
  local parameters="Parameters[].[join('', ['parameter.', ParameterKey]), ParameterValue]"
  local outputs="Outputs[].[join('', ['output.', OutputKey]), OutputValue]"
  if ! amazon cloudformation describe-stacks --stack-name "$stack" --output text \
    --query "Stacks[0].[[['status', StackStatus], ['description', Description]], $parameters, $outputs][]" > "$work/$stack.stack"; then
    case $(complaint) in
      *'does not exist'*) printf 'status\tabsent\n' > "$work/$stack.stack" ;;
      *) fail "The stack $stack could not be looked up ($(complaint)): you need the permission cloudformation:DescribeStacks." ;;
    esac
  fi
}

# A value of the stack from the last reading: status, description, parameter.NAME or output.NAME; empty if there is none.
stack_value() { awk -F '\t' -v name="$1" '$1 == name { print $2; exit }' "$work/$stack.stack"; }

# Refuses a stack of someone else, and a stack that CloudFormation is changing.
check_stack() {
  read_stack
  case $(stack_value status) in
    REVIEW_IN_PROGRESS) ;; # the stack waits for a deployment
    *_IN_PROGRESS)
      fail "The stack $stack is being changed ($(stack_value status)): wait until that is over, then run this again." ;;
  esac
  check_stack_is_ours
}

check_stack_is_ours() {
  stack_is_ours || fail "The stack $stack is not one of Eliza's: choose another name with --stack-name."
}

# A stack of someone else is never changed, whatever its state, even if its creation failed.
stack_is_ours() {
  case $(stack_value status)/$(stack_value description) in
    absent/* | */"$title"*) ;;
    REVIEW_IN_PROGRESS/*) waits_for_our_template ;;
    */None | */) held_our_resources ;;
    *) return 1 ;;
  esac
}

# A stack that waits for its first deployment has no description yet. The templates of its change sets have one.
waits_for_our_template() {
  local change_set
  change_set=$(amazon cloudformation list-change-sets --stack-name "$stack" --query 'Summaries[0].ChangeSetId' --output text) &&
    amazon cloudformation get-template --stack-name "$stack" --change-set-name "$change_set" --query TemplateBody --output text > "$work/waiting" &&
    grep -qF -- "Description: $title" "$work/waiting"
}

# A stack whose creation failed may have no description any more (an emulated CloudFormation drops it). Then its events show
# what was in it.
held_our_resources() {
  amazon cloudformation describe-stack-events --stack-name "$stack" \
    --query 'StackEvents[].[LogicalResourceId, ResourceType]' --output text > "$work/held" &&
    grep -qxF -- "$own_resource" "$work/held"
}

# Lists NAME and default of every parameter of the template into a file for this stack. This also checks the template.
read_template() {
  amazon cloudformation get-template-summary --template-body "file://$template" \
    --query 'Parameters[].[ParameterKey, DefaultValue]' --output text > "$work/$stack.defaults" ||
    fail "The template could not be read ($(complaint)): restore ${template#"$root/"}, and check the permission cloudformation:GetTemplateSummary."
}

# Sets every parameter every time, because the aws command would keep the old value of a parameter that is left out.
# Values that deploy.sh sets itself come first, then those of --parameter, then the template's defaults.
fill_parameters() {
  local name default value has_revision=''
  parameters=()
  while IFS=$'\t' read -r name default; do
    case $name in
      LambdaS3Bucket) value=$bucket ;;
      LambdaS3Key) value=$artifact_key ;;
      LambdaS3ObjectVersion) value=$artifact_version ;;
      Runtime) value=$runtime ;;
      Architecture) value=$architecture ;;
      ApiKeySha256) value=$api_key_sha256 ;;
      ApiKeySource) value=$api_key_source ;;
      Revision)
        has_revision=yes
        continue
        ;;
      FunctionName) value=$function_name ;;
      EndpointUrl) value=$url ;;
      Vpc) value=$vpc ;;
      Subnets) value=$subnets ;;
      CloudFrontPrefixList) value=$prefix_list ;;
      *) value=$(given_parameter "$name" "$default") ;;
    esac
    parameters+=("$name=$value")
  done < "$work/$stack.defaults"
  revision=$({ cat "$template"; printf '%s\n' "${parameters[@]}"; } | sha256 | cut -c 1-16)
  [ -z "$has_revision" ] || parameters+=("Revision=$revision")
}

# name, default: the last value that --parameter gave it.
given_parameter() {
  local given value=$2
  for given in ${given_parameters[@]+"${given_parameters[@]}"}; do
    case $given in "$1="*) value=${given#*=} ;; esac
  done
  printf '%s' "$value"
}

# name: refuses a parameter that none of the deployed templates has, or that the caller may not set.
check_parameter() {
  case $1 in
    LambdaS3Bucket | LambdaS3Key | LambdaS3ObjectVersion | Runtime | ApiKeySha256 | ApiKeySource | Revision | FunctionName | EndpointUrl | Vpc | Subnets | CloudFrontPrefixList)
      fail_usage "The parameter $1 is set by ${0##*/} itself: use the option for it." ;;
  esac
  cut -f 1 "$work"/*.defaults | grep -qx -- "$1" ||
    fail_usage "The template has no parameter '$1', only: $(cut -f 1 "$work"/*.defaults | sort -u | tr '\n' ' ')."
}

# Brings a stack that cannot be updated into a state in which it can be deployed.
recover_stack() {
  local status
  status=$(stack_value status)
  case $status in
    CREATE_FAILED | ROLLBACK_COMPLETE | ROLLBACK_FAILED | DELETE_FAILED)
      note "The stack is in $status; deleting it before it is made anew."
      delete_stack
      read_stack
      ;;
    UPDATE_ROLLBACK_FAILED)
      note "The stack is in $status; finishing its rollback first."
      { amazon cloudformation continue-update-rollback --stack-name "$stack" > /dev/null &&
        amazon cloudformation wait stack-rollback-complete --stack-name "$stack"; } ||
        fail_stack 'could not finish its rollback'
      ;;
  esac
}

deploy_stack() {
  local answer given=(--parameter-overrides "${parameters[@]}")
  [ "${#tags[@]}" -eq 0 ] || given+=(--tags "${tags[@]}")
  answer=$(amazon cloudformation deploy --stack-name "$stack" --template-file "$template" --capabilities CAPABILITY_IAM \
    --no-fail-on-empty-changeset "${given[@]}") || fail_stack 'was not deployed'
  case $answer in
    *'No changes to deploy'*) note 'No changes: the stack is up to date.' ;;
    *) note "The stack $stack is deployed." ;;
  esac
}

delete_stack() {
  { amazon cloudformation delete-stack --stack-name "$stack" &&
    amazon cloudformation wait stack-delete-complete --stack-name "$stack"; } ||
    fail_stack 'was not deleted'
}

# what: ends the script, and prints the events that explain the failure.
fail_stack() {
  local reason
  reason=$(complaint)
  print_failed_events
  fail "The stack $stack $1 ($reason): mend the cause above, then run this again."
}

# Only the failures of the last operation: the newest event comes first, and an operation begins with an event of the stack itself.
print_failed_events() {
  aws cloudformation describe-stack-events --stack-name "$stack" --output text \
    --query 'StackEvents[].[ResourceStatus, ResourceType, LogicalResourceId, ResourceStatusReason]' 2> /dev/null |
    awk -F '\t' '
      $2 == "AWS::CloudFormation::Stack" && $1 ~ /^(CREATE|UPDATE|DELETE)_IN_PROGRESS$/ { exit }
      $1 ~ /_FAILED$/ && $4 !~ /cancelled/ { printf "      %s %s: %s\n", $1, $3, $4 }' >&2 || true
}
