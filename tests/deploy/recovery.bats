#!/usr/bin/env bats
# Deployments that fail or are interrupted, and the deployments after them.

load helpers

setup() { setup_aws; }

@test "a first deployment that fails says why, takes back the key, and can be repeated" {
  given_bucket
  break_next AWS::CloudWatch::Alarm
  deploy --generate-api-key
  fails
  same '' "$output"
  says 'CREATE_FAILED'
  says 'injected failure'
  says 'run this again'
  same ROLLBACK_COMPLETE "$(stack_status)"
  same '[]' "$(resources .secrets)"
  [ ! -e litellm_config.yaml ]
  deploy --generate-api-key
  succeeds
  says 'The stack is in ROLLBACK_COMPLETE'
  url=$output
  same 200 "$(get_status /health)"
}

@test "an update that fails is rolled back, and the next one goes through" {
  given_bucket
  deploy
  succeeds
  url=$output
  break_next AWS::Lambda::Version
  deploy --allowed-cidr 203.0.113.0/24
  fails
  says 'UPDATE_FAILED Version'
  same 200 "$(get_status /health)"
  deploy --allowed-cidr 203.0.113.0/24
  succeeds
  same 403 "$(get_status /health)"
}

@test "only the failures of the last operation are told" {
  given_bucket
  deploy
  succeeds
  break_next AWS::Lambda::Version
  deploy --parameter MemorySize=512
  fails
  says 'UPDATE_FAILED Version'
  break_next AWS::CloudWatch::Dashboard delete
  undeploy
  fails
  says 'DELETE_FAILED Dashboard'
  is_silent_on 'UPDATE_FAILED Version'
  says 'run this again'
  undeploy
  succeeds
  nothing_is_left
}

@test "a stack whose deletion failed is deleted and made anew" {
  given_bucket
  deploy
  succeeds
  break_next AWS::CloudWatch::Dashboard delete
  undeploy
  fails
  deploy
  succeeds
  says 'The stack is in DELETE_FAILED'
  url=$output
  same 200 "$(get_status /health)"
}

@test "a stack that is being changed is left alone" {
  given_bucket
  answer_aws "*describe-stacks*) printf 'status\tUPDATE_IN_PROGRESS\ndescription\tEliza\n'; exit 0 ;;"
  deploy --generate-api-key
  fails
  says 'is being changed (UPDATE_IN_PROGRESS): wait until that is over, then run this again'
  same '' "$(changes)"
}

@test "a rollback that got stuck is finished first" {
  given_bucket
  deploy
  succeeds
  answer_aws "*describe-stacks*\"'status'\"*) [ -e $BATS_TEST_TMPDIR/continued ] && exit 99
      printf 'status\tUPDATE_ROLLBACK_FAILED\ndescription\tEliza, an OpenAI-compatible chatbot\n'; exit 0 ;;
    *continue-update-rollback*) touch $BATS_TEST_TMPDIR/continued; exit 0 ;;
    *stack-rollback-complete*) [ -e $BATS_TEST_TMPDIR/continued ]; exit ;;"
  deploy --log-requests
  succeeds
  says 'finishing its rollback first'
  [ -e "$BATS_TEST_TMPDIR/continued" ]
}

refuses_the_stack_theirs() {
  local before
  before=$(resources)
  for script in deploy undeploy; do
    $script --stack-name theirs
    fails
    says "The stack theirs is not one of Eliza's"
  done
  same "$before" "$(resources)"
  same '' "$(changes)"
}

@test "a stack of someone else is neither updated nor deleted" {
  given_stack_of_someone_else theirs
  refuses_the_stack_theirs
}

@test "nor is one of someone else whose creation failed" {
  break_next AWS::SNS::Topic
  given_stack_of_someone_else theirs
  same ROLLBACK_COMPLETE "$(stack_status theirs)"
  refuses_the_stack_theirs
}

@test "nor is one of someone else in any other state" {
  for state in CREATE_FAILED ROLLBACK_FAILED DELETE_FAILED UPDATE_FAILED UPDATE_COMPLETE UPDATE_ROLLBACK_FAILED UPDATE_ROLLBACK_COMPLETE \
    IMPORT_COMPLETE IMPORT_ROLLBACK_FAILED REVIEW_IN_PROGRESS; do
    answer_aws "*describe-stacks*) printf 'status\t$state\ndescription\tPayroll\n'; exit 0 ;;"
    refuses_the_stack_theirs
  done
  for description in None '' $'Payroll\ndescription\tEliza, an OpenAI-compatible chatbot'; do
    answer_aws "*describe-stacks*) printf 'status\tROLLBACK_COMPLETE\ndescription\t%s\n' '$description'; exit 0 ;;"
    refuses_the_stack_theirs
  done
  answer_aws "*describe-stacks*) printf 'status\tDELETE_IN_PROGRESS\ndescription\tPayroll\n'; exit 0 ;;"
  undeploy --stack-name theirs
  fails
  says "The stack theirs is not one of Eliza's"
  same '' "$(changes)"
}

@test "nor is one of someone else that waits for its first deployment" {
  printf 'Resources: {Topic: {Type: "AWS::SNS::Topic"}}\n' > theirs.yaml
  aws_emulated cloudformation create-change-set --stack-name theirs --change-set-name first --change-set-type CREATE \
    --template-body file://theirs.yaml > /dev/null
  same REVIEW_IN_PROGRESS "$(stack_status theirs)"
  refuses_the_stack_theirs
}

@test "one of Eliza's that waits for its first deployment, since that was interrupted, is deployed" {
  given_bucket
  aws_emulated cloudformation create-change-set --stack-name "$STACK" --change-set-name first --change-set-type CREATE \
    --capabilities CAPABILITY_IAM --template-body "file://$ROOT/template.yaml" \
    --parameters ParameterKey=LambdaS3Bucket,ParameterValue="$BUCKET" ParameterKey=LambdaS3Key,ParameterValue=none.zip > /dev/null
  same REVIEW_IN_PROGRESS "$(stack_status)"
  answer_aws "*list-change-sets*) echo arn:first; exit 0 ;;
    *get-template\ *--change-set-name\ arn:first*) cat '$ROOT/template.yaml'; exit 0 ;;" # the emulator does not have this call
  deploy
  succeeds
  same CREATE_COMPLETE "$(stack_status)"
}

# Runs deploy.sh as a foreground job of a terminal, and presses Ctrl-C when the marker exists.
interrupt_at() { # marker, arguments of deploy.sh
  local marker=$1 pid tries=0
  shift
  # A shell's background processes ignore Ctrl-C, so Python starts deploy.sh. (pyenv's Python changes PATH, which is set back.) The aws
  # command itself is called, as a child that Ctrl-C reaches.
  python3 -c 'import os, signal, sys; os.setsid(); signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])' \
    env "PATH=$PATH" "REAL_AWS=$PLAIN_AWS" "$ROOT/deploy.sh" --no-check --build "${BUILD:-portable}" "$@" > "$BATS_TEST_TMPDIR/stdout" 2> "$BATS_TEST_TMPDIR/stderr" 3>&- &
  until [ -e "$marker" ]; do
    [ $((tries += 1)) -lt 600 ] || { cat "$BATS_TEST_TMPDIR/stderr"; return 1; }
    sleep 0.1
  done
  pid=$(cat "$marker")
  kill -INT -- "-$(ps -o pgid= -p "$pid" | tr -d ' ')"
  status=0
  wait $! || status=$?
  output=$(cat "$BATS_TEST_TMPDIR/stdout") stderr=$(cat "$BATS_TEST_TMPDIR/stderr")
  rm -f "$marker" "$BATS_TEST_TMPDIR/answer" "$BATS_TEST_TMPDIR/build"
}

left_nothing_half_written() {
  same 130 "$status"
  same '' "$output"
  same '' "$(ls -A)"
  same '' "$(ls -A "$TMPDIR")"
  same '[]' "$(resources .secrets)"
  same '[]' "$(resources .stacks)"
}

setup_interruption() {
  export TMPDIR=$BATS_TEST_TMPDIR/tmp
  mkdir "$TMPDIR"
  wait_here="echo \$PPID > $BATS_TEST_TMPDIR/marker; sleep 30"
}

@test "Ctrl-C while the bucket is being made takes it back" {
  setup_interruption
  answer_aws "*put-bucket-policy*) $wait_here ;;"
  interrupt_at "$BATS_TEST_TMPDIR/marker"
  left_nothing_half_written
  nothing_is_left
}

@test "Ctrl-C during the build leaves nothing" {
  setup_interruption
  given_bucket
  printf '#!/usr/bin/env bash\n[ "$1" != publish ] || { %s; }\n' "$wait_here" > "$BATS_TEST_TMPDIR/build"
  chmod +x "$BATS_TEST_TMPDIR/build"
  interrupt_at "$BATS_TEST_TMPDIR/marker" --generate-api-key
  left_nothing_half_written
}

@test "Ctrl-C before the stack is touched takes the key's secret back, and the same command then goes through" {
  setup_interruption
  given_bucket
  answer_aws "*cloudformation\ deploy*) $wait_here ;;"
  interrupt_at "$BATS_TEST_TMPDIR/marker" --generate-api-key
  left_nothing_half_written
  deploy --generate-api-key
  succeeds
  same 1 "$(resources '.secrets | length')"
}

@test "Ctrl-C once the stack uses the key leaves the key, and the same command finishes the work" {
  setup_interruption
  given_bucket
  answer_aws "*cloudformation\ deploy*) \$REAL_AWS \"\$@\"; $wait_here ;;"
  interrupt_at "$BATS_TEST_TMPDIR/marker" --generate-api-key
  same 130 "$status"
  same 1 "$(resources '.secrets | length')"
  [ ! -e litellm_config.yaml ]
  deploy --generate-api-key
  succeeds
  says 'No changes'
  url=$output
  [[ $(chat "$(written_key)") == '200 '?* ]]
}
