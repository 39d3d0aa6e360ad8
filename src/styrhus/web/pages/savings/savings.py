"""The savings: the gap account in a sentence, a chart and tables, the measures, and the requirements."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.savings import SavingsYear, latest_month, savings_year
from styrhus.paper.blocks import Block, Table
from styrhus.paper.words import MONTHS
from styrhus.reports.parts.savings import account_blocks, gap_sentences, has_savings, measure_blocks
from styrhus.reports.parts.savings_levers import lever_blocks
from styrhus.reports.parts.savings_records import requirements_table
from styrhus.reports.setting import Setting
from styrhus.store import read
from styrhus.web.forms.money_fields import capital
from styrhus.web.frame import Link, board_frame, say
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.written import Choice, Part, Select, WrittenPage, linked
from styrhus.web.permissions import Access, board_for


@require_safe
def savings(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The account as it stands at the end of a month: `month` in the address, else the latest with anything known."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    month = chosen_month(request, dossier)
    page = WrittenPage(
        frame=board_frame(request, access, dossier, section="economy", title=_("Savings")),
        parts=kept(dossier, ("savings", month, access.may("change_saving")), lambda: _parts(access, dossier, month)),
        actions=_actions(access),
        selects=(_months(month),) if has_savings(page_setting(dossier)) else (),
        file="savings",
        empty=_("There are no savings yet"),
        empty_text=_("A controller writes down what is required and the measures that shall meet it."),
    )
    return render(request, "economy/written.html", {"page": page})


def chosen_month(request: HttpRequest, dossier: Dossier) -> int:
    """The month asked for, 0 to 12; the latest with anything known for any other wish."""
    text = request.GET.get("month", "")
    return int(text) if text.isdecimal() and len(text) < 3 and int(text) <= 12 else latest_month(dossier)


def _months(month: int) -> Select:
    words = [_("Before the year"), *(capital(say(word)) for word in MONTHS)]
    choices = tuple(Choice(str(number), word, number == month) for number, word in enumerate(words))
    return Select("month", _("Up to and including"), choices)


def _actions(access: Access) -> tuple[Link, ...]:
    place = [access.board, access.year]
    named = (
        ("create_saving", _("New measure"), "saving_new"),
        ("create_savings_requirement", _("New requirement"), "requirement_new"),
    )
    return tuple(Link(word, reverse(name, args=place)) for verb, word, name in named if access.may(verb))


def _parts(access: Access, dossier: Dossier, month: int) -> tuple[Part, ...]:
    setting, held = page_setting(dossier), savings_year(dossier, month)
    parts = []
    if has_savings(setting):
        account = [*gap_sentences(setting, held), *account_blocks(setting, held)]
        parts.append(Part(page_html(account, access, dossier)))
    measures = list(_measures(access, setting, held))
    if measures:
        parts.append(Part(page_html(measures, access, dossier, prefix="m-"), _("Measures"), "measures-title"))
    if levers := tuple(lever_blocks(setting)):
        parts.append(Part(page_html(levers, access, dossier, prefix="l-"), _("What the forecast says"), "levers-title"))
    if dossier.savings_requirements:
        table = linked(requirements_table(setting), _requirement_addresses(access, dossier))
        parts.append(Part(page_html([table], access, dossier, prefix="r-"), _("Requirements"), "requirements-title"))
    return tuple(parts)


def _measures(access: Access, setting: Setting, held: SavingsYear) -> Iterator[Block]:
    addresses = [reverse("saving", args=[access.board, access.year, s.id]) for s in held.measures.savings]
    for block in measure_blocks(setting, held):
        yield linked(block, addresses) if isinstance(block, Table) else block


def _requirement_addresses(access: Access, dossier: Dossier) -> list[str]:
    """Where each requirement is changed; nothing for who may not."""
    if not access.may("change_savings_requirement"):
        return []
    place = [access.board, access.year]
    return [reverse("requirement_edit", args=[*place, r.id]) for r in dossier.savings_requirements]
