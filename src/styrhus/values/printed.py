"""Numbers as they are printed in documents: every form that occurs, none guessed into another."""

import re
from dataclasses import dataclass
from decimal import Decimal

from styrhus.values.unit import Unit


@dataclass(frozen=True)
class Printed:
    """A number as printed: `value` keeps the printed decimals, `start` and `end` are its place in the text.

    `sign` is what was printed before it: "", "+" or "-" (any minus, a dash or parentheses). `approximate` when the
    text says about (`ca`, `cirka`, `drygt`, `knappt`). `unit` is the one printed at the number, else None, and
    `unit_text` its words; `currency` is a code other than Swedish kronor (`EUR`, `NOK`), for which `unit` gives the
    scale alone (MNKR is millions). Milliards are millions with fewer printed digits (`1,2 mdkr` is 1.2E+3 MNKR).
    `label` is what names it among several in a cell (`K`, `Internt`), `mark` a footnote mark after it, `bound` a
    limit printed before it: ">", ">=", "<" or "<=".
    """

    value: Decimal
    text: str
    start: int = 0
    end: int = 0
    sign: str = ""
    unit: Unit | None = None
    approximate: bool = False
    unit_text: str = ""
    currency: str = ""
    label: str = ""
    mark: str = ""
    bound: str = ""

    @property
    def decimals(self) -> int:
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def step(self) -> Decimal:
        """What one of the last printed digit is worth: 0.1 for `12,5`, 1 for `400`, 100 for `1,2 mdkr` in MNKR."""
        exponent = self.value.as_tuple().exponent
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


_NUMBER = re.compile(r"(?<![\w,.])([-\u2212\u2013+] ?)?(\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+|\d+)(,\d+)?(?![\w])")


def printed_numbers(text: str) -> tuple[Printed, ...]:
    """Every number in a text, in order; two numbers side by side are never glued into one."""
    return tuple(_printed(found) for found in _NUMBER.finditer(text))


def cell_number(text: str) -> Printed | None:
    """The one number that a table's cell holds; None when it holds none, several, or words beside it."""
    found = _NUMBER.fullmatch(text.strip())
    return None if found is None else _printed(found)


def _printed(found: re.Match[str]) -> Printed:
    digits = re.sub(r"\D", "", found[2])
    negative = found[1] is not None and found[1][0] != "+"
    value = Decimal(digits + (found[3] or "").replace(",", "."))
    sign = "-" if negative else "+" if found[1] else ""
    return Printed(-value if negative else value, found[0], found.start(), found.end(), sign)
