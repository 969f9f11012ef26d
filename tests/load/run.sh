#!/usr/bin/env bash
# Talks to the local host, and to the native binary behind the emulated gateway, on many connections at the same time.
#
#   tests/load/run.sh [seconds] [connections]      20 seconds each, on 32 connections
#
# ELIZA_NATIVE_BINARY is the path of the published bootstrap. docs/reliability.md explains the checks.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${1:-20}
connections=${2:-32}
work=$(mktemp -d)
started=''
# shellcheck disable=SC2086,SC2317 # a list of numbers; called by trap
finish() {
  [ -z "$started" ] || kill $started 2> /dev/null || true
  wait
  rm -rf "$work"
}
trap finish EXIT

# Waits until a command prints something, and sets found to it.
await() { # log, command
  local log=$1 tries=0
  shift
  until found=$("$@" 2> /dev/null) && [ -n "$found" ]; do
    [ $((tries += 1)) -lt 300 ] || { cat "$log"; exit 1; }
    sleep 0.1
  done
}

drive() { # name, url, process
  dotnet "$root/artifacts/bin/Eliza.Load/release/Eliza.Load.dll" "$1" "$2" "$3" "$seconds" "$connections" || failed=1
}

missing_piece() {
  local tool
  [ -n "${ELIZA_NATIVE_BINARY:-}" ] || { echo 'ELIZA_NATIVE_BINARY names no published bootstrap'; return; }
  [ -e "$root/../shared/aws/fakeaws.py" ] || { echo '../shared/aws, the emulator, is not here'; return; }
  for tool in aws zip curl jq python3; do
    command -v "$tool" > /dev/null || { echo "the command $tool is missing"; return; }
  done
}

drive_local() {
  dotnet "$root/artifacts/bin/Eliza.Cli/release/eliza.dll" --urls http://127.0.0.1:0 > "$work/local.log" 2>&1 &
  local server=$!
  started="$started $server"
  await "$work/local.log" sed -n 's/^ELIZA listens on \(http[^ ]*\).*/\1/p' "$work/local.log"
  drive Eliza.Cli "$found/" "$server"
  kill "$server"
  wait "$server"
}

drive_native() {
  python3 -B "$root/../shared/aws/fakeaws.py" -p 0 -d "$work/functions" -e "$work/env" > "$work/emulator.log" 2>&1 &
  started="$started $!"
  await "$work/emulator.log" cat "$work/env"
  # shellcheck source=/dev/null
  . "$work/env"
  # The usual deploy.sh, but with the given binary in place of the one that it would build.
  mkdir "$work/bin"
  cat > "$work/bin/dotnet" <<'DOTNET'
#!/usr/bin/env bash
while [ $# -gt 0 ]; do [ "$1" != -o ] || out=$2; shift; done
mkdir -p "$out"
cp "$ELIZA_NATIVE_BINARY" "$out/bootstrap"
DOTNET
  chmod +x "$work/bin/dotnet"
  (cd "$work" && PATH=$work/bin:$PATH "$root/deploy.sh" --no-check --build native \
    --parameter ThrottlingRateLimit=10000 --parameter ThrottlingBurstLimit=5000) > "$work/url" 2> "$work/deploy.log" ||
    { cat "$work/deploy.log"; exit 1; }
  local gateway
  gateway=$AWS_ENDPOINT_URL/_gw/$(sed 's,^https://\([a-z0-9]*\).*,\1,' "$work/url")/
  curl -fsS "${gateway}health" > /dev/null # starts the function
  await "$work/emulator.log" pgrep -f "^$work/functions/.*/bootstrap"
  drive 'The native binary behind the gateway' "$gateway" "$found"
}

failed=0
dotnet build -c Release -v q --nologo "$root/tests/load" > "$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
dotnet build -c Release -v q --nologo "$root/src/Eliza.Cli" > "$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
drive_local
missing=$(missing_piece)
if [ -n "$missing" ]; then echo "# The native binary behind the gateway: skipped, since $missing"; else drive_native; fi
exit "$failed"
