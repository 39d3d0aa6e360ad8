"""Reading of untrusted files in a process of its own, with limits on size, time and memory.

A fresh interpreter rather than a fork: the web application has threads, whose locks a fork would inherit shut, and its
memory holds what no document's reader should see. The 70 ms that it takes to start can be spent on other things, see
`begin`; one way serves the command line and the web.
"""

import os
import signal
import stat
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, cast
from unicodedata import category

from styrhus.paper.readers import bounded_limits as limits_
from styrhus.paper.readers.bounded_child import BROKEN, FAULTY, MEMORY, MUCH, NAME, READ
from styrhus.paper.readers.bounded_limits import LIMITS, Limits
from styrhus.paper.readers.bounded_wire import unpacked
from styrhus.paper.reading import Reading
from styrhus.values.problem import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMAND = (sys.executable, "-I", "-B", "-X", "utf8", "-m", "styrhus.paper.readers.bounded_child")


def read_bounded(source: Path | bytes, name: str = "", *, limits: Limits = LIMITS) -> Reading:
    """The document in a file or its content; ProblemsError for everything that can be wrong with it.

    It is parsed in a process of its own, which is ended with all that it started when it takes too long. That process
    shares no memory, environment or open files with this one, and answers in plain JSON (see bounded_wire).
    """
    return begin(source, name, limits=limits).reading()


def begin(source: Path | bytes, name: str = "", *, limits: Limits = LIMITS) -> "UnderWay":
    """Start to read; who has other things to do meanwhile asks for the `reading()` afterwards.

    ProblemsError where there is no file to read or it is too large.
    """
    name = _shown(name or (source.name if isinstance(source, Path) else ""))
    with _opened(source, name, limits) as stream:
        return UnderWay(stream, name, limits)


class UnderWay:
    """A file that is being read."""

    def __init__(self, stream: IO[bytes], name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        sent = (limits.memory, int(limits.seconds) + 1, limits.characters, limits.cells)
        self._process = subprocess.Popen(
            [*_COMMAND, *map(str, sent)],
            stdin=stream, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(name),
            close_fds=True, start_new_session=True,
        )  # fmt: skip
        self._latest = monotonic() + limits.seconds
        self._told = b""
        # Collected at once, so that the process need not wait with its answer until somebody asks.
        self._collector = Thread(target=self._collect, daemon=True)
        self._collector.start()

    def reading(self) -> Reading:
        """Wait for the document; ProblemsError when it cannot be read or a limit is met."""
        self._collector.join(max(0.0, self._latest - monotonic()))
        late = self._collector.is_alive()
        self._kill()
        self._process.wait()
        self._collector.join()
        if late:
            raise limits_.too_slow(self._name, self._limits)
        return self._understood(self._told)

    def _collect(self) -> None:
        with cast("IO[bytes]", self._process.stdout) as answer:
            self._told = answer.read(self._limits.answer + 1)

    def _kill(self) -> None:
        """End the process with everything that it started."""
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def _understood(self, told: bytes) -> Reading:
        kind, name, limits = told[:1], self._name, self._limits
        if kind == MUCH or len(told) > limits.answer:
            raise limits_.too_much(name, limits)
        if kind == MEMORY:
            raise limits_.too_hungry(name, limits)
        if kind == BROKEN:
            raise limits_.fault_of_ours(name, told[1:].decode("utf-8", "replace"))
        found = _received(told[1:]) if kind in (READ, FAULTY) else None
        if isinstance(found, Reading):
            return found
        if isinstance(found, tuple) and found and all(isinstance(each, Problem) for each in found):
            raise ProblemsError(found)
        raise limits_.broke_reader(name)


def _received(content: bytes) -> object:
    """None for an answer that is none, which only a process that was taken over would give."""
    try:
        return unpacked(content)
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
        return None


def _shown(name: str) -> str:
    """The name without line breaks and marks that turn the direction of text, which could forge what is told."""
    return "".join("\ufffd" if category(letter)[0] == "C" else letter for letter in name)


def _environment(name: str) -> dict[str, str]:
    """Nothing of ours but what a system may need to start a program; never secrets of the server."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "LD_LIBRARY_PATH") if key in os.environ}
    return kept | {NAME: name}


@contextmanager
def _opened(source: Path | bytes, name: str, limits: Limits) -> "Iterator[IO[bytes]]":
    """The file, or a nameless one in memory that holds the content."""
    if isinstance(source, bytes):
        if len(source) > limits.file:
            raise limits_.too_large(name, limits)
        with _nameless() as stream:
            stream.write(source)
            stream.seek(0)
            yield stream
        return
    try:
        # Asked before it is opened, since opening a pipe waits for who writes to it.
        if not stat.S_ISREG(source.stat().st_mode):
            raise limits_.no_file(name)
        stream = source.open("rb")
    except PermissionError as error:
        raise limits_.not_allowed(name) from error
    except (OSError, ValueError) as error:
        raise limits_.no_file(name) from error
    with stream:
        if os.fstat(stream.fileno()).st_size > limits.file:
            raise limits_.too_large(name, limits)
        yield stream


def _nameless() -> IO[bytes]:
    """A file that is in no folder; on Linux it never touches the disk."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("document"), "w+b")
    return cast("IO[bytes]", TemporaryFile())
