"""What the measurements ran on, as far as it says something about speed."""

import os
import platform
import re
import sqlite3
from importlib.metadata import version
from pathlib import Path

PROGRAMS = {"Django": "django", "waitress": "waitress", "typst": "typst", "vl-convert": "vl-convert-python"}


def described() -> str:
    """Processor, memory, system and versions in a line; no names of machines or people."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    programs = ", ".join(f"{name} {version(package)}" for name, package in PROGRAMS.items())
    return (
        f"{os.cpu_count()} processors ({_processor()}), {memory:.0f} GiB memory, {system}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {programs}"
    )


def load() -> str:
    """How many processes wanted a processor in the last minute, which tells whether the machine was at rest."""
    return f"{os.getloadavg()[0]:.1f}"


def _processor() -> str:
    """The model as Linux tells it, else the architecture."""
    file = Path("/proc/cpuinfo")
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    found = re.search(r"^model name\s*: *(.+)$", text, re.MULTILINE)
    return found[1].strip() if found else platform.machine()
