#!/usr/bin/env bats
# Refusals in one sentence, before anything is changed.

load helpers

setup() { setup_aws; }

refuses() { # sentence, arguments of deploy.sh
  local sentence=$1
  shift
  deploy "$@"
  fails
  says "$sentence"
  same '' "$output"
  same '' "$(changes)"
}

@test "options that make no sense" {
  refuses "'-x' is no stack name" --stack-name -x
  refuses "'my stack' is no stack name" --stack-name 'my stack'
  refuses '--stack-name needs a value' --stack-name
  refuses 'There is no option --verbose' --verbose
  refuses "There is no build 'docker', only native and portable" --build docker
  refuses "There can be one bucket, not 'one' and 'two'" one two
  refuses "'MemorySize' is no parameter: write it as" --parameter MemorySize
  refuses 'See deploy.sh --help' --nonsense
  run --separate-stderr "$ROOT/undeploy.sh" --force
  fails
  says 'There is no option --force'
}

@test "an unknown option is told without its value, which might be a key" {
  refuses 'There is no option --api-kye' --api-kye=sk-0123456789abcdef0123
  nowhere sk-0123456789abcdef0123
}

@test "two ways to give the key" {
  refuses 'Give one of --api-key' --api-key sk-0123456789abcdef0123 --generate-api-key
  refuses 'Give one of --api-key' --api-key-ssm /a --api-key-secret b
  nowhere sk-0123456789abcdef0123
}

@test "networks that the function could not read" {
  for list in 203.0.113.7 203.0.113.0/33 256.0.0.0/8 10.0.0/8 everybody 2001:db8::/129 '10.0.0.0/8;10.1.0.0/16' '10.0.0.0/8,'x ''; do
    refuses 'network' --allowed-cidr "$list"
  done
}

@test "names of buckets that cannot be" {
  refuses "'My_Bucket' is no bucket name" My_Bucket
}

@test "regions that AWS does not know, in its own words" {
  refuses "AWS does not answer in the region eu central (Provided region_name 'eu central' doesn't match a supported format.)" --region 'eu central'
  AWS_ENDPOINT_URL=http://127.0.0.1:1 refuses 'AWS does not answer in the region eu-nowhere-7 (Could not connect to the endpoint URL' --region eu-nowhere-7
}

@test "tags and permissions boundaries that AWS would not take" {
  for tag in team =research 'team=a,b' "team='x'" 'team={x}' $'team=a\nb' 'te`am=x' 'team=\' 'team=[x]'; do
    refuses 'is no tag: write it as --tag team=research' --tag "$tag"
  done
  refuses "The tag 'aws:team' is not yours to set" --tag aws:team=research
  refuses "The tag 'eliza:bucket' is not yours to set" --tag eliza:bucket=being-made
  refuses "The tag 'team' is given twice" --tag team=a --tag team=b
  refuses "'boundary' is not the ARN of a policy" --permissions-boundary boundary
  refuses '--permissions-boundary needs a value' --permissions-boundary
  refuses '--permissions-boundary needs the ARN of a policy' --permissions-boundary ''
}

@test "parameters that the template does not have, or that are not for the user" {
  refuses "The template has no parameter 'Memory', only: AlarmEmail" --parameter Memory=512
  refuses 'The parameter ApiKeySha256 is set by deploy.sh itself' --parameter ApiKeySha256=x
}

@test "a parameter's value that the template forbids, in the template's words" {
  given_bucket
  deploy --parameter Timeout=60
  fails
  says 'Timeout failed to satisfy constraint: must be 1 to 30'
  same '[]' "$(resources .functions)"
}

@test "a bucket of someone else" {
  answer_aws "*head-bucket*) echo 'An error occurred (403) when calling the HeadBucket operation: Forbidden' >&2; exit 254 ;;"
  refuses 'The bucket their-bucket belongs to someone else, or you may not read it: name another one' their-bucket
  undeploy their-bucket
  fails
  says 'The bucket their-bucket belongs to someone else'
}

@test "a bucket in another region" {
  aws_emulated s3api create-bucket --bucket far-away --create-bucket-configuration LocationConstraint=eu-west-1 > /dev/null
  refuses 'The bucket far-away is in eu-west-1 and the stack would be in us-east-1' far-away
}

@test "no credentials, or wrong ones" {
  unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
  refuses 'AWS does not accept your credentials (Unable to locate credentials'
  undeploy
  fails
  says 'run aws configure or aws sso login'
}

@test "no region" {
  unset AWS_DEFAULT_REGION AWS_REGION
  refuses 'No region is set: add --region'
}

@test "a profile that does not exist, and a configuration that cannot be read, in the aws command's own words" {
  export AWS_PROFILE=nope
  refuses 'The config profile (nope) could not be found' --region us-east-1
  unset AWS_DEFAULT_REGION AWS_REGION
  refuses 'The config profile (nope) could not be found'
  is_silent_on 'No region is set'
  undeploy
  fails
  says 'The config profile (nope) could not be found'
  unset AWS_PROFILE
  echo 'no section' > "$BATS_TEST_TMPDIR/broken"
  AWS_CONFIG_FILE=$BATS_TEST_TMPDIR/broken refuses 'Unable to parse config file'
}

@test "missing tools, each by its name" {
  mkdir "$BATS_TEST_TMPDIR/bin"
  for tool in bash env dirname cat sed awk grep tr head tail cut sort date mktemp rm mv uname cksum aws dotnet zip curl sha256sum shasum perl python3 ls mkdir rmdir cp sleep; do
    path=$(command -v "$tool") && ln -s "$path" "$BATS_TEST_TMPDIR/bin/$tool"
  done
  for tool in aws dotnet zip curl; do
    mv "$BATS_TEST_TMPDIR/bin/$tool" "$BATS_TEST_TMPDIR/hidden"
    PATH=$BATS_TEST_TMPDIR/bin run --separate-stderr "$ROOT/deploy.sh"
    fails
    says "The command $tool is missing"
    mv "$BATS_TEST_TMPDIR/hidden" "$BATS_TEST_TMPDIR/bin/$tool"
  done
}

@test "a litellm_config.yaml that somebody wrote" {
  echo 'model_list: []' > litellm_config.yaml
  refuses 'There is a litellm_config.yaml here that deploy.sh did not write'
  same 'model_list: []' "$(cat litellm_config.yaml)"
}

@test "a native build for another processor" {
  other=$([ "$(uname -m)" = x86_64 ] && echo arm64 || echo x86_64)
  given_bucket
  BUILD=native deploy --parameter "Architecture=$other"
  fails
  says 'The native build is impossible here, since this machine is'
  same '[]' "$(resources .stacks)"
}

# A dotnet whose native build fails. Its portable build leaves files that look right.
given_dotnet_without_native_compiler() {
  cat > "$BATS_TEST_TMPDIR/build" <<'BUILD'
#!/usr/bin/env bash
case "$*" in
  *PublishAot=true*) echo '/src/Eliza.Function.csproj : error NU1101: Unable to find package ILCompiler. [/src/Eliza.slnx]'; exit 1 ;;
  publish*) while [ $# -gt 0 ]; do [ "$1" != -o ] || out=$2; shift; done; mkdir -p "$out"; echo dll > "$out/bootstrap.dll" ;;
esac
BUILD
  chmod +x "$BATS_TEST_TMPDIR/build"
}

@test "a native build that does not work here gives way to the portable one, and says why" {
  given_bucket
  given_dotnet_without_native_compiler
  run --separate-stderr "$ROOT/deploy.sh" --no-check
  succeeds
  says 'Building portable, since '
  [ "$(uname -s)" != Linux ] || says 'NU1101: Unable to find package ILCompiler.'
  is_silent_on 'Eliza.slnx'
  same '"dotnet10"' "$(aws_emulated lambda list-functions --query 'Functions[0].Runtime')"
}

@test "a native build that was asked for and does not work is a failure" {
  [ "$(uname -s)" = Linux ] || skip 'native code is built on Linux'
  given_bucket
  given_dotnet_without_native_compiler
  BUILD=native deploy
  fails
  says 'The native build failed (NU1101: Unable to find package ILCompiler.): mend that, or add --build portable.'
  same '[]' "$(resources .stacks)"
}

@test "code that does not compile is a failure that names the error" {
  given_bucket
  printf '#!/bin/sh\n[ "$1" != publish ] || { echo "/src/A.cs(1,2): error CS1002: ; expected [/src/A.csproj]"; exit 1; }\n' > "$BATS_TEST_TMPDIR/build"
  chmod +x "$BATS_TEST_TMPDIR/build"
  BUILD=portable deploy
  fails
  says 'The build failed (CS1002: ; expected)'
  same '[]' "$(resources .stacks)"
}

@test "an executable that Amazon Linux 2023 could not load" {
  [ "$(uname -s)" = Linux ] || skip 'native code is built on Linux'
  given_bucket
  printf '#!/bin/bash\n[ "$1" = publish ] || exit 0\nwhile [ $# -gt 0 ]; do [ "$1" != -o ] || out=$2; shift; done\nmkdir -p "$out"; echo GLIBC_2.17 GLIBC_2.38 GLIBC_2.4 > "$out/bootstrap"\n' > "$BATS_TEST_TMPDIR/build"
  chmod +x "$BATS_TEST_TMPDIR/build"
  BUILD=native deploy
  fails
  says 'the linker bound it to GLIBC_2.38, and Amazon Linux 2023 has 2.34'
}
