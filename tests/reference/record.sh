#!/usr/bin/env bash
# Compares the recorded replies with those that the reference gives now. With --write it records them again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

update=0
if [ "${1:-}" = --write ]; then
  update=1
  shift
fi
if [ $# -ne 1 ] || [ ! -f "$1" ]; then
  echo "usage: tests/reference/record.sh [--write] PATH/TO/anthay/ELIZA/src/eliza.cpp" >&2
  exit 2
fi

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
"${CXX:-g++}" -std=c++20 -O1 -w "-DREFERENCE=\"$(realpath "$1")\"" "$here/driver.cpp" -o "$build/driver"

ELIZA_REFERENCE="$build/driver" UPDATE_SNAPSHOTS=$update \
  dotnet test "$here/../Eliza.Engine.Tests" --filter FullyQualifiedName~The_reference_says_what_was_recorded
