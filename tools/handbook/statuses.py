"""The status rule shown by cases, each judged by the application itself."""

from dataclasses import dataclass
from decimal import Decimal

from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.status import judge
from styrhus.plan.target import Target, TargetKind
from styrhus.plan.target_words import target_words
from styrhus.values.figure import Figure
from styrhus.values.unit import Unit

YEAR = 2023
COUNTS_FROM_BEFORE = {TargetKind.INCREASE, TargetKind.DECREASE, TargetKind.KEEP}


@dataclass(frozen=True)
class Case:
    """A target, the outcome of the year and that of the year before, all in one unit."""

    target: Target
    outcome: str = ""
    before: str = ""
    unit: Unit = Unit.NUMBER


def _target(kind: TargetKind, value: str = "", **more: str) -> Target:
    fields = {name: Decimal(number) for name, number in ({"value": value} | more).items() if number}
    return Target.model_validate({"indicator": "i", "year": YEAR, "kind": kind, **fields})


CASES = (
    Case(_target(TargetKind.AT_LEAST, "80"), "81", unit=Unit.PERCENT),
    Case(_target(TargetKind.AT_LEAST, "80", partly="70"), "74", unit=Unit.PERCENT),
    Case(_target(TargetKind.AT_LEAST, "80", partly="70"), "69", unit=Unit.PERCENT),
    Case(_target(TargetKind.AT_MOST, "180"), "180", unit=Unit.DAYS),
    Case(_target(TargetKind.LESS_THAN, "180"), "180", unit=Unit.DAYS),
    Case(_target(TargetKind.EXACTLY, "1"), "1", unit=Unit.YES_NO),
    Case(_target(TargetKind.EXACTLY, "1"), "0", unit=Unit.YES_NO),
    Case(_target(TargetKind.INCREASE), "41", "40"),
    Case(_target(TargetKind.INCREASE), "40", "40"),
    Case(_target(TargetKind.INCREASE, change="5"), "45", "40"),
    Case(_target(TargetKind.DECREASE, "20"), "20", "42"),
    Case(_target(TargetKind.DECREASE), "41", ""),
    Case(_target(TargetKind.KEEP, tolerance="2"), "72", "70"),
    Case(_target(TargetKind.KEEP), "72", "70"),
    Case(_target(TargetKind.AT_LEAST, "80"), "", "75", unit=Unit.PERCENT),
    Case(_target(TargetKind.MEASURE), "54"),
    Case(_target(TargetKind.FOLLOW), "54"),
    Case(_target(TargetKind.DEVELOPING)),
    Case(_target(TargetKind.NONE), "54"),
)
"""Every kind of target at least once."""


def status_table() -> str:
    """Target, the year before, outcome, and what the rule says."""
    head = ["| målvärde | året före | utfall | status | regeln säger |", "|---|---:|---:|---|---|"]
    return "\n".join([*head, *map(_row, CASES)])


def _row(case: Case) -> str:
    indicator = Indicator(id="i", goal="g", name="i", unit=case.unit)
    given = ((YEAR, case.outcome), (YEAR - 1, case.before))
    outcomes = [Outcome(indicator="i", period=str(year), value=Decimal(value)) for year, value in given if value]
    found = judge(indicator, YEAR, targets=(case.target,), outcomes=outcomes)
    words = (
        _target_words(case),
        _number(case.before, case.unit) if case.target.kind in COUNTS_FROM_BEFORE else "",
        _number(case.outcome, case.unit),
        f"{found.word.symbol} {found.word.label.render('sv')}",
        found.reason.render("sv"),
    )
    return f"| {' | '.join(words)} |"


def _target_words(case: Case) -> str:
    """The target, with what counts as partly reached and as kept."""
    parts = [target_words(case.target, case.unit).render("sv")]
    if case.target.partly is not None:
        parts.append(f"delvis från {Figure(case.target.partly, case.unit).text()}")
    if case.target.tolerance is not None:
        parts.append(f"± {Figure(case.target.tolerance, case.unit).text()}")
    return ", ".join(parts)


def _number(value: str, unit: Unit) -> str:
    return Figure(Decimal(value), unit).text() if value else "saknas"
