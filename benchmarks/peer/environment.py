"""An environment of its own with cs-demand-model, made for the benchmark and thrown away with it."""

import sys
from pathlib import Path

from benchmarks.child import run

PACKAGES = ("cs-demand-model==0.5.1", "setuptools<81")
"""Its file system package asks setuptools for pkg_resources, which later ones lack."""


def made(folder: Path) -> Path:
    """The interpreter of a new environment in `folder`; ChildFailed when there is no way to the package index."""
    run([sys.executable, "-m", "uv", "venv", "--quiet", "--python", sys.executable, str(folder)])
    interpreter = folder / "bin" / "python"
    run([sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", str(interpreter), *PACKAGES])
    return interpreter
