"""A figure leads to its table, its texts and its contradictions."""

import pytest

from styrhus.dossier.references import UnknownReference
from styrhus.dossier.tracing import references_in, trace
from tests.cases.example_folder import loaded


@pytest.fixture(scope="module")
def lund():
    return loaded("lund-2023")


def test_a_cell_knows_its_table_and_row(lund):
    found = trace(lund, "table.kommunbidrag-per-omrade.totalt.budget-2023")
    assert (found.table.id, found.row.label) == ("kommunbidrag-per-omrade", "Kommunbidrag")
    assert found.figure.value == 712524


def test_the_change_of_the_frame_is_made_of_two_frames(lund):
    found = trace(lund, "grant.change.2023")
    later, earlier = found.made_of
    assert later.value - earlier.value == found.figure.value == 37151


def test_contradictions_are_found_at_every_figure_that_they_name(lund):
    for held in lund.contradictions:
        for ref in held.refs:
            assert held in trace(lund, ref).contradictions


def test_texts_that_show_the_figure_are_found_however_they_form_it(lund):
    shown = [s for s in lund.sections if "grant.2023" in references_in(s.text)]
    assert shown
    assert trace(lund, "grant.2023").sections == tuple(shown)
    assert references_in("{{ grant.2023 | mnkr 1 }} och {{grant.2022}} {{ block chart bridge }}") == {
        "grant.2023",
        "grant.2022",
        "block chart bridge",
    }


def test_an_outcome_leads_to_its_indicator_and_a_fact_to_itself(lund):
    outcome = next(o for o in lund.outcomes if o.value is not None)
    assert trace(lund, f"outcome.{outcome.indicator}.{outcome.period}").indicator.id == outcome.indicator
    assert trace(lund, f"fact.{lund.facts[0].id}").fact is lund.facts[0]


@pytest.mark.parametrize("ref", ["", "nothing", "table.saknas.a.b", "grant.1999", "grant.change.x"])
def test_an_unknown_address_is_said_to_be_unknown(lund, ref):
    with pytest.raises(UnknownReference):
        trace(lund, ref)
