"""Names of fields in templates, as the audit trail and conflicts have them."""

from django import template

from styrhus.web.audit_words import field_word
from styrhus.web.frame import current_language

register = template.Library()


@register.filter
def field(name: str) -> str:
    """`responsible_unit` as `Ansvarig enhet`."""
    return field_word(name).render(current_language())
