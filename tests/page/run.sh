#!/usr/bin/env bash
# Tests the page of the local host in Chromium. CHROMIUM names another browser than /usr/bin/chromium.
set -eu
cd "$(dirname "$0")"
dotnet build ../../src/Eliza.Cli -v quiet -nologo
npm ci --no-audit --no-fund --silent
exec npm test --silent
