"""A ledger file between upload and import: kept in the data folder with its state, which every process can read."""

import fcntl
import os
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile

from styrhus.finance.ledger.mapping import Mapping
from styrhus.store.ledger.preview import Preview
from styrhus.values.problem import Problem, Severity
from styrhus.values.record import Record
from styrhus.values.text import msg
from styrhus.web.uploads import STATE, clear_older, is_kept, keep_state, new_token, uploads

KEPT_SECONDS = 24 * 60 * 60
LARGEST = 2 * 1024**3
"""Bytes of one file."""
KIND = "ledger"
_FILES, _LOCK = "file", "lock"


class Phase(StrEnum):
    """Where a file is on its way in."""

    MAPPING = "mapping"
    READING = "reading"
    READ = "read"
    IMPORTING = "importing"
    DONE = "done"
    REFUSED = "refused"


RUNNING = {Phase.READING, Phase.IMPORTING}


class Told(Record):
    """A problem in the words of each language, as it is kept between two processes."""

    message: dict[str, str]
    remedy: dict[str, str]
    file: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    severity: Severity = Severity.ERROR

    def problem(self, language: str) -> Problem:
        """The problem again, in one language."""
        message, remedy = msg(self.message[language]), msg(self.remedy[language])
        return Problem(message, remedy, self.file, self.row, self.column, self.value, self.severity)


class State(Record):
    """What is known of a kept file: whose it is, how it is read, how far it has come and what it came to."""

    board: str
    by: str
    name: str
    size: int
    year: int
    source: str = ""
    synthetic: bool = False
    mapping: Mapping | None = None
    phase: Phase = Phase.MAPPING
    step: str = ""
    share: float = 0.0
    began: datetime | None = None
    preview: Preview | None = None
    problems: tuple[Told, ...] = ()
    warnings: tuple[Told, ...] = ()
    overlaps: bool = False
    rows: int = 0
    stamp: str = ""


class HeldFile:
    """A kept file by its token."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.folder = uploads(KIND) / token

    @property
    def state(self) -> State:
        """As last written; a file whose process has ended in the middle is told to have been interrupted."""
        state = State.model_validate_json((self.folder / STATE).read_text(encoding="utf-8"))
        if state.phase in RUNNING and not self._is_worked_on():
            again = State.model_validate_json((self.folder / STATE).read_text(encoding="utf-8"))
            return _interrupted(again) if again.phase in RUNNING else again
        return state

    @property
    def path(self) -> Path:
        return next((self.folder / _FILES).iterdir())

    def keep(self, state: State) -> State:
        """Write the state; a reader sees the old or the new one, never half of it."""
        keep_state(self.folder, state)
        return state

    def change(self, **changes: object) -> State:
        """Write the state with some fields changed."""
        held = State.model_validate_json((self.folder / STATE).read_text(encoding="utf-8"))
        return self.keep(held.model_copy(update=changes))

    def lock(self) -> int:
        """A lock that is held for as long as somebody works on the file; BlockingIOError when somebody does."""
        handle = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise
        return handle

    def _is_worked_on(self) -> bool:
        try:
            os.close(self.lock())
        except BlockingIOError:
            return True
        return False

    def drop(self) -> None:
        """Forget the file."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _interrupted(state: State) -> State:
    told = msg("The work was interrupted, and nothing was booked."), msg("Start it again.")
    return state.model_copy(update={"phase": Phase.REFUSED, "problems": kept_problems([Problem(*told, state.name)])})


def keep_upload(file: UploadedFile, *, board: str, by: str, year: int) -> HeldFile:
    """Keep an upload for a day; files that are older are cleared away at the same time."""
    clear_older(KIND, KEPT_SECONDS)
    held = HeldFile(new_token())
    (held.folder / _FILES).mkdir(mode=0o700, parents=True)
    try:
        return _kept(held, file, board=board, by=by, year=year)
    except BaseException:
        held.drop()
        raise


def _kept(held: HeldFile, file: UploadedFile, *, board: str, by: str, year: int) -> HeldFile:
    name = Path(file.name or "file").name
    target = held.folder / _FILES / name
    if isinstance(file, TemporaryUploadedFile):
        shutil.copyfile(file.temporary_file_path(), target)
    else:
        with target.open("wb") as out:
            for chunk in file.chunks():
                out.write(chunk)
    held.keep(State(board=board, by=by, name=name, size=target.stat().st_size, year=year))
    return held


def held_file(token: str, board: str) -> HeldFile | None:
    """The kept file; None when the token is none of this board's or the file is gone."""
    if not is_kept(KIND, token):
        return None
    found = HeldFile(token)
    return found if found.state.board == board else None


def kept_problems(problems: Iterable[Problem]) -> tuple[Told, ...]:
    """Problems in the words of both languages."""
    return tuple(
        Told(
            message={language: problem.message.render(language) for language in ("sv", "en")},
            remedy={language: problem.remedy.render(language) for language in ("sv", "en")},
            file=problem.file, row=problem.row, column=problem.column, value=problem.value[:200],
            severity=problem.severity,
        )
        for problem in problems
    )  # fmt: skip


def now() -> datetime:
    return datetime.now(UTC)
