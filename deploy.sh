#!/usr/bin/env bash
# Deploys a chatbot with the OpenAI protocol to an empty AWS account. docs/deployment.md explains how to use it and how it works.
set -euo pipefail

# The folder of this script, even if it is called through links. CDPATH would make cd go elsewhere.
unset CDPATH
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
  link=$(readlink "$script")
  case $link in /*) script=$link ;; *) script=$(dirname "$script")/$link ;; esac
done
root=$(cd -P "$(dirname "$script")" && pwd)
. "$root/deploy/common.sh"
. "$root/deploy/bucket.sh"
. "$root/deploy/artifact.sh"
. "$root/deploy/api-key.sh"
. "$root/deploy/stack.sh"
. "$root/deploy/stacks.sh"
. "$root/deploy/client.sh"

usage() {
  cat << 'TEXT'
Usage: ./deploy.sh [s3-bucket] [options]

Builds Eliza, uploads it, deploys the stack and prints the URL. Run it again at any time: it changes only what differs.
An option that is left out returns to its default.

  s3-bucket               where the artifact goes (default: eliza-gpt-deploy-<account>-<region>, made if it is not there)
  --stack-name NAME       name of the CloudFormation stack (default: eliza-lambda-stack)
  --region R              AWS region (default: that of your AWS configuration)

  --api-key KEY           ask callers for this key; "-" reads it from standard input. ELIZA_API_KEY in the environment does the same
  --generate-api-key      ask callers for a random key, made by the first deployment and kept by those after it
  --api-key-ssm PARAM     ask callers for the key in this SSM parameter
  --api-key-secret ARN    ask callers for the key in this secret
  --keep-old-key          accept the key before this one too, until a deployment without this option
  --allowed-cidr LIST     admit only these networks, IPv4 or IPv6, separated by commas (default: everybody)
  --log-requests          log what was understood of each request, without its secrets

  --with STACK            add a stack of its own; one that was added before stays. May be given for each:
                          lex: a Lex V2 bot that the function answers
                          observed: LiteLLM and Phoenix on ECS behind CloudFront; costs money every month, and asks first
  --vpc VPC               the VPC for observed
  --subnets A,B           two or more private subnets of it, from which a NAT gateway leads out
  --yes                   do not ask

  --tag K=V               tag everything that is created; may be given several times
  --permissions-boundary ARN
                          the policy that bounds what the function's role may do
  --build native|portable what to build (default: native if this machine can, else portable)
  --parameter K=V         set another parameter of template.yaml; may be given several times
  --no-check              do not call the endpoint after the deployment
  --dry-run               check everything, say what would be done, change nothing
  --help                  print this

The steps are told on standard error; standard output holds the URL alone. litellm_config.yaml is written to the current folder.
TEXT
}

steps=8 # and one more for each added stack
key_option=none # none, given, stdin, environment, generate, ssm or secret
key_reference=''
keep_old_key=''
given_parameters=()
architecture=''
build=''
artifact_key=''
artifact_version=''
runtime=''
check=yes
dry_run=''
yes=''
unfinished_bucket=''
unused_secret=''
unfinished_config=''

read_own_option() { # option, the arguments after it
  case $1 in
    --api-key)
      take_value "$@"
      if [ "$value" = - ]; then choose_key stdin ''; else choose_key given "$value"; fi
      ;;
    --generate-api-key) choose_key generate '' ;;
    --api-key-ssm) take_value "$@" && choose_key ssm "$value" ;;
    --api-key-secret) take_value "$@" && choose_key secret "$value" ;;
    --keep-old-key) keep_old_key=yes ;;
    --allowed-cidr)
      take_value "$@"
      check_networks "$value"
      given_parameters+=("AllowedCallerCIDR=$value")
      ;;
    --log-requests) given_parameters+=(LogRequests=true) ;;
    --with) take_value "$@" && added+=("$value") ;;
    --vpc) take_value "$@" && vpc=$value ;;
    --subnets) take_value "$@" && subnets=$value ;;
    --yes) yes=yes ;;
    --tag) take_value "$@" && tags+=("$value") ;;
    --permissions-boundary)
      take_value "$@"
      [ -n "$value" ] || fail_usage '--permissions-boundary needs the ARN of a policy.'
      given_parameters+=("PermissionsBoundary=$value")
      ;;
    --build) take_value "$@" && build=$value ;;
    --parameter) take_value "$@" && given_parameters+=("$value") ;;
    --no-check) check='' ;;
    --dry-run) dry_run=yes ;;
    *) refuse_option "$1" ;;
  esac
}

choose_key() { # option, the key or where it is
  [ "$key_option" = none ] ||
    fail_usage 'Give one of --api-key, --generate-api-key, --api-key-ssm and --api-key-secret, and give it once.'
  key_option=$1
  case $1 in
    given) api_key=$2 ;;
    ssm | secret)
      [ -n "$2" ] || fail_usage "--api-key-$1 needs the name of where the key is."
      key_reference=$2
      ;;
  esac
}

check_tags() {
  local tag name names=$'\n'
  for tag in ${tags[@]+"${tags[@]}"}; do
    name=${tag%%=*}
    is_tag "$tag" || fail_usage "'$tag' is no tag: write it as --tag team=research, of letters, digits, blanks and _ . : / = + - @."
    case $name in aws:* | eliza:*) fail_usage "The tag '$name' is not yours to set: take a name without ${name%%:*}: at its beginning." ;; esac
    case $names in *$'\n'"$name"$'\n'*) fail_usage "The tag '$name' is given twice." ;; esac
    names=$names$name$'\n'
  done
}

check_permissions_boundary() {
  local boundary
  boundary=$(given_parameter PermissionsBoundary '')
  [[ -z $boundary || $boundary =~ ^arn:[a-z0-9-]+:iam::(aws|[0-9]{12}):policy/.+ ]] ||
    fail_usage "'$boundary' is not the ARN of a policy, such as arn:PARTITION:iam::ACCOUNT:policy/NAME."
}

# K=V: whether AWS accepts the tag, and it can be quoted for the aws command. AWS itself checks letters beyond ASCII.
is_tag() {
  local LC_ALL=C others=${1//[A-Za-z0-9 _.:=+@\/-]/}
  case $1 in
    =* | *[[:cntrl:]]*) return 1 ;;
    *=*) [[ $others != *[[:punct:]]* ]] ;;
    *) return 1 ;;
  esac
}

# list: refuses a list that the function could not read, because the function would then admit nobody.
check_networks() {
  local network networks
  IFS=', ' read -r -a networks <<< "$1"
  [ "${#networks[@]}" -gt 0 ] || fail_usage '--allowed-cidr needs networks such as 203.0.113.0/24; to admit everybody leave it out.'
  for network in "${networks[@]}"; do
    is_network "$network" || fail_usage "'$network' is no network: write it as 203.0.113.0/24, 203.0.113.7/32 or 2001:db8::/32."
  done
}

is_network() {
  local byte='(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
  local ipv4="^$byte(\.$byte){3}/(3[0-2]|[12]?[0-9])$" ipv6='^[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(:[0-9.]+)?/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$'
  [[ $1 =~ $ipv4 || $1 =~ $ipv6 ]]
}

check_tools() {
  need_aws_command
  need_tool dotnet 'builds the function' 'install the .NET 10 SDK from https://dot.net'
  need_tool zip 'packs the function' 'install it with your package manager'
  [ -z "$check" ] || need_tool curl 'calls the endpoint' 'install it with your package manager, or add --no-check'
  command -v sha256sum > /dev/null 2>&1 || need_tool shasum 'computes digests' 'install perl or coreutils'
  (cd "$root" && dotnet --version) > /dev/null 2> "$work/complaint" ||
    fail 'The .NET SDK is not the one that global.json asks for: install the .NET 10 SDK from https://dot.net.'
}

check_options() {
  local given
  check_stack_name
  check_added_names
  case $build in '' | native | portable) ;; *) fail_usage "There is no build '$build', only native and portable." ;; esac
  for given in ${given_parameters[@]+"${given_parameters[@]}"}; do
    case $given in ?*=*) ;; *) fail_usage "'$given' is no parameter: write it as --parameter MemorySize=512." ;; esac
  done
  check_tags
  check_permissions_boundary
  take_api_key
  check_network_options
  [ -z "$keep_old_key" ] || [ "$key_option" != none ] || fail_usage '--keep-old-key needs a new key beside the old one: add --api-key or another way to give it.'
}

# Checks everything that can be checked from here, before anything is changed.
check_everything() {
  local given
  check_options
  check_tools
  check_config
  choose_region
  check_credentials
  note "Account $account, region $region, stack $stack"
  choose_bucket
  check_bucket
  read_template
  check_stack
  check_added_stacks
  for given in ${given_parameters[@]+"${given_parameters[@]}"}; do check_parameter "${given%%=*}"; done
  fetch_api_key
  architecture=$(given_parameter Architecture '')
  case $architecture in '' | x86_64 | arm64) ;; *) fail_usage "There is no architecture '$architecture', only x86_64 and arm64." ;; esac
  choose_architecture
}

tell_plan() {
  local obstacle kind
  note "Stack $stack: $(stack_value status)"
  for kind in ${added[@]+"${added[@]}"}; do with_stack "$kind" tell_added_plan; done
  note "Bucket $bucket: $bucket_state"
  obstacle=$(native_obstacle)
  case $build in
    '') if [ -z "$obstacle" ]; then note 'Build: native if that works, else portable'; else note "Build: portable, since $obstacle"; fi ;;
    *) note "Build: $build" ;;
  esac
  case $key_option in
    none) note 'API key: none, open to everybody who finds the URL' ;;
    generate) note 'API key: the generated one of this stack, or a new one' ;;
    ssm | secret) note "API key: the one in $key_reference" ;;
    *) note 'API key: the given one' ;;
  esac
  [ -z "$keep_old_key" ] || note 'The key before it: accepted too'
  for given in ${tags[@]+"${tags[@]}"}; do note "Tag $given"; done
  for given in ${given_parameters[@]+"${given_parameters[@]}"}; do note "Parameter $given"; done
  note 'Dry run: nothing was changed.'
}

# Removes what is unfinished if the script ends early.
clean_up() {
  local status=$?
  trap '' HUP INT TERM
  [ -z "$unfinished_config" ] || rm -f "$unfinished_config"
  [ -z "$unfinished_bucket" ] ||
    amazon s3api delete-bucket --bucket "$unfinished_bucket" --expected-bucket-owner "$account" > /dev/null || true
  [ -z "$unused_secret" ] || (settle_secret) || true # a failure in settle_secret must not prevent the rest of the cleanup
  [ -z "$work" ] || rm -rf "$work"
  exit "$status"
}

# A new secret stays only if the stack uses it. The deployment may have succeeded although this script was interrupted.
settle_secret() {
  read_stack
  case $(stack_value status) in
    REVIEW_IN_PROGRESS) ;;
    *_IN_PROGRESS)
      warn "CloudFormation is still at work on $stack: run the same command again when it is done."
      return
      ;;
  esac
  [ "$(stack_value parameter.ApiKeySource)" = "$unused_secret" ] || delete_secret "$unused_secret" || true
}

main() {
  local kind
  read_options "$@"
  steps=$((steps + ${#added[@]}))
  hide_key "$@"
  make_work_folder
  trap clean_up EXIT
  end_on_signals

  step 'Checking tools, options, credentials and what is there'
  check_everything
  if [ -n "$dry_run" ]; then
    confirm_cost
    tell_plan
    return
  fi

  confirm_cost

  step "Bucket $bucket"
  provide_bucket

  step 'Build'
  build_artifact

  step 'Upload'
  upload_artifact

  step 'API key'
  provide_api_key

  step "Stack $stack"
  recover_stack
  fill_parameters
  deploy_stack

  step 'Check'
  read_stack
  url=$(stack_value output.ApiUrl)
  function_name=$(stack_value output.FunctionName)
  if [ -n "$check" ]; then check_endpoint; else note 'Left out.'; fi

  step 'Clients'
  write_config
  unused_secret=''

  for kind in ${added[@]+"${added[@]}"}; do
    step "Stack $stack-$kind"
    with_stack "$kind" deploy_added
  done
  retire_secrets "$api_key_source"
  end_step
  printf '%s\n' "$url"
}

# A key among the arguments would be visible in the process list for minutes. So the script starts itself again and passes the key through a pipe.
hide_key() {
  local arguments=()
  [ "$key_option" = given ] || return 0
  check_api_key
  while [ $# -gt 0 ]; do
    arguments+=("$1")
    if [ "$1" = --api-key ]; then
      arguments+=(-)
      shift
    fi
    shift
  done
  exec "$BASH" "$root/deploy.sh" "${arguments[@]}" < <(printf %s "$api_key")
}

main "$@"
