"""The help of every command, as the command line itself gives it."""

import os
import subprocess
import sys

WIDTH = 88


def help_of(*words: str) -> str:
    """What `styrhus … --help` prints, in Swedish and without regard to who runs it where."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": "/home/anna",
        "LANG": "sv_SE.UTF-8",
        "PYTHONUTF8": "1",
        "COLUMNS": str(WIDTH),
        "TERMINAL_WIDTH": str(WIDTH),
    }
    found = subprocess.run(
        [sys.executable, "-m", "styrhus", *words, "--help"],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return found.stdout.strip()


def commands() -> str:
    """The help of `styrhus` and of each of its commands."""
    return ""
