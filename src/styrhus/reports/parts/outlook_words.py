"""Numbers of a forecast as figures in sentences and cells: rounded here, once."""

from decimal import Decimal

from styrhus.dossier.references import LiveFigure
from styrhus.forecast import Distribution
from styrhus.paper.blocks import Cell, Run
from styrhus.reports.parts.grid_cells import shown
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure
from styrhus.values.number import format_number, round_half_up
from styrhus.values.unit import Unit


def exact(value: float) -> Decimal:
    """A number of a forecast as the exact one nearest it in print."""
    return Decimal(repr(float(value)))


def millions(kronor: float | Decimal, *, signed: bool = False) -> LiveFigure:
    """`149,5 mnkr`."""
    amount = kronor if isinstance(kronor, Decimal) else exact(kronor)
    return LiveFigure(Figure(amount, Unit.KR).to(Unit.MNKR), 1, signed)


def whole(value: float | Decimal, unit: Unit) -> Figure:
    """`851 hushåll`."""
    return Figure(round_half_up(value if isinstance(value, Decimal) else exact(value), 0), unit)


def bare(value: float | Decimal) -> LiveFigure:
    """The number alone, without its unit."""
    return LiveFigure(whole(value, Unit.NUMBER), 0, False, True)


def range_cells(setting: Setting, told: Distribution | None, unit: Unit, *, scale: int = 1) -> tuple[Cell, Cell]:
    """Mean, and the bounds between which it lies with 80 per cent probability; dashes for what is not known."""
    if told is None:
        return shown(setting, None, unit), shown(setting, None, unit)
    low, high = (
        format_number(round_half_up(exact(value) / scale, 0), language=setting.language)
        for value in (told.p10, told.p90)
    )
    return shown(setting, exact(told.mean) / scale, unit), Cell((Run(f"{low}–{high}"),))
