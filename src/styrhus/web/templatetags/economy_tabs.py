"""The navigation among the pages of economy."""

from django import template
from django.template.context import Context

from styrhus.web.pages.economy.tabs import tabs

register = template.Library()


@register.inclusion_tag("economy/_tabs.html", takes_context=True)
def economy_tabs(context: Context) -> dict[str, object]:
    """The pages beside the one that is shown; `here` is its word, for the folded form on a phone."""
    path = context["request"].path
    found = tabs(context["page"].frame.place, path)
    here = next((tab for tab in found if tab.current), None)
    return {"tabs": found, "here": here, "path": path}
