"""The codes of the plan in templates: a kind, an event or a status in the words of the page's language."""

from enum import StrEnum

from django import template

from styrhus.plan.labels import label, part_label
from styrhus.web.frame import current_language

register = template.Library()


@register.filter
def word(code: StrEnum) -> str:
    """`level_changed` as `ändrad målnivå`."""
    return label(code).render(current_language())


@register.filter
def part(name: str) -> str:
    """The part of an outcome: `K` as `kvinnor`, a unit as itself."""
    return part_label(name).render(current_language())
