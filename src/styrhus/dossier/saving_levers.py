"""Savings that carry levers: what the forecast says that they give, alone and together, beside what is claimed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.finance.savings.saving import Saving, SavingStatus
from styrhus.forecast.kept import SavingLever
from styrhus.forecast.lever import Lever
from styrhus.forecast.lever_text import month_name, parse_lever
from styrhus.values.problem import Problem

COUNTED = {SavingStatus.DECIDED, SavingStatus.STARTED, SavingStatus.REALISED}
"""What is done; ideas and what is paused or abandoned are computed alone."""
MeanCost = Callable[[tuple[Lever, ...]], Decimal | None]
"""The mean cost of the plan year in kr under levers; None where it is not known."""


@dataclass(frozen=True)
class Effects:
    """In kr of the plan year, positive when it becomes cheaper; `alone` and `joint` by the id of the saving.

    `joint` holds those that are counted and adds up to `together`.
    """

    alone: Mapping[str, Decimal]
    joint: Mapping[str, Decimal]
    together: Decimal

    @property
    def added(self) -> Decimal:
        """What the counted ones would give if none reached what another has already changed."""
        return sum((self.alone[saving] for saving in self.joint), Decimal(0))


def levers_of_saving(dossier: Dossier, saving: str) -> SavingLever | None:
    """The levers of a saving with what they were computed to; None when it has none."""
    return next((row for row in dossier.saving_levers if row.saving == saving), None)


def parsed(
    saving: Saving, texts: Sequence[str], months: Sequence[str]
) -> tuple[tuple[Lever, ...], tuple[Problem, ...]]:
    """The levers of a saving; one that names no month begins with the saving and grows as it does."""
    found = [parse_lever(_dated(saving, text, months), months) for text in texts if text.strip()]
    return (
        tuple(one for one in found if isinstance(one, Lever)),
        tuple(one for one in found if isinstance(one, Problem)),
    )


def _dated(saving: Saving, text: str, months: Sequence[str]) -> str:
    if "@" in text or "+" in text.rpartition("=")[2][1:]:
        return text
    start = f"{saving.start_year:04d}-{saving.start_month:02d}"
    begin = f"@{start}" if start > month_name(0, months) else ""
    # With a ramp of r months the r:th is the first full one, of a lever the one after r steps.
    steps = max(saving.ramp_months - 1, 0)
    return f"{text.strip()}{begin}" + (f"+{steps}" if steps else "")


def effects(dossier: Dossier, rows: Sequence[SavingLever], months: Sequence[str], cost: MeanCost) -> Effects | None:
    """What the savings with levers give, each alone and the counted ones together; None where no cost is known.

    What they give together is shared among them as what they give alone.
    """
    base = cost(())
    savings = {saving.id: saving for saving in dossier.savings}
    held = {row.saving: parsed(savings[row.saving], row.levers, months)[0] for row in rows if row.saving in savings}
    if base is None:
        return None
    alone = {key: _less(base, cost(levers)) for key, levers in held.items()}
    counted = [key for key in held if savings[key].status in COUNTED]
    together = _less(base, cost(tuple(lever for key in counted for lever in held[key]))) if counted else Decimal(0)
    return Effects(alone, _shared(together, {key: alone[key] for key in counted}), together)


def _less(base: Decimal, cost: Decimal | None) -> Decimal:
    return base - (base if cost is None else cost)


def _shared(together: Decimal, alone: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Whole kr that add up to `together`; the last takes what rounding leaves."""
    whole = sum(alone.values(), Decimal(0))
    found = {key: round(together * amount / whole) if whole else Decimal(0) for key, amount in alone.items()}
    shared = {key: Decimal(amount) for key, amount in found.items()}
    if shared and whole:
        last = list(shared)[-1]
        shared[last] += together - sum(shared.values(), Decimal(0))
    return shared


def counted_share(dossier: Dossier, saving: Saving) -> Decimal:
    """How much of a saving's claimed effect remains when the savings with levers are taken together: 0 to 1.

    1 for a saving without levers, and for one whose effect has not been computed.
    """
    row = levers_of_saving(dossier, saving.id)
    if row is None or not row.computed_effect or row.joint_effect is None or row.computed_effect <= 0:
        return Decimal(1)
    return min(Decimal(1), max(Decimal(0), row.joint_effect / row.computed_effect))
