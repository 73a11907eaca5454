#!/bin/sh
# Install the baselines of `make bench-understanding`: sh install.sh PYTHON FOLDER. What cannot be had is left out there.
set -eu
python=$1
folder=$2
here=$(dirname "$0")
mkdir -p "$folder"

into() {
  "$python" -m pip install -qq --disable-pip-version-check --no-input --no-warn-conflicts --upgrade --require-hashes --target "$folder/python" "$@"
}

echo "dateparser, Recognizers-Text …"
into -r "$here/requirements.lock"
echo "fastText …"
into --no-deps --only-binary :all: -r "$here/fasttext.lock" 2>/dev/null || echo "fastText has no wheel for this Python: it will be skipped."
if command -v npm >/dev/null; then
  echo "nlp.js, chrono-node …"
  cp "$here/package.json" "$here/package-lock.json" "$folder/"
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent
else
  echo "There is no npm on the path: nlp.js and chrono-node will be skipped."
fi
