"""A file of cases between upload and import: kept an hour at most, and thrown away once it is in or refused."""

import shutil
from datetime import date
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile

from styrhus.caseload import CaseMapping
from styrhus.values.record import Record
from styrhus.web.uploads import STATE, clear_older, is_kept, keep_state, new_token, uploads

KEPT_SECONDS = 60 * 60
LARGEST = 500 * 1024**2
"""Bytes of one file: some eight million placements."""
KIND = "caseload"
_FILE = "file"


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
        self.folder = uploads(KIND) / token

    @property
    def state(self) -> State:
        return State.model_validate_json((self.folder / STATE).read_text(encoding="utf-8"))

    @property
    def path(self) -> Path:
        return self.folder / _FILE

    def keep(self, state: State) -> None:
        """Write the state; a reader sees the old or the new one, never half of it."""
        keep_state(self.folder, state)

    def drop(self) -> None:
        """Forget the file."""
        shutil.rmtree(self.folder, ignore_errors=True)


def keep_cases(file: UploadedFile, state: State) -> HeldCases:
    """Keep an upload; files that are older than an hour are cleared away at the same time."""
    clear_older(KIND, KEPT_SECONDS)
    held = HeldCases(new_token())
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
    if not is_kept(KIND, token):
        return None
    found = HeldCases(token)
    return found if found.state.board == board else None
