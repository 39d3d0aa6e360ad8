"""A month among months is no sum of those before it."""

from styrhus.review.relations.relation import RelationKind
from tests.unit.review.relations.tables import table

RISING = ("Period | Realiserat | Identifierat | Krav", "2019-01 | 170 | 333 | 302", "2019-02 | 355 | 667 | 605",
          "2019-03 | 590 | 1 000 | 907", "2019-04 | 855 | 1 333 | 1 209")  # fmt: skip


def test_rising_amounts_by_month_are_not_taken_for_sums() -> None:
    held = table(*RISING).relations
    assert not [relation for relation in held if relation.kind is RelationKind.ROW_SUM]


def test_a_sum_below_the_months_is_still_reckoned() -> None:
    months = ("Period | Utfall | Budget", "2019-01 | 170 | 333", "2019-02 | 355 | 667", "2019-03 | 590 | 120")
    held = table(*months, "Summa | 1 115 | 1 120").relations
    assert {relation.holds for relation in held if relation.kind is RelationKind.ROW_SUM} == {True}
