"""The measures as published: the tables of the plans follow from the finer records to the last krona."""

from decimal import Decimal
from pathlib import Path

import pytest

from styrhus.dossier.folder import read_folder
from styrhus.dossier.references import resolve
from styrhus.dossier.savings import savings_year
from styrhus.finance.savings.saving import SavingStatus
from styrhus.values.unit import Unit

EXAMPLES = Path(__file__).parents[2] / "examples"
MEASURES = "effektiviseringar"


@pytest.fixture(scope="module", params=["orebro-2019", "lund-2020"])
def dossier(request):
    found, problems = read_folder(EXAMPLES / request.param)
    assert not problems
    return found


def printed(dossier, row, column):
    return resolve(dossier, f"table.{MEASURES}.{row}.{column}").to(Unit.KR).value


def test_every_printed_measure_is_a_record_and_no_other(dossier):
    rows = [row.id for row in dossier.table_by_id[MEASURES].rows if row.id != "summa"]
    assert [saving.id for saving in dossier.savings] == rows


def test_each_measure_gives_what_is_printed_for_the_year(dossier):
    column = dossier.table_by_id[MEASURES].columns[0].id
    held = savings_year(dossier, 0)
    for saving in dossier.savings:
        assert held.effect(saving).this_year == printed(dossier, saving.id, column)


def test_orebro_prints_what_the_next_year_adds_and_takes_back():
    found, _ = read_folder(EXAMPLES / "orebro-2019")
    held = savings_year(found, 0)
    for saving in found.savings:
        assert held.effect(saving).change == printed(found, saving.id, "effekt-2020")
    changes = {saving.id: held.effect(saving).change for saving in found.savings}
    assert changes["vakanthalla-tjanster"] == -500_000
    assert sum(changes.values()) == printed(found, "summa", "effekt-2020") == 4_100_000


def test_orebro_has_identified_more_than_the_requirement():
    found, _ = read_folder(EXAMPLES / "orebro-2019")
    whole = savings_year(found, 0).account.whole
    requirement = next(change for change in found.frame_changes if change.id == "effektiviseringskrav")
    assert whole.required == -requirement.amount * 1000 == 3_628_000
    assert (whole.planned, whole.gap) == (4_000_000, 3_628_000 - 4_000_000)


def test_the_measures_of_lund_give_56_more_than_the_printed_sum():
    found, _ = read_folder(EXAMPLES / "lund-2020")
    whole = savings_year(found, 0).account.whole
    printed_sum = printed(found, "summa", "ar-2020")
    assert whole.required == printed_sum == 23_000_000
    assert whole.planned - printed_sum == 56_000
    explained = next(c for c in found.contradictions if c.id == "effektiviseringar-summa")
    assert explained.computed == Decimal(23_056)


def test_what_is_made_up_says_so():
    for board in ("orebro-2019", "lund-2020", "eskilstuna-2019"):
        found, _ = read_folder(EXAMPLES / board)
        assert all(effect.synthetic for effect in found.saving_effects if not effect.planned)


def test_the_next_year_of_lund_loses_what_is_only_put_off():
    found, _ = read_folder(EXAMPLES / "lund-2020")
    held = savings_year(found, 0)
    back = {saving.id: held.effect(saving).change for saving in found.savings if held.effect(saving).change}
    assert back == {"oppenvard-pausas": -1_000_000}
    assert all(saving.status is not SavingStatus.IDEA for saving in found.savings)
