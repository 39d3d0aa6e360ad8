"""How values look in templates: texts in the page's language, icons, statuses, figures, addresses."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from styrhus.dossier.standing import Basis, Standing
from styrhus.plan.status_word import StatusWord
from styrhus.values.figure import Figure
from styrhus.values.number import format_number
from styrhus.values.problem import Problem
from styrhus.values.text import Text
from styrhus.web.addresses import address_of
from styrhus.web.frame import PageFrame, current_language

register = template.Library()


@register.filter
def said(text: Text | str) -> str:
    """A Text in the language of the page; a plain string stands as it is."""
    return text.render(current_language()) if isinstance(text, Text) else text


@register.filter
def number(value: Decimal | int, decimals: int | None = None) -> str:
    """`1 234,5` in Swedish, `1 234.5` in English."""
    return format_number(Decimal(value), decimals, language=current_language())


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A drawn sign beside a word that says the same; it is hidden from those who listen."""
    address = f"{static('vendor/lucide/icons.svg')}#{name}"
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', address)


@register.inclusion_tag("components/status.html")
def status(word: StatusWord | str, standing: Standing | None = None) -> dict[str, object]:
    """A status as shape, word and colour; a starting position has its own words and no colour of judgement."""
    found = StatusWord(word)
    label = found.label if standing is None else standing.label(found)
    start = standing is not None and standing.basis is Basis.START
    return {"word": found, "label": label, "look": "start" if start else found.value}


@register.inclusion_tag("components/figure.html", takes_context=True)
def figure(
    context: Context,
    shown: Figure,
    *,
    decimals: int | None = None,
    signed: bool = False,
    unit: bool = True,
    contested: str = "",
) -> dict[str, object]:
    """A figure that links to where it comes from; `contested` is the id of the note that contradicts it."""
    write = shown.text if unit else shown.number
    return {
        "figure": shown,
        "text": write(decimals=decimals, signed=signed, language=current_language()),
        "href": figure_address(context["page"].frame, shown),
        "contested": contested,
    }


def figure_address(frame: PageFrame, shown: Figure) -> str:
    """The page about a figure; empty when it has no address or the page has no board."""
    if frame.place is None or not shown.source.ref:
        return ""
    return address_of("figure", frame.place.board_id, frame.place.year, shown.source.ref)


@register.simple_tag(takes_context=True)
def address(context: Context, **changes: object) -> str:
    """The page's own address with some parameters changed; an empty value takes one away."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in changes.items():
        if value in ("", None):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path


@register.simple_tag
def url(name: str, *place: str | int) -> str:
    """As Django's own `url`, which looks through all patterns each time; this puts an address together once."""
    return address_of(name, *place)


@register.simple_tag(takes_context=True)
def drawn(context: Context, template: str) -> SafeString:
    """What a template gives here, for a part that stands in the page twice: `{% drawn "…" as name %}`."""
    assert context.template is not None
    return context.template.engine.get_template(template).render(context)


@register.filter
def get(mapping: Mapping[str, object], key: str) -> object:
    """The value of a key that is only known in the template; None when it is absent."""
    return mapping.get(key)


@register.simple_tag
def problem_place(problem: Problem) -> str:
    """File, row and column of a problem, as far as they are known."""
    return problem.place(current_language())
