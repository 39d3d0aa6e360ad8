"""Which unit and cost type a code string belongs to on a day: the board's dated rules, then the national classes."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.codes.kommun_bas import national_rules
from styrhus.finance.codes.rules import AccountRule, UnitRule

_Rule = UnitRule | AccountRule


class CodeMap:
    """Rules of a board, applied in their order; answers are remembered, so a map is cheap to ask a million times."""

    def __init__(self, unit_rules: Iterable[UnitRule] = (), account_rules: Iterable[AccountRule] = ()) -> None:
        self.unit_rules = tuple(unit_rules)
        self.account_rules = tuple(account_rules)
        self._accounts = (*self.account_rules, *national_rules())
        self._units: dict[tuple[int, tuple[str | None, ...]], str | None] = {}
        self._cost_types: dict[tuple[int, str], CostType | None] = {}

    @cached_property
    def boundaries(self) -> tuple[date, ...]:
        """The days on which some rule begins or ceases to be valid; between two of them every answer is the same."""
        begins = {rule.valid_from for rule in self._all if rule.valid_from}
        ceases = {rule.valid_to + timedelta(days=1) for rule in self._all if rule.valid_to and rule.valid_to < date.max}
        return tuple(sorted(begins | ceases))

    @property
    def _all(self) -> tuple[_Rule, ...]:
        return (*self.unit_rules, *self._accounts)

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions that the unit rules look at; responsibility is always one of them."""
        used = {Dimension.RESPONSIBILITY, *(rule.dimension for rule in self.unit_rules)}
        return tuple(dimension for dimension in Dimension if dimension in used)

    def unit_of(
        self, responsibility: str | None, activity_code: str | None, day: date, **codes: str | None
    ) -> str | None:
        """The unit on `day`; None when no rule fits. Further dimensions are given by name (`project="1234"`)."""
        given = {"responsibility": responsibility, "activity_code": activity_code, **codes}
        return self.unit_for(tuple(given.get(dimension.value) for dimension in self.dimensions), day)

    def unit_for(self, codes: tuple[str | None, ...], day: date) -> str | None:
        """The unit of codes given in the order of `dimensions`."""
        key = bisect_right(self.boundaries, day), codes
        if key not in self._units:
            by_dimension = dict(zip(self.dimensions, codes, strict=True))
            fitting = (rule for rule in self.unit_rules if fits(rule, by_dimension[rule.dimension], day))
            self._units[key] = next((rule.unit for rule in fitting), None)
        return self._units[key]

    def cost_type_of(self, account: str, day: date) -> CostType | None:
        """The cost type on `day`: by the board's own rules, else by the national ones; None for an unknown account."""
        key = bisect_right(self.boundaries, day), account
        if key not in self._cost_types:
            fitting = (rule for rule in self._accounts if fits(rule, account, day))
            self._cost_types[key] = next((rule.cost_type for rule in fitting), None)
        return self._cost_types[key]


def fits(rule: _Rule, code: str | None, day: date) -> bool:
    """Whether a code of the rule's dimension lies within it on `day`; codes of other lengths never do."""
    if not code or len(code) != len(rule.first) or not rule.first <= code <= rule.last:
        return False
    return (rule.valid_from is None or rule.valid_from <= day) and (rule.valid_to is None or day <= rule.valid_to)
