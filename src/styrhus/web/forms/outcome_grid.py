"""The table in which outcomes are reported: periods across, the whole and its parts down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from styrhus.plan.indicator import Breakdown, Indicator
from styrhus.plan.labels import part_label
from styrhus.plan.outcome import Outcome
from styrhus.values.period import Period
from styrhus.values.unit import Unit
from styrhus.web.forms.outcome_details import Details, details_of, read_details
from styrhus.web.forms.value_cells import Read, read_cell, write_cell
from styrhus.web.frame import current_language

MOST_LINES = 60
"""Periods or parts that one form may hold."""


@dataclass(frozen=True)
class Cell:
    """A cell as a template needs it."""

    name: str
    text: str
    label: str
    error: str


@dataclass(frozen=True)
class Line:
    """A row of the grid: the part, which is fixed for the whole, and its cells."""

    name: str
    part: str
    is_whole: bool
    error: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Heading:
    """A column of the grid: its period and what is said about it."""

    number: int
    name: str
    period: str
    details: Details
    error: str
    day_error: str


@dataclass(frozen=True)
class Grid:
    """Texts as typed; `cells` by row and column, `errors` by the name of the field that they belong to."""

    periods: tuple[str, ...]
    parts: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    details: tuple[Details, ...]
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The columns."""
        found = enumerate(zip(self.periods, self.details, strict=True))
        return tuple(
            Heading(n, f"period-{n}", period, details, self._error(f"period-{n}"), self._error(f"as_of-{n}"))
            for n, (period, details) in found
        )

    @property
    def has_detail_errors(self) -> bool:
        """Whether something beside the cells needs correcting."""
        return any(heading.day_error for heading in self.headings)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows with their cells."""
        return tuple(
            Line(f"part-{row}", part, row == 0, self._error(f"part-{row}"), tuple(self._cells(row)))
            for row, part in enumerate(self.parts)
        )

    def _cells(self, row: int) -> Iterator[Cell]:
        part = part_label(self.parts[row]).render(current_language())
        for column, period in enumerate(self.periods):
            name = f"cell-{row}-{column}"
            where = f"{part}, {period}" if period else _("%(part)s, new period") % {"part": part}
            yield Cell(name, self.cells[row][column], where, self._error(name))

    def _error(self, name: str) -> str:
        return self.errors.get(name, "")

    @property
    def text(self) -> dict[tuple[str, str], str]:
        """The cells by part and period, without columns and rows that have no name."""
        return {
            (part, period): self.cells[row][column]
            for row, part in enumerate(self.parts)
            for column, period in enumerate(self.periods)
            if period and (part or row == 0)
        }


def grid_of(indicator: Indicator, outcomes: Sequence[Outcome], year: int) -> Grid:
    """The stored outcomes as a grid, with a column for the plan year and rows for the splits that are asked for."""
    shown = shown_outcomes(outcomes)
    periods = (*sorted({*(o.period for o in outcomes), str(year - 1), str(year)}), "")
    sexes = ("K", "M") if Breakdown.SEX in indicator.breakdowns else ()
    parts = (*dict.fromkeys(["", *sexes, *(o.part for o in outcomes)]), *([""] if indicator.breakdowns else []))
    cells = tuple(
        tuple(_text(shown.get((part, period)) if part or not row else None, indicator.unit) for period in periods)
        for row, part in enumerate(parts)
    )
    return Grid(periods, parts, cells, tuple(details_of(shown.get(("", period))) for period in periods))


def shown_outcomes(outcomes: Sequence[Outcome]) -> dict[tuple[str, str], Outcome]:
    """The outcome that a cell stands for, by part and period: the final one where a preliminary stands too."""
    ordered = sorted(outcomes, key=lambda o: not o.preliminary)
    return {(o.part, o.period): o for o in ordered}


def _text(outcome: Outcome | None, unit: Unit) -> str:
    return "" if outcome is None else write_cell(outcome.value, outcome.mark, unit)


def read_grid(data: Mapping[str, Any]) -> Grid:
    """The grid as it was sent in."""
    periods = tuple(str(data.get(f"period-{n}", "")).strip() for n in range(_count(data, "columns")))
    parts = tuple(str(data.get(f"part-{n}", "")).strip() for n in range(_count(data, "rows")))
    cells = tuple(
        tuple(str(data.get(f"cell-{row}-{column}", "")) for column in range(len(periods))) for row in range(len(parts))
    )
    return Grid(periods, parts, cells, tuple(read_details(data, column) for column in range(len(periods))))


def _count(data: Mapping[str, Any], name: str) -> int:
    text = str(data.get(name, ""))
    return min(int(text), MOST_LINES) if text.isdecimal() and len(text) < 4 else 0


def outcomes_from(grid: Grid, indicator: Indicator, stored: Sequence[Outcome]) -> tuple[list[dict[str, Any]], Grid]:
    """The rows to report, and the grid with an error at every cell that cannot be read.

    A cell that was not touched keeps all that its outcome says; what a typed value replaces loses the mark and
    the printed wording, which belonged to the old one. Outcomes that no cell stands for are kept.
    """
    errors = _name_errors(grid)
    shown = shown_outcomes(stored)
    told = grid.text
    rows: list[dict[str, Any]] = [
        dict(o) for o in stored if shown[o.part, o.period] is not o or (o.part, o.period) not in told
    ]
    for row, part in enumerate(grid.parts):
        for column, period in enumerate(grid.periods):
            text, old = grid.cells[row][column], shown.get((part, period))
            if not period or (row and not part):
                if text.strip():
                    errors[f"cell-{row}-{column}"] = _("Name the period above and the part to the left.")
                continue
            read = read_cell(text, indicator.unit)
            if old is not None and text.strip() == _text(old, indicator.unit):
                read = Read(old.value, old.mark)
            if read.error:
                errors[f"cell-{row}-{column}"] = read.error
            made = _row((part, period), read, old, grid.details[column])
            rows += [made] if made else []
    for column, details in enumerate(grid.details):
        errors.update({f"{name}-{column}": told for name, told in details.errors.items()})
    return rows, replace(grid, errors=errors)


def _row(place: tuple[str, str], read: Read, old: Outcome | None, details: Details) -> dict[str, Any] | None:
    """The fields of one outcome; None where nothing is said."""
    part, period = place
    if part and read.is_empty and old is not None and (old.value is not None or old.mark):
        return None
    held: dict[str, Any] = dict(old) if old is not None else {"part": part, "period": period}
    if old is None or (read.value, read.mark) != (old.value, old.mark):
        held |= {"value": read.value, "mark": read.mark, "printed": ""}
    if not part:
        held |= details.values
    elif old is None or details.preliminary_changed:
        held["preliminary"] = details.preliminary
    if read.value is not None:
        held["awaiting"] = ""
    says = read.value is not None or read.mark or any(held.get(name) for name in ("awaiting", "note", "printed"))
    return held if says else None


def _name_errors(grid: Grid) -> dict[str, str]:
    errors = {}
    for column, period in enumerate(grid.periods):
        try:
            Period.parse(period or "2000")
        except ValueError:
            errors[f"period-{column}"] = _("Write a period as 2023, 2023-T2, 2023-Q3 or 2023-08.")
        if period and period in grid.periods[:column]:
            errors[f"period-{column}"] = _("The period stands twice.")
    for row, part in enumerate(grid.parts):
        if row and part and part in grid.parts[:row]:
            errors[f"part-{row}"] = _("The part stands twice.")
    return errors
