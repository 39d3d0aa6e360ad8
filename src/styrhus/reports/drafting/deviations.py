"""Drafted sentences on the units that deviate most: how much, and which cost type it comes from."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from styrhus.dossier.follow_up import followed_budget
from styrhus.dossier.follow_up_figures import OWN
from styrhus.finance.budget.version import LineKind
from styrhus.finance.follow_up.deviations import Part, explaining
from styrhus.reports.drafting.ground import Ground, is_level, joined, plain
from styrhus.values.text import Text, msg

MOST = 3
"""For the worse, and as many for the better."""
UNDIVIDED = {LineKind.SAVING, LineKind.RESERVE, LineKind.UNFINANCED_DEFICIT}


def deviations(ground: Ground) -> str:
    """A list of those for the worse and one of those for the better, each with what it comes from."""
    return "\n\n".join(_lists(ground))


def _lists(ground: Ground) -> Iterator[str]:
    found = deviating(ground)
    if not found:
        if ground.areas and ground.whole.accumulated.budget is not None:
            yield ground.say(msg("No unit deviates from its budget to speak of."))
        return
    worse = [unit for unit, amount in found if amount < 0][:MOST]
    better = [unit for unit, amount in found if amount > 0][:MOST]
    for units, head in ((worse, _WORSE), (better, _BETTER)):
        if units:
            items = "\n".join(f"- {_unit(ground, unit)}" for unit in units)
            yield f"{ground.say(head)}\n\n{items}"


_WORSE: Text = msg("The largest deviations for the worse to date:")
_BETTER: Text = msg("The largest deviations for the better to date:")


def deviating(ground: Ground) -> list[tuple[str, Decimal]]:
    """The units right below the board that are not level with budget, the largest deviation first."""
    found = []
    for unit in ground.areas:
        held = ground.line(unit).accumulated
        if held.variance is not None and not is_level(held.variance, held.budget):
            found.append((unit, held.variance))
    return sorted(found, key=lambda pair: -abs(pair[1]))


def _unit(ground: Ground, unit: str) -> str:
    driver = driver_of(ground, unit)
    words = {"unit": ground.unit(unit), "side": ground.figure("variance-to-date", "mnkr 1 over", unit=unit)}
    told = msg("**{unit}** is {side}.", **words) if driver is None else _driven(ground, unit, driver, words)
    return joined((ground.say(told), _undivided(ground, unit)))


def _driven(ground: Ground, unit: str, driver: Part, words: Mapping[str, object]) -> Text:
    """The cost type that the deviation mostly comes from; its share stands in the table of deviations."""
    kind, whole = driver.cost_type, ground.line(unit).accumulated.variance or Decimal(0)
    name = ground.cost_type(kind)
    if abs(driver.amount) > abs(whole):
        return msg("**{unit}** is {side}, mostly {name}; other cost types weigh up a part.", **words, name=name)
    return msg("**{unit}** is {side}, mostly {name}.", **words, name=name)


def _undivided(ground: Ground, unit: str) -> str:
    """The names of budget lines in common that the units have no part in: savings, reserves, an unfinanced deficit."""
    version = followed_budget(ground.dossier)
    if version is None or not unit.endswith(OWN):
        return ""
    held = [
        line for line in ground.dossier.budget_lines if (line.budget, line.unit) == (version.id, unit.removesuffix(OWN))
    ]
    names = dict.fromkeys(plain(line.label).lower() for line in held if line.kind in UNDIVIDED and line.label)
    if not names:
        return ""
    return ground.say(msg("Its budget holds what has not been divided among the units: {names}.",
                          names=ground.listed(list(names))))  # fmt: skip


def driver_of(ground: Ground, unit: str) -> Part | None:
    """The cost type that has gone furthest in the direction of the unit's deviation."""
    whole = ground.line(unit).accumulated.variance
    lines = [
        (kind, ground.line(unit, kind).accumulated.variance) for kind in ground.view.cost_types(unit.removesuffix(OWN))
    ]
    parts = [Part(unit, kind, amount) for kind, amount in lines if amount]
    parts.sort(key=lambda part: -abs(part.amount))
    return explaining(tuple(parts), whole) if whole else None
