"""The material fitted by the method that has shown itself best on its own past."""

from collections.abc import Sequence
from dataclasses import replace

from styrhus.forecast.counts import FittedCounts
from styrhus.forecast.evaluate.backtest import ENGINE, TooShort, backtest
from styrhus.forecast.evaluate.choose import Choice, choose, fit_chosen
from styrhus.forecast.lever import Capacity
from styrhus.forecast.make import Fitted
from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.spells import Spells
from styrhus.values.text import msg

TRIALS, DRAWS = 3, 80
"""Origins a quarter apart, each with a year to come: as many as a reader can wait for."""
MOST = 100_000
"""Spells above which the past is not tried before a forecast: it would take longer than it tells."""

USED = msg("The simpler method is therefore used here, with an interval from its own past errors.")


def best(material: Spells | Counts, *, months: int = 12, capacities: Sequence[Capacity] = ()) -> Fitted | FittedCounts:
    """The engine, or the simple method that was clearly better in a short backtest, which its notes then tell.

    The same material gives the same choice. Yearly counts, few months and very many spells are the engine's.
    """
    choice = _choice(material)
    found = fit_chosen(material, choice, months=months, capacities=capacities)
    if isinstance(found, FittedCounts) and choice.method != ENGINE:
        return replace(found, world=replace(found.world, notes=(*choice.reasons, USED, *found.world.notes)))
    return found


def _choice(material: Spells | Counts) -> Choice:
    if isinstance(material, Spells) and len(material) > MOST:
        return Choice(ENGINE, ())
    tried = backtest(material, wanted=TRIALS, draws=DRAWS, ets=False)
    return Choice(ENGINE, ()) if isinstance(tried, TooShort) else choose(tried)
