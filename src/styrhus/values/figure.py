"""A figure: a value with its unit, its period and the place that it comes from."""

from dataclasses import dataclass
from decimal import Decimal

from styrhus.values.number import NO_BREAK_SPACE, format_number
from styrhus.values.text import msg
from styrhus.values.unit import Unit, convert

_WRITTEN_AFTER = {
    Unit.KR, Unit.TKR, Unit.MNKR, Unit.PERCENT, Unit.DAYS, Unit.MONTHS, Unit.PERSONS, Unit.HOUSEHOLDS,
    Unit.CASES, Unit.KR_PER_DAY, Unit.KR_PER_MONTH, Unit.TKR_PER_MONTH,
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """Where a figure comes from: `ref` is its address in the dossier, `place` words for a reader.

    `place` names file, row and column for what was imported, or the formula for what was computed.
    """

    ref: str
    place: str = ""


@dataclass(frozen=True)
class Figure:
    """A value (None when missing, then `mark` is what was printed instead) that knows where it is from."""

    value: Decimal | None
    unit: Unit
    period: str = ""
    source: Source = Source("")
    label: str = ""
    mark: str = ""
    preliminary: bool = False

    def to(self, unit: Unit) -> "Figure":
        """The same figure in another money unit."""
        value = None if self.value is None else convert(self.value, self.unit, unit)
        return Figure(value, unit, self.period, self.source, self.label, self.mark, self.preliminary)

    def number(self, *, decimals: int | None = None, signed: bool = False, language: str = "sv") -> str:
        """The number alone, as in a table whose caption carries the unit; what is missing shows its mark."""
        if self.value is None:
            return self.mark
        if self.unit is Unit.YES_NO:
            return (msg("Yes") if self.value else msg("No")).render(language)
        return format_number(self.value, decimals, signed=signed, language=language)

    def text(self, *, decimals: int | None = None, signed: bool = False, language: str = "sv") -> str:
        """The figure as in prose, unit included: `712 524 tkr`, `12,5 %`, `−3,0 mnkr`."""
        number = self.number(decimals=decimals, signed=signed, language=language)
        if self.value is None:
            return number or msg("not given").render(language)
        if self.unit in _WRITTEN_AFTER:
            return f"{number}{NO_BREAK_SPACE}{self.unit.label.render(language)}"
        return number

    def render(self, language: str = "sv") -> str:
        """The figure as a parameter of a message, in the message's language."""
        return self.text(language=language)
