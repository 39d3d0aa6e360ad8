"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from styrhus.cli.language import Language
from styrhus.cli.output import stop


def write_whole(target: Path, content: bytes, language: Language) -> None:
    """All of it or nothing: a file that was there stays until the new one is whole."""
    from styrhus.values.text import msg

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".styrhus-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(draft).chmod(0o666 & ~_umask())
            Path(draft).replace(target)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        stop(msg("{file} cannot be written: {why}.", file=target, why=error.strerror), language)


def _umask() -> int:
    """The permissions that new files do not get, which can only be read by setting them."""
    held = os.umask(0)
    os.umask(held)
    return held
