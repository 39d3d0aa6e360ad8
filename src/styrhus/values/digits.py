"""Digits as they are grouped and pointed in print, and the habit of a table or document that decides the unclear."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

SPACES = " \u00a0\u202f\u2009\u2007"
# More digits than any municipality's money has: a number in a register, and slow to calculate with.
MOST_DIGITS = 15
DIGITS = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?![\d.])|\d{{1,3}}(?:,\d{{3}})+(?![\d,])|\d+"
FRACTION = r"(?:[.,]\d+)?"
"""A run of digits with or without group separators, then a decimal mark and its digits."""

_FORM = re.compile(rf"({DIGITS})({FRACTION})")
_SPACED = re.compile(rf"[{SPACES}]")
_SHOWN = re.compile(
    r"(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})(?P<point>)"
    r"|(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})(?P<comma>)"
    r"|[1-9]\d{0,2}(?P<three>[.,])\d{3}"
    r"|(?:\d{1,3}(?: \d{3})+|\d+)(?P<decimal>[.,])\d+"
    r"|[1-9]\d{0,2}(?: \d{3})+(?P<space>)"
)
_LARGE = re.compile(r"[1-9]\d{0,2}(?: \d{3}){0,2}")
_DIGIT = re.compile(r"\d")
# A habit shows in far fewer numbers than a large sheet has.
SAMPLE = 4000
_EVIDENCE = re.compile(rf"(?<![\d.,/:-])\d[\d.,{SPACES}]*\d(?![\d/:-])")


@dataclass(frozen=True)
class Habit:
    """How numbers are written: `decimal` is the decimal mark, `group` the separator of thousands, empty when unknown.

    `parentheses` tells that `(400)` is a negative number. `most_groups` is how many groups of three digits the largest
    number has that cannot be read in two ways, 0 when unknown.
    """

    decimal: str = ""
    group: str = ""
    parentheses: bool = True
    most_groups: int = 0


SWEDISH = Habit(",", " ")


def habit_of(texts: Iterable[str]) -> Habit:
    """The habit that the numbers in some texts show; what is mixed or not shown stays empty."""
    seen: Counter[str] = Counter()
    groups = 0
    for text in islice(filter(_DIGIT.search, texts), SAMPLE):
        for found in _EVIDENCE.finditer(text):
            form = _SPACED.sub(" ", found[0])
            seen[_sign_of(form)] += 1
            groups = max(groups, _groups(form))
    decimal = _only(seen, "decimal,", "decimal.")
    group = _only(seen, "group ", "group.", "group,") or _threes(seen, decimal)
    return Habit(decimal or {".": ",", ",": "."}.get(group, ""), group, most_groups=groups)


def _sign_of(form: str) -> str:
    """What a number shows of the habit; `three.` is one that can be read in two ways."""
    found = _SHOWN.fullmatch(form)
    kind = found.lastgroup if found else None
    if found is None or kind is None:
        return ""
    return {"space": "group ", "point": "group.", "comma": "group,"}.get(kind) or kind + found[kind]


def _groups(form: str) -> int:
    whole = form.partition(",")[0].partition(".")[0]
    return 1 + whole.count(" ") if _LARGE.fullmatch(whole) else 0


def _only(seen: Counter[str], *signs: str) -> str:
    found = [sign for sign in signs if seen[sign]]
    return found[0][-1] if len(found) == 1 else ""


def _threes(seen: Counter[str], decimal: str) -> str:
    """`1.234` is grouped when the other mark is the decimal one, or when many have just three digits after it."""
    for mark, other in ((".", ","), (",", ".")):
        count = 0 if seen[f"decimal{mark}"] or seen["group "] else seen[f"three{mark}"]
        if count >= 3 or (count and decimal == other):
            return mark
    return ""


def value_of(form: str, habit: Habit | None) -> Decimal | None:
    """The value of digits as printed, keeping the printed decimals; None when they can be read in two ways.

    `1.234` is one and a quarter or twelve hundred: only the habit can tell. Five groups and more are no amount.
    """
    found = _FORM.fullmatch(_SPACED.sub(" ", form))
    if found is None or sum(map(str.isdigit, form)) > MOST_DIGITS:
        return None
    whole, fraction = found[1], found[2]
    if " " in whole:
        return _decimal(whole, fraction) if _one_number(whole, habit) else None
    if "." in whole or "," in whole:
        return _pointed(whole, fraction, habit or Habit())
    return _decimal(whole, fraction)


def _one_number(whole: str, habit: Habit | None) -> bool:
    groups = whole.count(" ") + 1
    if whole.startswith("0") or groups > 4:
        return False
    # `218 033 174 917` may be two numbers; it is one where others in the table are as large.
    return groups < 4 or bool(habit and habit.most_groups >= 3)


def _pointed(whole: str, fraction: str, habit: Habit) -> Decimal | None:
    mark = "." if "." in whole else ","
    if fraction:
        return _decimal(whole, fraction) if fraction[0] != mark else None
    if whole.count(mark) > 1 or habit.group == mark:
        return None if whole.startswith("0") else _decimal(whole, "")
    if whole.startswith("0") or habit.decimal == mark:
        return _decimal(*whole.split(mark), point=True)
    # Where the other mark is the decimal one and no space is used for thousands, this one groups.
    return _decimal(whole, "") if habit.decimal and not habit.group else None


def _decimal(whole: str, fraction: str, *, point: bool = False) -> Decimal:
    digits = re.sub(r"\D", "", whole)
    decimals = fraction if point else fraction[1:]
    return Decimal(f"{digits}.{decimals}" if decimals else digits)
