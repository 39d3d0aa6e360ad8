"""Live figures: addresses, forms, and near matches for what does not exist."""

from pathlib import Path

import pytest

from styrhus.dossier.folder import read_folder
from styrhus.dossier.references import UnknownReference, evaluate

LUND = read_folder(Path(__file__).parents[3] / "examples" / "lund-2023")[0]
OREBRO = read_folder(Path(__file__).parents[3] / "examples" / "orebro-2019")[0]


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("grant.2023", "712 524 tkr"),
        ("grant.2023 | mnkr 1", "712,5 mnkr"),
        ("grant.2023 | number", "712 524"),
        ("grant.change.2023 | signed", "+37 151 tkr"),
        ("grant.change.2023 | mnkr 1 signed", "+37,2 mnkr"),
        ("table.kommunbidrag-per-omrade.totalt.budget-2023", "712 524 tkr"),
        ("outcome.hushall-forsorjningsstod.2022", "1 068 hushåll"),
        ("target.hushall-forsorjningsstod.2023", "950 hushåll"),
    ],
)
def test_an_expression_is_written_in_swedish(expression, shown):
    assert evaluate(LUND, expression).text("sv") == shown.replace(" ", "\u00a0")


def test_english_writes_a_decimal_point():
    assert evaluate(LUND, "grant.2023 | mnkr 1").text("en") == "712.5\u00a0mnkr"


def test_negative_amounts_have_a_true_minus():
    assert evaluate(OREBRO, "frame.effektiviseringskrav | mnkr 1").text() == "\u22123,6\u00a0mnkr"


def test_a_figure_knows_its_address():
    assert evaluate(LUND, "grant.2023 | mnkr 1").figure.source.ref == "grant.2023"


@pytest.mark.parametrize(
    ("expression", "meant"),
    [
        ("grnt.2023", "grant"),
        ("grant.2032", "2023"),
        ("grant.2023.rest", "Known"),
        ("grant.change.2022", "change.2023"),
        ("grant", "2023"),
        ("table.kommunbidrag-per-omrad.totalt.budget-2023", "kommunbidrag-per-omrade"),
        ("table.kommunbidrag-per-omrade.totlt.budget-2023", "totalt"),
        ("table.kommunbidrag-per-omrade.totalt.budget-2032", "budget-2023"),
        ("table.kommunbidrag-per-omrade.totalt", "budget-2023"),
        ("outcome.hushall-forsorjningstod.2022", "hushall-forsorjningsstod"),
        ("outcome.hushall-forsorjningsstod.1922", "2022"),
        ("target.hushall-forsorjningsstod.2032", "2023"),
        ("fact.finns-inte", "Known"),
        ("frame.finns-inte", "Known"),
        ("grant.2023 | miljoner", "mnkr"),
        ("grant.2023 |", "mnkr"),
        ("outcome.hushall-forsorjningsstod.2022 | mnkr", "mnkr"),
        ("", "grant"),
    ],
)
def test_an_unknown_reference_names_what_was_meant(expression, meant):
    with pytest.raises(UnknownReference) as told:
        evaluate(LUND, expression)
    assert meant in told.value.remedy.render("en")
    assert told.value.message.render("sv")
