"""The state grants for reception: a table of instalments, one a line, with spare lines for new ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.conflict import Conflict
from styrhus.actions.set_grant_instalments import set_grant_instalments
from styrhus.dossier.dossier import Dossier
from styrhus.finance.grids.reception import GrantInstalment
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.unit import Unit
from styrhus.web.forms.number_grid import number_text
from styrhus.web.forms.save import actor
from styrhus.web.forms.value_cells import read_cell
from styrhus.web.frame import PageFrame
from styrhus.web.pages.grids.frame import form_frame, seen_versions
from styrhus.web.permissions import Access, board_for

FIELDS = ("group", "name", "amount", "months_after", "valid_from", "source")
SPARE = 3
MOST = 60


@dataclass(frozen=True)
class Line:
    """A line as typed; `key` is the id of a stored instalment, empty for a new one."""

    number: int
    key: str
    texts: Mapping[str, str]
    errors: Mapping[str, str]

    @property
    def is_blank(self) -> bool:
        return not any(text.strip() for text in self.texts.values())


@dataclass(frozen=True)
class InstalmentsPage:
    frame: PageFrame
    lines: tuple[Line, ...]
    groups: tuple[str, ...]
    versions: Mapping[str, int]
    cancel: str
    fields: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...] = ()
    conflict: Conflict | None = None

    @property
    def has_errors(self) -> bool:
        return any(line.errors for line in self.lines)


def grant_instalments(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The form, for those who may set the grants; a line that is emptied is taken away."""
    access = board_for(request.user, board, year)
    access.require("set_grant_instalments")
    held = read.versions(board, year, "grant_instalments")
    dossier = read.dossier(board, year)
    versions = {held_one.id: held.get(held_one.id, 0) for held_one in dossier.grant_instalments}
    if request.method != "POST":
        return _shown(request, _page(request, access, _lines(dossier), versions=versions))
    lines = _sent(request)
    keys = [name.removeprefix("version-") for name in request.POST if name.startswith("version-")]
    seen = seen_versions(request, keys)
    if any(line.errors for line in lines):
        return _shown(request, _page(request, access, lines, versions=seen))
    try:
        rows = [_values(line) for line in lines if not line.is_blank]
        set_grant_instalments(board, year, rows, versions=seen, by=actor(request))
    except ProblemsError as error:
        return _shown(request, _page(request, access, lines, versions=seen, problems=error.problems))
    except Conflict as conflict:
        return _shown(request, _page(request, access, lines, versions=versions, conflict=conflict))
    messages.success(request, _("The state grants are saved."))
    return redirect("reception", board, year)


def _shown(request: HttpRequest, page: InstalmentsPage) -> HttpResponse:
    refused = 422 if page.has_errors or page.problems else 200
    return render(request, "grids/instalments.html", {"page": page}, status=409 if page.conflict else refused)


def _page(
    request: HttpRequest, access: Access, lines: tuple[Line, ...], *, versions: Mapping[str, int], **refusal: Any
) -> InstalmentsPage:
    dossier = read.dossier(access.board, access.year)
    words = (_("Group"), _("Name"), _("Amount, kr a person"), _("Months after reception"), _("Valid from"), _("Source"))
    return InstalmentsPage(
        frame=form_frame(request, access, dossier, title=_("State grants"), below="reception", word=_("Reception")),
        lines=lines,
        groups=tuple(dict.fromkeys(c.group for c in dossier.reception_cohorts)),
        versions=versions,
        cancel=reverse("reception", args=[access.board, access.year]),
        fields=tuple(zip(FIELDS, words, strict=True)),
        **refusal,
    )


def _lines(dossier: Dossier) -> tuple[Line, ...]:
    stored = dossier.grant_instalments
    lines = [Line(n, held.id, _texts(held), {}) for n, held in enumerate(stored)]
    blank = dict.fromkeys(FIELDS, "")
    return (*lines, *(Line(len(stored) + n, "", blank, {}) for n in range(SPARE)))


def _texts(held: GrantInstalment) -> dict[str, str]:
    texts = {name: str(getattr(held, name)) for name in FIELDS}
    return {**texts, "amount": number_text(held.amount)}


def _sent(request: HttpRequest) -> tuple[Line, ...]:
    text = request.POST.get("lines", "")
    count = min(int(text), MOST) if text.isdecimal() and len(text) < 4 else 0
    lines = []
    for number in range(count):
        texts = {name: request.POST.get(f"{name}-{number}", "").strip() for name in FIELDS}
        line = Line(number, request.POST.get(f"key-{number}", ""), texts, {})
        lines.append(line if line.is_blank else Line(number, line.key, texts, _errors(texts)))
    return tuple(lines)


def _errors(texts: Mapping[str, str]) -> dict[str, str]:
    errors = {name: _("This has to be given.") for name in ("group", "name", "amount") if not texts[name]}
    amount = read_cell(texts["amount"], Unit.NUMBER)
    if amount.error or (texts["amount"] and amount.value is None):
        errors["amount"] = amount.error or _("This has to be given.")
    for name in ("months_after", "valid_from"):
        if not texts[name].isdecimal() or len(texts[name]) > 4:
            errors[name] = _("Write a whole number.")
    return errors


def _values(line: Line) -> dict[str, Any]:
    numbers = {name: int(line.texts[name]) for name in ("months_after", "valid_from")}
    amount = read_cell(line.texts["amount"], Unit.NUMBER).value
    return {**line.texts, **numbers, "amount": amount, "id": line.key}
