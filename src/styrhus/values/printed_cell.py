"""The numbers that a table's cell holds."""

import re
from dataclasses import replace
from decimal import Decimal

from styrhus.values.digits import DIGITS, FRACTION, Habit, habit_of, value_of
from styrhus.values.number_words import APPROXIMATE, BOUND, MARK, MEASURE, MINUSES, PREFIX, SIGN, bound_of
from styrhus.values.printed_form import Printed, printed, sign_of
from styrhus.values.printed_prose import printed_numbers
from styrhus.values.unit_words import MONEY, UnitWord, unit_after

# A cell with more than this is a text, whatever numbers are in it.
LONGEST = 120
# Nearly all numbers of nearly all tables, which need no look at words and marks.
_SIMPLE = re.compile(rf"([{MINUSES[:3]}]?)(\d{{1,12}}|[1-9]\d{{0,2}}(?:[ \u00a0]\d{{3}}){{1,2}})((?:,\d{{1,2}})?)")
# Zero-width marks and soft hyphens, which word processors leave.
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\ufeff]")
_ANY_SPACE = re.compile(r"\s+")
_SIGN = re.compile(SIGN)
_DIGITS = re.compile(rf"(?:{DIGITS}){FRACTION}")
_CORE = re.compile(rf"(\()?({SIGN})?\s?(?:{PREFIX.pattern})?\s?((?:{DIGITS}){FRACTION})([{MINUSES}](?!\s?\d))?", re.I)
_NOTE = re.compile(r"\([^()]*\)")
_DATE = re.compile(r"\d{4}[-.]\d{2}[-.]\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
# `Enhet 12` is a name; `Internt utförande: 97` names a value.
_NAMED = re.compile(r"[^\W\d][^\d:]*\d+[^\d:]*")
_LABEL = re.compile(r"[^\W\d][^\d:;/()\n]{0,40}:?\s*")
_JOIN = re.compile(r"\s*[/;,|]?\s*")


def cell_number(text: str, habit: Habit | None = None) -> Printed | None:
    """The one number that a table's cell holds; None when it holds none, several, or words beside it.

    A unit, a footnote mark, a limit (`Minst`) or `ca` beside the number is part of it; a parenthesis after it is a
    note. What can be read in two ways (`1.234`, two numbers side by side) is None unless the habit decides.
    """
    simple = _SIMPLE.fullmatch(text)
    if simple is not None:
        return _simple(text, simple)
    plain = _plain(text)
    if plain is None or _DATE.match(plain):
        return None
    position, about, bound = _before(plain)
    found = _CORE.match(plain, position)
    number = None if found is None else _whole(plain, found, habit)
    return replace(number, approximate=about, bound=bound) if number and (about or bound) else number


def cell_numbers(text: str, habit: Habit | None = None) -> tuple[Printed, ...]:
    """All values of a cell in order, each with the label printed before it (`K: 82,4 M: 84,7`).

    Empty when the cell is prose, or holds numbers that nothing parts.
    """
    one = cell_number(text, habit)
    if one is not None:
        return (one,)
    if len(text) > LONGEST or _NAMED.fullmatch(text) or _DATE.search(text):
        return ()
    lines = [cell_number(line, habit) for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(lines):
        return tuple(line for line in lines if line)
    return _labelled(_ANY_SPACE.sub(" ", text.strip()), habit)


def split_cell(text: str, count: int) -> tuple[Printed, ...]:
    """`count` numbers that stand side by side in a cell with nothing between them; empty when not in one way only.

    `218 033 174 917` can be two numbers in one way when both must have as many groups as they can.
    """
    words = text.split() if len(text) <= LONGEST else []
    if not words or not all(re.fullmatch(rf"[{MINUSES}+]?\d{{1,3}}(?:,\d+)?", word) for word in words):
        return ()
    starts = [i for i, word in enumerate(words) if i == 0 or not re.fullmatch(r"\d{3}(?:,\d+)?", word)]
    if len(starts) == 1 and len(words) % count == 0:
        starts = list(range(0, len(words), len(words) // count))
    ends = [*starts[1:], len(words)]
    found = [cell_number(" ".join(words[a:b])) for a, b in zip(starts, ends, strict=True)]
    return tuple(n for n in found if n) if len(found) == count and all(found) else ()


def _simple(text: str, found: re.Match[str]) -> Printed:
    whole = found[2].replace(" ", "").replace("\u00a0", "")
    value = Decimal(whole + found[3].replace(",", "."))
    return Printed(-value if found[1] else value, text, 0, len(text), "-" if found[1] else "")


def cell_habit(texts: list[str]) -> Habit:
    """The habit of a table's cells; parentheses are a minus only where no other minus is used."""
    habit = habit_of(texts)
    minus = any(re.match(rf"[{MINUSES}] ?\d", text.strip()) for text in texts)
    return replace(habit, parentheses=not minus)


def _plain(text: str) -> str | None:
    if not text or len(text) > LONGEST:
        return None
    plain = _ANY_SPACE.sub(" ", _INVISIBLE.sub("", text).strip())
    return plain if any(map(str.isdigit, plain)) else None


def _before(plain: str) -> tuple[int, bool, str]:
    """Where the number itself starts, whether it is approximate, and its limit."""
    position, about, bound = 0, False, ""
    for pattern in (MARK, BOUND, APPROXIMATE, MEASURE):
        found = pattern.match(plain, position)
        if found is None or (pattern is MARK and found[0][0] in "0123456789abcde"):
            continue
        about = about or pattern is APPROXIMATE
        bound = bound_of(found) if pattern is BOUND else bound
        position = found.end() + (plain[found.end() : found.end() + 1] == " ")
    return position, about, bound


def _whole(plain: str, found: re.Match[str], habit: Habit | None) -> Printed | None:
    """The number when everything after it is its unit, a mark or a note."""
    opened, sign, prefix, form, trailing = found[1], found[2], found["unit"], found[4], found[5]
    value = value_of(form, habit)
    position = found.end()
    word = unit_after(plain, position) or _prefix(prefix)
    position = max(position, word.end) if word else position
    if opened:
        if plain[position : position + 1] != ")" or (habit and not habit.parentheses) or sign:
            return None
        position += 1
        word = word or unit_after(plain, position)
        position = max(position, word.end) if word else position
    mark = _mark_to_end(plain, position)
    # `-29 år` and `50- år` are spans of ages with one end open.
    open_end = (sign or trailing) and word is not None and word.text.lower() == "år"
    if value is None or (trailing and sign) or mark is None or open_end:
        return None
    shown = "-" if opened or trailing else sign_of(sign or "")
    number = printed(value, shown, (found[0].strip(), found.start(), found.end()), word)
    return replace(number, mark=mark) if mark else number


def _mark_to_end(plain: str, position: int) -> str | None:
    """The footnote mark after a position, if any; None when more than marks and a note stands there."""
    mark = ""
    for _ in range(4):
        position += plain[position : position + 1] == " "
        if position >= len(plain):
            return mark
        found = MARK.match(plain, position)
        mark = found[0] if found else mark
        found = found or _NOTE.match(plain, position)
        if found is None:
            return None
        position = found.end()
    return mark if position >= len(plain) else None


def _prefix(prefix: str | None) -> UnitWord | None:
    found = unit_after(prefix, 0) if prefix else None
    return replace(found, start=0, end=0) if found and found.unit in MONEY else None


def _labelled(plain: str, habit: Habit | None) -> tuple[Printed, ...]:
    """Numbers that each have a label before them, or that a stroke parts."""
    result: list[Printed] = []
    position = 0
    for number in printed_numbers(plain, habit):
        between = plain[position : number.start]
        label = _LABEL.fullmatch(_JOIN.sub("", between, count=1)) if between.strip() else None
        if not (label or (not between.strip() and not result) or (result and between.strip() == "/")):
            return ()
        result.append(replace(number, label=label[0].strip(" :") if label else ""))
        word = unit_after(plain, number.end)
        position = max(number.end, word.end) if word else number.end
    if not result or plain[position:].strip() or (len(result) > 1 and not any(n.label for n in result[1:])):
        return ()
    return tuple(result)
