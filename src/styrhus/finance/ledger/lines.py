"""Lines that DuckDB cannot be given as they are: blank ones, which it does not count, and ends of several kinds."""

from dataclasses import replace
from pathlib import Path

from styrhus.finance.ledger.prepared import Prepared

_CHUNK = 1 << 22
_BLANK = (b"\n\n", b"\n\r\n")


def filled(prepared: Prepared, rows: int, scratch: Path) -> Prepared | None:
    """The file with its blank lines as rows of empty cells; None when `rows`, as read, are all there are.

    More lines than rows is also what quoted line breaks make, so only then is the file looked through.
    """
    if prepared.line or _lines(prepared.path) == rows + prepared.skip or not _has_blank_lines(prepared.path):
        return None
    return evened(prepared, scratch)


def evened(prepared: Prepared, scratch: Path) -> Prepared:
    """The file with line ends of one kind and blank lines filled."""
    empty = prepared.delimiter.encode() * (len(prepared.headings) - 1)
    target = scratch / "even.csv"
    with prepared.path.open("rb") as read, target.open("wb") as write:
        for line in read:
            bare = line.rstrip(b"\r\n")
            write.write((bare if bare.strip() else empty) + b"\n")
    return replace(prepared, path=target)


def _lines(path: Path) -> int:
    count = 0
    last = b"\n"
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            count += chunk.count(b"\n")
            last = chunk[-1:]
    return count + (last != b"\n")


def _has_blank_lines(path: Path) -> bool:
    with path.open("rb") as stream:
        kept = b""
        while chunk := stream.read(_CHUNK):
            joined = kept + chunk
            if any(blank in joined for blank in _BLANK):
                return True
            kept = joined[-2:]
    return False
