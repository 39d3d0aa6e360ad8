"""The table in which a unit enters its forecast: tkr for each cost type, or for the whole."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.values.number import NumberError, parse_typed, write_decimal
from styrhus.web.forms.fields import number_error

WHOLE = "whole"
THOUSAND = 1000


@dataclass(frozen=True)
class ForecastCell:
    """A field as typed; `kind` is a cost type or `whole`."""

    kind: str
    text: str
    error: str = ""

    @property
    def name(self) -> str:
        return f"amount-{self.kind}"


def cells_of(kinds: tuple[str, ...], amounts: Mapping[str, Decimal]) -> tuple[ForecastCell, ...]:
    """The fields as they begin: what was entered before, in tkr."""
    return tuple(ForecastCell(kind, _text(amounts.get(kind))) for kind in (*kinds, WHOLE))


def _text(amount: Decimal | None) -> str:
    if amount is None:
        return ""
    return write_decimal(_plain(amount / THOUSAND))


def _plain(value: Decimal) -> Decimal:
    """Without zeros behind the comma: 140900, not 140900.00000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def read_cells(kinds: tuple[str, ...], sent: Mapping[str, str]) -> tuple[ForecastCell, ...]:
    """The fields as they were sent in, with what cannot be read as an amount told at its field."""
    return tuple(_read(ForecastCell(kind, sent.get(f"amount-{kind}", "").strip())) for kind in (*kinds, WHOLE))


def _read(cell: ForecastCell) -> ForecastCell:
    try:
        if cell.text:
            parse_typed(cell.text)
    except NumberError as error:
        return replace(cell, error=number_error(error.reason))
    return cell


def amounts_of(cells: tuple[ForecastCell, ...]) -> dict[CostType | None, Decimal]:
    """The amounts in kr of the fields that are filled in; only for cells without errors."""
    return {
        None if cell.kind == WHOLE else CostType(cell.kind): parse_typed(cell.text) * THOUSAND
        for cell in cells
        if cell.text
    }
