"""One wrong number is told once and at its own place."""

from decimal import Decimal

from styrhus.review.relations.explained import Cause, explanation, swapped_digits
from styrhus.review.relations.relation import RelationKind
from tests.unit.review.relations.tables import table

HEAD = "Område, tkr | Budget 2023 | Budget 2024 | Förändring"


def test_a_line_where_sum_and_change_meet() -> None:
    (fault,) = table(
        HEAD, "Stab | 1 240 | 1 287 | 47", "Barn | 18 190 | 21 050 | 1 860", "Vuxna | 18 587 | 19 460 | 873",
        "Summa | 38 017 | 40 797 | 2 780",
    ).faults  # fmt: skip
    assert (fault.at.row.label, fault.at.column.heading) == ("Barn", "Budget 2024")
    assert fault.correction == -1000
    assert {r.kind for r in (fault.relation, *fault.others)} == {RelationKind.ROW_SUM, RelationKind.CHANGE}


def test_a_total_that_is_wrong_in_its_sum_and_its_change() -> None:
    (fault,) = table(
        HEAD, "Stab | 1 240 | 1 287 | 47", "Barn | 18 190 | 20 050 | 1 860", "Vuxna | 18 587 | 19 460 | 873",
        "Summa | 38 017 | 41 797 | 2 780",
    ).faults  # fmt: skip
    assert (fault.at.row.label, fault.at.column.heading) == ("Summa", "Budget 2024")
    assert fault.correction == -1000


def test_a_change_that_is_wrong_in_its_row_and_its_sum() -> None:
    (fault,) = table(
        HEAD, "Stab | 1 240 | 1 287 | 47", "Barn | 18 190 | 20 050 | 1 960", "Vuxna | 18 587 | 19 460 | 873",
        "Skola | 18 501 | 19 001 | 500", "Summa | 56 518 | 59 798 | 3 280",
    ).faults  # fmt: skip
    assert (fault.kind, fault.at.row.label, fault.at.column.heading) == (RelationKind.CHANGE, "Barn", "Förändring")


def test_a_line_of_which_only_the_total_tells_keeps_the_total_as_its_place() -> None:
    (fault,) = table(
        "Område, tkr | Budget 2023 | Budget 2024",
        "Stab | 1 240 | 1 287",
        "Barn | 18 190 | 21 050",
        "Summa | 19 430 | 21 337",
    ).faults
    assert (fault.at.row.label, fault.cell) == ("Summa", None)


def cause(*rows: str) -> Cause | None:
    (fault,) = table("Område, tkr | Budget 2024", *rows).faults
    found = explanation(fault.relation)
    return found.cause if found else None


def test_what_a_difference_looks_like() -> None:
    lines = ("Stab | 1 287", "Barn | 20 053", "Vuxna | 19 461")
    assert cause(*lines, "Summa | 39 514") is Cause.LEFT_OUT
    assert cause(*lines, "Summa | 42 088") is Cause.TWICE
    assert cause(*lines, "Summa | 38 227") is Cause.SIGN
    assert cause(*lines, "Summa | 40 081") is Cause.DIGITS_SWAPPED
    assert cause(*lines, "Summa | 40 911") is None
    assert cause("Stab | 1 287", "Barn | 20 053", "Vuxna | 19 461", "Tolkar | 3,2", "Summa | 44 001") is Cause.UNIT


def test_digits_that_changed_places() -> None:
    assert swapped_digits(Decimal(40_502), Decimal(40_052))
    assert not swapped_digits(Decimal(40_502), Decimal(40_025))
    assert not swapped_digits(Decimal(40_502), Decimal(4_052))
