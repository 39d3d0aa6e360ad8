"""Figures of the grids are reported whole or not at all, by a controller, and audited."""

from decimal import Decimal

import pytest

from styrhus.actions.change_placement_row import change_placement_row
from styrhus.actions.conflict import Conflict
from styrhus.actions.create_placement_row import create_placement_row
from styrhus.actions.permission import NotAllowed
from styrhus.actions.remove_placement_row import remove_placement_row
from styrhus.actions.report_income_support import report_income_support
from styrhus.actions.report_placements import report_placements
from styrhus.actions.report_reception import report_reception
from styrhus.actions.set_grant_instalments import set_grant_instalments
from styrhus.finance.grids.basis import Basis
from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member

FIGURE = {"basis": "outcome", "period": "2023-02", "persons": Decimal(11)}
ROW = {"name": "Familjehem", "target_group": "Barn", "form": "foster_home", "provider": "own", "pricing": "month"}


@pytest.fixture
def controller(plan):
    return member(Role.CONTROLLER)


def version(plan, part, key):
    return read.versions(*plan, part)[key]


def test_the_figures_of_a_row_are_replaced_and_audited(plan, controller):
    versions = {"barn-hvb": version(plan, "placement_figures", "barn-hvb")}
    report_placements(*plan, {"barn-hvb": [FIGURE]}, versions=versions, by=controller)
    (held,) = read.dossier(*plan).placement_figures
    assert (held.row, held.period, held.persons) == ("barn-hvb", "2023-02", 11)
    assert AuditEvent.objects.filter(action="report_placements", kind="placement_figure", by=controller).exists()


def test_an_older_version_is_a_conflict(plan, controller):
    versions = {"barn-hvb": version(plan, "placement_figures", "barn-hvb")}
    report_placements(*plan, {"barn-hvb": [FIGURE]}, versions=versions, by=controller)
    with pytest.raises(Conflict):
        report_placements(*plan, {"barn-hvb": []}, versions=versions, by=controller)
    assert len(read.dossier(*plan).placement_figures) == 1


@pytest.mark.parametrize(
    ("changes", "column"),
    [({"persons": Decimal(-1)}, "persons"), ({"price": Decimal(-5)}, "price"), ({"period": "snart"}, "period"),
     ({"basis": "guess"}, "basis")],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_row_and_field(plan, controller, changes, column):
    versions = {"barn-hvb": version(plan, "placement_figures", "barn-hvb")}
    before = read.dossier(*plan)
    with pytest.raises(ProblemsError) as refused:
        report_placements(*plan, {"barn-hvb": [FIGURE, FIGURE | changes]}, versions=versions, by=controller)
    assert [(p.row, p.column) for p in refused.value.problems] == [(2, column)]
    assert read.dossier(*plan) == before


def test_the_same_period_twice_is_refused(plan, controller):
    versions = {"barn-hvb": version(plan, "placement_figures", "barn-hvb")}
    with pytest.raises(ProblemsError):
        report_placements(*plan, {"barn-hvb": [FIGURE, FIGURE]}, versions=versions, by=controller)


def test_a_row_that_does_not_exist_is_not_found(plan, controller):
    with pytest.raises(read.NotFound):
        report_placements(*plan, {"vuxna": []}, versions={}, by=controller)


def test_rows_stand_in_their_target_group_and_go_with_their_figures(plan, controller):
    create_placement_row(*plan, ROW | {"target_group": "Vuxna"}, by=controller)
    made = create_placement_row(*plan, ROW, by=controller)
    assert [row.id for row in read.dossier(*plan).placement_rows] == ["barn-hvb", "barn-familjehem", "vuxna-familjehem"]
    seen = version(plan, "placement_rows", made.id)
    change_placement_row(*plan, made.id, {"name": "Egna familjehem"}, version=seen, by=controller)
    with pytest.raises(Conflict):
        remove_placement_row(*plan, made.id, version=seen, by=controller)
    remove_placement_row(*plan, "barn-hvb", version=version(plan, "placement_rows", "barn-hvb"), by=controller)
    assert read.dossier(*plan).placement_figures == ()


def test_income_support_of_one_basis_is_replaced(plan, controller):
    figure = {"period": "2023-01", "households": Decimal(900)}
    report_income_support(*plan, Basis.OUTCOME, [figure], version=0, by=controller)
    held = read.dossier(*plan).income_support
    assert [(f.basis, f.period) for f in held] == [(Basis.BUDGET, "2023"), (Basis.OUTCOME, "2023-01")]
    with pytest.raises(Conflict):
        report_income_support(*plan, Basis.OUTCOME, [], version=0, by=controller)


def test_head_counts_of_a_group_are_replaced(plan, controller):
    versions = {"Nyanlända": version(plan, "reception_cohorts", "Nyanlända")}
    cohorts = {"Nyanlända": [{"basis": "budget", "period": "2023", "persons": Decimal(28)}]}
    report_reception(*plan, cohorts, versions=versions, by=controller)
    assert [c.persons for c in read.dossier(*plan).reception_cohorts] == [28]


def test_instalments_are_set_as_a_whole(plan, controller):
    stored = read.dossier(*plan).grant_instalments[0]
    versions = {stored.id: version(plan, "grant_instalments", stored.id)}
    new = {"group": "Nyanlända", "name": "Andra", "amount": Decimal(9000), "months_after": 12, "valid_from": 2022}
    set_grant_instalments(*plan, [dict(stored), new], versions=versions, by=controller)
    assert [held.id for held in read.dossier(*plan).grant_instalments] == ["forsta", "nyanlanda-andra"]
    with pytest.raises(Conflict):
        set_grant_instalments(*plan, [], versions=versions, by=controller)


def test_an_instalment_before_the_reception_is_refused(plan, controller):
    stored = read.dossier(*plan).grant_instalments[0]
    versions = {stored.id: version(plan, "grant_instalments", stored.id)}
    with pytest.raises(ProblemsError):
        set_grant_instalments(*plan, [dict(stored) | {"months_after": -1}], versions=versions, by=controller)


@pytest.mark.parametrize("role", [Role.READER, Role.REPORTER, Role.EDITOR])
def test_less_than_a_controller_may_not(plan, role):
    with pytest.raises(NotAllowed):
        report_income_support(*plan, Basis.OUTCOME, [], version=0, by=member(role))
    with pytest.raises(NotAllowed):
        create_placement_row(*plan, ROW, by=member(role))
