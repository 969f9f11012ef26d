#!/usr/bin/env bats
# Checks of the templates and the scripts without running them.

load helpers

@test "cfn-lint finds nothing in the templates" {
  command -v cfn-lint > /dev/null || skip 'the command cfn-lint is missing'
  cfn-lint "$ROOT/template.yaml" "$ROOT"/stacks/*.yaml
}

@test "the templates have no aliases, which CloudFormation's YAML lacks" {
  python3 -c 'import yaml' 2> /dev/null || skip 'python3 with PyYAML is missing'
  python3 - "$ROOT/template.yaml" "$ROOT"/stacks/*.yaml <<'PYTHON'
import sys, yaml
for path in sys.argv[1:]:
    assert not any(isinstance(e, yaml.AliasEvent) for e in yaml.parse(open(path))), path
PYTHON
}

@test "the rules of the evaluated templates hold" {
  python3 -c 'import yaml' 2> /dev/null || skip 'python3 with PyYAML is missing'
  for rules in "$BATS_TEST_DIRNAME"/test_*.py; do python3 -B "$rules"; done
}

@test "shellcheck finds nothing in the scripts and tests" {
  command -v shellcheck > /dev/null || skip 'the command shellcheck is missing'
  cd "$ROOT"
  shellcheck deploy.sh undeploy.sh deploy/*.sh tests/deploy/shims/*
}

@test "the scripts use nothing that bash 3.2 or BSD tools lack" {
  cd "$ROOT"
  ! grep -nE '\b(mapfile|readarray|coproc|declare -[An]|local -[An])\b|\$\{[a-z_]+(,,|\^\^|@[A-Z])|\|&|&>>|sed -i|readlink -f|date -d|stat -c|base64 -w|grep -[a-zA-Z]*P|\btimeout [0-9]|sort -V|xargs -r|mktemp --|cp --|head -c ?-' \
    deploy.sh undeploy.sh deploy/*.sh
  ! grep -nE '(^|[^+])"\$\{(given_parameters)\[@\]\}"' deploy.sh deploy/*.sh | grep -v '\[@\]+'
}

# The sorted names of options in the script's --help, in its table in the documentation, and in its code.
told() { "./$1" --help | sed -nE 's/^  (--[a-z-]+).*/\1/p' | sort; }
documented() { sed -n "/^| option of \`$1\`/,/^$/p" docs/deployment.md | sed -nE 's/^\| ([^|]+) \|.*/\1/p' | grep -oE -- '--[a-z-]+' | sort -u; }
known() { cat "$1" deploy/common.sh | sed -nE 's/^ +(--[a-z-]+)( \| -h)?\).*/\1/p' | sort; }

@test "the documentation's tables, --help and the code have the same options" {
  cd "$ROOT"
  for script in deploy.sh undeploy.sh; do
    [ "$(told "$script" | wc -l)" -ge 5 ]
    same "$(told "$script")" "$(documented "$script")"
    same "$(told "$script")" "$(known "$script")"
  done
}

@test "every option that is told is taken" {
  cd "$ROOT"
  for script in deploy.sh undeploy.sh; do
    for option in $(told "$script"); do
      run --separate-stderr "./$script" "$option" 10.0.0.0/8 --help # the value of the option; without a value it is a bucket
      succeeds
    done
  done
}

@test "the tables of parameters have every one that is the operator's to set" {
  cd "$ROOT"
  for parameter in $(awk '/^[A-Z]/ { on = /^Parameters:/ } on && /^  [A-Za-z0-9]+:$/ { sub(":", ""); print $1 }' template.yaml stacks/*.yaml); do
    case $parameter in LambdaS3* | Runtime | ApiKeySha256 | ApiKeySource | Revision | FunctionName | EndpointUrl | Vpc | Subnets | CloudFrontPrefixList) continue ;; esac # set by deploy.sh itself
    grep -qE "^\|[^|]*\`$parameter\`" docs/deployment.md docs/stacks.md || { echo "$parameter is not in the documentation"; return 1; }
  done
}

@test "every call of the scripts is documented, with permissions that the operator's policy grants" {
  cd "$ROOT"
  calls=$({
    grep -ohE '\b(cloudformation|ec2|s3|s3api|secretsmanager|ssm|sts) [a-z][a-z-]+' deploy/*.sh
    sed -nE 's/^.*configure_bucket_with ([a-z-]+).*/s3api \1/p' deploy/bucket.sh
  } | sort -u)
  [ "$(wc -l <<< "$calls")" -gt 20 ]
  while read -r call; do
    permissions=$(sed -n "s/^| \`$call\` | //p" docs/deployment.md)
    [ -n "$permissions" ] || { echo "$call is not documented"; return 1; }
    for permission in $(grep -oE '[a-z0-9]+:[A-Za-z]+' <<< "$permissions"); do
      grep -qF "\"$permission\"" docs/operator-policy.json docs/operator-policy-stacks.json || { echo "$permission is not granted"; return 1; }
    done
  done <<< "$(grep -v '^ssm get-parameter$' <<< "$calls")" # only operators who use the option need it
}
