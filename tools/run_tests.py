"""Run everything that guards the project, stage by stage: `python tools/run_tests.py [--only STAGE]`."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")
PYTEST = (PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile")
"""Two at a time, as there are two cores; a file's tests share what they set up, so they stay together."""

POSTGRES = (PYTHON, "tools/postgres.py")
NO_BROWSER = "--ignore=tests/browser"

STAGES: dict[str, list[tuple[str, ...]]] = {
    "lint": [
        (str(BIN / "ruff"), "check", "--quiet", "."),
        (str(BIN / "ruff"), "format", "--check", "."),
        (PYTHON, "tools/check_shape.py"),
        (PYTHON, "tools/build_docs.py", "--check"),
        (str(BIN / "mypy"),),
        (str(BIN / "lint-imports"), "--no-logo"),
    ],
    "tests on SQLite": [(*PYTEST, NO_BROWSER)],
    "database tests on PostgreSQL": [(*POSTGRES, *PYTEST, NO_BROWSER, "-m", "database")],
    "tests in the browser": [
        (*PYTEST, "tests/browser"),
        (*POSTGRES, *PYTEST, "-n", "0", "tests/browser/test_controllers_day.py"),
    ],
}


def run(stage: str) -> bool:
    """Run one stage to its end, so that one run shows all that fails in it; gives whether it passed."""
    print(f"\n=== {stage} ===", flush=True)
    codes = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in STAGES[stage]]
    return not any(codes)


def main() -> int:
    """Run the stages asked for; the first that fails ends the run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=STAGES, help="run this stage alone")
    chosen = parser.parse_args().only
    # Whatever database the developer's own server uses, the tests decide for themselves.
    os.environ.pop("STYRHUS_DATABASE_URL", None)
    for stage in [chosen] if chosen else STAGES:
        if not run(stage):
            print(f"\nstyrhus: failed: {stage}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
