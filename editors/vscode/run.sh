#!/usr/bin/env bash
# Tests the extension for VS Code and packs it: out/eliza-scripts.vsix. Needs node 20 or later, and npm's registry.
set -eu
cd "$(dirname "$0")"
npm ci --no-audit --no-fund
npm run --silent package
exec npm test --silent
