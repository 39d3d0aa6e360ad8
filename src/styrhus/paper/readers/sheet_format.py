"""Spreadsheet values as the number format shows them."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from styrhus.values.number import decimals_of, format_number, round_half_up

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy-mm-dd", 15: "yyyy-mm-dd", 16: "mm-dd", 17: "yyyy-mm", 18: "hh:mm", 19: "hh:mm:ss", 20: "hh:mm",
    21: "hh:mm:ss", 22: "yyyy-mm-dd hh:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "hh:mm:ss", 47: "mm:ss",
}  # fmt: skip
"""The codes of the formats that a workbook names by number alone; those not here show the value as it is."""

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]')
_PLACES = re.compile(r"[#0?][#0?, \u00a0\u202f]*(?:\.([#0?]*))?(?=$|[^#0?.])")
_SCALED = re.compile(r".*[#0?](,*)", re.DOTALL)
_DATE_PART = re.compile(r"[yåmdhst]", re.IGNORECASE)
_DAY_ZERO = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - sheets know no zones
_SIGNIFICANT = 15
"""How many digits a spreadsheet keeps; those after are noise of binary fractions."""
_CONTEXT = Context(prec=_SIGNIFICANT, rounding=ROUND_HALF_UP)
_PLAIN = Decimal(10) ** 15
"""From here on a number is shown with a power of ten."""
_GENERAL_WIDTH = 10
"""How many digits a cell without a format shows at most."""


@dataclass(frozen=True)
class Shown:
    """What a cell shows and, for numbers, the exact value behind it on the same scale (12.54 where 12,5 % is shown)."""

    text: str
    exact: Decimal | None = None


@dataclass(frozen=True)
class NumberFormat:
    """`decimals` None shows as many as there are; `scale` multiplies, `date` lists which parts of a date are shown."""

    decimals: int | None = None
    grouped: bool = False
    scale: Decimal = Decimal(1)
    suffix: str = ""
    parentheses: bool = False
    date: str = ""


@cache
def number_format(code: str) -> NumberFormat:
    """What a format code says, as far as it changes a number."""
    sections = re.sub(r"\\([ \u00a0\u202f])", r"\1", code).split(";")
    bare = _LITERAL.sub("", sections[0])
    if "general" in bare.lower() or not bare.strip():
        return NumberFormat()
    places = _PLACES.search(bare)
    if places is None or _DATE_PART.search(bare.split("E+")[0]) or "[h" in code.lower():
        return NumberFormat(date=_date_parts(bare if places is None else bare.lower()))
    if "E+" in bare or "/" in bare:
        return NumberFormat()
    whole = places[0].split(".")[0]
    scaled = _SCALED.match(bare)
    thousands = len(scaled[1]) if scaled else 0
    percent = "%" in bare
    return NumberFormat(
        decimals=len(places[1] or ""),
        grouped=any(mark in whole.rstrip(", \u00a0\u202f") for mark in ", \u00a0\u202f"),
        scale=Decimal(100 if percent else 1).scaleb(-3 * thousands),
        suffix="\u00a0%" if percent else _suffix(sections[0]),
        parentheses=len(sections) > 1 and "(" in sections[1],
    )


def shown_number(value: Decimal, code: str, *, from_1904: bool = False) -> Shown:
    """A number under a format code; dates are written as ISO dates, zero always as a nought."""
    format_ = number_format(code)
    if format_.date:
        return Shown(_date(value, format_.date, from_1904=from_1904))
    exact = significant(value * format_.scale)
    if abs(exact) >= _PLAIN:
        return Shown(f"{exact:.4E}", exact)
    decimals = _general_decimals(exact) if format_.decimals is None else format_.decimals
    text = format_number(abs(exact), decimals)
    if not format_.grouped:
        text = text.replace("\u00a0", "")
    if exact < 0 and round_half_up(exact, decimals):
        text = f"({text})" if format_.parentheses else f"\u2212{text}"
    return Shown(text + format_.suffix, exact)


def significant(value: Decimal) -> Decimal:
    """The value with the digits that a spreadsheet keeps, without noughts at the end."""
    kept = _CONTEXT.create_decimal(value).normalize(_CONTEXT)
    return kept.quantize(Decimal(1)) if abs(kept) < _PLAIN and kept == kept.to_integral_value() else kept


def _general_decimals(value: Decimal) -> int:
    room = max(0, _GENERAL_WIDTH - max(1, value.adjusted() + 1))
    return decimals_of(round_half_up(value, min(room, decimals_of(value))).normalize())


def _suffix(section: str) -> str:
    """Words that the format writes after the number, such as a unit."""
    places = list(re.finditer(r"[#0?]", _LITERAL.sub(lambda found: "\x00" * len(found[0]), section)))
    words = "".join(
        (found[1] or found[2] or found[3] or "")
        for found in _LITERAL.finditer(section)
        if places and found.start() > places[-1].start()
    )
    return f"\u00a0{words.strip()}" if re.search(r"\w", words) else ""


def _date_parts(code: str) -> str:
    """Which of y, m, d and h a date format shows; minutes are shown with hours, `mm:ss` is a time."""
    lowered = code.lower().replace("å", "y").replace("general", "")
    clock = "h" in lowered or "s" in lowered
    day = "".join(part for part in "yd" if part in lowered)
    month = "m" if ("y" in day or "d" in day or not clock) and "m" in lowered else ""
    return "".join(part for part in "ymd" if part in day + month) + ("h" if clock else "")


def _date(value: Decimal, parts: str, *, from_1904: bool) -> str:
    try:
        moment = _DAY_ZERO[from_1904] + timedelta(seconds=int((value * 86400).to_integral_value()))
    except OverflowError:
        return str(value)
    pattern = "-".join({"y": "%Y", "m": "%m", "d": "%d"}[part] for part in parts if part != "h")
    if parts == "h":
        pattern = "%H:%M"
    elif "h" in parts and (moment.hour or moment.minute):
        pattern += " %H:%M"
    return moment.strftime(pattern)
