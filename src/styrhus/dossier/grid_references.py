"""Addresses of the grids' figures: `placement.<row>.<column>.<what>` and `support.<column>.<what>`."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import placements_of, support_of
from styrhus.dossier.unknown_reference import unknown
from styrhus.finance.grids.placement import Pricing
from styrhus.finance.grids.support import SupportValue
from styrhus.finance.grids.volume import Volume
from styrhus.values.figure import Figure, Source
from styrhus.values.text import DEFAULT_LANGUAGE, msg
from styrhus.values.unit import Unit

PLACEMENT_FIELDS = ("persons", "price", "amount", "computed")
SUPPORT_FIELDS = {
    "households": Unit.HOUSEHOLDS, "households_at_end": Unit.HOUSEHOLDS, "mean_cost": Unit.KR_PER_MONTH,
    "paid": Unit.KR, "repaid": Unit.KR, "net": Unit.KR, "norm": Unit.INDEX, "affordable": Unit.HOUSEHOLDS,
}  # fmt: skip
SUPPORT_LABELS = {
    "households": msg("households on average a month"), "households_at_end": msg("households at the end"),
    "mean_cost": msg("mean cost a household and month"), "paid": msg("paid out"), "repaid": msg("paid back"),
    "net": msg("income support, net"), "norm": msg("norm index"),
    "affordable": msg("households that the budget pays for"),
}  # fmt: skip


def placement_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """The figure at `placement.<row>.<column>.<persons|price|amount|computed>`, such as outcome-2018 for the column."""
    grid = placements_of(dossier)
    row = next((row for row in grid.rows if row.id == steps[0]), None)
    if row is None:
        raise unknown(address, steps[0], tuple(row.id for row in grid.rows))
    column = next((c for c in grid.columns if len(steps) > 1 and c.id == steps[1]), None)
    value = None if column is None else grid.value(row, column)
    if column is None or value is None:
        known = tuple(c.id for c in grid.columns if grid.value(row, c) is not None)
        raise unknown(address, steps[1] if len(steps) > 1 else "", known)
    if len(steps) != 3 or steps[2] not in PLACEMENT_FIELDS:
        raise unknown(address, steps[2] if len(steps) > 2 else "", PLACEMENT_FIELDS)
    place = next(
        (f.source for f in dossier.placement_figures if f.row == row.id and f.period.startswith(str(column.year))
         and f.basis is column.basis),
        "",
    )  # fmt: skip
    source = Source(address, arithmetic(value) if steps[2] == "computed" else place)
    label = f"{row.target_group}: {row.name}" if row.target_group != row.name else row.name
    return Figure(getattr(value, steps[2]), placement_unit(steps[2], row.pricing), str(column.year), source, label)


def placement_unit(field: str, pricing: Pricing) -> Unit:
    """What a field of the grid is counted in."""
    if field == "persons":
        return Unit.PERSONS
    if field == "price":
        return Unit.KR_PER_MONTH if pricing is Pricing.MONTH else Unit.KR_PER_DAY
    return Unit.KR


def arithmetic(value: Volume) -> str:
    """`23 × 3450 × 365` as the computed amount was reckoned; empty for months put together."""
    if value.persons is None or value.price is None:
        return ""
    return f"{_short(value.persons)} × {_short(value.price)} × {value.units}"


def _short(value: Decimal) -> str:
    return format(round(value, 2), "f").rstrip("0").rstrip(".") if value % 1 else format(value, "f")


def support_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """The figure at `support.<column>.<what>`, such as `support.budget-2023.affordable`."""
    values = {column_id(value): value for value in support_of(dossier) if value.unit is None}
    value = values.get(steps[0])
    if value is None:
        raise unknown(address, steps[0], tuple(values))
    if len(steps) != 2 or steps[1] not in SUPPORT_FIELDS:
        raise unknown(address, steps[1] if len(steps) > 1 else "", tuple(SUPPORT_FIELDS))
    own = [f for f in dossier.income_support if f.basis is value.basis and f.period.startswith(str(value.year))]
    found: Decimal | None = getattr(value, steps[1])
    source = Source(address, own[0].source if own else "")
    label = SUPPORT_LABELS[steps[1]].render(DEFAULT_LANGUAGE)
    return Figure(found, SUPPORT_FIELDS[steps[1]], str(value.year), source, label)


def column_id(value: SupportValue) -> str:
    """`budget-2023`, or `outcome-2023-08` for what is known of a year under way."""
    return f"{value.basis.value}-{value.year}" + ("" if value.last == 12 else f"-{value.last:02d}")


def grid_addresses(dossier: Dossier) -> Iterator[str]:
    """Every address of a figure in the grids."""
    grid = placements_of(dossier)
    for row in grid.rows:
        for column in grid.columns:
            if grid.value(row, column) is not None:
                yield from (f"placement.{row.id}.{column.id}.{name}" for name in PLACEMENT_FIELDS)
    for value in support_of(dossier):
        if value.unit is None:
            yield from (f"support.{column_id(value)}.{name}" for name in SUPPORT_FIELDS)
