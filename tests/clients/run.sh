#!/usr/bin/env bash
# Runs the clients with a server of its own on a free port. Needs node 20 or later, and a built Eliza.Cli.
set -eu
cd "$(dirname "$0")"
log=$(mktemp)
dotnet "${ELIZA_CLI:-../../artifacts/bin/Eliza.Cli/debug/eliza.dll}" --urls http://127.0.0.1:0 > "$log" 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null; rm -f "$log"' EXIT
for _ in $(seq 100); do
  ELIZA_URL=$(sed -n 's/^ELIZA listens on \(http[^ ]*\).*/\1/p' "$log")
  [ -n "$ELIZA_URL" ] && break
  kill -0 "$server" 2> /dev/null || { cat "$log"; exit 1; }
  sleep 0.2
done
[ -n "$ELIZA_URL" ] || { cat "$log"; exit 1; }
export ELIZA_URL
npm ci
npm test
