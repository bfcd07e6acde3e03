#!/usr/bin/env bash
# The benches with little to do, so that they keep working: usage: small.sh BUILD_FOLDER. No figure of it means anything.
set -euo pipefail

build=$(realpath "${1:?the folder of the build}")
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
python=${PYTHON:-python3}
folder=$(mktemp -d "$build/bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder" # PostgreSQL runs as another user
export PACELINE_TEST_FOLDER=$folder

# works WORDS COMMAND...: it says these words; whether a level is met does not matter.
works() {
  local words=$1 said
  shift
  said=$("$@" 2>&1) || true
  grep -q -- "$words" <<<"$said" || { printf '%s\ndid not say "%s":\n%s\n' "$*" "$words" "$said" >&2; exit 1; }
}

works 'batch of 100 .*ratio' env -u PACELINE_TEST_DATABASE "$build/tests/store_bench" 1
works 'plain SQL / page' env -u PACELINE_TEST_DATABASE "$build/tests/team_bench" 0.002 5
works 'import beside .import' "$python" "$here/import_bench.py" "$build/paceline" 500 "$folder"
works 'memory, at most' "$python" "$here/pipeline_bench.py" "$build/paceline" 100 "$folder/pipeline"
"$python" "$here/server_bench.py" "$build" "$folder" small
