"""Where imported files lie in the data folder, and how a folder gets there whole or not at all."""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

RAW = "raw"
LEDGER, CASELOAD = "ledger", "caseload"
"""The folders of the data folder that imports lie in; the file as it was handed in is kept of a ledger only."""
UNFINISHED = ".tmp-"
"""Begins the name of a folder that is being written; the one who writes holds a lock on it for as long."""


@dataclass(frozen=True)
class Unfinished:
    """A folder of an import that is being written: `stamp` names the import, `path` is the folder."""

    board: str
    stamp: UUID
    path: Path
    of: str = LEDGER

    @property
    def raw(self) -> Path:
        """Where the file as it was handed in is kept."""
        return self.path / RAW

    def settle(self) -> Path:
        """Give the folder its lasting name; all that is in it is on the disk before anyone can see it."""
        _sync_all(self.path)
        final = folder_of(self.board, self.stamp, self.of)
        self.path.rename(final)
        _sync(final.parent)
        return final


def board_folder(board: str, of: str = LEDGER) -> Path:
    """The folder with all imports of a board."""
    return Path(settings.DATA) / of / board


def folder_of(board: str, stamp: UUID | str, of: str = LEDGER) -> Path:
    """The folder of one import."""
    return board_folder(board, of) / str(stamp)


@contextmanager
def unfinished(board: str, of: str = LEDGER) -> Iterator[Unfinished]:
    """A new folder to write an import in; what is left of it when the block ends is taken away."""
    stamp = uuid4()
    path = board_folder(board, of) / f"{UNFINISHED}{stamp}"
    handle = _made_and_locked(path)
    try:
        if of == LEDGER:
            (path / RAW).mkdir()
        yield Unfinished(board, stamp, path, of)
    finally:
        shutil.rmtree(path, ignore_errors=True)
        os.close(handle)


def is_full(error: BaseException) -> bool:
    """Whether an error says that the disk has no room, whichever library it comes from."""
    told = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
    return told or os.strerror(errno.ENOSPC) in str(error)


def disk_full(name: str) -> ProblemsError:
    """What to tell of a disk that has no room for a file."""
    told = msg("The disk is full; nothing is imported."), msg("Make room in the data folder and import again.")
    return ProblemsError((Problem(*told, name),))


def sweep(board: str, known: Iterable[UUID], of: str = LEDGER) -> None:
    """Take away what a process that was killed left behind; the caller keeps others from finishing meanwhile."""
    kept = {str(stamp) for stamp in known}
    folder = board_folder(board, of)
    for path in tuple(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(UNFINISHED):
            _sweep_unfinished(path)
        elif path.is_dir() and path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)


def _sweep_unfinished(path: Path) -> None:
    """A folder whose lock can be had has no writer any more."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return  # its writer, or another that sweeps, was quicker
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(path, ignore_errors=True)
    except BlockingIOError:
        pass  # somebody is writing it
    finally:
        os.close(handle)


def _made_and_locked(path: Path) -> int:
    """Made anew when it was swept away between making and locking."""
    while True:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            continue
        fcntl.flock(handle, fcntl.LOCK_EX)
        if path.is_dir() and path.stat().st_ino == os.fstat(handle).st_ino:
            return handle
        os.close(handle)


def _sync_all(folder: Path) -> None:
    for root, _folders, files in os.walk(folder):
        for name in files:
            _sync(Path(root) / name)
        _sync(Path(root))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
