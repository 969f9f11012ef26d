# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# The stacks beside the main one: which there are, how they are deployed, told and deleted. Each has a template of its own in
# stacks/ and the name of the main stack followed by its own.

readonly kinds='lex' # in the order in which they are deployed
added=()             # those that --with or --only names

# kind, command: runs it with the stack of that kind in the place of the main one.
with_stack() {
  local stack=$stack-$1 template=$root/stacks/$1.yaml title own_resource kind=$1
  case $1 in
    lex) title="Eliza's Lex V2 bot" own_resource=$'ElizaBot\tAWS::Lex::Bot' ;;
  esac
  shift
  "$@"
}

# The names alone, since those are what can be told wrong from here.
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
  # The bot is named after its stack.
  [ "$kind" != lex ] || [[ $stack =~ ^([0-9a-zA-Z]-?){1,100}$ ]] ||
    fail_usage "'$stack' is no name for a bot: take a stack name of at most 96 characters without two hyphens in a row."
}

check_added_stacks() {
  local kind
  for kind in ${added[@]+"${added[@]}"}; do
    with_stack "$kind" read_template
    with_stack "$kind" check_stack
  done
}

tell_added_plan() { note "Stack $stack: $(stack_value status)"; }

deploy_added() {
  recover_stack
  fill_parameters
  # Where a resource has to be made anew for each revision, its name holds the revision.
  sed "s/OfRevision1/OfRevision$revision/g" "$template" > "$work/$stack.yaml"
  template=$work/$stack.yaml
  deploy_stack
  read_stack
  case $kind in
    lex) tell_lex ;;
  esac
}

tell_lex() {
  note "In the console: $(stack_value output.Console)"
  note "Try it: $(stack_value output.TryIt)"
}

# kinds: leaves in added those whose stack is there and ours; what was deployed last comes first.
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
