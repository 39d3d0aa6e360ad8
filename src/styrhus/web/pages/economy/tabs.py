"""The pages of economy beside each other: the navigation that stands on each of them."""

from django.urls import NoReverseMatch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from styrhus.web.addresses import address_of
from styrhus.web.frame import Link, Place

Tabs = tuple[tuple[str, str | Promise, tuple[str, ...]], ...]
TABS: Tabs = (
    ("economy", gettext_lazy("Tables of the plan"), ()),
    ("follow_up", gettext_lazy("Follow-up"), ("accruals",)),
    ("unit_forecasts", gettext_lazy("Forecasts"), ()),
    ("budget", gettext_lazy("Budget"), ()),
    ("savings", gettext_lazy("Savings"), ()),
    ("frame_changes", gettext_lazy("Frame changes"), ("bridge",)),
    ("funding_requests", gettext_lazy("Requests"), ()),
    ("placements", gettext_lazy("Placements"), ()),
    ("income_support", gettext_lazy("Income support"), ()),
    ("reception", gettext_lazy("Reception"), ()),
    ("ledger", gettext_lazy("Ledger"), ()),
)
"""Name of the address, word, and the names of further addresses that lie under the word."""


def tabs(place: Place, path: str, words: Tabs = TABS) -> tuple[Link, ...]:
    """The pages with the one that `path` is or lies below marked; a page that does not exist has no word."""
    held = [(word, _addresses(place, (name, *also))) for name, word, also in words]
    held = [(word, hrefs) for word, hrefs in held if hrefs]
    below = [href for _, hrefs in held for href in hrefs if path.startswith(href)]
    nearest = max(below, key=len, default="")
    return tuple(Link(str(word), hrefs[0], bool(nearest) and nearest in hrefs) for word, hrefs in held)


def _addresses(place: Place, names: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for name in names:
        try:
            found.append(address_of(name, place.board_id, place.year))
        except NoReverseMatch:
            continue
    return tuple(found)
