"""What forecasts of reception and income support are made from, a line each: scenarios, terms, places."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from styrhus.actions.set_labour_market_places import set_labour_market_places
from styrhus.actions.set_reception_scenarios import set_reception_scenarios
from styrhus.actions.set_reception_terms import set_reception_terms
from styrhus.store import read
from styrhus.web.pages.grids.lines import Field, Kind, LineTable, allowed, edit_lines


def reception_scenarios(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """National forecasts by scenario, with the share that is the municipality's."""
    access = allowed(request, (board, year), "set_reception_scenarios")
    table = LineTable(
        part="reception_scenarios", write=set_reception_scenarios,
        fields=(
            Field("name", _("Scenario"), needed=True), Field("group", _("Group"), needed=True),
            Field("year", _("Year"), Kind.WHOLE, needed=True),
            Field("national", _("Persons in the whole country"), Kind.NUMBER, needed=True),
            Field("share", _("Share, per cent"), Kind.NUMBER, needed=True),
            Field("weight", _("Weight"), Kind.NUMBER), Field("source", _("Source"), needed=True),
            Field("dated", _("Dated"), Kind.DAY, needed=True),
        ),
        title=_("Scenarios of reception"), caption=_("National forecasts and the municipality's share"),
        hint=_("One line for each scenario, group and year. The share is in per cent, so that 0,95 ‰ is written 0,095. "
               "The weight tells how likely the scenario is beside the others; without any they are as likely as each "
               "other. Empty a line to take it away."),
        below="forecast_reception", below_word=_("Forecast of reception"), groups=_groups(board, year),
    )  # fmt: skip
    return edit_lines(request, access, table)


def reception_terms(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """How long the grant lasts, when people leave the group, and who has income support then."""
    access = allowed(request, (board, year), "set_reception_terms")
    table = LineTable(
        part="reception_terms", write=set_reception_terms,
        fields=(
            Field("group", _("Group"), needed=True), Field("valid_from", _("Valid from"), Kind.WHOLE, needed=True),
            Field("leave_months", _("Leaves after months"), Kind.WHOLE),
            Field("grant_months", _("Months with a grant"), Kind.WHOLE),
            Field("support_share", _("Share with income support afterwards, per cent"), Kind.NUMBER),
            Field("support_cost", _("Income support, kr a person and month"), Kind.NUMBER),
            Field("source", _("Source"), needed=True),
        ),
        title=_("Terms of reception"), caption=_("What becomes of those who are received"),
        hint=_("One line for each group, for those received from a year on: after how many months they leave, "
               "such as when they turn 18 or 21, how long the state pays for them, and how many have income support "
               "then. Leave empty what is not known. Empty a line to take it away."),
        below="forecast_reception", below_word=_("Forecast of reception"), groups=_groups(board, year),
    )  # fmt: skip
    return edit_lines(request, access, table)


def labour_market_places(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """Places for households with income support."""
    access = allowed(request, (board, year), "set_labour_market_places")
    table = LineTable(
        part="labour_market_places", write=set_labour_market_places,
        fields=(
            Field("name", _("Name"), needed=True),
            Field("places", _("Places more than today"), Kind.NUMBER, needed=True),
            Field("start", _("First month"), needed=True), Field("last", _("Last month")),
            Field("months", _("Months each"), Kind.WHOLE, needed=True),
            Field("back", _("Share that comes back, per cent"), Kind.NUMBER),
            Field("cost", _("Cost a place, kr a month"), Kind.NUMBER), Field("source", _("Source")),
        ),
        title=_("Labour-market places"), caption=_("Places for households with income support"),
        hint=_("One line for each kind of place: how many more than today (fewer are negative), from which month to "
               "which (2023-03), and how many months somebody has one, such as 6 or 12. Empty a line to take it away."),
        below="forecast_income_support", below_word=_("Forecast of income support"),
    )  # fmt: skip
    return edit_lines(request, access, table)


def _groups(board: str, year: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cohort.group for cohort in read.dossier(board, year).reception_cohorts))
