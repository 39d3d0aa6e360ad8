"""Zip files that hold a document, opened within limits."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

MOST_BYTES = 300_000_000
"""How much all parts of a document may take together when unpacked."""
MOST_PARTS = 20_000
_CHUNK = 1 << 20


class Archive:
    """The parts of a zip file; ProblemsError where it is damaged or unpacks to more than the limit."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._left = MOST_BYTES
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
            raise self._damaged() from error
        if len(self._zip.filelist) > MOST_PARTS:
            raise self._too_large()
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """A part's bytes; empty where the file has none of that name."""
        if name not in self.names:
            return b""
        if self._zip.getinfo(name).flag_bits & 1:
            raise protected(self._name)
        held = bytearray()
        try:
            with self._zip.open(name) as stream:
                while chunk := stream.read(_CHUNK):
                    held += chunk
                    if len(held) > self._left:
                        raise self._too_large()
        except (BadZipFile, ZlibError, ValueError, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise self._damaged() from error
        self._left -= len(held)
        return bytes(held)

    def _damaged(self) -> ProblemsError:
        return damaged(self._name)

    def _too_large(self) -> ProblemsError:
        problem = Problem(
            msg("The file unpacks to far more than a document needs and is not opened."),
            msg("Save it anew from the program it was written in."),
            self._name,
        )
        return ProblemsError((problem,))


def damaged(name: str) -> ProblemsError:
    """The file ends too early or is broken inside."""
    problem = Problem(
        msg("The file is damaged or cut off, so that it cannot be opened."),
        msg("Fetch it anew, or open and save it in the program it was written in."),
        name,
    )
    return ProblemsError((problem,))


def protected(name: str) -> ProblemsError:
    """The file asks for a password."""
    problem = Problem(
        msg("The file is protected by a password."), msg("Save a copy without a password and hand that in."), name
    )
    return ProblemsError((problem,))
