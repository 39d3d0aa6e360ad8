"""Income support and reception on the command line: forecast from what a plan holds of them."""

from typing import TYPE_CHECKING

import click

from styrhus.cli.forecast_asked import Asked
from styrhus.cli.language import Language
from styrhus.cli.output import PROBLEMS, WRONG_USE, stop, tell
from styrhus.cli.source import dossier_of

if TYPE_CHECKING:
    from styrhus.dossier.dossier import Dossier
    from styrhus.forecast import Forecast, Lever, YearForecast

PLACEMENTS, SUPPORT, RECEPTION = "placements", "income-support", "reception"
WHAT = (PLACEMENTS, SUPPORT, RECEPTION)
PLAN_LEVERS = ("inflow", "stay", "price")
"""Those that income support knows."""


def forecast_of_plan(
    what: str, named: str, given: Asked, *, scenario: str, language: Language
) -> "tuple[Forecast, YearForecast | None]":
    """The forecast, and the plan year with what has been of it where that is told; ends the command without any."""
    from styrhus.dossier.income_support_forecast import NoSupportData
    from styrhus.dossier.reception_forecast import NoReceptionData
    from styrhus.values.text import msg

    dossier = dossier_of(named, given.data, language)
    name = f"{dossier.board.id}/{dossier.plan.year}"
    try:
        if what == SUPPORT:
            return _support(dossier, given, language)
        return _reception(dossier, given, scenario, language), None
    except NoSupportData:
        stop(msg("{name} tells nothing of households with income support: nothing to forecast from.", name=name),
             language)  # fmt: skip
    except NoReceptionData:
        stop(msg("{name} tells nothing of who is received: nothing to forecast from.", name=name), language)
    except ValueError as error:
        told = msg("{name} cannot be forecast: {why}.", name=name, why=error)
        click.echo(told.render(language.code), err=True)
        raise SystemExit(PROBLEMS) from error


def _support(dossier: "Dossier", given: Asked, language: Language) -> "tuple[Forecast, YearForecast]":
    from styrhus.dossier.income_support_forecast import forecast, outlook

    base = forecast(dossier, given.months)
    levers = _levers(given, base.months, language)
    return forecast(dossier, given.months, levers), outlook(dossier, levers).whole


def _levers(given: Asked, months: tuple[str, ...], language: Language) -> "tuple[Lever, ...]":
    """Inflow, stay and price of all households; other levers have nothing to work on here."""
    from styrhus.forecast.lever import EVERY
    from styrhus.forecast.lever_text import parse_levers
    from styrhus.values.text import msg

    levers, problems = parse_levers(given.levers, months)
    if problems:
        tell(problems, language)
        raise SystemExit(WRONG_USE)
    if any(lever.kind.value not in PLAN_LEVERS or lever.on != EVERY for lever in levers):
        known = ", ".join(f"{kind}=-10%" for kind in PLAN_LEVERS)
        stop(msg("Income support has the levers {known}, of all households.", known=known), language)
    return levers


def _reception(dossier: "Dossier", given: Asked, scenario: str, language: Language) -> "Forecast":
    from styrhus.dossier.reception_forecast import forecast
    from styrhus.values.text import msg

    if given.levers:
        stop(msg("Reception has scenarios and no levers; give --scenario."), language)
    return forecast(dossier, given.months, scenario)
