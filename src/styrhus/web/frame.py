"""What surrounds every page: its place, navigation, switches, breadcrumb, title, lead sentence and data age."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, gettext_lazy

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import latest_month
from styrhus.paper.words import date_in_words
from styrhus.reports.months import YEAR_END, month_name
from styrhus.store import read
from styrhus.store.read import BoardYears
from styrhus.store.role import Role
from styrhus.values.period import Period
from styrhus.values.text import Text
from styrhus.web.addresses import address_of
from styrhus.web.permissions import Access, visible_boards

SECTIONS = (
    ("overview", "house", gettext_lazy("Overview")),
    ("goals", "target", gettext_lazy("Goals")),
    ("assignments", "list-checks", gettext_lazy("Assignments")),
    ("economy", "banknote", gettext_lazy("Economy")),
    ("forecast", "chart-column", gettext_lazy("Forecast")),
    ("caseload", "users", gettext_lazy("Cases")),
    ("documents", "file-text", gettext_lazy("Documents")),
    ("data", "database", gettext_lazy("Data")),
    ("history", "history", gettext_lazy("History")),
)
"""The words of the navigation: name of the address, icon, word."""


@dataclass(frozen=True)
class Link:
    """A word with an address; an empty address is the place where the reader is."""

    word: str
    href: str = ""
    current: bool = False


@dataclass(frozen=True)
class NavigationItem:
    section: str
    icon: str
    word: str
    href: str
    exact: bool
    apart: bool


@dataclass(frozen=True)
class Place:
    """The board and year that a page is about, as the plan of that year names them."""

    board_id: str
    name: str
    municipality: str
    year: int

    @property
    def short_name(self) -> str:
        """Municipality first, because every municipality has a board of the same name."""
        return f"{self.municipality}: {self.name}"


@dataclass(frozen=True)
class PageFrame:
    title: str
    section: str = ""
    lead: str = ""
    data_age: str = ""
    crumbs: tuple[Link, ...] = ()
    place: Place | None = None
    access: Access | None = None
    boards: tuple[Link, ...] = ()
    years: tuple[Link, ...] = ()
    navigation: tuple[NavigationItem, ...] = ()
    search_href: str = ""
    users_href: str = ""

    @property
    def head_title(self) -> str:
        """For the browser's tab: what, whose, which year."""
        parts = [self.title]
        if self.place is not None:
            parts.append(f"{self.place.name} {self.place.municipality} {self.place.year}")
        return " – ".join([*parts, "Styrhus"])


def current_language() -> str:
    """The code of the language that the page is written in: `sv` or `en`."""
    return "en" if (get_language() or "").startswith("en") else "sv"


def say(text: Text) -> str:
    """A text in the language of the page."""
    return text.render(current_language())


def plain_frame(request: HttpRequest, title: str, *, lead: str = "") -> PageFrame:
    """The frame of a page that belongs to no board: log in, the list of boards, errors."""
    is_operator = getattr(request.user, "is_superuser", False)
    return PageFrame(title=title, lead=lead, users_href=address_of("users") if is_operator else "")


def board_frame(
    request: HttpRequest,
    access: Access,
    dossier: Dossier,
    *,
    section: str,
    title: str,
    lead: str = "",
    data_age: str = "",
    crumbs: Sequence[Link] = (),
) -> PageFrame:
    """The frame of a page about one board and year.

    `section` is the address name of the navigation word that the page lies under, empty for one that lies under
    none. `data_age` is for a page that knows better than the plan as a whole how old its figures are. `crumbs` are
    the steps between the navigation word and the page itself, whose title is added last.
    """
    place = Place(access.board, dossier.board.name, dossier.board.municipality, access.year)
    visible = visible_boards(request.user)
    return PageFrame(
        title=title,
        section=section,
        lead=lead,
        data_age=data_age or _data_age(access, dossier, section),
        crumbs=_crumbs(place, section, crumbs, title),
        place=place,
        access=access,
        boards=_board_links(visible, place, section or "overview"),
        years=_year_links(visible, place, section or "overview"),
        navigation=_navigation(request, place),
        search_href=address_of("search", place.board_id, place.year),
        users_href=address_of("users") if access.role is Role.ADMINISTRATOR else "",
    )


def ledger_age(dossier: Dossier, month: int | None = None) -> str:
    """How far the ledger of the plan year goes, at most to `month`, and when it came; empty when it has nothing."""
    year, last = dossier.plan.year, latest_month(dossier, at_most=month or YEAR_END)
    if last is None:
        return ""
    days = [m.imported for m in dossier.ledger_months if m.year == year and m.month <= last and m.imported]
    words = {"month": say(month_name(last)), "year": year}
    if not days:
        return gettext("Ledger to the end of %(month)s %(year)s.") % words
    words["day"] = date_in_words(max(days).isoformat(), current_language())
    return gettext("Ledger to the end of %(month)s %(year)s, imported %(day)s.") % words


def _data_age(access: Access, dossier: Dossier, section: str) -> str:
    """How old what the page shows is: the ledger or the latest period with an outcome, and the plan's last change.

    Outcomes of indicators say nothing of money, so that the pages of economy tell of the ledger alone.
    """
    day = localtime(read.version(access.board, access.year).changed_at).date()
    changed = date_in_words(day.isoformat(), current_language())
    if section == "economy":
        since = gettext("Last changed %(changed)s.") % {"changed": changed}
        return " ".join(filter(None, (ledger_age(dossier), since)))
    latest = _latest_period(dossier)
    if latest is None:
        return gettext("No outcomes yet. Last changed %(changed)s.") % {"changed": changed}
    return gettext("Outcomes up to %(period)s. Last changed %(changed)s.") % {"period": latest, "changed": changed}


@lru_cache(maxsize=64)
def _latest_period(dossier: Dossier) -> Period | None:
    periods = [Period.parse(outcome.period) for outcome in dossier.outcomes if outcome.value is not None]
    return max(periods, key=lambda period: (period.year, period.number), default=None)


def _navigation(request: HttpRequest, place: Place) -> tuple[NavigationItem, ...]:
    items = []
    for section, icon, word in SECTIONS:
        href = address_of(section, place.board_id, place.year)
        items.append(NavigationItem(section, icon, str(word), href, request.path == href, section == "data"))
    return tuple(items)


def _crumbs(place: Place, section: str, between: Sequence[Link], title: str) -> tuple[Link, ...]:
    """Overview / section / … / this page; the overview itself has none."""
    if section == "overview":
        return ()
    words = {name: str(word) for name, _icon, word in SECTIONS}
    steps = [Link(words["overview"], address_of("overview", place.board_id, place.year))]
    if words.get(section) != title and section in words:
        steps.append(Link(words[section], address_of(section, place.board_id, place.year)))
    return (*steps, *between, Link(title))


def _year_links(visible: tuple[BoardYears, ...], place: Place, section: str) -> tuple[Link, ...]:
    """The years of the same board, latest first, each in the same section."""
    years = next((held.years for held in visible if held.board.id == place.board_id), ())
    return tuple(Link(str(year), address_of(section, place.board_id, year), year == place.year) for year in years)


def _board_links(visible: tuple[BoardYears, ...], place: Place, section: str) -> tuple[Link, ...]:
    """Every board that the user may see, at the same year when it has one, else at its latest."""
    links = []
    for held in visible:
        year = place.year if place.year in held.years else held.years[0]
        word = f"{held.board.municipality}: {held.board.name}"
        here = held.board.id == place.board_id
        links.append(Link(word, address_of(section, held.board.id, year), here))
    return tuple(links)
