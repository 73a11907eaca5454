#!/bin/sh
# Print the first Python that AtendeAI can live on (3.11 or newer, able to make virtual environments), or say what is missing.

if [ -n "$PYTHON" ]; then set -- "$PYTHON"; else set -- python3.13 python3.12 python3.11 python3; fi

unable=
for python in "$@"; do
    # Run it: a version manager's shim may be on the path and lead nowhere.
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    "$python" -c 'import ensurepip, venv' 2>/dev/null && echo "$python" && exit 0
    unable=${unable:-$python}
done

if [ -z "$unable" ]; then
    echo "AtendeAI needs Python 3.11 or newer, which was not found as $*: install one, or name one with make PYTHON=/path/to/python3." >&2
else
    echo "$unable cannot make virtual environments: install its venv package (on Debian and Ubuntu: apt install $(basename "$unable")-venv)." >&2
fi
exit 1
