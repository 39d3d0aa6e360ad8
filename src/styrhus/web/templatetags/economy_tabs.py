"""The navigation among the pages of economy, and among those of the forecast."""

from django import template
from django.template.context import Context
from django.utils.translation import gettext

from styrhus.web.pages.economy.tabs import TABS, Tabs, tabs
from styrhus.web.pages.forecast import tabs as forecast

register = template.Library()


@register.inclusion_tag("economy/_tabs.html", takes_context=True)
def economy_tabs(context: Context) -> dict[str, object]:
    """The pages beside the one that is shown; `here` is its word, for the folded form on a phone."""
    return _tabs(context, TABS, gettext("Economy"))


@register.inclusion_tag("economy/_tabs.html", takes_context=True)
def forecast_tabs(context: Context) -> dict[str, object]:
    """The same of the forecast."""
    return _tabs(context, forecast.TABS, gettext("Forecast"))


def _tabs(context: Context, words: Tabs, section: str) -> dict[str, object]:
    path = context["request"].path
    found = tabs(context["page"].frame.place, path, words)
    here = next((tab for tab in found if tab.current), None)
    return {"tabs": found, "here": here, "path": path, "section": section}
