"""A period that is none is told with its place, before anything is reckoned by it."""

import pytest

from styrhus.dossier.check import check
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.labour_market import LabourMarketPlaces
from styrhus.finance.grids.reception import ReceptionCohort
from tests.store.plans import rich_plan

PLACES = {"id": "a", "name": "A", "places": 3}


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"income_support": (IncomeSupportFigure(basis=Basis.OUTCOME, period="feb"),)},
         ("income_support[0]", "period")),
        ({"reception_cohorts": (ReceptionCohort(group="A", basis=Basis.OUTCOME, period="2023-13"),)},
         ("reception_cohorts[0]", "period")),
        ({"labour_market_places": (LabourMarketPlaces(**PLACES, start="2023"),)}, ("labour_market_places[0]", "start")),
        ({"labour_market_places": (LabourMarketPlaces(**PLACES, start="2023-02", last="snart"),)},
         ("labour_market_places[0]", "last")),
    ],
)  # fmt: skip
def test_a_period_that_is_none(parts, place):
    (problem,) = check(rich_plan(**parts))
    assert (problem.file, problem.column) == place


def test_periods_of_every_kind_are_taken():
    figures = tuple(
        IncomeSupportFigure(basis=Basis.OUTCOME, period=period) for period in ("2023", "2023-T1", "2023-Q2", "2023-08")
    )
    places = (LabourMarketPlaces(**PLACES, start="2023-02"),)
    assert check(rich_plan(income_support=figures, labour_market_places=places)) == ()
