"""Numbers as people in Sweden write them: exact reading and writing, never through float."""

import re
from decimal import ROUND_HALF_UP, Decimal

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
_COMMA_NUMBER = re.compile(r"[-\u2212]?[0-9]+(,[0-9]+)?")
_GROUPED = re.compile(r"[-\u2212+]?[0-9]{1,3}([ \u00a0\u202f\u2009][0-9]{3})+(,[0-9]+)?")


class NumberError(ValueError):
    """A text that is no number; `reason` is 'point', 'grouped' or 'text'."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parse_decimal(text: str) -> Decimal:
    """Read `1234,5` or `−3,0`, keeping the printed decimals; raise NumberError when it is anything else.

    Plan folders use the decimal comma and no group separator, so that `1.234` can never be read two ways.
    """
    text = text.strip()
    if _COMMA_NUMBER.fullmatch(text):
        return Decimal(text.replace(MINUS, "-").replace(",", "."))
    if re.fullmatch(r"[-\u2212]?[0-9]+\.[0-9]+", text):
        raise NumberError("point")
    raise NumberError("grouped" if _GROUPED.fullmatch(text) else "text")


def parse_typed(text: str) -> Decimal:
    """Read a number typed into a form: as parse_decimal, and group spaces are allowed (`1 234,5`)."""
    if _GROUPED.fullmatch(text.strip()):
        text = re.sub(r"[ \u00a0\u202f\u2009+]", "", text)
    return parse_decimal(text)


def write_decimal(value: Decimal) -> str:
    """The form that parse_decimal reads back to the same value with the same printed decimals."""
    return format(value, "f").replace(".", ",")


def decimals_of(value: Decimal) -> int:
    """How many decimals the value carries as written: 297.0 has one, 518681 none."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Round half away from zero, the way Swedish accounts are rounded by hand (3,45 becomes 3,5)."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def format_number(value: Decimal, decimals: int | None = None, *, signed: bool = False, language: str = "sv") -> str:
    """`1 234 567,5` in Swedish, `1 234 567.5` in English; no-break spaces and a true minus.

    `decimals` None keeps those that the value carries; `signed` writes a plus before positive numbers.
    """
    shown = round_half_up(value, decimals_of(value) if decimals is None else decimals)
    text = format(abs(shown), ",f").replace(",", NO_BREAK_SPACE)
    if language == "sv":
        text = text.replace(".", ",")
    if shown < 0:
        return MINUS + text
    return "+" + text if signed and shown > 0 else text
