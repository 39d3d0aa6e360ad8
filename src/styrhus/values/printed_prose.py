"""The numbers of a running text, with the units and the words about them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from styrhus.values.digits import DIGITS, FRACTION, SWEDISH, Habit, value_of
from styrhus.values.number_words import APPROXIMATE_BEFORE, BOUND_BEFORE, PREFIX_BEFORE, SIGN, bound_of
from styrhus.values.printed_form import Printed, printed, sign_of
from styrhus.values.unit import Unit
from styrhus.values.unit_words import MONEY, UnitWord, unit_after

# Dates, times, paragraphs, file numbers, telephone and personal numbers, numbered sections: digits that are no values.
_SKIP = (
    r"\d{4}[-.]\d{2}[-.]\d{2}(?!\d)"
    r"|\d{6,8}[-+]\d{4}(?!\d)"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?!\d)"
    r"|\d{1,2}/\d{1,2}(?:[ -](?:19|20)\d\d)?(?![\d/])"
    r"|(?:19|20)\d\d:\d+"
    r"|(?:19|20)\d\d[/-]\d{1,6}(?![\d%])(?![ \u00a0]\d{3}(?!\d))"
    r"|\d{1,5}/(?:19|20)?\d\d(?!\d)"
    r"|\+\d{2}[ -]?(?:\(0\))?[\d -]{6,16}\d"
    r"|0\d{1,3}[ -]\d{2,3}(?:[ -]\d{2,3}){1,3}(?!\d|,\d)"
    r"|\d{1,2}(?:\.\d{1,2}){2,5}(?!\d)"
    r"|\d{1,3} ?(?:§|kap\b|:e\b|:a\b)"
    r"|\d{1,2}[.:]\d{2}(?=[-\u2013]\d{1,2}[.:]\d{2})"
)
_SKIP_AFTER = re.compile(
    r"(?:§|kl\.?|klockan|dnr:?|diarienummer:?|tel\.?:?|telefon:?|sida|sid\.?|s\.|bilaga|nr\.?)[ \u00a0]$", re.IGNORECASE
)
_TOKEN = re.compile(
    rf"(?<![\w.,/:])(?<![^\W\d][-\u2010\u2011])(?:(?<!\d[-\u2010\u2011\u2013])(?P<skip>{_SKIP})"
    rf"|(?P<sign>{SIGN})?(?P<apart>[ \u00a0\u202f\u2009]?)(?P<digits>(?:{DIGITS}){FRACTION})(?![\d]))",
)  # fmt: skip
_SPACED_MINUS = re.compile(r"(?:^|[(:=;,]|\b(?:om|på|till|med|varav|är|blir|blev|var|minus|och|mot|från))\s*$", re.I)
_SPAN = re.compile(r"\s?[-\u2010\u2011\u2013\u2014]\s?")
_SHARED = re.compile(r"\s?(?:och|eller|respektive|resp\.?|till|mot|og|eller|ja|tai|and|to)\s", re.I)


def printed_numbers(text: str, habit: Habit | None = SWEDISH) -> tuple[Printed, ...]:
    """Every number in a text, in order; two numbers side by side are never glued into one.

    Dates, times, paragraphs, register, telephone and personal numbers are left out; years are kept (`looks_like_year`).
    The ends of a span (`10–12 dygn`) have the same unit and are approximate.
    """
    found = list(_numbers(text, habit))
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        between = text[first.end : second.start]
        if _SPAN.fullmatch(between) and not first.unit_text:
            found[index + 1] = replace(second, approximate=True)
            found[index] = _sharing(first, second, approximate=True)
        elif first.unit is None and not first.looks_like_year and second.unit in MONEY and _SHARED.fullmatch(between):
            found[index] = _sharing(first, second, approximate=first.approximate)
    return tuple(found)


def _numbers(text: str, habit: Habit | None) -> Iterator[Printed]:
    for found in _TOKEN.finditer(text):
        number = None if found["skip"] else _number(text, found, habit)
        if number is not None and (
            number.unit or not _SKIP_AFTER.search(text[max(0, number.start - 14) : number.start])
        ):
            yield number


def _number(text: str, found: re.Match[str], habit: Habit | None) -> Printed | None:
    value = value_of(found["digits"], habit)
    end = found.end("digits")
    word = unit_after(text, end) or _prefix(text, found.start())
    if value is None or (text[end : end + 1].isalpha() and not (word and word.start == end)):
        return None
    sign, start = sign_of(found["sign"] or ""), found.start()
    if found["sign"] and not _is_sign(text, found):
        sign, start = "", found.start("digits")
    elif not found["sign"]:
        start = found.start("digits")
    before = text[max(0, start - 24) : start]
    number = printed(value, sign, (text[start:end], start, end), word)
    last = before.rstrip()[-1:]
    if not (last.isalpha() or (last and last in ".~≈<>=≤≥")):
        return number
    limit = BOUND_BEFORE.search(before)
    if APPROXIMATE_BEFORE.search(before):
        number = replace(number, approximate=True)
    return replace(number, bound=bound_of(limit)) if limit else number


def _is_sign(text: str, found: re.Match[str]) -> bool:
    """A dash before a number is a minus unless it parts two words or two numbers."""
    if found["sign"] == "+" or len(found["sign"]) > 1 or found["sign"] == "±":
        return True
    before = text[max(0, found.start() - 12) : found.start()]
    if found["apart"]:
        return _SPACED_MINUS.search(before) is not None
    return not before[-1:].isalnum()


def _prefix(text: str, start: int) -> UnitWord | None:
    before = text[max(0, start - 6) : start].rstrip()
    if not (before[-1:].isalpha() or before[-1:] == "€"):
        return None
    found = PREFIX_BEFORE.search(before)
    return unit_after(found["unit"], 0) if found else None


def _sharing(number: Printed, other: Printed, *, approximate: bool) -> Printed:
    """A number with the unit of the one that it shares it with."""
    milliards = (
        other.unit is Unit.MNKR and other.unit_text.lower().startswith(("mil", "md", "mr")) and other.step >= 100
    )
    value = number.value.scaleb(3) if milliards else number.value
    return replace(number, value=value, unit=other.unit, unit_text=other.unit_text, currency=other.currency,
                   approximate=approximate)  # fmt: skip
