"""The real command, run as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
LUND = EXAMPLES / "lund-2023"


def styrhus(*words: object, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `styrhus` with these words; English unless the environment says another LANG."""
    return subprocess.run(
        [sys.executable, "-m", "styrhus", *map(str, words)],
        input=stdin, capture_output=True, text=True, check=False, cwd=ROOT, timeout=120,
        env=surroundings(**environment),
    )  # fmt: skip


def surroundings(**environment: str) -> dict[str, str]:
    """The environment of a command: nothing of the developer's own, passwords hashed as ever."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {"LANG": "en_US.UTF-8", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "src"), **environment}
