#!/usr/bin/env bash
# Tests the language server with real clients: that of VS Code from npm, and those of Neovim and Emacs if they are installed.
# Needs node 20 or later, and a built Eliza.Cli.
set -eu
cd "$(dirname "$0")"
ELIZA_CLI=$(realpath "${ELIZA_CLI:-../../artifacts/bin/Eliza.Cli/debug/eliza.dll}")
export ELIZA_CLI
npm ci --no-audit --no-fund
exec npm test
