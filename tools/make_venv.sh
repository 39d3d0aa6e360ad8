#!/bin/sh
# Makes .venv with the given Python, or says in one line what is missing.
set -eu
python="${1:-python3}"

if ! command -v "$python" >/dev/null 2>&1; then
    echo "styrhus: $python was not found; install it with: apt-get install python3" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "styrhus: Python 3.11 or newer is needed, $python is $("$python" -V 2>&1); choose one with: make setup PYTHON=python3.12" >&2
    exit 1
fi
[ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null && exit 0
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    PYTHON="$python" sh tools/system_packages.sh python3-venv
fi
"$python" -m venv --clear .venv
