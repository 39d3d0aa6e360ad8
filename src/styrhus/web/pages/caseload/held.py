"""A file of cases between upload and import: kept an hour at most, and thrown away once it is in or refused."""

import re
import secrets
import shutil
import time
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from styrhus.caseload import CaseMapping
from styrhus.values.record import Record

KEPT_SECONDS = 60 * 60
LARGEST = 500 * 1024**2
"""Bytes of one file: some eight million placements."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,60}")
_STATE, _FILE = "state.json", "file"


class State(Record):
    """Whose file it is, and how it is to be read."""

    board: str
    by: str
    name: str
    size: int
    mapping: CaseMapping | None = None
    as_of: date | None = None
    synthetic: bool = False


class HeldCases:
    """A kept file by its token."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.folder = _folder() / token

    @property
    def state(self) -> State:
        return State.model_validate_json((self.folder / _STATE).read_text(encoding="utf-8"))

    @property
    def path(self) -> Path:
        return self.folder / _FILE

    def keep(self, state: State) -> None:
        """Write the state; a reader sees the old or the new one, never half of it."""
        draft = self.folder / f"{_STATE}.{secrets.token_hex(4)}"
        draft.write_text(state.model_dump_json(), encoding="utf-8")
        draft.replace(self.folder / _STATE)

    def drop(self) -> None:
        """Forget the file."""
        shutil.rmtree(self.folder, ignore_errors=True)


def keep_cases(file: UploadedFile, state: State) -> HeldCases:
    """Keep an upload; files that are older than an hour are cleared away at the same time."""
    _clear()
    held = HeldCases(secrets.token_urlsafe(24))
    held.folder.mkdir(mode=0o700)
    try:
        with held.path.open("wb") as out:
            for chunk in file.chunks():
                out.write(chunk)
        held.keep(state.model_copy(update={"size": held.path.stat().st_size}))
    except BaseException:
        held.drop()
        raise
    return held


def held_cases(token: str, board: str) -> HeldCases | None:
    """The kept file; None when the token is none of this board's or the file is gone."""
    found = HeldCases(token)
    if not _TOKEN.fullmatch(token) or not (found.folder / _STATE).is_file():
        return None
    return found if found.state.board == board else None


def _folder() -> Path:
    folder = Path(settings.DATA) / "uploads" / "caseload"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _clear() -> None:
    for old in _folder().iterdir():
        if old.stat().st_mtime < time.time() - KEPT_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
