"""The figures offered to an editor: all that can be resolved, each once, found by their words."""

import pytest

from styrhus.dossier.catalogue import addresses, entries, search
from styrhus.dossier.references import evaluate, resolve
from tests.cases.example_folder import loaded

EXAMPLES = ("lund-2020", "lund-2023", "eskilstuna-2019", "orebro-2019", "helsingborg-2015")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_address_leads_somewhere_and_every_entry_stands_once(name):
    dossier = loaded(name)
    assert [resolve(dossier, address).source.ref for address in addresses(dossier)] == list(addresses(dossier))
    found = [entry.address for entry in entries(dossier)]
    assert len(found) == len(set(found)) > 40


def test_what_is_offered_can_be_written_in_a_text():
    dossier = loaded("orebro-2019")
    for entry in entries(dossier):
        live = evaluate(dossier, entry.expression.removeprefix("{{").removesuffix("}}").strip())
        assert live.figure == entry.figure


def test_only_figures_with_a_value_are_offered():
    assert all(entry.figure.value is not None for entry in entries(loaded("orebro-2019")))


def test_all_words_must_be_in_address_name_or_place():
    dossier = loaded("lund-2023")
    assert [entry.address for entry in search(dossier, "KOMMUNBIDRAG vuxen förändring")] == [
        "table.kommunbidrag-per-omrade.vuxen.forandring"
    ]
    assert search(dossier, "grant 2023")[0].address == "grant.2023"
    assert search(dossier, "raketer") == ()


def test_a_part_of_an_outcome_is_named():
    found = search(loaded("orebro-2019"), "outcome.anstallningstrygghet.2017.K")
    assert found[0].name == "Anställningstrygghetsindex, K"
