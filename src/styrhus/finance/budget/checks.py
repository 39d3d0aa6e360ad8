"""What is worth a controller's look before a version is adopted: against the frame, months, positions, result units."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from styrhus.finance.bridge import frame_of
from styrhus.finance.budget.amounts import net_cost_of, surplus_used, unfinanced, version_total
from styrhus.finance.budget.capital import is_reckonable
from styrhus.finance.budget.entries import version_entries
from styrhus.finance.budget.reserve import ReserveState
from styrhus.finance.budget.source import BudgetSource, version_of
from styrhus.finance.budget.tree import within
from styrhus.finance.budget.version import LineKind
from styrhus.finance.codes.dimension import CostType
from styrhus.plan.organisation import OrganisationUnit, UnitKind
from styrhus.values.figure import Figure
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import msg
from styrhus.values.unit import Unit, convert


@dataclass(frozen=True)
class AgainstFrame:
    """A version against the frame of its year, in kr; `frame` is None when the year has none.

    left = frame + use of surplus − net cost: positive is not yet allocated, negative has no money. The lines of
    unfinanced deficit (negative) are in the net cost, so that a version with them can agree with its frame.
    """

    frame: Decimal | None
    net_cost: Decimal
    surplus: Decimal
    unfinanced: Decimal

    @property
    def left(self) -> Decimal | None:
        return None if self.frame is None else self.frame + self.surplus - self.net_cost


def against_frame(source: BudgetSource, key: str) -> AgainstFrame:
    """How a version stands to the frame of its year; NoVersion when there is none."""
    frame = frame_of(source.frames, version_of(source, key).year)
    amount = None if frame is None or not frame.unit.is_money else convert(frame.amount, frame.unit, Unit.KR)
    return AgainstFrame(
        amount, version_total(source, key), surplus_used(source, key), unfinanced(source, key)
    )  # fmt: skip


@dataclass(frozen=True)
class ResultUnit:
    """A result unit's costs, income and what is left over in kr, which must be nothing."""

    unit: OrganisationUnit
    costs: Decimal
    income: Decimal

    @property
    def net(self) -> Decimal:
        return self.costs + self.income


def result_units(source: BudgetSource, key: str) -> tuple[ResultUnit, ...]:
    """Every result unit with its money and that of the units below it; income is negative."""
    found = []
    for unit in source.organisation:
        if unit.kind is UnitKind.RESULT_UNIT:
            own = within(source.organisation, unit.id)
            amounts = [entry.amount for entry in net_cost_of(source, key) if entry.unit in own]
            costs = sum((amount for amount in amounts if amount > 0), Decimal(0))
            found.append(ResultUnit(unit, costs, sum(amounts, Decimal(0)) - costs))
    return tuple(found)


def budget_checks(source: BudgetSource, key: str) -> tuple[Problem, ...]:
    """Everything that a reader of the version should know; NoVersion when there is none."""
    return (
        *_frame(source, key),
        *_months(source, key),
        *_units(source, key),
        *_result_units(source, key),
        *_reserve(source, key),
        *_capital(source),
        *_twice(source, key),
    )


def _kr(amount: Decimal) -> Figure:
    return Figure(amount, Unit.KR)


def _frame(source: BudgetSource, key: str) -> Iterator[Problem]:
    found = against_frame(source, key)
    if found.left is not None and found.left > 0:
        message = msg("{amount} of the frame is not allocated.", amount=_kr(found.left))
        yield Problem(message, msg("Allocate it, or put it in the reserve."), severity=Severity.WARNING)
    if found.left is not None and found.left < 0:
        message = msg("The version is {amount} dearer than the frame.", amount=_kr(-found.left))
        remedy = msg("Lower it, or show the unfinanced deficit as a line of its own.")
        yield Problem(message, remedy, severity=Severity.WARNING)


def _months(source: BudgetSource, key: str) -> Iterator[Problem]:
    for entry in version_entries(source, key):
        known = [month for month in entry.months if month is not None]
        if len(known) < 12:
            message = msg("The amount of the year cannot be spread over the months.")
            remedy = msg("Give all twelve months, or a key whose months add up to more than nothing.")
            yield _about(entry.label or entry.key, Problem(message, remedy, severity=Severity.ERROR))
        elif sum(known) != entry.amount:
            message = msg(
                "The months add up to {sum}, the year is {amount}.",
                sum=_kr(sum(known, Decimal(0))),
                amount=_kr(entry.amount),
            )
            yield _about(
                entry.label or entry.key, Problem(message, msg("Correct one of them."), severity=Severity.ERROR)
            )


def _about(name: str, problem: Problem) -> Problem:
    return replace(problem, file=name)


def _units(source: BudgetSource, key: str) -> Iterator[Problem]:
    """Money and positions at units that the board does not have in that year, told once for each unit."""
    day = date(version_of(source, key).year, 12, 31)
    units = {unit.id: unit for unit in source.organisation}
    found: dict[tuple[str, bool], list[Decimal]] = {}
    for entry in version_entries(source, key):
        unit = units.get(entry.unit or "")
        if unit is None or not unit.is_valid(day):
            found.setdefault((entry.unit or "", entry.part == "positions"), []).append(entry.amount)
    for (unit_id, positions), amounts in found.items():
        amount = _kr(sum(amounts, Decimal(0)))
        word = (
            msg("Positions for {amount} belong to no unit of {year}.", amount=amount, year=day.year)
            if positions
            else msg("{amount} belongs to no unit of {year}.", amount=amount, year=day.year)
        )
        name = units[unit_id].name if unit_id in units else unit_id
        yield _about(name, Problem(word, msg("Move it to a unit that exists then."), severity=Severity.WARNING))


def _result_units(source: BudgetSource, key: str) -> Iterator[Problem]:
    for found in result_units(source, key):
        if found.net:
            message = msg("A result unit must net to zero; this one comes to {amount}.", amount=_kr(found.net))
            remedy = msg("Its income is to cover its costs: change the internal price or the costs.")
            yield _about(found.unit.name, Problem(message, remedy, severity=Severity.WARNING))


def _reserve(source: BudgetSource, key: str) -> Iterator[Problem]:
    """Items that come to more than the reserve that is to hold them; an item released to nobody."""
    items = [i for i in source.reserve_items if i.budget == key and i.state is not ReserveState.WITHDRAWN]
    lines = [line for line in source.budget_lines if line.budget == key and line.kind is LineKind.RESERVE]
    held, named = sum((line.amount for line in lines), Decimal(0)), sum((item.amount for item in items), Decimal(0))
    if lines and named > held:
        message = msg(
            "The items of the reserve come to {items}, the reserve is {held}.", items=_kr(named), held=_kr(held)
        )
        yield Problem(message, msg("Raise the reserve, or withdraw an item."), severity=Severity.WARNING)
    for item in items:
        if item.state is ReserveState.RELEASED and item.unit is None:
            message = msg("The item is released to no unit.")
            yield _about(item.name, Problem(message, msg("Say which unit it goes to."), severity=Severity.WARNING))


def _capital(source: BudgetSource) -> Iterator[Problem]:
    for investment in source.investments:
        if not is_reckonable(investment):
            message = msg("The investment has no lifetime, so it has no capital cost.")
            yield _about(
                investment.name, Problem(message, msg("Give its lifetime in years."), severity=Severity.WARNING)
            )


def _twice(source: BudgetSource, key: str) -> Iterator[Problem]:
    """Units with a cost both as ordinary lines and reckoned from a list, one of which may be meant for the other."""
    told = {
        CostType.CAPITAL: msg("These units have capital cost both as a line and from the list of investments:"),
        CostType.STAFF: msg("These units have staff cost both as a line and from their positions:"),
    }
    names = {unit.id: unit.name for unit in source.organisation}
    held = [entry for entry in net_cost_of(source, key) if entry.unit is not None]
    for kind, message in told.items():
        reckoned = {e.unit for e in held if e.cost_type is kind and e.part in {"investments", "positions"}}
        typed = {e.unit for e in held if e.cost_type is kind and e.kind is LineKind.ORDINARY}
        both = ", ".join(names.get(str(unit), str(unit)) for unit in names if unit in reckoned & typed)
        if both:
            remedy = msg("{units}. Both count: see that nothing is in both.", units=both)
            yield Problem(message, remedy, severity=Severity.NOTE)
