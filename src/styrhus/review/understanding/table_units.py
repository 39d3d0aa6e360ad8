"""Which unit and currency a table, its columns and its rows have, from what is written about them; never guessed."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from styrhus.paper.reading import Reading, ReadTable
from styrhus.review.understanding.grid import ColumnRole
from styrhus.review.understanding.heading_words import LEADING_YEAR
from styrhus.values.unit import Unit
from styrhus.values.unit_words import MONEY, UnitWord, money_unit, units_in

LONGEST = 300
# In a longer label brackets explain, and tell no unit.
LONGEST_NAME = 100
# In prose an amount has a unit too; only such phrases tell the unit of a table.
_TOLD = re.compile(
    r"(?:belopp(?:en)?|beløp|siffror(?:na)?|tal(?:en)?|tall|luvut|värden|summor|uppgifter|redovisa[sd]"
    r"|anges|angivet|presenteras|alla|samtliga|enhet)\W{0,3}(?:\w+ ){0,3}?(?:i|in|:)?\s?[^.\n]{0,40}", re.IGNORECASE,
)  # fmt: skip
_WHOLE = re.compile(r"(?:alla|samtliga|where not|om (?:inte|ej) annat|genomgående|i hela|luvut)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_TAIL = re.compile(r"[,:\u2013-] ?([^,:\u2013-]{1,30})$")
_AMOUNT_BEFORE = re.compile(r"\d\s?$")
_COUNTED = re.compile(r"\bantal(?:et)?\b|\bantall\b|\blkm\b|number of", re.IGNORECASE)
_SHARE = re.compile(
    r"\bandel(?:en)?\b|\bosuus\b|\bprocent\b|\bprosent\b|[(,] ?(?:i )?%|sjukfrånvaro\w* ?%", re.IGNORECASE
)
_IN_PERCENT = re.compile(r"\((?:i )?(?:%|procent)\)|, ?(?:%|procent)$|\bi (?:%|procent|prosent)(?!\w)", re.IGNORECASE)


def table_unit(table: ReadTable, first_headings: Iterable[str], heading: str) -> UnitWord | None:
    """The unit of a table's figures: from its first heading and caption, its notes, the text and the heading above it.

    None when nothing tells or two places that are as near contradict each other.
    """
    own = [*(text for text in first_headings if text), table.caption]
    told = [*(note[:LONGEST] for note in table.notes), table.before[-LONGEST:]]
    for texts, reads in ((own, _named), (own, _counted), (told, _told), ([heading], _named), ([heading], _counted)):
        words = [word for text in texts if text and (word := reads(text)) is not None]
        if words or (reads is _named and _differ(texts)):
            return _agreed(words)
    return None


def document_unit(reading: Reading) -> UnitWord | None:
    """The unit that a text says holds for all tables of a document; None when none or several do."""
    texts = (block.text for block in reading.texts if len(block.text) < LONGEST and _WHOLE.search(block.text))
    return _agreed(word for text in texts if (word := _told(text)) is not None)


def column_unit(heading: str, role: ColumnRole) -> UnitWord | None:
    """The unit that a column's heading tells; a count is Unit.NUMBER or what is counted."""
    if role in {ColumnRole.PERCENT_CHANGE, ColumnRole.SHARE}:
        return UnitWord(Unit.PERCENT, "%", 0, 0)
    if role in {ColumnRole.FACTOR, ColumnRole.PRODUCT}:
        return UnitWord(Unit.NUMBER, "", 0, 0)
    heading = LEADING_YEAR.sub("", heading[:LONGEST])
    found = units_in(heading)
    words = [w for w in found if w.text[0].isdigit() or not _AMOUNT_BEFORE.search(heading[: w.start])]
    if role is ColumnRole.VOLUME or _COUNTED.search(heading):
        return next((w for w in words if w.unit not in MONEY), UnitWord(Unit.NUMBER, "", 0, 0))
    money = money_unit(heading[:LONGEST])
    if money:
        return money
    return next((w for w in words if w.unit in {Unit.PERCENT, Unit.FTE}), None)


@lru_cache(maxsize=4096)
def row_unit(label: str) -> UnitWord | None:
    """The unit that a row's label tells: in brackets or at its end, or by `antal` and `andel`."""
    label = label[:LONGEST]
    if _COUNTED.search(label) and not money_unit(label):
        return next((w for w in units_in(label) if w.unit not in MONEY), UnitWord(Unit.NUMBER, "", 0, 0))
    if _SHARE.search(label) and not money_unit(label):
        return UnitWord(Unit.PERCENT, "%", 0, 0)
    if len(label) > LONGEST_NAME:
        return None
    parts = [m[1] for m in _BRACKETS.finditer(label)] + [m[1] for m in _TAIL.finditer(label)]
    for part in reversed(parts):
        word = next(units_in(part), None)
        if word and len(word.text) >= len(part.strip()) - 4 and not _AMOUNT_BEFORE.search(part[: word.start]):
            return word
    last = [word for word in units_in(label) if word.end >= len(label.rstrip(" *.)"))]
    return next((w for w in last if w.unit in MONEY and not _AMOUNT_BEFORE.search(label[: w.start])), None)


def _named(text: str) -> UnitWord | None:
    """The unit that a caption or a first heading names, amounts in it left out (`ökning 5 mnkr`)."""
    words = list(_words(text))
    kinds = {(word.unit, word.currency) for word in words}
    return words[0] if len(kinds) == 1 else None


def _words(text: str) -> Iterator[UnitWord]:
    for word in units_in(text[:LONGEST]):
        scale = word.text[0].isdigit()
        whole = word.unit in MONEY and not word.exponent
        if whole and (scale or not _AMOUNT_BEFORE.search(text[: word.start])):
            yield word


def _differ(texts: Iterable[str]) -> bool:
    return len({(word.unit, word.currency) for text in texts for word in _words(text)}) > 1


def _told(text: str) -> UnitWord | None:
    """The unit that a sentence says figures are in, or that stands alone on its line (`tkr`, `(mnkr)`)."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and len(lines[-1]) <= 30 and (word := _named(lines[-1])):
        return word
    bracketed = [w for m in _BRACKETS.finditer(text) for w in units_in(m[1]) if len(w.text) >= len(m[1]) - 4]
    money = [word for word in bracketed if word.unit in MONEY and not word.exponent]
    if money and lines and len(lines[-1]) < 100:
        return money[-1]
    return _agreed(word for found in _TOLD.finditer(text) if (word := _named(found[0])))


def _counted(text: str) -> UnitWord | None:
    """What is counted, when a caption or a first heading says so (`antal personer`), or percent."""
    words = [w for w in units_in(text[:LONGEST]) if not _AMOUNT_BEFORE.search(text[: w.start])]
    counted = next((w for w in words if w.unit not in MONEY and w.unit is not Unit.PERCENT), None)
    if _COUNTED.search(text):
        return counted or UnitWord(Unit.NUMBER, "", 0, 0)
    if counted and counted.unit is Unit.FTE:
        return counted
    tail = [m[1] for m in _BRACKETS.finditer(text)] + [m[1] for m in _TAIL.finditer(text[:LONGEST])]
    named = next((word for part in tail if (word := written_unit(part)) and word.unit not in MONEY), None)
    if named is not None:
        return named
    percent = any(w.unit is Unit.PERCENT for w in words) and _IN_PERCENT.search(text)
    return UnitWord(Unit.PERCENT, "%", 0, 0) if percent else None


def unit_column(texts: Iterable[str]) -> bool:
    """Whether all cells of a column are units (`%`, `dagar`, `tkr`)."""
    held = [text.strip(" .()") for text in texts if text.strip()]
    return bool(held) and all(written_unit(text) is not None for text in held)


def written_unit(text: str) -> UnitWord | None:
    """The unit that is all that a cell holds."""
    plain = text.strip(" .()")
    word = next(units_in(plain), None) if len(plain) <= 20 else None
    return word if word and len(word.text) >= len(plain) - 6 else None


def _agreed(words: Iterable[UnitWord]) -> UnitWord | None:
    found = {(word.unit, word.currency): word for word in words}
    return next(iter(found.values())) if len(found) == 1 else None
