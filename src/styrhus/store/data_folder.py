"""Where the data folder is, and what stands in it: the SQLite file and the secret key."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from platformdirs import user_data_path

KEY_FILE = "secret_key"
DATABASE_FILE = "styrhus.sqlite3"


class SettingsError(Exception):
    """The environment does not say what is needed to start; the message tells what to set."""


def data_folder() -> Path:
    """The folder named by STYRHUS_DATA, else the user's data folder; it need not exist yet."""
    named = os.environ.get("STYRHUS_DATA")
    return Path(named) if named else user_data_path("styrhus", appauthor=False)


def make_data_folder(folder: Path) -> None:
    """Make the folder for its owner alone, with a secret key of its own unless it has one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(folder / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as stream:
        stream.write(secrets.token_urlsafe(64))


def secret_key(folder: Path, *, debug: bool) -> str:
    """The key from STYRHUS_SECRET_KEY or the data folder; SettingsError when neither has one."""
    named = os.environ.get("STYRHUS_SECRET_KEY")
    if named:
        return named
    file = folder / KEY_FILE
    if file.exists():
        if file.stat().st_mode & 0o077:
            raise SettingsError(f"{file} can be read by others; run: chmod 600 {file}")
        return file.read_text().strip()
    if debug:
        return "only for development: " + KEY_FILE
    raise SettingsError("Set STYRHUS_SECRET_KEY to a long random text, or start once with: styrhus serve")


def database(folder: Path) -> dict[str, Any]:
    """Django's settings for the database of STYRHUS_DATABASE_URL, else of the SQLite file in the folder."""
    named = os.environ.get("STYRHUS_DATABASE_URL")
    if not named:
        return _sqlite(str(folder / DATABASE_FILE))
    url = urlsplit(named)
    if url.scheme == "sqlite":
        return _sqlite(unquote(url.path).removeprefix("/"))
    if url.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(url.path.removeprefix("/")),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(url.hostname or ""),
            "PORT": str(url.port or ""),
            "OPTIONS": dict(parse_qsl(url.query)),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise SettingsError(
        f"STYRHUS_DATABASE_URL begins with {url.scheme!r}; write sqlite:///FILE or postgres://USER:PASSWORD@HOST/NAME"
    )


def _sqlite(name: str) -> dict[str, Any]:
    """WAL lets readers go on while one writes; IMMEDIATE makes a second writer wait instead of failing midway."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
