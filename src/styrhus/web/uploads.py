"""Where handed-in files wait between upload and import: a folder each, named by a token that nobody guesses."""

import re
import secrets
import shutil
import time
from pathlib import Path

from django.conf import settings

from styrhus.values.record import Record

STATE = "state.json"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,60}")


def new_token() -> str:
    return secrets.token_urlsafe(24)


def uploads(kind: str) -> Path:
    """The folder of all waiting files of a kind, its owner's alone."""
    folder = Path(settings.DATA) / "uploads" / kind
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def is_kept(kind: str, token: str) -> bool:
    """Whether a token, which comes out of an address, is that of a waiting file."""
    return bool(_TOKEN.fullmatch(token)) and (uploads(kind) / token / STATE).is_file()


def keep_state(folder: Path, state: Record) -> None:
    """Write the state; a reader sees the old or the new one, never half of it."""
    draft = folder / f"{STATE}.{secrets.token_hex(4)}"
    draft.write_text(state.model_dump_json(), encoding="utf-8")
    draft.replace(folder / STATE)


def clear_older(kind: str, seconds: int) -> None:
    """Forget the files that have waited longer."""
    for old in uploads(kind).iterdir():
        if old.stat().st_mtime < time.time() - seconds:
            shutil.rmtree(old, ignore_errors=True)
