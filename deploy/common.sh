# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# Functions that deploy.sh and undeploy.sh share: messages and failures, names, and the credentials.
#
# All of this must run with bash 3.2 and BSD tools (macOS): no mapfile, no ${x,,}, no "${empty[@]}" under set -u,
# no GNU options. It must also run with versions 1 and 2 of the aws command: every call names its output format.

# The caller's exported options and variables must have no effect here. Options would change the behaviour of this script and of
# those that it calls. An exported variable with the name of ours for a key would pass the key to every command.
export -n SHELLOPTS BASHOPTS
set +o allexport +o histexpand +o keyword +o monitor +o noclobber +o noglob +o posix
shopt -u failglob inherit_errexit nocasematch nullglob xpg_echo 2> /dev/null || true # bash 3.2 does not have all of them
unset api_key value GREP_OPTIONS ZIP ZIPOPT
[ -z "${ELIZA_API_KEY+set}" ] || export -n ELIZA_API_KEY
export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off

stack=eliza-lambda-stack
bucket=''
region=''
tags=() # K=V, for everything that is created

say() { printf '%s\n' "$*" >&2; }
note() { say "      $*"; }
warn() { say "      Warning: $*"; }

# Fails with one sentence that says what is wrong and what to do about it.
fail() {
  say "${0##*/}: $*"
  exit 1
}

fail_usage() {
  say "${0##*/}: $* See ${0##*/} --help."
  exit 2
}

# Reads the arguments of a script: first those of both scripts, then others with the script's own read_own_option.
read_options() {
  while [ $# -gt 0 ]; do
    taken=1
    case $1 in
      --stack-name) take_value "$@" && stack=$value ;;
      --region) take_value "$@" && region=$value ;;
      --help | -h)
        usage
        exit
        ;;
      -*) read_own_option "$@" ;;
      *)
        [ -z "$bucket" ] || fail_usage "There can be one bucket, not '$bucket' and '$1'."
        [ -n "$1" ] || fail_usage 'The name of the bucket is empty.'
        bucket=$1
        ;;
    esac
    shift "$taken"
  done
}

# option, the arguments after it: sets value to the first of these arguments.
take_value() {
  [ $# -gt 1 ] || fail_usage "$1 needs a value."
  value=$2
  taken=2
}

refuse_option() { fail_usage "There is no option ${1%%=*}."; } # without its value, which might be a key

# question: asks it, and succeeds if the answer is yes. No answer means no.
ask() {
  local answer=''
  printf '      %s [y/N] ' "$1" >&2
  IFS= read -r answer || true
  case $answer in y | Y | yes | Yes | YES) ;; *) return 1 ;; esac
}

step_number=0
step_started=0

# text: starts the next of $steps numbered steps, and prints how long the previous one took.
step() {
  end_step
  step_number=$((step_number + 1))
  step_started=$SECONDS
  say "[$step_number/$steps] $1"
}

end_step() {
  [ "$step_number" -eq 0 ] || note "$((SECONDS - step_started)) s"
}

# A folder that only we can read. cleanup removes it.
work=''

make_work_folder() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/eliza.XXXXXX") || fail 'No temporary folder could be made: set TMPDIR to one that can be written.'
}

# Ctrl-C and similar signals end the script in the ordinary way, so that its EXIT trap cleans up.
end_on_signals() {
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

need_tool() { # name, what for, how to get it
  command -v "$1" > /dev/null 2>&1 || fail "The command $1 is missing, which $2: $3."
}

need_aws_command() {
  need_tool aws 'talks to AWS' 'install it as https://docs.aws.amazon.com/cli/ says, then run aws configure'
}

# The error message of the aws command in the last call through amazon.
complaint() { tr -s '\n' ' ' < "$work/complaint" | sed 's/^ *//; s/ *$//'; }

# Calls the aws command and keeps its error message for complaint.
amazon() { aws "$@" 2> "$work/complaint"; }

check_stack_name() {
  [[ $stack =~ ^[a-zA-Z][-a-zA-Z0-9]{0,127}$ ]] ||
    fail_usage "'$stack' is no stack name: take letters, digits and hyphens, a letter first, at most 128."
}

check_bucket_name() {
  [[ $bucket =~ ^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$ ]] ||
    fail_usage "'$bucket' is no bucket name: take 3 to 63 lower-case letters, digits, dots and hyphens."
}

# K=V: a tag in the aws command's shorthand. check_tag has refused every character that could end the quotes.
tag_shorthand() { printf "Key='%s',Value='%s'" "${1%%=*}" "${1#*=}"; }

choose_region() {
  [ -n "$region" ] || region=${AWS_REGION:-${AWS_DEFAULT_REGION:-}}
  [ -n "$region" ] || region=$(amazon configure get region) || [ -z "$(complaint)" ] ||
    fail "The configuration of the aws command cannot be read ($(complaint)): run aws configure, or set AWS_PROFILE to a profile that is there."
  [ -n "$region" ] || fail 'No region is set: add --region, for example --region eu-central-1.'
  export AWS_REGION=$region AWS_DEFAULT_REGION=$region # version 1 reads the second variable, version 2 prefers the first
}

# Sets account and partition to those of the credentials. Only AWS knows the regions.
check_credentials() {
  local caller
  if ! caller=$(amazon sts get-caller-identity --query '[Account,Arn]' --output text); then
    case $(complaint) in
      *endpoint* | *region*) fail "AWS does not answer in the region $region ($(complaint)): check the name of the region and the network." ;;
      *) fail "AWS does not accept your credentials ($(complaint)): run aws configure or aws sso login, then try again." ;;
    esac
  fi
  account=${caller%%$'\t'*}
  partition=${caller#*$'\t'arn:}
  partition=${partition%%:*}
}
