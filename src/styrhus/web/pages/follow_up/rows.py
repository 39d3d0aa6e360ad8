"""The rows of the follow-up's tables: names, links and rounded amounts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up_figures import COLUMNS, OWN, type_name, unit_name
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.line import Line
from styrhus.finance.follow_up.rounded import COMPUTED, DECIMALS, Node, Shown, shown, tree
from styrhus.finance.follow_up.view import FollowUp
from styrhus.reports.months import month_name
from styrhus.values.number import format_number
from styrhus.values.unit import Unit
from styrhus.web.addresses import address_of
from styrhus.web.frame import current_language, say
from styrhus.web.pages.follow_up.chosen import FULL_YEAR, SPANS, Chosen

SIGNED = frozenset(COMPUTED)


@dataclass(frozen=True)
class Amount:
    """An amount in words; `unfavourable` for a variance that costs more than its budget."""

    text: str
    href: str = ""
    unfavourable: bool = False


@dataclass(frozen=True)
class Row:
    """`level` 1 is right below the whole; `kind` is unit, own, unmapped, type or total."""

    name: str
    href: str
    level: int
    kind: str
    amounts: tuple[Amount, ...]
    is_estimate: bool = False


@dataclass(frozen=True)
class Heading:
    """A column; `order` is how it is sorted now, `href` sorts by it."""

    word: str
    href: str = ""
    order: str = ""


@dataclass(frozen=True)
class Grouped:
    """Columns under one word."""

    word: str
    count: int


@dataclass(frozen=True)
class Table:
    caption: str
    first: str
    groups: tuple[Grouped, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    unit: str


class Rows:
    """Makes rows of one follow-up as one reader has chosen to see it."""

    def __init__(self, dossier: Dossier, view: FollowUp, chosen: Chosen) -> None:
        self.dossier, self.view, self.chosen = dossier, view, chosen
        self.place = (dossier.board.id, dossier.plan.year)
        self.language = current_language()

    def units(self, unit: str = ALL) -> tuple[Row, ...]:
        """The units below as a tree, and the whole last."""
        node = tree(self.view, unit, self.chosen.cost_type)
        amounts = shown(node, self.chosen.unit)
        return (*self._below(node, amounts, 1), self._row(node, amounts, 0, kind="total"))

    def types(self, unit: str = ALL) -> tuple[Row, ...]:
        """The cost types of a unit, what is forecast without cost type, and their sum last."""
        kinds = [Node(self.view.line(unit, kind)) for kind in self.view.cost_types(unit)]
        node = Node(self.view.line(unit), tuple(kinds))
        amounts = shown(node, self.chosen.unit)
        ordered = self._ordered(kinds, amounts)
        return (
            *(self._row(kind, amounts, 1, kind="type") for kind in ordered), self._row(node, amounts, 0, kind="total"),
        )  # fmt: skip

    def _below(self, node: Node, amounts: Mapping[int, Shown], level: int) -> Iterator[Row]:
        for part in self._ordered(node.parts, amounts):
            own = part.line.unit == node.line.unit
            kind = "own" if own else "unmapped" if part.line.unit == UNMAPPED else "unit"
            yield self._row(part, amounts, level, kind=kind)
            yield from self._below(part, amounts, level + 1)

    def _ordered(self, nodes: Iterable[Node], amounts: Mapping[int, Shown]) -> Sequence[Node]:
        """As in the organisation, or by a column with what is missing last."""
        held, sort = list(nodes), self.chosen.sort
        if not sort:
            return held
        column, sign = sort.removeprefix("-"), 1 if sort.startswith("-") else -1
        known = [node for node in held if amounts[id(node)][column] is not None]
        known.sort(key=lambda node: sign * (amounts[id(node)][column] or Decimal(0)))
        return [*known, *(node for node in held if amounts[id(node)][column] is None)]

    def _row(self, node: Node, amounts: Mapping[int, Shown], level: int, *, kind: str) -> Row:
        line = node.line
        held = amounts[id(node)]
        cells = tuple(
            Amount(
                amount_text(held[name], self.chosen.unit, signed=name in SIGNED),
                self._rows_of(line, own=kind == "own") if name in {"actual-to-date", "month-actual"} else "",
                name in {"variance", "variance-to-date", "month-variance"} and (held[name] or 0) < 0,
            )
            for name in self.chosen.columns
        )
        return Row(self._name(line, kind), self._href(line, kind), level, kind, cells, not line.entered)

    def _name(self, line: Line, kind: str) -> str:
        if kind == "total":
            return gettext("Total")
        if kind == "type":
            return capital(type_name(line.cost_type).render(self.language))
        if kind == "own":
            return unit_name(self.dossier, line.unit + OWN, self.language)
        return unit_name(self.dossier, line.unit, self.language)

    def _href(self, line: Line, kind: str) -> str:
        if kind in {"total", "own"}:
            return ""
        if kind == "type":
            return address_of("follow_up_accounts", *self.place, line.unit, line.cost_type) + self.chosen.query(sort="")
        return address_of("follow_up_unit", *self.place, line.unit) + self.chosen.query(sort="", cost_type=ALL)

    def _rows_of(self, line: Line, *, own: bool) -> str:
        """The accounts that an actual is the sum of."""
        query = self.chosen.query(sort="", cost_type=ALL) + ("&own=1" if own else "")
        return address_of("follow_up_accounts", *self.place, line.unit, line.cost_type) + query

    def headings(self) -> tuple[Heading, ...]:
        found = []
        for name in self.chosen.columns:
            order = {name: "descending", f"-{name}": "ascending"}.get(self.chosen.sort, "")
            wanted = f"-{name}" if order == "descending" else "" if order else name
            found.append(Heading(heading_word(name), self.chosen.query(sort=wanted), order))
        return tuple(found)

    def groups(self) -> tuple[Grouped, ...]:
        words = {
            "accumulated": gettext("January to %(month)s") % {"month": say(month_name(self.chosen.month))},
            "month": capital(say(month_name(self.chosen.month))),
            "year": gettext("Previous year"),
        }
        span = self.chosen.span
        return Grouped(words[span], len(SPANS[span])), Grouped(gettext("Full year"), len(FULL_YEAR))


def amount_text(value: Decimal | None, unit: Unit, *, signed: bool = False) -> str:
    """A rounded amount as it is written; a dash for what is missing."""
    if value is None:
        return "–"
    return format_number(value, DECIMALS[unit], signed=signed, language=current_language())


def heading_word(column: str) -> str:
    """The word of a column where the group above says which stretch of time it is about."""
    words = {
        "variance": gettext("Variance"), "variance-to-date": gettext("Variance"), "month-variance": gettext("Variance"),
        "budget": gettext("Budget"), "budget-to-date": gettext("Budget"), "month-budget": gettext("Budget"),
        "actual-to-date": gettext("Actual"), "month-actual": gettext("Actual"), "forecast": gettext("Forecast"),
        "previous": gettext("Previous forecast"), "forecast-change": gettext("Change"),
        "last-year": gettext("Actual"), "last-year-to-date": gettext("Actual"),
    }  # fmt: skip
    return words.get(column) or say(COLUMNS[column].word)


def capital(text: str) -> str:
    """With a capital letter first and the rest as it is."""
    return text[:1].upper() + text[1:]
