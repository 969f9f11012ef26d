# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# The deployed endpoint as a client sees it: one call to check it, and the configuration for LiteLLM.

config=litellm_config.yaml
config_header='# Made by deploy.sh for the stack'

# method, path, [body file]: sends one request with the key, if there is one. Prints the status; the body goes to a file.
request() {
  local arguments=(--request "$1")
  if [ $# -gt 2 ]; then arguments+=(--header 'Content-Type: application/json' --data-binary "@$3"); fi
  { if [ -n "$api_key" ]; then printf 'header = "Authorization: Bearer %s"\n' "$api_key"; fi; } |
    curl -q --silent --show-error --max-time 40 --config - "${arguments[@]}" \
      --output "$work/answer" --write-out '%{http_code}' "$url$2" 2> "$work/complaint" || true # a failed connection has status 000
}

check_endpoint() {
  local status tries=0
  # A new API's name and permission need some seconds until they work everywhere.
  while status=$(request GET /health); [ "$status" != 200 ] && [ "$status" != 403 ] && [ $tries -lt 10 ]; do
    tries=$((tries + 1))
    sleep 3
  done
  case $status in
    200) note "GET $url/health: 200" ;;
    403)
      note "GET $url/health: 403. The address of this machine is not among the allowed ones, so the check ends here."
      return
      ;;
    *) fail "$url is deployed, but GET /health gives $status$(explain "$status")." ;;
  esac
  if [ -n "$(stack_value parameter.JwtIssuer)" ]; then
    note "A chat needs a token of $(stack_value parameter.JwtIssuer), so the check ends here."
    return
  fi
  printf '%s' '{"model":"eliza-lambda","messages":[{"role":"user","content":"Men are all alike."}]}' > "$work/chat"
  status=$(request POST /v1/chat/completions "$work/chat")
  case $status$(cat "$work/answer") in
    200*'"chat.completion"'*) note "POST $url/v1/chat/completions: 200" ;;
    *) fail "$url is deployed, but a chat gives $status$(explain "$status")." ;;
  esac
}

explain() { # status
  local log_group
  log_group=$(stack_value output.LogGroupName)
  case $1 in
    000) printf ' (%s): check the network, then run this again' "$(complaint)" ;;
    401) printf ': the key is not the one that the function knows; run this again' ;;
    429) printf ': the API is throttled; wait, or raise ThrottlingRateLimit' ;;
    *) printf ': look into the log group %s (aws logs tail %s)' "$log_group" "$log_group" ;;
  esac
}

config_owner() { printf '%s %s (%s).' "$config_header" "$stack" "$region"; }

# A file of that name that somebody wrote by hand must not be replaced.
check_config() {
  if [ -e "$config" ] && ! head -n 1 "$config" | grep -qF -- "$config_header"; then
    fail "There is a $config here that deploy.sh did not write: move it away, or run this from another folder."
  fi
  [ -w . ] || fail "$config cannot be written here: run this from a folder of yours."
}

# The key is quoted, because YAML may read it as a number, a truth value or nothing. Neither a key nor a URL can end the quotes.
config_text() {
  config_owner
  printf '%s\n' '' \
    "# Start the proxy with: litellm --config $config" \
    'model_list:' \
    '  - model_name: eliza-lambda' \
    '    litellm_params:' \
    '      model: openai/eliza-lambda' \
    "      api_base: \"$url/v1\"" \
    "      api_key: \"${api_key:-none}\""
}

write_config() {
  unfinished_config=$(mktemp "./.$config.XXXXXX") # readable only by us from the start
  config_text > "$unfinished_config"
  case $(read_config) in
    *"\"api_base\": \"$url/v1\""*"\"api_key\": \"${api_key:-none}\""*) ;;
    *) fail "The endpoint is deployed, but what was to become $config does not read back as it should ($(complaint)): report this, and write it by hand." ;;
  esac
  mv "$unfinished_config" "$config"
  note "Wrote $config."
}

# The contents of the file as JSON. The aws command has a YAML parser, which this command uses; nothing is sent.
read_config() { amazon cloudformation package --template-file "$unfinished_config" --s3-bucket "$bucket" --use-json; }

remove_config() {
  if [ -f "$config" ] && [ "$(head -n 1 "$config")" = "$(config_owner)" ]; then
    rm "$config"
    note "Removed $config."
  fi
}
