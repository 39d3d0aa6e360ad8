"""Streams and the rows of the placement grid: which row budgets for which, and the grid's years as counts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import placements_of
from styrhus.dossier.placement_forecast.fitted import Material
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import PlacementRow, Pricing
from styrhus.finance.labels import label
from styrhus.forecast import Counts, Stream

YEAR_MONTHS = 12
Pair = tuple[float | None, float | None]


def stream_of(row: PlacementRow) -> Stream:
    """The stream that a row of the grid is about."""
    return Stream(row.target_group, row.form.value, row.provider.value)


def rows_of(dossier: Dossier, stream: Stream) -> tuple[PlacementRow, ...]:
    """The rows that budget for a stream: those with volumes, or else those that hold an amount only.

    A stream that does not tell its type or provider takes all of them; types may be named by code, by the code's
    word or by the row's own name.
    """
    found = [row for row in dossier.placement_rows if _is_of(row, stream)]
    with_volume = tuple(row for row in found if row.pricing is not Pricing.AMOUNT)
    return with_volume or tuple(found)


def _is_of(row: PlacementRow, stream: Stream) -> bool:
    words = label(row.form)
    types = {row.form.value, row.name.casefold(), words.render("sv").casefold(), words.render("en").casefold()}
    return (
        row.target_group.casefold() == stream.group.casefold()
        and (not stream.type or stream.type.casefold() in types)
        and (not stream.provider or row.provider.value == stream.provider)
    )


@lru_cache(maxsize=16)
def grid_material(dossier: Dossier) -> Material | None:
    """The grid's own years as material; None without a year of persons before the plan year."""
    counts = grid_counts(dossier)
    if counts is None:
        return None
    told = (counts.streams, counts.first, counts.persons.tolist(), counts.price.tolist())
    return Material(sha256(repr(told).encode()).hexdigest(), counts)


def grid_counts(dossier: Dossier) -> Counts | None:
    """Persons and price by year of the grid's outcomes before the plan year; None when no row has any persons.

    The price is what a person and month came to: the amount that is known of the row, else its price.
    """
    streams = tuple(dict.fromkeys(stream_of(row) for row in _with_volume(dossier)))
    years = _years(dossier)
    held = [[_held(dossier, stream, year) for year in years] for stream in streams]
    known = [(stream, line) for stream, line in zip(streams, held, strict=True) if any(p is not None for p, _ in line)]
    if not known:
        return None
    return Counts.of(
        [stream for stream, _ in known], (years[0], 1), [[persons for persons, _ in line] for _, line in known],
        [[price for _, price in line] for _, line in known], months_each=YEAR_MONTHS,
    )  # fmt: skip


def _with_volume(dossier: Dossier) -> Iterator[PlacementRow]:
    return (row for row in dossier.placement_rows if row.pricing is not Pricing.AMOUNT)


def _years(dossier: Dossier) -> Sequence[int]:
    """The whole years with outcomes before the plan year, with those between them that lack any."""
    columns = [c for c in placements_of(dossier).columns if c.basis is Basis.OUTCOME and c.last == YEAR_MONTHS]
    years = [column.year for column in columns if column.year < dossier.plan.year]
    return range(min(years), max(years) + 1) if years else ()


def _held(dossier: Dossier, stream: Stream, year: int) -> Pair:
    """Persons and kr a person and month of all rows of a stream; None where any of its rows lacks it."""
    grid = placements_of(dossier)
    rows = [row for row in _with_volume(dossier) if stream_of(row) == stream]
    values = [grid.values.get((row.id, f"{Basis.OUTCOME.value}-{year}")) for row in rows]
    known = [value for value in values if value is not None and value.persons is not None]
    if not known or len(known) < len(rows):
        return None, None
    persons = sum((value.persons or Decimal(0) for value in known), Decimal(0))
    amounts = [value.amount for value in known]
    told = [amount for amount in amounts if amount is not None]
    if len(told) < len(amounts) or not persons:
        return float(persons), None
    return float(persons), float(sum(told, Decimal(0)) / persons / YEAR_MONTHS)
