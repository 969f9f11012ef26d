#!/usr/bin/env bats
# The stack of the Lex bot: adding, changing, using and removing it.

load helpers

setup() {
  setup_aws
  given_bucket
}

# text, options: the bot's answer, through the command in the stack's output.
say() {
  local text=$1 line
  shift
  line=$(stack_output TryIt "$STACK-lex")
  [[ $line == "aws lexv2-runtime recognize-text --region us-east-1 "*" --text 'Men are all alike.'" ]] || { echo "$line"; return 1; }
  line=${line#aws }
  # shellcheck disable=SC2086 # its options
  aws_emulated ${line% --text *} --text "$text" --query '[sessionState.intent.state, messages[].content | join(`/`, @)]' --output text "$@"
}

@test "a bot is added to the stack, answers with one conversation for each session, and goes with the stack" {
  deploy --with lex
  succeeds
  says "[9/9] Stack $STACK-lex"
  says 'Try it: aws lexv2-runtime recognize-text'
  says 'In the console: https://us-east-1.console.aws.amazon.com/lexv2/home?region=us-east-1#bot/'
  [[ $output =~ ^https://[a-z0-9]+\.execute-api\.us-east-1\.amazonaws\.com$ ]]
  same '[{"aliases":["live"],"name":"eliza-lambda-stack-lex","versions":["1","DRAFT"]}]' "$(resources .bots)"
  same $'Fulfilled\tIn what way?' "$(say 'Men are all alike.')"
  same $'Fulfilled\tTell me more about your family.' "$(say 'My mother says hello.')"
  same $'Fulfilled\tDoes that have anything to do with the fact that your mother says hello?' "$(say 'Well well.')"
  same $'Fulfilled\tI am not sure I understand you fully.' "$(say 'Well well.' --session-id another)"
  before=$(resources)
  deploy --with lex
  succeeds
  same 2 "$(grep -c 'No changes: the stack is up to date' <<< "$stderr")"
  same "$before" "$(resources)"
  undeploy
  succeeds
  says "Deleted the stack $STACK-lex."
  nothing_is_left
}

@test "a change of the bot reaches its alias, as a new version" {
  deploy --with lex
  succeeds
  deploy --with lex --parameter IdleSessionSeconds=600 --tag team=research
  succeeds
  same '[{"aliases":["live"],"name":"eliza-lambda-stack-lex","versions":["2","DRAFT"]}]' "$(resources .bots)"
  [[ $(say 'Men are all alike.') == Fulfilled* ]]
  # Without its option in the next deployment, the stack stays as it is. It can be removed alone.
  deploy
  succeeds
  same 1 "$(resources '.bots | length')"
  undeploy --only lex
  succeeds
  says "Nothing of $STACK-lex is left."
  same "[{\"name\":\"$STACK\",\"status\":\"UPDATE_COMPLETE\"}]" "$(resources .stacks)"
  same '[]' "$(resources .bots)"
}

@test "a bot that fails is told and taken back, the endpoint works, and the next deployment makes it" {
  break_next AWS::Lex::BotAlias
  deploy --with lex
  fails
  same '' "$output"
  says 'CREATE_FAILED BotAlias'
  says "The stack $STACK-lex was not deployed"
  same '[]' "$(resources .bots)"
  url=$(sed -n 's,^ *api_base: "\(.*\)/v1",\1,p' litellm_config.yaml)
  same 200 "$(get_status /health)"
  deploy --with lex
  succeeds
  says 'The stack is in ROLLBACK_COMPLETE'
  same 1 "$(resources '.bots | length')"
  break_next AWS::Lex::BotVersion delete
  undeploy
  fails
  says 'DELETE_FAILED VersionOfRevision'
  same 200 "$(get_status /health)"
  undeploy
  succeeds
  nothing_is_left
}

@test "a stack of the added one's name that is someone else's is neither changed nor deleted" {
  given_stack_of_someone_else "$STACK-lex"
  before=$(resources)
  deploy --with lex
  fails
  says "The stack $STACK-lex is not one of Eliza's"
  undeploy --only lex
  fails
  says "The stack $STACK-lex is not one of Eliza's"
  undeploy
  succeeds
  says "The stack $STACK-lex is not one that deploy.sh added: it stays."
  same "$(jq -cS 'del(.buckets)' <<< "$before")" "$(resources 'del(.buckets)')"
}

@test "what cannot be added is refused before anything is changed" {
  refused() { # what it says, options
    deploy "${@:2}"
    same 2 "$status"
    says "$1"
  }
  refused "There is no stack 'slack' beside the main one" --with slack
  refused 'The stack lex is named twice' --with lex --with lex
  refused 'is no name for a bot' --with lex --stack-name eliza--two
  refused "The template has no parameter 'IdleSessionSeconds'" --parameter IdleSessionSeconds=600
  refused 'The parameter FunctionName is set by deploy.sh itself' --with lex --parameter FunctionName=other
  undeploy --only lex "$BUCKET"
  same 2 "$status"
  same '' "$(changes)"
}
