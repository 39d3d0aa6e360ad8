"""Checks that a dossier hangs together: unique ids, known references, no cycles among goals."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.near import near
from styrhus.finance.grids.span import span_of
from styrhus.forecast.frozen import opened
from styrhus.forecast.written import UnreadableForecast
from styrhus.values.problem import Problem
from styrhus.values.record import Record
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

WITH_ID = (
    "goals", "indicators", "assignments", "undertakings", "guarantees", "observations", "conditions",
    "needs", "organisation", "tables", "frame_changes", "facts", "contradictions", "sections", "unit_rules",
    "account_rules", "budget_versions", "periodisation_keys", "surplus_projects", "budget_lines", "positions",
    "reserve_items", "investments", "savings_requirements", "savings", "accruals", "placement_rows",
    "grant_instalments", "reception_scenarios", "reception_terms", "labour_market_places", "forecasts", "capacities",
)  # fmt: skip
REFERENCES = (
    ("goals", "parents", "goals"),
    ("indicators", "goal", "goals"),
    ("indicators", "parts", "indicators"),
    ("indicators", "part_of", "indicators"),
    ("indicators", "responsible_unit", "organisation"),
    ("targets", "indicator", "indicators"),
    ("outcomes", "indicator", "indicators"),
    ("overrides", "indicator", "indicators"),
    ("assignments", "goal", "goals"),
    ("assignments", "responsible_unit", "organisation"),
    ("progress", "assignment", "assignments"),
    ("undertakings", "goal", "goals"),
    ("guarantees", "indicator", "indicators"),
    ("observations", "goal", "goals"),
    ("organisation", "parent", "organisation"),
    ("organisation", "successors", "organisation"),
    ("needs", "responsible_unit", "organisation"),
    ("frame_changes", "from_unit", "organisation"),
    ("frame_changes", "to_unit", "organisation"),
    ("frame_changes", "request", "needs"),
    ("unit_rules", "unit", "organisation"),
    ("balances", "unit", "organisation"),
    ("budget_versions", "based_on", "budget_versions"),
    ("budget_lines", "budget", "budget_versions"),
    ("budget_lines", "unit", "organisation"),
    ("budget_lines", "periodisation", "periodisation_keys"),
    ("positions", "budget", "budget_versions"),
    ("positions", "unit", "organisation"),
    ("positions", "surplus_project", "surplus_projects"),
    ("reserve_items", "budget", "budget_versions"),
    ("reserve_items", "unit", "organisation"),
    ("surplus_projects", "budget", "budget_versions"),
    ("surplus_projects", "unit", "organisation"),
    ("investments", "unit", "organisation"),
    ("savings_requirements", "unit", "organisation"),
    ("savings", "unit", "organisation"),
    ("savings", "requirement", "savings_requirements"),
    ("savings", "depends_on", "savings"),
    ("savings", "measured_row", "placement_rows"),
    ("saving_effects", "saving", "savings"),
    ("saving_levers", "saving", "savings"),
    ("unit_forecasts", "unit", "organisation"),
    ("accruals", "unit", "organisation"),
    ("placement_rows", "unit", "organisation"),
    ("placement_rows", "indicator", "indicators"),
    ("placement_figures", "row", "placement_rows"),
    ("income_support", "unit", "organisation"),
    ("income_support", "indicator", "indicators"),
    ("reception_cohorts", "unit", "organisation"),
)
UNIQUE_KEYS = (
    ("targets", ("indicator", "year", "part")),
    ("outcomes", ("indicator", "period", "part", "preliminary")),
    ("overrides", ("indicator", "year")),
    ("frames", ("year", "part")),
    ("code_names", ("dimension", "code")),
    ("ledger_months", ("year", "month", "source")),
    ("balances", ("year", "month", "unit", "cost_type")),
    ("saving_effects", ("saving", "year", "month", "planned")),
    ("saving_levers", ("saving",)),
    ("capacities", ("own",)),
    ("unit_forecasts", ("unit", "year", "month", "cost_type")),
    ("placement_figures", ("row", "basis", "period")),
    ("income_support", ("basis", "period", "unit")),
    ("reception_cohorts", ("group", "part", "basis", "period", "at", "unit")),
)


RESERVED = {"new", "latest"}
"""Ids that are words in addresses of the web application or of figures."""


def check(dossier: Dossier) -> tuple[Problem, ...]:
    """All problems; `file` holds the place as `field[position]`, which the folder's reader turns into file and row."""
    ids = {field: [record.id for record in getattr(dossier, field)] for field in WITH_ID}
    return (
        *_duplicates(dossier),
        *_reserved(dossier),
        *_unknown_references(dossier, ids),
        *_levels(dossier),
        *_cycles(dossier.goals, "goals", "parents"),
        *_cycles(dossier.organisation, "organisation", "parent"),
        *_cycles(dossier.indicators, "indicators", "part_of"),
        *_cycles(dossier.budget_versions, "budget_versions", "based_on"),
        *_cycles(dossier.savings, "savings", "depends_on"),
        *_yes_no_values(dossier),
        *_tables(dossier),
        *_forecasts(dossier),
        *_capacities(dossier),
        *_periods(dossier),
    )


Told = tuple[Text, Text]
"""What is wrong and what to do."""


def _problem(field: str, position: int, told: Told, *, column: str, value: str) -> Problem:
    return Problem(told[0], told[1], f"{field}[{position}]", None, column, value)


def _duplicates(dossier: Dossier) -> Iterator[Problem]:
    keyed = (*((field, ("id",)) for field in WITH_ID), *UNIQUE_KEYS)
    for field, names in keyed:
        seen: set[tuple[object, ...]] = set()
        for position, record in enumerate(getattr(dossier, field)):
            key = tuple(getattr(record, name) for name in names)
            if key in seen:
                told = (msg("The same {names} occurs twice.", names=", ".join(names)),
                        msg("Give this one another, or remove it."))  # fmt: skip
                yield _problem(field, position, told, column=names[0], value=", ".join(str(part) for part in key))
            seen.add(key)


def _reserved(dossier: Dossier) -> Iterator[Problem]:
    for field in WITH_ID:
        for position, record in enumerate(getattr(dossier, field)):
            if record.id in RESERVED:
                told = (msg("The id is a word of the web addresses."), msg("Choose another id."))
                yield _problem(field, position, told, column="id", value=record.id)


def _unknown_references(dossier: Dossier, ids: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for field, name, target in REFERENCES:
        known = set(ids[target])
        for position, record in enumerate(getattr(dossier, field)):
            for value in _as_tuple(getattr(record, name)):
                if value not in known:
                    told = (msg("What this refers to does not exist."), near(value, ids[target]))
                    yield _problem(field, position, told, column=name, value=value)


def _as_tuple(value: object) -> Iterable[str]:
    if value is None or value == "":
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _levels(dossier: Dossier) -> Iterator[Problem]:
    """Each goal is at a level of the model; a goal below the top needs a parent at a higher level."""
    order = {level.id: rank for rank, level in enumerate(dossier.steering.levels)}
    for position, goal in enumerate(dossier.goals):
        if goal.level not in order:
            told = (msg("The level is not in the steering model."), near(goal.level, list(order)))
            yield _problem("goals", position, told, column="level", value=goal.level)
        elif order[goal.level] > 0 and not goal.parents:
            told = (msg("The goal has no parent."), msg("Name the goal above it that it serves."))
            yield _problem("goals", position, told, column="parents", value=goal.id)
        for parent in goal.parents:
            above = dossier.goal_by_id.get(parent)
            if above and order.get(above.level, -1) >= order.get(goal.level, len(order)):
                told = (msg("The parent is not at a higher level."), msg("Name a goal of a higher level."))
                yield _problem("goals", position, told, column="parents", value=parent)


def _cycles(records: Sequence[Record], field: str, name: str) -> Iterator[Problem]:
    """A record that can be reached from itself by following `name`."""
    above = {getattr(r, "id"): set(_as_tuple(getattr(r, name))) for r in records}  # noqa: B009
    for position, record in enumerate(records):
        own = getattr(record, "id")  # noqa: B009
        reached: set[str] = set()
        ahead = set(above[own])
        while ahead:
            step = ahead.pop()
            reached.add(step)
            ahead |= above.get(step, set()) - reached
        if own in reached:
            told = (msg("The chain of parents comes back to itself."), msg("Remove one link of the circle."))
            yield _problem(field, position, told, column=name, value=own)


def _yes_no_values(dossier: Dossier) -> Iterator[Problem]:
    for field in ("targets", "outcomes"):
        for position, record in enumerate(getattr(dossier, field)):
            indicator = dossier.indicator_by_id.get(record.indicator)
            if indicator and indicator.unit is Unit.YES_NO and record.value not in {None, 0, 1}:
                told = (msg("The indicator is answered yes or no."), msg("Write ja or nej."))
                yield _problem(field, position, told, column="value", value=str(record.value))


def _tables(dossier: Dossier) -> Iterator[Problem]:
    """Rows of a table are unique and name parents in the same table; change columns name existing columns."""
    for position, table in enumerate(dossier.tables):
        counts = Counter(row.id for row in table.rows)
        for row in table.rows:
            if counts[row.id] > 1:
                told = (msg("The row id occurs twice in the table."), msg("Give each row its own id."))
                yield _problem("tables", position, told, column="id", value=f"{table.id}: {row.id}")
            if row.parent is not None and row.parent not in counts:
                told = (msg("The row's parent is not in the table."), near(row.parent, list(counts)))
                yield _problem("tables", position, told, column="parent", value=f"{table.id}: {row.parent}")
        for column in table.columns:
            for name in column.change_of or ():
                if name not in table.column_index:
                    told = (msg("The change column names no column."), near(name, list(table.column_index)))
                    yield _problem("tables", position, told, column="change_of", value=f"{table.id}: {name}")


def _forecasts(dossier: Dossier) -> Iterator[Problem]:
    """A frozen forecast that cannot be read was changed by hand, or comes from a later version."""
    for position, frozen in enumerate(dossier.forecasts):
        try:
            opened(frozen.content)
        except UnreadableForecast as fault:
            told = (msg("The frozen forecast cannot be read."), msg("Take the file as it was written."))
            yield _problem("forecasts", position, told, column="id", value=f"{frozen.id}: {fault}")


def _capacities(dossier: Dossier) -> Iterator[Problem]:
    for position, row in enumerate(dossier.capacities):
        for column in ("own", "overflow"):
            if getattr(row, column).count("/") > 2:
                told = (msg("A stream has three parts at most."), msg("Write group/type/provider."))
                yield _problem("capacities", position, told, column=column, value=getattr(row, column))


PERIODS = (
    ("placement_figures", "period", 12), ("income_support", "period", 12), ("reception_cohorts", "period", 12),
    ("labour_market_places", "start", 1), ("labour_market_places", "last", 1),
)  # fmt: skip
"""Where a text must be a period, and the months that it has at most."""


def _periods(dossier: Dossier) -> Iterator[Problem]:
    """Grids are reckoned by the calendar; a period that is none would stop all of them."""
    month = (msg("This is no month."), msg("Write it as 2023-03."))
    period = (msg("This is no period."), msg("Write a year as 2023 or a month as 2023-08."))
    for field, column, most in PERIODS:
        for position, record in enumerate(getattr(dossier, field)):
            text = getattr(record, column)
            if (text or column != "last") and not 0 < _months_of(text) <= most:
                yield _problem(field, position, month if most == 1 else period, column=column, value=text)


def _months_of(text: str) -> int:
    """Months of a period; 0 for a text that is none."""
    try:
        return span_of(text).months
    except ValueError:
        return 0
