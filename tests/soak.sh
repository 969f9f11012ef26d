#!/usr/bin/env bash
# Tries random scripts, lines, events and requests for a given time, each round with another seed.
#
#   tests/soak.sh [minutes] [first seed]      10 minutes, from seed 1 on
#
# It ends with the first failure, and counts the successful cases. A failing case is saved beside its test, or its seed is printed:
# docs/reliability.md.
set -eu
cd "$(dirname "$0")/.."
minutes=${1:-10}
first=${2:-1}
seed=$first
tally=$(mktemp)
count() {
  awk -F '\t' '{ cases[$1] += $2 } END { for (test in cases) printf "%12d  %s\n", cases[test], test }' "$tally" | LC_ALL=C sort -k 2
  rm "$tally"
}
trap count EXIT

attempt() { # project, names of tests
  ELIZA_TALLY=$tally ELIZA_SOAK=${ELIZA_SOAK:-5} ELIZA_SEED=$seed dotnet test -c Release --no-build --nologo "tests/$1" --filter "$2"
}

for project in Engine Service Function Generator Cli; do dotnet build -c Release -v q --nologo "tests/Eliza.$project.Tests"; done
end=$(($(date +%s) + 60 * minutes))
while [ "$(date +%s)" -lt "$end" ]; do
  echo "== seed $seed"
  attempt Eliza.Service.Tests 'FullyQualifiedName~Fuzz|FullyQualifiedName~Laws'
  attempt Eliza.Cli.Tests 'FullyQualifiedName~Fuzzing'
  attempt Eliza.Function.Tests 'FullyQualifiedName~Fuzz|FullyQualifiedName~Laws'
  attempt Eliza.Generator.Tests 'FullyQualifiedName~Fuzzing'
  attempt Eliza.Engine.Tests 'FullyQualifiedName~DifferentialTests|FullyQualifiedName~Engine.Tests.Laws|FullyQualifiedName~StateTests'
  for project in Engine Service; do
    ELIZA_BREED=${ELIZA_BREED:-300} DOTNET_TieredCompilation=0 attempt Eliza.$project.Tests 'Category=WorstCases'
  done
  seed=$((seed + 100000)) # more than any round uses
done
echo "No failure from seed $first to $((seed - 100000)); the next is $seed. What held, and how often:"
