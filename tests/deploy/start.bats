#!/usr/bin/env bats
# Where and how the scripts are started: checkouts, links, shells, and several deployments at the same time.

load helpers

setup() { setup_aws; }

helps() { # command
  run --separate-stderr "$@" --help
  succeeds
  [[ $output == 'Usage: ./'*' [s3-bucket]'* ]] || { tell; return 1; }
  same '' "$stderr"
}

@test "a checkout that git was told to give CRLF has LF, works, and makes the same artifact" {
  command -v git > /dev/null || skip 'the command git is missing'
  given_bucket
  deploy
  succeeds
  copy_repository "$BATS_TEST_TMPDIR/repository"
  git() { command git -c user.name=Test -c user.email=test@example.com -c init.defaultBranch=main -c core.autocrlf="$crlf" "$@"; }
  crlf=false
  git init -q "$BATS_TEST_TMPDIR/repository"
  git -C "$BATS_TEST_TMPDIR/repository" add -A
  git -C "$BATS_TEST_TMPDIR/repository" commit -q -m all
  crlf=true
  git clone -q -c core.autocrlf=true "$BATS_TEST_TMPDIR/repository" "$BATS_TEST_TMPDIR/checkout"
  same true "$(git -C "$BATS_TEST_TMPDIR/checkout" config core.autocrlf)"
  # Text files for git, and files that git must not change, are the same as in the repository.
  same '' "$(git -C "$BATS_TEST_TMPDIR/checkout" ls-files --eol | grep -v 'w/lf ' | grep -vE '^i/(-text|none) |attr/-text' || true)"
  same '' "$(cd "$BATS_TEST_TMPDIR/repository" && git ls-files -z | xargs -0 -I {} sh -c 'cmp -s "$1" "$2/$1" || echo "$1"' - {} "$BATS_TEST_TMPDIR/checkout")"
  helps "$BATS_TEST_TMPDIR/checkout/deploy.sh"
  SOURCE=$BATS_TEST_TMPDIR/checkout deploy
  succeeds
  says 'is there already'
  says 'No changes'
}

@test "CDPATH does not lead astray" {
  mkdir -p "p/elsewhere/p"
  ln -s "$ROOT" p/repository
  for script in deploy undeploy; do
    (cd p && CDPATH=.:$HOME:elsewhere helps bash "repository/$script.sh")
    (cd "$ROOT" && CDPATH=.:.. helps bash "$script.sh")
    (cd "$ROOT/.." && export CDPATH=.:$ROOT && helps bash "$(basename "$ROOT")/$script.sh")
  done
  given_bucket
  ln -s "$ROOT" project
  export CDPATH=.:$BATS_TEST_TMPDIR
  run --separate-stderr bash project/deploy.sh --no-check --build portable
  succeeds
  run --separate-stderr bash project/undeploy.sh --yes
  succeeds
  nothing_is_left
}

@test "a link to a script works: near, far, relative, to another link, in a linked folder, with blanks" {
  mkdir -p 'bin of mine' deep/er
  ln -s "$ROOT/deploy.sh" 'bin of mine/eliza up'
  ln -s '../bin of mine/eliza up' deep/link
  ln -s ../link deep/er/link
  ln -s deep/er linked
  ln -s "$ROOT" repository
  ln -s ../repository/undeploy.sh deep/undeploy.sh
  for link in 'bin of mine/eliza up' ./deep/link deep/er/link linked/link repository/deploy.sh deep/undeploy.sh "$PWD/deep/undeploy.sh"; do helps "$link"; done
  (cd linked && helps ./link)
  PATH="$PWD/bin of mine:$PATH" helps 'eliza up'
  given_bucket
  run --separate-stderr linked/link --no-check --build portable --api-key sk-linked-0123456789abcdef # deploy.sh starts itself again
  succeeds
}

@test "the options of the caller's shell change nothing" {
  given_bucket
  for options in noclobber noglob:allexport:keyword:monitor:physical:histexpand:history:posix; do
    rm -f litellm_config.yaml
    run --separate-stderr env "SHELLOPTS=$options" BASHOPTS=nocasematch:failglob:xpg_echo bash "$ROOT/deploy.sh" --no-check --build portable --api-key sk-shell-0123456789abcdef
    succeeds
    [ -s litellm_config.yaml ]
    same '' "$(grep -E '^(SHELLOPTS|BASHOPTS)=' "$ENVIRONMENT_RECORD")"
    run --separate-stderr env "SHELLOPTS=$options" BASHOPTS=nocasematch bash "$ROOT/deploy.sh" My-Bucket
    fails
    says "'My-Bucket' is no bucket name"
  done
  run --separate-stderr env SHELLOPTS=noclobber:noglob bash "$ROOT/undeploy.sh" --yes
  succeeds
  nothing_is_left
}

@test "in bash's POSIX mode it works as well" {
  given_bucket
  run --separate-stderr env POSIXLY_CORRECT=1 bash "$ROOT/deploy.sh" --no-check --build portable --api-key sk-posix-0123456789abcdef
  succeeds
}

@test "two deployments at once from one checkout, native and portable, to two regions, both succeed" {
  printf '#!/usr/bin/env bash\nexec "$REAL_DOTNET" "$@"\n' > "$BATS_TEST_TMPDIR/build" # each deployment builds separately
  chmod +x "$BATS_TEST_TMPDIR/build"
  other=native
  command -v clang > /dev/null || command -v gcc > /dev/null || other=portable
  mkdir one two
  (cd one && "$ROOT/deploy.sh" --no-check --build portable --region eu-central-1 > url 2> said && echo 0 > code) 3>&- &
  first=$!
  (cd two && "$ROOT/deploy.sh" --no-check --build "$other" --region us-east-1 > url 2> said && echo 0 > code) 3>&- &
  wait "$first" || true
  wait $! || true
  for folder in one two; do
    case $other$(cat $folder/said) in native*NU1101* | native*'native build is impossible'*) skip 'the native build does not work here' ;; esac
    [ -e $folder/code ] || { cat $folder/said; return 1; }
    url=$(cat $folder/url)
    same 200 "$(get_status /health)"
  done
}

@test "two deployments that make one bucket at once do not take it from each other" {
  answer_aws "s3\ mb*) [ -e $BATS_TEST_TMPDIR/made ] && exit 99; touch $BATS_TEST_TMPDIR/made; \$REAL_AWS \"\$@\" > /dev/null
    echo 'make_bucket failed: An error occurred (BucketAlreadyOwnedByYou) when calling the CreateBucket operation' >&2; exit 1 ;;"
  deploy
  succeeds
  same made "$(aws_emulated s3api get-bucket-tagging --bucket "$BUCKET" --query "TagSet[?Key=='eliza:bucket'].Value" --output text)"
}
