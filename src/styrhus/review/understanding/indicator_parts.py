"""Rows that are parts of the indicator above them: women and men, districts, internal and external."""

import re
from collections.abc import Sequence

SEXES = re.compile(
    r"\b(?:kvinnor|män|flickor|pojkar|kvinner|menn|jenter|gutter|naiset|naisia|miehet|miehiä|tytöt|pojat|women|men|"
    r"girls|boys)\b|(?:^|\s)[KMFP]$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:[-–•]\s?)?(?:varav|därav|herav|joista|of which)\b.*|"
    r"(?:[-–•]\s?)?(?:\w+\s)?(?:kvinnor|män|flickor|pojkar|kvinner|menn|jenter|gutter|naiset|miehet|tytöt|pojat|women|"
    r"men|girls|boys|[kmfp])|"
    r"(?:[-–•]\s?)?(?:totalt|samtliga|alla|yhteensä|internt?|externt?|intern regi|extern regi|egen regi|eksternt?|"
    r"sisäinen|ulkoinen|kommunal|privat|internal|external)",
    re.IGNORECASE,
)
_SHORT_WORDS, _SHORT = 3, 25


def names_part(label: str) -> bool:
    """Whether a label by its words alone is a part of what stands above it."""
    return _NAMED.fullmatch(label.strip(" :¹²³⁴⁵⁶\u00a0")) is not None


def is_part(label: str, *, deeper: bool, bare: bool) -> bool:
    """Whether a row is a part of the indicator above it.

    `deeper` tells that it is indented under that row, `bare` that it leaves the columns of words (unit, source) empty
    where that row fills them.
    """
    if names_part(label):
        return True
    return (deeper or bare) and len(label) <= _SHORT and len(label.split()) <= _SHORT_WORDS


def filled(own: Sequence[str], parts: Sequence[Sequence[str]], columns: Sequence[int]) -> tuple[str, ...]:
    """The cells of an indicator; where it has no value of its own those of its parts stand instead."""
    cells = list(own)
    for column in columns:
        if not any(sign.isalnum() for sign in cells[column]):
            stated = [part[column] for part in parts if any(sign.isalnum() for sign in part[column])]
            cells[column] = " / ".join(stated) if stated else cells[column]
    return tuple(cells)
