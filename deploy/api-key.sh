# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# The API key, its source, and the secrets that hold it. The key is in the variable api_key, which is never exported (see common.sh)
# and never an argument of a command. It goes to other programs only through pipes.

secret_tag=eliza:stack # its value is the name of the stack that the secret is for
api_key=''
api_key_sha256=''
api_key_source='' # the value for the stack: the ARN of the secret, or ssm:NAME

# Sets api_key if the caller passes the key itself.
take_api_key() {
  if [ "$key_option" = none ] && [ -n "${ELIZA_API_KEY+set}" ]; then key_option=environment; fi
  case $key_option in
    given) ;;
    stdin) read_api_key ;;
    environment) api_key=$ELIZA_API_KEY ;;
    *) return 0 ;;
  esac
  check_api_key
  warn_of_short_key
}

# Reads all of standard input except the line end. Other text after the key would be a mistake and must not be ignored.
read_api_key() {
  if [ -t 0 ]; then
    IFS= read -r api_key || true
  elif IFS= read -r -d '' api_key; then
    fail_usage 'Standard input held a NUL, which no API key does.'
  fi
  api_key=${api_key%$'\n'}
  [ -n "$api_key" ] || fail_usage 'Standard input held no API key.'
}

# Sets api_key if the caller passes the place of the key.
fetch_api_key() {
  case $key_option in
    ssm)
      api_key=$(amazon ssm get-parameter --name "$key_reference" --with-decryption --query Parameter.Value --output text) ||
        fail "The SSM parameter $key_reference could not be read ($(complaint)): check its name, the region and the permission ssm:GetParameter."
      ;;
    secret)
      api_key=$(read_secret "$key_reference") ||
        fail "The secret $key_reference could not be read ($(complaint)): check its ARN and the permission secretsmanager:GetSecretValue."
      ;;
    *) return 0 ;;
  esac
  check_api_key
  warn_of_short_key
}

# RFC 6750: the characters of a Bearer token. (None of them ends a quoted string in YAML, JSON or curl's configuration.)
check_api_key() {
  local LC_ALL=C # so that a range has only the letters of ASCII
  [[ $api_key =~ ^[-A-Za-z0-9._~+/]+=*$ ]] ||
    fail_usage 'The API key is empty or holds something else than letters, digits and - . _ ~ + / (= at its end): take another one.'
}

warn_of_short_key() {
  [ "${#api_key}" -ge 20 ] || warn "the API key has only ${#api_key} characters: its digest in the function's configuration could be guessed."
}

read_secret() { amazon secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text; }

# Sets api_key, api_key_sha256 and api_key_source, and makes a secret for a key that has none.
provide_api_key() {
  local recorded
  recorded=$(stack_value parameter.ApiKeySource)
  case $key_option in
    none)
      [ -z "$(stack_value parameter.ApiKeySha256)" ] || warn "$stack asked for an API key until now."
      warn 'no API key: whoever finds the URL can use it. Add --generate-api-key to ask for one.'
      return
      ;;
    ssm) api_key_source=ssm:$key_reference ;;
    secret) api_key_source=$(secret_arn "$key_reference") ;;
    generate)
      if is_own_secret "$recorded" && api_key=$(read_secret "$recorded"); then
        keep_secret "$recorded"
        note "Kept the key in $recorded."
      else
        api_key=sk-$(od -An -v -tx1 -N 24 /dev/urandom | tr -d ' \n')
      fi
      ;;
    *)
      if [ "$(key_digest)" = "$(accepted_digests | head -n 1)" ] && is_own_secret "$recorded"; then
        keep_secret "$recorded"
        note "The key is stored already, in $recorded."
      fi
      ;;
  esac
  api_key_sha256=$(key_digest)
  [ -z "$keep_old_key" ] || keep_old_digest
  [ -n "$api_key_source" ] || store_api_key
}

# The digests that the stack accepts. The newest is the first.
accepted_digests() { stack_value parameter.ApiKeySha256 | tr ',' '\n'; }

# Adds the previous key. Older keys are dropped, so that running the same command again drops them in the end.
keep_old_digest() {
  local old
  old=$(accepted_digests | awk -v new="$api_key_sha256" '$0 != "" && $0 != new { print; exit }')
  if [ -n "$old" ]; then
    api_key_sha256=$api_key_sha256,$old
    note 'The key before this one is accepted too, until a deployment without --keep-old-key.'
  else
    note 'There is no key before this one that could be kept.'
  fi
}

key_digest() { printf %s "$api_key" | sha256; }

store_api_key() {
  local name tag given=("Key=$secret_tag,Value=$stack")
  for tag in ${tags[@]+"${tags[@]}"}; do given+=("$(tag_shorthand "$tag")"); done
  name=eliza/api_key/$stack-$(date -u +%Y%m%dT%H%M%SZ)
  unused_secret=$name
  api_key_source=$(printf %s "$api_key" | amazon secretsmanager create-secret --name "$name" --secret-string file:///dev/stdin \
    --description "API key of the stack $stack" --tags "${given[@]}" --query ARN --output text) ||
    fail "The API key could not be stored ($(complaint)): you need the permissions secretsmanager:CreateSecret and TagResource."
  unused_secret=$api_key_source
  note "Stored the key as the secret $name."
}

keep_secret() { # ARN of a secret that belongs to this stack
  local tag
  api_key_source=$1
  for tag in ${tags[@]+"${tags[@]}"}; do
    amazon secretsmanager tag-resource --secret-id "$1" --tags "$(tag_shorthand "$tag")" ||
      fail "The secret $1 could not be tagged ($(complaint)): you need the permission secretsmanager:TagResource."
  done
}

secret_arn() {
  amazon secretsmanager describe-secret --secret-id "$1" --query ARN --output text ||
    fail "The secret $1 could not be described ($(complaint)): you need the permission secretsmanager:DescribeSecret."
}

# ARN: whether deploy.sh made this secret for this stack. The name is not enough: it could be that of a stack called <stack>-20260101T000000Z.
is_own_secret() {
  local found
  case $1 in *:secret:eliza/api_key/"$stack"-*) ;; *) return 1 ;; esac
  found=$(amazon secretsmanager describe-secret --secret-id "$1" \
    --query "DeletedDate == null && Tags[?Key=='$secret_tag'].Value | [0]" --output text) || return 1
  [ "$found" = "$stack" ]
}

# The ARNs of this stack's own secrets. AWS's list is minutes late, so the ARN that the stack records is added.
list_own_secrets() {
  local arn
  amazon secretsmanager list-secrets --filters "Key=name,Values=eliza/api_key/$stack-" \
    --query 'SecretList[].[ARN]' --output text > "$work/secrets" ||
    fail "The secrets could not be listed ($(complaint)): you need the permission secretsmanager:ListSecrets."
  { cat "$work/secrets"; stack_value parameter.ApiKeySource; } | sort -u | while IFS= read -r arn; do
    if is_own_secret "$arn"; then printf '%s\n' "$arn"; fi
  done
}

# Deletes this stack's own secrets except the one in use. Their keys are no longer valid, so no recovery time is needed.
retire_secrets() { # ARN in use, or nothing
  local arn
  list_own_secrets > "$work/retired"
  while IFS= read -r arn; do
    [ "$arn" != "$1" ] || continue
    if [ -n "$1" ] && is_read_by_litellm "$arn"; then
      warn "LiteLLM of $stack-observed still sends the key in $arn, which stays: deploy --with observed to give it the new one."
      continue
    fi
    delete_secret "$arn" || fail "The secret $arn could not be deleted ($(complaint)): you need the permission secretsmanager:DeleteSecret."
    note "Deleted the secret $arn."
  done < "$work/retired"
}

delete_secret() {
  amazon secretsmanager delete-secret --secret-id "$1" --force-delete-without-recovery > /dev/null
}
