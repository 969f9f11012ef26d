#!/usr/bin/env bats
# What ./undeploy.sh removes, and what it must not remove.

load helpers

setup() { setup_aws; }

put_object() { aws_emulated s3api put-object --bucket "${2:-$BUCKET}" --key "$1" > /dev/null; }
put_secret() { aws_emulated secretsmanager create-secret --name "$1" --secret-string x ${2:+--tags "Key=eliza:stack,Value=$2"} > /dev/null; }

@test "from an empty account and back, twice" {
  deploy --generate-api-key --parameter AlarmEmail=ops@example.com --parameter FunctionUrl=true --parameter Tracing=true
  succeeds
  same 1 "$(resources '.subscriptions | length')"
  undeploy
  succeeds
  same '' "$output"
  nothing_is_left
  same '' "$(ls -A)"
  undeploy
  succeeds
  nothing_is_left
}

@test "it asks, and takes anything but yes for no" {
  given_bucket
  deploy
  succeeds
  before=$(resources)
  for answer in n '' nonsense; do
    run --separate-stderr "$ROOT/undeploy.sh" <<< "$answer"
    fails
    says 'Delete all of this? [y/N]'
    says 'Nothing was deleted'
  done
  run --separate-stderr "$ROOT/undeploy.sh" < /dev/null
  fails
  same "$before" "$(resources)"
  run --separate-stderr "$ROOT/undeploy.sh" <<< y
  succeeds
  nothing_is_left
}

@test "what is not this stack's stays: objects, secrets, and a stack that looks like it" {
  given_bucket
  deploy --generate-api-key
  succeeds
  deploy --stack-name "$STACK-2" --generate-api-key
  succeeds
  url=$output
  hash=$(printf '%064d' 0)
  for key in notes.txt "$STACK/notes.txt" "$STACK/native-x86_64-$hash.zip.txt" "$STACK-3/native-x86_64-$hash.zip" "other/$STACK/native-x86_64-$hash.zip"; do put_object "$key"; done
  put_secret "eliza/api_key/$STACK-20260101T000000Z"               # the name without the tag
  put_secret team/key "$STACK"                                     # the tag without the name
  put_secret "eliza/api_key/$STACK-3-20260101T000000Z" "$STACK-3"  # another stack's
  undeploy
  succeeds
  says "Kept the bucket $BUCKET: there is something else in it."
  same "[{\"name\":\"$STACK-2\",\"status\":\"CREATE_COMPLETE\"}]" "$(resources .stacks)"
  same 200 "$(get_status /health)"
  [[ $(chat "$(written_key)") == '200 '?* ]]
  same "[\"eliza/api_key/$STACK-20260101T000000Z\",\"eliza/api_key/$STACK-3-20260101T000000Z\",\"team/key\"]" \
    "$(resources "[.secrets[].name | select(startswith(\"eliza/api_key/$STACK-2-\") | not)] | sort")"
  same 4 "$(resources '.secrets | length')"
  same 6 "$(resources '.buckets[0].objects')"
  same 0 "$(resources '.buckets[0].delete_markers')"
}

@test "objects of others stay, whatever they are called" {
  given_bucket
  deploy
  succeeds
  python3 -c 'import boto3' || skip 'the Python package boto3 is missing'
  python3 - "$BUCKET" "$STACK" <<'PYTHON'
import os, sys, boto3
bucket, stack = sys.argv[1:]
ours = f"{stack}/native-x86_64-{'0' * 64}.zip"
s3 = boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
for key in (
        "payroll/precious.db", ours + '\tnull"},{"Key":"payroll/precious.db', ours + '","VersionId":"null"},{"Key":"payroll/precious.db',
        f"{stack}/{ours}", ours + "'", ours + "`", ours + "\\", ours.replace(".zip", "Xzip"), ours.replace("0", "A"), ours.upper(), f"{stack}/native-../{'0' * 64}.zip"):
    s3.put_object(Bucket=bucket, Key=key, Body=b"precious")
PYTHON
  objects() { aws_emulated s3api list-object-versions --bucket "$BUCKET" --query 'Versions[].[Key,VersionId]' --output json | jq -cS 'map(select(.[0] | test("^eliza-lambda-stack/portable-[a-z0-9_]+-[0-9a-f]{64}.zip$") | not))'; }
  before=$(objects)
  same 11 "$(jq length <<< "$before")"
  undeploy
  succeeds
  says 'Deleted 1 versions'
  says "Kept the bucket $BUCKET: there is something else in it."
  same "$before" "$(aws_emulated s3api list-object-versions --bucket "$BUCKET" --query 'Versions[].[Key,VersionId]' --output json | jq -cS .)"
  same 0 "$(resources '.buckets[0].delete_markers')"
}

@test "an object is an artifact only if its whole key is one, line breaks and all" {
  bash -c 'fail() { exit 1; }; amazon() { cat listing; }; work=. stack=eliza bucket=b account=1; . "$1"; python3 - > listing <<PYTHON
import json
ours = "eliza/native-x86_64-" + "0" * 64 + ".zip"
keys = [ours, ours.replace("native-x86_64", "portable-arm64"), ours + "\n", "\n" + ours, f"eliza/x\n{ours}\tnull", f"eliza/x\n    \"{ours}\"\n",
        f"eliza/x\n    \"{ours}\",\n", f"\u2028{ours}", f"{ours}\u2028", f"eliza/x\r    \"{ours}\"\r", f"{ours}\0", ours]
print(json.dumps(keys, indent=4, ensure_ascii=False))
PYTHON
    list_artifacts' - "$ROOT/deploy/bucket.sh" > listed
  zeros=$(printf '%064d' 0)
  same "eliza/native-x86_64-$zeros.zip"$'\n'"eliza/portable-arm64-$zeros.zip" "$(cat listed)"
}

@test "versions and delete markers go too, more than one call can delete" {
  given_bucket
  deploy
  succeeds
  key=$(aws_emulated s3api list-objects-v2 --bucket "$BUCKET" --query 'Contents[0].Key' --output text)
  python3 - "$BUCKET" "$key" <<'PYTHON' || skip 'the Python package boto3 is missing'
import os, sys
try: import boto3
except ImportError: sys.exit(1)
s3 = boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
for _ in range(1005): s3.put_object(Bucket=sys.argv[1], Key=sys.argv[2], Body=b"old")
s3.delete_object(Bucket=sys.argv[1], Key=sys.argv[2])
PYTHON
  undeploy
  succeeds
  says 'Deleted 1007 versions'
  nothing_is_left
}

@test "with --keep-bucket the artifacts go and the bucket stays" {
  given_bucket
  deploy
  succeeds
  undeploy --keep-bucket
  succeeds
  same "[{\"delete_markers\":0,\"name\":\"$BUCKET\",\"objects\":0,\"versions\":0}]" "$(resources .buckets)"
}

@test "what a failed deployment left is removed as well" {
  given_bucket
  break_next AWS::Lambda::Alias
  deploy
  fails
  undeploy
  succeeds
  nothing_is_left
}

@test "the LiteLLM configuration of another stack stays" {
  given_bucket
  deploy --stack-name other
  succeeds
  deploy --stack-name another
  succeeds
  undeploy --stack-name other
  succeeds
  [ -e litellm_config.yaml ]
  undeploy --stack-name another
  succeeds
  [ ! -e litellm_config.yaml ]
  nothing_is_left
}
