"""Archives between upload and confirmation: kept in the data folder, named by a token that only the session has."""

import re
import secrets
import time
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.archive import read_packed
from styrhus.values.problem import Problem

KEPT_SECONDS = 24 * 60 * 60
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,60}")


def _folder() -> Path:
    folder = Path(settings.DATA) / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep(file: UploadedFile) -> str:
    """Keep an upload for a day; gives its token. Older ones are cleared away at the same time."""
    folder = _folder()
    for old in folder.glob("*.zip"):
        if old.stat().st_mtime < time.time() - KEPT_SECONDS:
            old.unlink(missing_ok=True)
    token = secrets.token_urlsafe(24)
    with (folder / f"{token}.zip").open("wb") as out:
        for chunk in file.chunks():
            out.write(chunk)
    return token


def path_of(token: str) -> Path | None:
    """The kept file; None when the token is none of ours or the file is gone."""
    path = _folder() / f"{token}.zip"
    return path if _TOKEN.fullmatch(token) and path.is_file() else None


def drop(token: str) -> None:
    """Forget an upload."""
    path = path_of(token)
    if path is not None:
        path.unlink(missing_ok=True)


def read_upload(path: Path) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """The dossier in an archive, and all problems of the archive and the folder in it."""
    with path.open("rb") as file:
        return read_packed(file)
