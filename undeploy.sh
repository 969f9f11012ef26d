#!/usr/bin/env bash
# Removes everything that deploy.sh made, and nothing else. docs/deployment.md has the list.
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
. "$root/deploy/api-key.sh"
. "$root/deploy/stack.sh"
. "$root/deploy/stacks.sh"
. "$root/deploy/client.sh"

usage() {
  cat << 'TEXT'
Usage: ./undeploy.sh [s3-bucket] [options]

Deletes the stack, those that deploy.sh --with added to it, its API keys, its artifacts, and the bucket if deploy.sh made it and nothing else is in it.

  s3-bucket          where the artifacts are (default: the bucket that the stack was deployed from)
  --stack-name NAME  name of the CloudFormation stack (default: eliza-lambda-stack)
  --region R         AWS region (default: that of your AWS configuration)
  --only STACK       delete this added stack, lex or observed, and nothing else
  --yes              do not ask
  --keep-bucket      leave the bucket, even if nothing is in it
  --help             print this
TEXT
}

steps=6
only=''
yes=''
keep_bucket=''

read_own_option() {
  case $1 in
    --only) take_value "$@" && only=$value && added+=("$only") ;;
    --yes) yes=yes ;;
    --keep-bucket) keep_bucket=yes ;;
    *) refuse_option "$1" ;;
  esac
}

check_everything() {
  check_stack_name
  check_added_names
  need_aws_command
  [ -z "$only" ] || [ "${#added[@]}" -eq 1 ] || fail_usage 'There can be one --only.'
  [ -z "$only" ] || [ -z "$bucket$keep_bucket" ] || fail_usage '--only deletes a stack and no bucket: leave the bucket out.'
  choose_region
  check_credentials
  if [ -n "$only" ]; then
    with_stack "$only" read_stack
    with_stack "$only" check_stack_is_ours
    find_added "$only"
    return
  fi
  read_stack
  check_stack_is_ours
  find_added "$kinds"
  [ -n "$bucket" ] || bucket=$(stack_value parameter.LambdaS3Bucket)
  choose_bucket
  read_bucket_state
  [ "$bucket_state" != foreign ] ||
    fail "The bucket $bucket belongs to someone else, or you may not read it: name the one that you deployed from."
}

confirm() {
  local kind
  note "Account $account, region $region"
  for kind in ${added[@]+"${added[@]}"}; do with_stack "$kind" tell_added; done
  [ -n "$only" ] ||
    note "Stack $stack ($(stack_value status)), its API keys, and its artifacts in $bucket ($bucket_state)"
  [ -n "$yes" ] || ask 'Delete all of this?' || fail 'Nothing was deleted: answer y, or add --yes.'
}

clean_up() {
  local status=$?
  trap '' HUP INT TERM
  rm -rf "$work"
  exit "$status"
}

main() {
  local kind
  read_options "$@"
  [ -z "$only" ] || steps=2
  make_work_folder
  trap clean_up EXIT
  end_on_signals

  step 'Looking at what is there'
  check_everything
  confirm

  step 'Added stacks' # they refer to the main one
  [ "${#added[@]}" -gt 0 ] || note 'There is none.'
  for kind in ${added[@]+"${added[@]}"}; do with_stack "$kind" delete_added; done
  if [ -n "$only" ]; then
    end_step
    say "Nothing of $stack-$only is left."
    return
  fi

  step "Stack $stack"
  if [ "$(stack_value status)" = absent ]; then note 'There is none.'; else delete_stack; fi

  step 'API keys'
  retire_secrets ''

  step "Artifacts and bucket $bucket"
  case $bucket_state in
    absent) note 'There is none.' ;;
    *)
      delete_artifacts
      case $bucket_state$keep_bucket in
        made | being-made) delete_bucket ;;
        *) note "Kept the bucket $bucket." ;;
      esac
      ;;
  esac

  step 'This folder'
  remove_config
  end_step
  say "Nothing of $stack is left."
}

main "$@"
