"""The demo in a data folder of its own, as `styrhus demo` builds it."""

from pathlib import Path

from benchmarks.child import python

USER = "demo-admin"
"""May see every page of a board."""


def environment(folder: Path) -> dict[str, str]:
    """What a process needs to work on the demo in `folder`; the folder has the database and nothing outside counts."""
    return {
        "STYRHUS_DATA": str(folder),
        "STYRHUS_DATABASE_URL": "",
        "STYRHUS_DEBUG": "0",
        "DJANGO_SETTINGS_MODULE": "styrhus.settings",
    }


def build(folder: Path) -> dict[str, str]:
    """Build the demo in a process of its own; gives the environment to use it in."""
    used = environment(folder)
    python("-m", "styrhus", "demo", "--no-serve", "--data", str(folder), environment=used)
    return used
