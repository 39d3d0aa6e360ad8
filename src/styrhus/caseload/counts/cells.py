"""Numbers in cells of counts; what stands for nothing is missing, and never zero."""

import re
from decimal import Decimal, InvalidOperation

MISSING = frozenset({"", "-", "--", "–", "..", "…", "null", "na", "n/a", "nan", "."})
"""What stands for nothing in official statistics."""
_SPACES = str.maketrans({"\u00a0": "", "\u202f": "", "\u2009": "", " ": "", "'": "", "\u2212": "-"})


class NotANumber(ValueError):
    """A cell that says something, and no number."""


def number_of(cell: str, decimal: str) -> Decimal | None:
    """The number of a cell, None where it stands for nothing; NotANumber for anything else."""
    bare = cell.strip()
    if bare.lower() in MISSING:
        return None
    even = bare.translate(_SPACES)
    group = "," if decimal == "." else "."
    if re.fullmatch(rf"-?\d{{1,3}}(\{group}\d{{3}})+(\{decimal}\d+)?", even):
        even = even.replace(group, "")
    try:
        found = Decimal(even.replace(",", "."))
    except InvalidOperation:
        raise NotANumber(bare) from None
    if not found.is_finite():
        raise NotANumber(bare)
    return found
