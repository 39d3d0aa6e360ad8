"""Figures that hold the follow-up against frame and season, and the words that a variance takes by its sign."""

from decimal import Decimal

import pytest

from styrhus.dossier.live_words import SIDES, sided
from styrhus.dossier.references import UnknownReference, evaluate, resolve
from styrhus.values.figure import Figure
from styrhus.values.unit import Unit
from tests.cases.example_folder import loaded
from tests.cases.ledger import replaced, with_ledger


@pytest.fixture(scope="module")
def plan():
    return with_ledger(replaced(loaded("orebro-2019"), accruals=()), through=8)


def test_frame_less_forecast_is_their_difference(plan):
    frame, forecast = resolve(plan, "outlook.2019-08.frame"), resolve(plan, "followup.2019-08.all.all.forecast")
    assert frame.value == Decimal(518_681_000)
    assert resolve(plan, "outlook.2019-08.frame-variance").value == frame.value - forecast.value


def test_a_share_is_of_the_unit_as_a_whole(plan):
    parts = ("income", "staff", "premises", "bought_care", "grants", "capital", "other")
    shares = [resolve(plan, f"share.2019-08.vuxna.{kind}.actual-to-date").value for kind in parts]
    assert round(sum(value for value in shares if value is not None), 10) == 100


def test_money_of_a_unit_itself_and_of_those_below_it_is_all_of_it(plan):
    whole, own = (resolve(plan, f"followup.2019-08.{unit}.all.actual-to-date").value for unit in ("vuxna", "vuxna~own"))
    below = [unit.id for unit in plan.organisation if unit.parent == "vuxna"]
    held = [resolve(plan, f"followup.2019-08.{unit}.all.actual-to-date").value or Decimal(0) for unit in below]
    assert own + sum(held) == whole


@pytest.mark.parametrize("address", ["outlook.2018-08.frame", "outlook.2019-08.nothing", "share.2019-08.vuxna.all"])
def test_what_leads_nowhere_is_told(plan, address):
    with pytest.raises(UnknownReference):
        resolve(plan, address)


@pytest.mark.parametrize(
    ("kr", "form", "swedish", "english"),
    [
        (-3_249_600, "over", "3,2 mnkr över budget", "3.2 mnkr over budget"),
        (3_250_000, "over", "3,3 mnkr under budget", "3.3 mnkr under budget"),
        (-49_999, "over", "i nivå med budget", "level with budget"),
        (-50_000, "better", "0,1 mnkr sämre än budget", "0.1 mnkr worse than budget"),
        (60_000, "framed", "0,1 mnkr under ramen", "0.1 mnkr under the frame"),
    ],
)
def test_words_follow_the_sign(kr, form, swedish, english):
    figure = Figure(Decimal(kr), Unit.KR).to(Unit.MNKR)
    assert sided(figure, form, decimals=1, language="sv").replace("\u00a0", " ") == swedish
    assert sided(figure, form, decimals=1, language="en").replace("\u00a0", " ") == english


def test_every_word_can_stand_in_a_text(plan):
    for word in SIDES:
        assert evaluate(plan, f"followup.2019-08.all.all.variance-to-date | mnkr 1 {word}").side == word
