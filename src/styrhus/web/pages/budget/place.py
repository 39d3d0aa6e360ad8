"""Where the pages of a budget version lie, what surrounds them, and who may change what."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.version import BudgetVersion
from styrhus.finance.labels import label
from styrhus.store import read
from styrhus.web.frame import Link, PageFrame, board_frame, say
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class Opened:
    """A version that a page is about, with who reads it."""

    access: Access
    dossier: Dossier
    version: BudgetVersion

    def href(self, name: str, *more: str) -> str:
        """The address of another page of the version."""
        return reverse(name, args=[self.access.board, self.access.year, self.version.id, *more])

    def may(self, verb: str) -> bool:
        """Whether the reader may change the version, which nobody may when it is adopted."""
        return not self.version.adopted and self.access.may(verb)


def opened(request: HttpRequest, board: str, year: int, version: str) -> Opened:
    """The version of an address; the page 404 when there is none."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = next((held for held in dossier.budget_versions if held.id == version), None)
    if found is None:
        raise Http404
    return Opened(access, dossier, found)


def version_frame(request: HttpRequest, held: Opened, *, title: str = "", lead: str = "") -> PageFrame:
    """The frame of a page of the version, or of one below it with a title of its own."""
    budget = Link(_("Budget"), reverse("budget", args=[held.access.board, held.access.year]))
    own = Link(held.version.name, held.href("budget_version"))
    return board_frame(
        request, held.access, held.dossier, section="economy", title=title or held.version.name, lead=lead,
        crumbs=(budget, own) if title else (budget,),
    )  # fmt: skip


def version_links(held: Opened, current: str = "") -> tuple[Link, ...]:
    """The pages that belong to a version, beside each other."""
    named = (
        ("budget_version", _("Version")),
        ("budget_lines", _("Lines")),
        ("budget_positions", _("Positions")),
        ("budget_reserve", _("Reserve")),
        ("budget_surplus", _("Surplus projects")),
        ("budget_investments", _("Investments")),
        ("budget_result_units", _("Result units")),
        ("budget_keys", _("Periodisation keys")),
    )
    return tuple(Link(word, held.href(name), name == current) for name, word in named)


def kind_words(version: BudgetVersion) -> str:
    """`internal budget, adopted 2019-02-14, board § 32` as far as it is known."""
    parts = [say(label(version.kind))]
    if version.adopted:
        parts.append(_("adopted %(day)s") % {"day": version.decided} if version.decided else _("adopted"))
    if version.decision:
        parts.append(version.decision)
    return ", ".join(parts)
