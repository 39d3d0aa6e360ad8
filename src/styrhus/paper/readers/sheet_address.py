"""Cell addresses: `B7` is row 7 and column 2."""

import re
from functools import cache

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def address(row: int, column: int) -> str:
    """`B7` for row 7 and column 2, both from 1."""
    return f"{letters(column)}{row}"


@cache
def letters(column: int) -> str:
    """`B` for column 2, `AA` for 27."""
    written = ""
    while column:
        column, rest = divmod(column - 1, 26)
        written = chr(65 + rest) + written
    return written


def position(text: str) -> tuple[int, int] | None:
    """Row and column of `B7`; None for anything else."""
    found = _ADDRESS.fullmatch(text)
    return (int(found[2]), _column(found[1])) if found else None


def area(text: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row and last column of `B2:D7`; None for anything else."""
    first, _, last = text.partition(":")
    start, end = position(first), position(last or first)
    return (*start, *end) if start and end else None


@cache
def _column(written: str) -> int:
    number = 0
    for letter in written:
        number = number * 26 + ord(letter) - 64
    return number
