"""A plan folder as a zip file: packed for download, and unpacked with distrust when it comes from outside."""

import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.faults import Faults
from styrhus.dossier.folder.layout import PLAN_FILE
from styrhus.dossier.folder.read import read_folder
from styrhus.dossier.folder.write import folder_files
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import msg

CASELOAD = "caseload"
LARGEST_ARCHIVE = 20 * 1024 * 1024
LARGEST_CONTENT = 60 * 1024 * 1024
"""Bytes packed and unpacked. A plan is some hundred kB."""
MOST_FILES = 1000
_CHUNK = 64 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LESS = msg("Pack only the plan folder, without pictures and documents.")
_AGAIN = msg("Pack the plan folder again as an ordinary zip file without password.")
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
)  # fmt: skip
_IGNORED = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def pack(dossier: Dossier) -> bytes:
    """The folder as a zip file with one folder in it; the same dossier always gives the same bytes."""
    out = BytesIO()
    top = f"{dossier.board.id}-{dossier.plan.year}"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(folder_files(dossier).items()):
            entry = zipfile.ZipInfo(f"{top}/{name}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, content.encode("utf-8"))
    return out.getvalue()


def read_packed(file: IO[bytes]) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """The dossier in a packed folder, and all problems of the archive and of the folder in it."""
    with TemporaryDirectory(prefix="styrhus-import-") as scratch:
        root, problems = unpack(file, Path(scratch))
        if problems:
            return None, problems
        dossier, found = read_folder(root)
        return dossier, (*found, *_cases_left_out(root))


def _cases_left_out(root: Path) -> tuple[Problem, ...]:
    """Cases have a journal of their own, and are looked at before they are taken over."""
    folder = root / CASELOAD
    if not folder.is_dir() or not any(folder.glob("*.csv")):
        return ()
    told = msg("The folder's cases are not imported with the plan here.")
    remedy = msg("Import the files of the folder caseload under Cases.")
    return (Problem(told, remedy, CASELOAD, severity=Severity.WARNING),)


def unpack(file: IO[bytes], target: Path) -> tuple[Path, tuple[Problem, ...]]:
    """Unpack into the empty folder `target`; gives the folder that holds plan.toml, and what is wrong with the file.

    With any problem nothing that was unpacked is to be used. Sizes are counted while reading, because what an
    archive says about itself may be false; no entry is written outside `target`.
    """
    faults = Faults()
    file.seek(0, 2)
    if file.tell() > LARGEST_ARCHIVE:
        size, limit = file.tell() // 1024**2, LARGEST_ARCHIVE // 1024**2
        faults.add(
            msg("The file is {size} MB; the largest allowed is {limit} MB.", size=size, limit=limit),
            _LESS, file="",
        )  # fmt: skip
        return target, tuple(faults.problems)
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            _extract(archive, target, faults)
    except _UNREADABLE as error:
        faults.add(
            msg("The file cannot be read as a zip file: {error}.", error=str(error)),
            _AGAIN, file="",
        )  # fmt: skip
    return _root(target), tuple(faults.problems)


def _extract(archive: zipfile.ZipFile, target: Path, faults: Faults) -> None:
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_ignored(entry.filename)]
    if len(entries) > MOST_FILES:
        faults.add(msg("There are {count} files in the archive.", count=len(entries)), _LESS, file="")
        return
    left, seen = LARGEST_CONTENT, set[Path]()
    for entry in entries:
        path = _safe_path(entry, target)
        if path is None or path in seen:
            told = msg("The file lies outside the folder.") if path is None else msg("The file is packed twice.")
            faults.add(told, _AGAIN, file=entry.filename[:120])
            return
        seen.add(path)
        left = _write(archive, entry, path, left=left)
        if left < 0:
            limit = LARGEST_CONTENT // 1024**2
            faults.add(msg("Unpacked, the archive is larger than {limit} MB.", limit=limit), _LESS, file="")
            return


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, *, left: int) -> int:
    """Unpack one file; gives how many bytes may still be written, negative when it was stopped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as packed, path.open("wb") as out:
        for chunk in _chunks(packed):
            left -= len(chunk)
            if left < 0:
                break
            out.write(chunk)
    return left


def _chunks(packed: IO[bytes]) -> Iterator[bytes]:
    while chunk := packed.read(_CHUNK):
        yield chunk


def _is_ignored(name: str) -> bool:
    """What systems put into archives of their own accord."""
    return any(part in _IGNORED for part in PurePosixPath(name).parts)


def _safe_path(entry: zipfile.ZipInfo, target: Path) -> Path | None:
    """Where an entry goes; None for one that would go elsewhere or is a link."""
    name = entry.filename
    parts = PurePosixPath(name).parts
    mode = entry.external_attr >> 16
    odd = "\\" in name or ":" in name or "\x00" in name or name.startswith("/") or ".." in parts
    if not parts or odd or (stat.S_IFMT(mode) not in {0, stat.S_IFREG}):
        return None
    return target.joinpath(*parts)


def _root(target: Path) -> Path:
    """The folder with plan.toml: the archive itself, or the only folder in it."""
    if (target / PLAN_FILE).is_file():
        return target
    inner = [path for path in target.iterdir() if path.is_dir()] if target.is_dir() else []
    return inner[0] if len(inner) == 1 and not any(path.is_file() for path in target.iterdir()) else target
