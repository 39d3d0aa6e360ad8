"""Which encoding a file of text is in, whatever it says itself."""

import codecs
from pathlib import Path

from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

UTF8, CP1252, CP437, LATIN1 = "utf-8", "cp1252", "cp437", "latin-1"
ENCODINGS = (UTF8, CP1252, CP437, LATIN1)
_CHUNK = 1 << 22
_IN_437 = frozenset("åäöÅÄÖéÉüÜ".encode(CP437))
_IN_1252 = frozenset("åäöÅÄÖéÉüÜ".encode(CP1252))
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def detected(path: Path) -> str:
    """The encoding: UTF-8 where it is valid, else the code page in which the file has Swedish letters.

    In code page 437 å, ä and ö are 0x86, 0x84 and 0x94, which are marks in 1252; in 1252 they are 0xE5, 0xE4 and
    0xF6, which are Greek letters and mathematical signs in 437. The more frequent kind tells. A file is read until
    there are letters to tell by; bytes further on that are not of its encoding are found when its rows are read.
    """
    with path.open("rb") as stream:
        head = stream.read(2)
        if head in _UTF16:
            return "utf-16"
        stream.seek(0)
        while chunk := stream.read(_CHUNK):
            if not chunk.isascii():
                return _of(chunk)
    return UTF8


def _of(chunk: bytes) -> str:
    """The encoding of bytes with letters beyond ASCII; the last letter may be cut."""
    try:
        codecs.getincrementaldecoder(UTF8)().decode(chunk)
    except UnicodeDecodeError:
        high = chunk.translate(None, bytes(range(128)))
        in_437 = sum(high.count(byte) for byte in _IN_437)
        return CP437 if in_437 > sum(high.count(byte) for byte in _IN_1252) else CP1252
    return UTF8


def is_utf8(path: Path) -> bool:
    """Whether all of it is UTF-8, with or without a byte order mark; read in pieces."""
    decoder = codecs.getincrementaldecoder(UTF8)()
    with path.open("rb") as stream:
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def as_utf8(source: Path, encoding: str, target: Path, *, name: str) -> Path:
    """Write `source` anew in UTF-8 as `target`, in pieces; ProblemsError where the encoding does not fit."""
    try:
        with (
            source.open(encoding=_with_mark(encoding), newline="") as read,
            target.open("w", encoding=UTF8, newline="") as write,
        ):
            while chunk := read.read(_CHUNK):
                write.write(chunk)
    except (UnicodeDecodeError, LookupError) as error:
        raise ProblemsError((_wrong(name, encoding),)) from error
    return target


def _with_mark(encoding: str) -> str:
    return "utf-8-sig" if encoding == UTF8 else encoding


def _wrong(name: str, encoding: str) -> Problem:
    return Problem(
        msg("The file is not written in the encoding {encoding}.", encoding=encoding),
        msg("Choose another encoding in the mapping, or leave it empty so that it is recognised."),
        name,
    )
