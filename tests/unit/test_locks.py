"""The lock files pin every package by hash and name no server."""

import re
from pathlib import Path

import pytest

LOCKS = sorted((Path(__file__).resolve().parents[2] / "requirements").glob("*.txt"))
PACKAGE = re.compile(r"^[a-z0-9][\w.-]*(\[[\w,-]+\])?==\S+(?=[ ;\\])")


def entries(text: str) -> list[str]:
    """The packages of a lock file, each with the lines that belong to it."""
    return [entry for entry in re.split(r"\n(?=\S)", "\n" + text) if entry.strip()]


def test_every_lock_is_looked_at():
    assert [lock.name for lock in LOCKS] == ["build.txt", "dev.txt", "runtime.txt", "uv.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_server(lock: Path):
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|\bfile:", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_pinned_by_hash(lock: Path):
    found = entries(lock.read_text(encoding="utf-8"))
    assert found
    loose = [e for e in found if not PACKAGE.match(e) or "--hash=sha256:" not in e]
    assert loose == []


def test_tests_run_with_the_versions_that_users_get():
    versions = [
        {line.split(" ")[0] for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line}
        for lock in LOCKS
        if lock.stem in ("runtime", "dev")
    ]
    development, runtime = versions
    assert runtime <= development
