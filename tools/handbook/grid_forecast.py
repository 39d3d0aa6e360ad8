"""The forecast of an example's plan year from its placement grid alone, beside what was budgeted."""

from collections.abc import Sequence
from decimal import Decimal

from handbook.examples import example
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import placements_of
from styrhus.dossier.placement_forecast import grid_counts, rows_of
from styrhus.finance.grids.placement import PlacementRow
from styrhus.finance.grids.volume import Volume
from styrhus.forecast import Distribution, StreamForecast, fit
from styrhus.values.missing import total
from styrhus.values.number import format_number

HEAD = (
    "rad",
    "{before2}",
    "{before}",
    "prognos {year}",
    "80 %",
    "budget {year}",
    "prognos mnkr",
    "80 %",
    "budget mnkr",
)
MNKR = Decimal(1_000_000)


def grid_forecast(name: str) -> str:
    """Persons a day and cost by row: two years' outcome, the forecast with its 80 per cent, the budget."""
    dossier = example(name)
    counts, year = grid_counts(dossier), dossier.plan.year
    if counts is None:
        raise LookupError(f"{name} has no placement grid with persons")
    found = fit(counts, months=12).forecast()
    parts = [(part, rows_of(dossier, part.stream)) for part in found.streams if part.stream is not None]
    lines = [_line(dossier, f"{rows[0].target_group}, {rows[0].name.lower()}", part, rows) for part, rows in parts]
    everything = [row for _, rows in parts for row in rows]
    lines.append(_line(dossier, "**Alla**", found.total, everything))
    head = [cell.format(year=year, before=year - 1, before2=year - 2) for cell in HEAD]
    marks = "|".join(["---", *["---:"] * (len(HEAD) - 1)])
    return "\n".join([f"| {' | '.join(head)} |", f"|{marks}|", *(f"| {' | '.join(line)} |" for line in lines)])


def _line(dossier: Dossier, name: str, part: StreamForecast, rows: Sequence[PlacementRow]) -> list[str]:
    year, whole = dossier.plan.year, part.whole
    budget = [_volume(dossier, row, f"budget-{year}") for row in rows]
    past = [_persons(dossier, rows, f"outcome-{earlier}") for earlier in (year - 2, year - 1)]
    return [
        name, *past, _whole(whole.persons.mean, 1), _range(whole.persons, 1), _persons(dossier, rows, f"budget-{year}"),
        _whole(whole.cost.mean, MNKR) if whole.cost else "–", _range(whole.cost, MNKR) if whole.cost else "–",
        _sum([None if held is None or held.amount is None else held.amount / MNKR for held in budget], 1),
    ]  # fmt: skip


def _volume(dossier: Dossier, row: PlacementRow, column: str) -> Volume | None:
    return placements_of(dossier).values.get((row.id, column))


def _persons(dossier: Dossier, rows: Sequence[PlacementRow], column: str) -> str:
    held = [_volume(dossier, row, column) for row in rows]
    return _sum([None if value is None else value.persons for value in held], 0)


def _sum(values: Sequence[Decimal | None], decimals: int) -> str:
    found = total(values)
    return "–" if found.value is None or found.is_partial else format_number(found.value, decimals)


def _whole(value: float, unit: Decimal | int) -> str:
    return format_number(Decimal(repr(value)) / unit, 1 if unit != 1 else 0)


def _range(held: Distribution, unit: Decimal | int) -> str:
    return f"{_whole(held.p10, unit)}–{_whole(held.p90, unit)}"
