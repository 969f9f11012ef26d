# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# The stacks beside the main one: their kinds, deployment, messages and deletion. Each has a template of its own in
# stacks/. Its name is the name of the main stack followed by its kind.

readonly kinds='lex observed' # in the order of deployment
added=()                      # the kinds that --with or --only names
vpc=''
subnets=''
prefix_list=''
readonly monthly_cost='72 USD a month without any use, and 33 more for the NAT gateway if you have none yet'

# kind, command: runs the command with the stack of that kind in the place of the main one.
with_stack() {
  local stack=$stack-$1 template=$root/stacks/$1.yaml title own_resource kind=$1
  case $1 in
    lex) title="Eliza's Lex V2 bot" own_resource=$'ElizaBot\tAWS::Lex::Bot' ;;
    observed) title="Eliza's LiteLLM and Phoenix" own_resource=$'LiteLlmKey\tAWS::SecretsManager::Secret' ;;
  esac
  shift
  "$@"
}

# Checks only the names, because nothing else can be checked from here.
check_added_names() {
  local kind named=' '
  for kind in ${added[@]+"${added[@]}"}; do
    case " $kinds " in *" $kind "*) ;; *) fail_usage "There is no stack '$kind' beside the main one, only ${kinds// / and }." ;; esac
    case $named in *" $kind "*) fail_usage "The stack $kind is named twice." ;; esac
    named="$named$kind "
    with_stack "$kind" check_added_name
  done
}

check_added_name() {
  check_stack_name
  # The bot has the name of its stack.
  [ "$kind" != lex ] || [[ $stack =~ ^([0-9a-zA-Z]-?){1,100}$ ]] ||
    fail_usage "'$stack' is no name for a bot: take a stack name of at most 96 characters without two hyphens in a row."
}

is_added() { [[ " ${added[*]-} " == *" $1 "* ]]; }

check_network_options() {
  if ! is_added observed; then
    [ -z "$vpc$subnets" ] || fail_usage '--vpc and --subnets are for --with observed.'
    return 0
  fi
  [[ $vpc =~ ^vpc-[0-9a-f]{8,17}$ ]] || fail_usage '--with observed needs --vpc with the ID of a VPC, such as vpc-0a1b2c3d.'
  [[ $subnets =~ ^subnet-[0-9a-f]{8,17}(,subnet-[0-9a-f]{8,17})+$ ]] ||
    fail_usage '--with observed needs --subnets with the IDs of two private subnets or more, separated by commas.'
  [ "$key_option" != ssm ] || fail_usage '--with observed takes the key from a secret, not from SSM: choose another way to give it.'
  [ -z "$(given_parameter JwtIssuer '')" ] || fail_usage '--with observed cannot get a token of JwtIssuer: leave one of them out.'
}

check_added_stacks() {
  local kind
  for kind in ${added[@]+"${added[@]}"}; do
    with_stack "$kind" read_template
    with_stack "$kind" check_stack
  done
  if is_added observed; then check_subnets && find_prefix_list; fi
}

check_subnets() {
  local ids
  IFS=, read -r -a ids <<< "$subnets"
  amazon ec2 describe-subnets --subnet-ids "${ids[@]}" --query 'Subnets[].[VpcId, AvailabilityZone]' --output text > "$work/subnets" ||
    fail "The subnets could not be looked up ($(complaint)): check --subnets, the region and the permission ec2:DescribeSubnets."
  awk -v vpc="$vpc" '$1 != vpc { exit 1 }' "$work/subnets" || fail "The subnets $subnets are not all in $vpc: check --vpc and --subnets."
  [ "$(cut -f 2 "$work/subnets" | sort -u | wc -l)" -gt 1 ] ||
    fail "The subnets $subnets are in one zone: the load balancer needs two."
}

# CloudFormation cannot find this value itself.
find_prefix_list() {
  prefix_list=$(amazon ec2 describe-managed-prefix-lists --query 'PrefixLists[0].PrefixListId' --output text \
    --filters Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing) ||
    fail "CloudFront's networks could not be looked up ($(complaint)): you need the permission ec2:DescribeManagedPrefixLists."
  [[ $prefix_list == pl-* ]] || fail "CloudFront has no networks in the region $region: choose another one for --with observed."
}

confirm_cost() {
  if ! is_added observed; then return 0; fi
  note "The stack $stack-observed costs about $monthly_cost."
  [ -n "$yes" ] || [ -n "$dry_run" ] || ask 'Deploy it?' || fail 'Nothing was changed: answer y, or add --yes.'
}

tell_added_plan() { note "Stack $stack: $(stack_value status)"; }

deploy_added() {
  recover_stack
  fill_parameters
  # If a resource must be made again for each revision, its name contains the revision.
  sed "s/OfRevision1/OfRevision$revision/g" "$template" > "$work/$stack.yaml"
  template=$work/$stack.yaml
  deploy_stack
  read_stack
  case $kind in
    lex) tell_lex ;;
    observed) tell_observed ;;
  esac
}

tell_lex() {
  note "In the console: $(stack_value output.Console)"
  note "Try it: $(stack_value output.TryIt)"
}

tell_observed() {
  note "LiteLLM, for clients: $(stack_value output.Url). Its key is sk- and what the secret $(stack_value output.LiteLlmKey) holds."
  note "Phoenix: $(stack_value output.PhoenixUrl). Log in as admin@localhost with what the secret $(stack_value output.PhoenixPassword) holds."
}

# ARN: whether an already deployed LiteLLM reads this secret whenever it starts.
is_read_by_litellm() {
  with_stack observed read_stack
  [ "$(with_stack observed stack_value status)" != absent ] && [ "$(with_stack observed stack_value parameter.ApiKeySource)" = "$1" ]
}

# kinds: leaves in added only those whose stack exists and is ours. The stack that was deployed last comes first.
find_added() {
  local kind
  added=()
  for kind in $1; do
    with_stack "$kind" read_stack
    if with_stack "$kind" is_there; then added=("$kind" ${added[@]+"${added[@]}"}); fi
  done
}

is_there() {
  [ "$(stack_value status)" != absent ] || return 1
  stack_is_ours || {
    note "The stack $stack is not one that deploy.sh added: it stays."
    return 1
  }
}

tell_added() { note "Stack $stack ($(stack_value status))"; }

delete_added() {
  delete_stack
  note "Deleted the stack $stack."
}
