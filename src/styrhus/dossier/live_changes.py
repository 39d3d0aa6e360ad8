"""Why today's forecast costs more or less than last year, and than the forecast that was frozen last."""

from dataclasses import dataclass
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.forecast_changes import last_year_side, without_levers, year_side
from styrhus.dossier.freezing import to_freeze
from styrhus.dossier.frozen_forecasts import frozen_forecast
from styrhus.dossier.placement_forecast import Fit, Material, outlook_of
from styrhus.forecast.decompose import Decomposition, Side, decompose
from styrhus.forecast.frozen import FrozenForecast, Opened, opened


@dataclass(frozen=True)
class LiveChanges:
    """Of the forecast without levers; None where one of the two is not known.

    `live` is today's forecast as it would be frozen, `frozen` the latest that was.
    """

    live: Opened
    since_last_year: Decomposition | None
    frozen: FrozenForecast | None
    since_frozen: Decomposition | None


@lru_cache(maxsize=32)
def live_changes(dossier: Dossier, material: Material, held: Fit) -> LiveChanges:
    """Against last year's outcome and against the latest frozen forecast, levers of which are left aside."""
    live = to_freeze(outlook_of(dossier, material, held), material, held)
    year = dossier.plan.year
    now = year_side(live, year)
    frozen = frozen_forecast(dossier)
    then = None if frozen is None else _base(frozen, year)
    is_same = frozen is not None and opened(frozen.content).forecast.digest == live.forecast.digest
    return LiveChanges(
        live, _between(last_year_side(live, year - 1), now), frozen, None if is_same else _between(then, now)
    )  # fmt: skip


def _base(frozen: FrozenForecast, year: int) -> Side | None:
    held = opened(frozen.content)
    return without_levers(held, year) or year_side(held, year)


def _between(before: Side | None, after: Side | None) -> Decomposition | None:
    return decompose(before, after) if before and after and before.cost and after.cost else None
