"""A short name for the content of the static files, so that browsers may keep them for ever."""

import hashlib
from importlib.metadata import version
from pathlib import Path

STATIC_FOLDER = Path(__file__).parent / "static"


def static_version(folder: Path = STATIC_FOLDER) -> str:
    """Eight characters that change when a static file of ours, or the package that brings htmx, changes."""
    digest = hashlib.sha256(version("django-htmx").encode())
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(str(file.relative_to(folder)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]
