"""A short name for the content of the static files, so that browsers may keep them for ever."""

import hashlib
from importlib.metadata import version
from pathlib import Path

STATIC_FOLDERS = (Path(__file__).parent / "static", Path(__file__).parents[1] / "paper" / "writers" / "html" / "css")


def static_version(*folders: Path) -> str:
    """Eight characters that change when a static file of ours, or the package that brings htmx, changes."""
    digest = hashlib.sha256(version("django-htmx").encode())
    for folder in folders or STATIC_FOLDERS:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(str(file.relative_to(folder)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:8]
