#!/usr/bin/env bash
# Removes what deploy.sh made, and nothing else. README.md says what that is.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/deploy/common.sh"
. "$root/deploy/bucket.sh"
. "$root/deploy/api-key.sh"
. "$root/deploy/stack.sh"
. "$root/deploy/client.sh"

usage() {
  cat << 'TEXT'
Usage: ./undeploy.sh [s3-bucket] [options]

Deletes the stack, its API keys, its artifacts, and the bucket if deploy.sh made it and nothing else is in it.

  s3-bucket          where the artifacts are (default: the bucket that the stack was deployed from)
  --stack-name NAME  name of the CloudFormation stack (default: eliza-lambda-stack)
  --region R         AWS region (default: that of your AWS configuration)
  --yes              do not ask
  --keep-bucket      leave the bucket, even if nothing is in it
  --help             print this
TEXT
}

readonly steps=5
yes=''
keep_bucket=''

read_own_option() {
  case $1 in
    --yes) yes=yes ;;
    --keep-bucket) keep_bucket=yes ;;
    *) refuse_option "$1" ;;
  esac
}

check_everything() {
  check_stack_name
  need_aws_command
  choose_region
  check_credentials
  read_stack
  case $(stack_value status) in
    absent | REVIEW_IN_PROGRESS | CREATE_FAILED | ROLLBACK_COMPLETE | ROLLBACK_FAILED | DELETE_IN_PROGRESS) ;;
    *) check_stack_is_ours ;;
  esac
  [ -n "$bucket" ] || bucket=$(stack_value parameter.LambdaS3Bucket)
  choose_bucket
  read_bucket_state
  [ "$bucket_state" != foreign ] ||
    fail "The bucket $bucket belongs to someone else, or you may not read it: name the one that you deployed from."
}

confirm() {
  local answer=''
  note "Account $account, region $region"
  note "Stack $stack ($(stack_value status)), its API keys, and its artifacts in $bucket ($bucket_state)"
  [ -z "$yes" ] || return 0
  printf '      Delete all of this? [y/N] ' >&2
  IFS= read -r answer || true
  case $answer in
    y | Y | yes | Yes | YES) ;;
    *) fail 'Nothing was deleted: answer y, or add --yes.' ;;
  esac
}

clean_up() {
  local status=$?
  trap '' HUP INT TERM
  rm -rf "$work"
  exit "$status"
}

main() {
  read_options "$@"
  make_work_folder
  trap clean_up EXIT
  end_on_signals

  step 'Looking at what is there'
  check_everything
  confirm

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
