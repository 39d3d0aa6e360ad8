"""The state grants for reception: a table of instalments, one a line, with spare lines for new ones."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from styrhus.actions.set_grant_instalments import set_grant_instalments
from styrhus.store import read
from styrhus.web.pages.grids.lines import Field, Kind, LineTable, allowed, edit_lines


def grant_instalments(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The form, for those who may set the grants."""
    access = allowed(request, (board, year), "set_grant_instalments")
    table = LineTable(
        part="grant_instalments", write=set_grant_instalments,
        fields=(
            Field("group", _("Group"), needed=True), Field("name", _("Name"), needed=True),
            Field("amount", _("Amount, kr a person"), Kind.NUMBER, needed=True),
            Field("months_after", _("Months after reception"), Kind.WHOLE, needed=True),
            Field("valid_from", _("Valid from"), Kind.WHOLE, needed=True), Field("source", _("Source")),
        ),
        title=_("State grants"), caption=_("Instalments of the state grant"),
        hint=_("One line for each payment: how much a person, how many months after the month of reception, and for "
               "those received from which year on. Empty a line to take it away. The group is named as in the "
               "head-counts."),
        below="reception", below_word=_("Reception"),
        groups=tuple(dict.fromkeys(c.group for c in read.dossier(board, year).reception_cohorts)),
        saved=_("The state grants are saved."),
    )  # fmt: skip
    return edit_lines(request, access, table)
