"""What a printed number is."""

import re
from dataclasses import dataclass
from decimal import Decimal

from styrhus.values.unit import Unit
from styrhus.values.unit_words import UnitWord


@dataclass(frozen=True)
class Printed:
    """A number as printed: `value` keeps the printed decimals, `start` and `end` are its place in the text.

    `sign` is what was printed before it: "", "+", "-" (any minus, a dash or parentheses) or "±". `approximate` when
    the text says about (`ca`, `cirka`, `drygt`, `knappt`) or it is an end of a span (`10–12`). `unit` is the one
    printed at the number, else None, and `unit_text` its words; `currency` is a code other than Swedish kronor
    (`EUR`, `NOK`), for which `unit` gives the scale alone (MNKR is millions). Milliards are millions with fewer
    printed digits (`1,2 mdkr` is 1.2E+3 MNKR). `label` is what names it among several in a cell (`K`, `Internt`),
    `mark` a footnote mark after it, `bound` a limit printed before it: ">", ">=", "<" or "<=".
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
        """How many decimals are printed."""
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def step(self) -> Decimal:
        """What one of the last printed digit is worth: 0.1 for `12,5`, 1 for `400`, 100 for `1,2 mdkr` in MNKR."""
        exponent = self.value.as_tuple().exponent
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)

    @property
    def looks_like_year(self) -> bool:
        """Four digits from 1950 to 2099 with neither unit, sign nor separator."""
        return self.unit is None and _YEAR.fullmatch(self.text) is not None


_YEAR = re.compile(r"(?:19[5-9]|20\d)\d")


def printed(value: Decimal, sign: str, place: tuple[str, int, int], word: UnitWord | None) -> Printed:
    """A number with its unit; `place` is its text, start and end without the unit."""
    text, start, end = place
    if sign == "-":
        value = -value
    if word is None:
        return Printed(value, text, start, end, sign)
    return Printed(value.scaleb(word.exponent), text, start, end, sign, word.unit, unit_text=word.text,
                   currency=word.currency)  # fmt: skip


def sign_of(text: str) -> str:
    """ "", "+", "-" or "±" for what is printed before a number."""
    text = text.strip()
    if len(text) > 1 or text == "±":
        return "±"
    return "+" if text == "+" else "-" if text else ""
