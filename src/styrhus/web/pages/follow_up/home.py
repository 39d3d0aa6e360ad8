"""The page of the follow-up where a figure stands among its neighbours."""

from django.utils.translation import gettext

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up
from styrhus.dossier.follow_up_figures import COLUMNS, OWN, type_name
from styrhus.finance.follow_up.cell import ALL
from styrhus.web.addresses import address_of
from styrhus.web.frame import Link, say
from styrhus.web.pages.follow_up.words import data_age


def follow_up_home(board: str, year: int, ref: str) -> Link:
    """The accounts of an actual, the unit of what else is about one, or all units; in the figure's own month."""
    _, month, named, kind, column = ref.split(".")
    unit = named.removesuffix(OWN)
    span = "&span=month" if column.startswith("month-") else ""
    query = f"?month={int(month[-2:])}{span}"
    own = "" if unit == named else "&own=1"
    if (kind != ALL or own) and column in {"actual-to-date", "month-actual", "month-variance", "variance-to-date"}:
        word = gettext("Accounts: %(kind)s") % {"kind": say(type_name(kind)).lower()}
        return Link(word, address_of("follow_up_accounts", board, year, unit, kind) + query + own)
    if column not in COLUMNS or unit == ALL:
        kinds = "" if kind == ALL else f"&type={kind}"
        return Link(gettext("Follow-up"), address_of("follow_up", board, year) + query + kinds)
    return Link(gettext("Follow-up of the unit"), address_of("follow_up_unit", board, year, unit) + query)


def follow_up_age(dossier: Dossier, ref: str) -> str:
    """How old the ledger behind a figure of the follow-up is; empty for any other figure."""
    kind, *steps = ref.split(".")
    return data_age(dossier, follow_up(dossier, int(steps[0][-2:]))) if kind == "followup" else ""
