"""The table of outcomes: what is typed becomes rows to report, and everything else is kept."""

from datetime import date
from decimal import Decimal

import pytest

from styrhus.plan.indicator import Breakdown, Indicator
from styrhus.plan.outcome import Outcome
from styrhus.values.unit import Unit
from styrhus.web.forms.outcome_grid import Grid, grid_of, outcomes_from, read_grid

PERCENT = Indicator(id="x", goal="g", name="Andel", unit=Unit.PERCENT, breakdowns=(Breakdown.SEX,))
YES_NO = Indicator(id="x", goal="g", name="Plan finns", unit=Unit.YES_NO)


def outcome(period: str, value: str | None = None, **fields: object) -> Outcome:
    return Outcome(indicator="x", period=period, value=None if value is None else Decimal(value), **fields)


STORED = (
    outcome("2021", "80.5", source="Enkät", printed="80,5%"),
    outcome("2021", "82", part="K", note="Färre svar"),
    outcome("2022", None, mark="■", awaiting="SKR"),
)


def sent(grid: Grid, **changes: str) -> Grid:
    """The grid as a browser sends it back, with some fields changed."""
    data = {"columns": str(len(grid.periods)), "rows": str(len(grid.parts))}
    for heading in grid.headings:
        data[heading.name] = heading.period
        data[f"was_preliminary-{heading.number}"] = "1" if heading.details.was_preliminary else "0"
        if heading.details.preliminary:
            data[f"preliminary-{heading.number}"] = "1"
        for name in ("as_of", "awaiting", "source", "note"):
            data[f"{name}-{heading.number}"] = getattr(heading.details, name)
    for line in grid.lines:
        data[line.name] = line.part
        data |= {cell.name: cell.text for cell in line.cells}
    return read_grid({**data, **{name.replace("_to_", "-"): value for name, value in changes.items()}})


def cell(grid: Grid, part: str, period: str) -> str:
    """The name of a cell."""
    return f"cell-{grid.parts.index(part)}-{grid.periods.index(period)}"


def reported(grid: Grid, indicator: Indicator = PERCENT, stored=STORED) -> tuple[list[Outcome], dict[str, str]]:
    rows, checked = outcomes_from(grid, indicator, stored)
    if checked.errors:
        return [], dict(checked.errors)
    return [Outcome.model_validate({**row, "indicator": "x"}) for row in rows], {}


def by_place(outcomes: list[Outcome]) -> dict[tuple[str, str], Outcome]:
    return {(o.part, o.period): o for o in outcomes}


def test_the_grid_has_the_stored_periods_the_plan_year_and_the_split_that_is_asked_for():
    grid = grid_of(PERCENT, STORED, 2023)
    assert grid.periods == ("2021", "2022", "2023", "")
    assert grid.parts == ("", "K", "M", "")
    assert grid.cells[0] == ("80,5", "■", "", "")
    assert grid.cells[1][0] == "82"


def test_nothing_touched_changes_nothing():
    rows, errors = reported(sent(grid_of(PERCENT, STORED, 2023)))
    assert not errors
    assert sorted(rows, key=str) == sorted(STORED, key=str)


def test_a_new_value_replaces_mark_and_wording_and_keeps_the_rest():
    grid = grid_of(PERCENT, STORED, 2023)
    rows, errors = reported(sent(grid, **{cell(grid, "", "2022"): "83,0 %", cell(grid, "M", "2022"): "1 000,5"}))
    held = by_place(rows)
    assert not errors
    assert held["", "2022"] == outcome("2022", "83.0")
    assert held["M", "2022"].value == Decimal("1000.5")
    assert held["", "2021"] == STORED[0]


def test_a_changed_value_keeps_source_and_note_but_not_the_printed_wording():
    grid = grid_of(PERCENT, STORED, 2023)
    held = by_place(reported(sent(grid, **{cell(grid, "", "2021"): "81"}))[0])
    assert held["", "2021"] == outcome("2021", "81", source="Enkät")


def test_an_emptied_cell_takes_the_value_away_and_is_never_zero():
    grid = grid_of(PERCENT, STORED, 2023)
    held = by_place(reported(sent(grid, **{cell(grid, "", "2021"): "", cell(grid, "K", "2021"): " "}))[0])
    assert ("", "2021") not in held
    assert ("K", "2021") not in held


def test_zero_is_a_value():
    grid = grid_of(PERCENT, STORED, 2023)
    assert by_place(reported(sent(grid, **{cell(grid, "", "2023"): "0"}))[0])["", "2023"].value == 0


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [("12.5", "12,5"), ("tolv", "1234,5"), ("1,2,3", "1234,5"), ("12 tkr", "1234,5"), ("=A1", "1234,5")],
)
def test_a_bad_number_is_told_at_its_cell(typed, remedy):
    grid = grid_of(PERCENT, STORED, 2023)
    name = cell(grid, "M", "2023")
    _rows, errors = reported(sent(grid, **{name: typed}))
    assert list(errors) == [name]
    assert remedy in errors[name]


@pytest.mark.parametrize(("typed", "value"), [("ja", 1), ("Nej", 0), ("yes", 1)])
def test_yes_and_no_are_words(typed, value):
    grid = grid_of(YES_NO, (), 2023)
    rows, errors = reported(sent(grid, **{cell(grid, "", "2023"): typed}), YES_NO, ())
    assert not errors
    assert rows == [outcome("2023", str(value))]


def test_a_number_is_no_answer_to_yes_or_no():
    grid = grid_of(YES_NO, (), 2023)
    assert reported(sent(grid, **{cell(grid, "", "2023"): "7"}), YES_NO, ())[1]


def test_a_new_period_and_a_new_part_are_named():
    grid = grid_of(PERCENT, STORED, 2023)
    names = {"period-3": "2023-T2", "part-3": "Väster", "cell-0-3": "84", "cell-3-0": "79"}
    held = by_place(reported(sent(grid, **names))[0])
    assert held["", "2023-T2"].value == 84
    assert held["Väster", "2021"].value == 79


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"period-3": "i fjol", "cell-0-3": "84"}, "period-3"),
        ({"period-3": "2021", "cell-0-3": "84"}, "period-3"),
        ({"part-3": "K", "cell-3-0": "84"}, "part-3"),
        ({"cell-0-3": "84"}, "cell-0-3"),
        ({"cell-3-0": "84"}, "cell-3-0"),
        ({"as_of-0": "31 december"}, "as_of-0"),
    ],
)
def test_what_cannot_be_placed_is_told_where_it_stands(fields, at):
    assert at in reported(sent(grid_of(PERCENT, STORED, 2023), **fields))[1]


def test_preliminary_date_source_and_comment_belong_to_the_whole():
    grid = grid_of(PERCENT, STORED, 2023)
    details = {"preliminary-2": "1", "as_of-2": "2023-08-31", "source-2": "System", "note-2": "Sommaren saknas"}
    held = by_place(reported(sent(grid, **{cell(grid, "", "2023"): "85", cell(grid, "K", "2023"): "86"}, **details))[0])
    assert held["", "2023"] == outcome(
        "2023", "85", preliminary=True, as_of=date(2023, 8, 31), source="System", note="Sommaren saknas"
    )
    assert held["K", "2023"].preliminary
    assert held["K", "2023"].note == ""
    assert not held["K", "2021"].preliminary


def test_what_is_awaited_can_be_said_without_a_value():
    grid = grid_of(PERCENT, (), 2023)
    held = by_place(reported(sent(grid, **{"awaiting-1": "Kolada"}), stored=())[0])
    assert held["", "2023"] == outcome("2023", awaiting="Kolada")


def test_an_empty_form_takes_nothing_away():
    rows, errors = reported(read_grid({}))
    assert not errors
    assert sorted(rows, key=str) == sorted(STORED, key=str)


def test_a_preliminary_value_beside_the_final_one_is_kept():
    both = (outcome("2021", "80", preliminary=True), outcome("2021", "81"))
    grid = grid_of(PERCENT, both, 2023)
    assert grid.cells[0][0] == "81"
    assert sorted(reported(sent(grid), stored=both)[0], key=str) == sorted(both, key=str)


@pytest.mark.parametrize("count", ["-1", "99999", "x", "²"])
def test_a_count_that_is_none_is_read_as_nothing(count):
    assert read_grid({"columns": count, "rows": "1"}).periods == ()
