# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# What deploy.sh and undeploy.sh share: how they speak and fail, what they call things, whom they act for.
#
# bash 3.2 and BSD tools (macOS) must be able to run all of this: no mapfile, no ${x,,}, no "${empty[@]}" under set -u,
# no GNU options. The same goes for versions 1 and 2 of the aws command: every call names its output format.

# What the caller's shell exports is meant for that shell: its options would change what is written here, also in every
# script that is called, and an exported variable whose name is used here for a key would hand the key to every command.
export -n SHELLOPTS BASHOPTS
set +o allexport +o histexpand +o keyword +o monitor +o noclobber +o noglob +o posix
shopt -u failglob inherit_errexit nocasematch nullglob xpg_echo 2> /dev/null || true # bash 3.2 does not know all of them
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

# One sentence on what is wrong and what to do about it.
fail() {
  say "${0##*/}: $*"
  exit 1
}

fail_usage() {
  say "${0##*/}: $* See ${0##*/} --help."
  exit 2
}

# The arguments of a script: those that both take, and any other by its read_own_option, which knows that script's.
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

# option, the arguments after it: sets value to the first of these.
take_value() {
  [ $# -gt 1 ] || fail_usage "$1 needs a value."
  value=$2
  taken=2
}

refuse_option() { fail_usage "There is no option ${1%%=*}."; } # without its value, which might be a key

# question: whether the answer is yes. No answer is no.
ask() {
  local answer=''
  printf '      %s [y/N] ' "$1" >&2
  IFS= read -r answer || true
  case $answer in y | Y | yes | Yes | YES) ;; *) return 1 ;; esac
}

step_number=0
step_started=0

# text: begins the next of $steps numbered steps and says how long the one before it took.
step() {
  end_step
  step_number=$((step_number + 1))
  step_started=$SECONDS
  say "[$step_number/$steps] $1"
}

end_step() {
  [ "$step_number" -eq 0 ] || note "$((SECONDS - step_started)) s"
}

# A folder that only we can read; cleanup removes it.
work=''

make_work_folder() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/eliza.XXXXXX") || fail 'No temporary folder could be made: set TMPDIR to one that can be written.'
}

# Ctrl-C and the like end the script the ordinary way, so that its EXIT trap sees to the rest.
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

# What the aws command complained about in the last call through amazon.
complaint() { tr -s '\n' ' ' < "$work/complaint" | sed 's/^ *//; s/ *$//'; }

# The aws command, its complaints kept for complaint.
amazon() { aws "$@" 2> "$work/complaint"; }

check_stack_name() {
  [[ $stack =~ ^[a-zA-Z][-a-zA-Z0-9]{0,127}$ ]] ||
    fail_usage "'$stack' is no stack name: take letters, digits and hyphens, a letter first, at most 128."
}

check_bucket_name() {
  [[ $bucket =~ ^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$ ]] ||
    fail_usage "'$bucket' is no bucket name: take 3 to 63 lower-case letters, digits, dots and hyphens."
}

# K=V: a tag in the aws command's shorthand. check_tag has refused what could end the quotes.
tag_shorthand() { printf "Key='%s',Value='%s'" "${1%%=*}" "${1#*=}"; }

choose_region() {
  [ -n "$region" ] || region=${AWS_REGION:-${AWS_DEFAULT_REGION:-}}
  [ -n "$region" ] || region=$(amazon configure get region) || [ -z "$(complaint)" ] ||
    fail "The configuration of the aws command cannot be read ($(complaint)): run aws configure, or set AWS_PROFILE to a profile that is there."
  [ -n "$region" ] || fail 'No region is set: add --region, for example --region eu-central-1.'
  export AWS_REGION=$region AWS_DEFAULT_REGION=$region # version 1 reads the second, version 2 prefers the first
}

# Sets account and partition to those of the credentials. Only AWS knows which regions there are.
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
