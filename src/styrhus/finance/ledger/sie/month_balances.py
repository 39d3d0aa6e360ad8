"""Month balances of SIE types 2 and 3 as amounts that may be added up, each booked once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from styrhus.finance.ledger.sie.content import Content, PeriodBalance

_Sums = defaultdict[str, Decimal]


def booked_once(content: Content, year: int, own: set[str]) -> list[PeriodBalance]:
    """The balances of `year` so that no money is counted twice; `own` are the dimensions that tell responsibility.

    Programs write balances of objects in two ways: as parts of a total that stands there too, once for every
    dimension, or as one line for each combination of objects, which together are the total. The year's balances in
    the same file tell which; the second way is supposed only where the first does not lead to them.
    """
    held = [balance for balance in content.periods if balance.period.startswith(str(year))]
    if _leads_to_year(content, held) or not any(balance.objects for balance in held):
        return held
    return list(_parts_of_totals(held, own))


def _leads_to_year(content: Content, held: list[PeriodBalance]) -> bool:
    """Whether all lines together agree better with the year's balances than those without objects do."""
    told = {account: amount - content.opening.get(account, Decimal(0)) for account, amount in content.closing.items()}
    told |= content.results
    if not told:
        return not {(each.period, each.account) for each in held if each.objects} <= {
            (each.period, each.account) for each in held if not each.objects
        }
    every, totals = _sums(held), _sums(each for each in held if not each.objects)
    return sum(every[key] == amount for key, amount in told.items()) > sum(
        totals[key] == amount for key, amount in told.items()
    )


def _sums(held: Iterable[PeriodBalance]) -> _Sums:
    sums: _Sums = defaultdict(Decimal)
    for each in held:
        sums[each.account] += each.amount
    return sums


def _parts_of_totals(held: list[PeriodBalance], own: set[str]) -> Iterator[PeriodBalance]:
    """An account's month by responsibility, and the rest of its total without."""
    groups: defaultdict[tuple[str, str], list[PeriodBalance]] = defaultdict(list)
    for each in held:
        if not each.objects or (len(each.objects) == 2 and each.objects[0] in own):
            groups[each.period, each.account].append(each)
    for balances in groups.values():
        parts = [each for each in balances if each.objects]
        whole = [each for each in balances if not each.objects]
        yield from parts
        rest = sum((each.amount for each in whole), Decimal(0)) - sum((each.amount for each in parts), Decimal(0))
        if whole and (rest or not parts):
            yield replace(whole[0], amount=rest)
