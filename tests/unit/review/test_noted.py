"""A contradiction that the plan has noted is told and is no obstacle; one that it has not is."""

from decimal import Decimal

import pytest

from styrhus.finance.fact import Contradiction
from styrhus.review.dossier_reading import reading_of_dossier, ref_at
from styrhus.review.noted import with_noted
from styrhus.review.report.words import summary
from styrhus.review.review import review
from styrhus.values.unit import Unit
from tests.cases.example_folder import loaded

CELL = "table.externa-placeringar.totalt.prognos-2022"


@pytest.fixture(scope="module")
def lund():
    return loaded("lund-2023")


@pytest.fixture(scope="module")
def found(lund):
    return review(reading_of_dossier(lund))


def at_the_total(result, dossier):
    return [f for f in result.findings if f.rule == "sum-row-differs" and ref_at(dossier, f.place) == CELL]


def noted(found, dossier, *notes):
    return with_noted(found, notes, lambda finding: ref_at(dossier, finding.place))


def note(**fields):
    return Contradiction(id="a", explanation="Raderna ger 160 000.", **{"refs": (CELL,), **fields})


def test_the_published_contradiction_is_found_and_known_as_noted(found, lund):
    (plain,) = at_the_total(found, lund)
    assert (plain.stated, plain.computed, plain.noted) == (156_000, 160_000, "")
    (known,) = at_the_total(noted(found, lund, *lund.contradictions), lund)
    assert known.noted.startswith("Raderna i Prognos 2022")


@pytest.mark.parametrize(
    ("fields", "is_noted"),
    [
        ({"stated": Decimal(156_000), "unit": Unit.TKR}, True),
        ({}, True),
        ({"stated": Decimal(156_001), "unit": Unit.TKR}, False),
        ({"refs": ("table.externa-placeringar.totalt.budget-2023",), "stated": Decimal(156_000)}, False),
        ({"refs": ("table.externa-placeringar",), "stated": Decimal(156_000), "unit": Unit.TKR}, True),
        ({"refs": ("table.externa-placeringar",)}, False),
        ({"rule": "sum-row-differs"}, True),
        ({"rule": "section-empty"}, False),
    ],
)
def test_figure_amount_and_rule_decide(found, lund, fields, is_noted):
    (known,) = at_the_total(noted(found, lund, note(**fields)), lund)
    assert bool(known.noted) is is_noted


def test_only_what_is_not_noted_stands_in_the_way(found, lund):
    everything = [
        Contradiction(id=f"n-{number}", refs=(ref_at(lund, f.place) or "x",), rule=f.rule, explanation="Vet.")
        for number, f in enumerate(found.findings)
    ]
    assert found.has_errors
    assert not noted(found, lund, *everything).has_errors
    assert "som planen själv noterar" in summary(noted(found, lund, note()), "sv")
