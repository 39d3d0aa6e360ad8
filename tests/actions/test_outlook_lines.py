"""Scenarios, terms and places are set as a whole by a controller, with a source, or not at all."""

from datetime import date
from decimal import Decimal

import pytest

from styrhus.actions.conflict import Conflict
from styrhus.actions.permission import NotAllowed
from styrhus.actions.set_labour_market_places import set_labour_market_places
from styrhus.actions.set_reception_scenarios import set_reception_scenarios
from styrhus.actions.set_reception_terms import set_reception_terms
from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member

D = Decimal
SCENARIO = {"name": "Hög", "group": "Nyanlända", "year": 2023, "national": D(9000), "share": D("0.935"), "weight": None,
            "source": "Migrationsverket", "dated": date(2022, 10, 26)}  # fmt: skip
TERMS = {"group": "Nyanlända", "valid_from": 2023, "leave_months": None, "grant_months": 24,
         "support_share": D(40), "support_cost": D(6000), "source": "Egen uppföljning"}  # fmt: skip
PLACES = {"name": "Extratjänst", "places": D(-10), "start": "2023-06", "last": "", "months": 6, "back": None,
          "cost": None}  # fmt: skip
CASES = [
    (set_reception_scenarios, "reception_scenarios", SCENARIO, "hog-nyanlanda-2023"),
    (set_reception_terms, "reception_terms", TERMS, "nyanlanda-2023"),
    (set_labour_market_places, "labour_market_places", PLACES, "extratjanst-2023-06"),
]
FAULTS = [
    (set_reception_scenarios, SCENARIO, {"source": ""}, "source"),
    (set_reception_scenarios, SCENARIO, {"dated": None}, "source"),
    (set_reception_scenarios, SCENARIO, {"share": D(101)}, "share"),
    (set_reception_scenarios, SCENARIO, {"national": D(-1)}, "national"),
    (set_reception_terms, TERMS, {"source": ""}, "source"),
    (set_reception_terms, TERMS, {"support_share": D(140)}, "support_share"),
    (set_reception_terms, TERMS, {"grant_months": -1}, "grant_months"),
    (set_labour_market_places, PLACES, {"start": "juni"}, "start"),
    (set_labour_market_places, PLACES, {"start": "2023"}, "start"),
    (set_labour_market_places, PLACES, {"last": "2023-01"}, "last"),
    (set_labour_market_places, PLACES, {"months": 0}, "months"),
    (set_labour_market_places, PLACES, {"back": D(130)}, "back"),
]


def held(plan, part):
    """What is stored of a part, and the versions that a user saw."""
    stored = getattr(read.dossier(*plan), part)
    versions = read.versions(*plan, part)
    return stored, {row.id: versions[row.id] for row in stored}


@pytest.mark.parametrize(("action", "part", "row", "key"), CASES)
def test_lines_are_replaced_as_a_whole_named_and_audited(plan, action, part, row, key):
    by = member(Role.CONTROLLER)
    stored, versions = held(plan, part)
    action(*plan, [*(dict(one) for one in stored), row], versions=versions, by=by)
    assert [one.id for one in getattr(read.dossier(*plan), part)] == [stored[0].id, key]
    assert AuditEvent.objects.filter(action=action.__name__).exists()
    with pytest.raises(Conflict):
        action(*plan, [], versions=versions, by=by)
    action(*plan, [], versions=held(plan, part)[1], by=by)
    assert getattr(read.dossier(*plan), part) == ()


@pytest.mark.parametrize(("action", "row", "change", "column"), FAULTS)
def test_what_cannot_be_is_refused_at_its_field(plan, action, row, change, column):
    part = action.__name__.removeprefix("set_")
    _stored, versions = held(plan, part)
    with pytest.raises(ProblemsError) as refused:
        action(*plan, [row | change], versions=versions, by=member(Role.CONTROLLER))
    assert {(problem.row, problem.column) for problem in refused.value.problems} == {(1, column)}


@pytest.mark.parametrize("action", [case[0] for case in CASES])
def test_an_editor_may_not(plan, action):
    with pytest.raises(NotAllowed):
        action(*plan, [], versions={}, by=member(Role.EDITOR))
