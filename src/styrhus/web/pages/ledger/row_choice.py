"""Which rows of the ledger a reader has asked for; it stands in the address, so that a view can be mailed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from styrhus.actions.roles import Grant, Grants, allowed
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.ledger.row_filter import CodeRange, RowFilter, RowOrder
from styrhus.web.permissions import Access

NO_CODE = "-"
"""Stands for a unit or cost type that no rule gives."""
_RANGE = re.compile(r"(?P<first>[^\s,;–-]+)(?:\s*[–-]\s*(?P<last>[^\s,;–-]+))?")
CODED = (Dimension.RESPONSIBILITY, Dimension.ACCOUNT, Dimension.ACTIVITY_CODE, Dimension.PROJECT)


@dataclass(frozen=True)
class RowChoice:
    """Empty fields ask for nothing; words that cannot be read are left out, never an error.

    `first` and `last` are months of `year`; the fields named as dimensions hold codes and ranges such as `5010`,
    `5000-5099` with commas between.
    """

    year: int
    first: int = 1
    last: int = 12
    unit: str = ""
    cost_type: str = ""
    responsibility: str = ""
    account: str = ""
    activity_code: str = ""
    project: str = ""
    text: str = ""
    voucher: str = ""
    order: RowOrder = RowOrder.DATE
    page: int = 1

    @classmethod
    def read(cls, query: Mapping[str, str], year: int) -> "RowChoice":
        """The choice of an address; `month` alone is that month."""
        month = _number(query.get("month", ""), 0, most=12)
        words = {name: query.get(name, "").strip()[:200] for name in ("unit", "text", "voucher", *map(str, CODED))}
        cost_type = query.get("cost_type", "")
        return cls(
            year=_number(query.get("year", ""), year, most=9999),
            first=month or _number(query.get("from", ""), 1, most=12),
            last=month or _number(query.get("to", ""), 12, most=12),
            cost_type=cost_type if cost_type == NO_CODE or cost_type in set(CostType) else "",
            order=_order(query.get("order", "")),
            page=_number(query.get("page", ""), 1, most=1_000_000),
            **words,
        )

    @property
    def months(self) -> tuple[int, ...]:
        """The months asked for; all of the year is no condition."""
        return tuple(range(self.first, self.last + 1)) if (self.first, self.last) != (1, 12) else ()

    @property
    def is_active(self) -> bool:
        """Whether anything is narrowed."""
        return self != RowChoice(year=self.year, order=self.order, page=self.page)

    def filter(self, units: tuple[str | None, ...] | None) -> RowFilter:
        """The rows asked for; `units` are those that the reader is limited to, None for all."""
        codes = ((dimension, ranges(getattr(self, dimension.value))) for dimension in CODED)
        return RowFilter(
            months=self.months,
            units=units,
            cost_types=(_cost_type(self.cost_type),) if self.cost_type else None,
            codes=tuple((dimension, held) for dimension, held in codes if held),
            text=self.text,
            voucher=self.voucher,
        )


def ranges(text: str) -> tuple[CodeRange, ...]:
    """`5010, 5100-5199` as ranges; a range whose ends are of different length is two codes."""
    found = []
    for match in _RANGE.finditer(text):
        first, last = match["first"], match["last"] or match["first"]
        found += [(first, last)] if len(first) == len(last) else [(first, first), (last, last)]
    return tuple(found)


def _cost_type(text: str) -> CostType | None:
    return None if text == NO_CODE else CostType(text)


def _number(text: str, otherwise: int, *, most: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 and 0 < int(text) <= most else otherwise


def _order(text: str) -> RowOrder:
    return next((order for order in RowOrder if order.value == text), RowOrder.DATE)


@dataclass(frozen=True)
class Reach:
    """How much of the ledger's rows somebody may read: all, those of some units, or sums alone (no unit at all)."""

    everything: bool
    units: frozenset[str] = frozenset()

    @property
    def sums_only(self) -> bool:
        return not self.everything and not self.units

    def within(self, asked: frozenset[str | None] | None) -> tuple[str | None, ...] | None:
        """The units to ask the ledger for when `asked` are asked for; None is no limit."""
        if self.everything:
            return None if asked is None else tuple(asked)
        return tuple(self.units if asked is None else asked & self.units)


def reach_of(access: Access) -> Reach:
    """Texts of rows can hold personal data: all is for controllers and above, own units for those who report there."""
    if access.may("import_ledger"):
        return Reach(True)
    own = (
        grant.units or () for grant in access.grants.held if allowed(Grants((grant,)), "read_ledger_rows", _any(grant))
    )
    return Reach(False, frozenset().union(*own))


def _any(grant: Grant) -> str | None:
    """Some unit that the grant is for; None when it is for the whole board, which is nobody's own unit."""
    return next(iter(grant.units or ()), None)
