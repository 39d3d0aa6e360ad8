"""The chart of an indicator: its outcomes and its target path, or its splits where there is no total."""

from collections.abc import Sequence
from dataclasses import replace

from styrhus.dossier.dossier import Dossier
from styrhus.paper.blocks import Chart
from styrhus.paper.charts.line import LineChart, Point, Series, chart
from styrhus.plan.indicator import Indicator
from styrhus.plan.labels import part_label
from styrhus.plan.outcome import Outcome
from styrhus.values.figure import Source
from styrhus.values.text import msg
from styrhus.values.unit import Unit

FEWEST_POINTS = 3
"""Outcomes and targets together; with fewer a table says it better."""
MOST_SERIES = 5


def indicator_chart(
    dossier: Dossier, indicator: Indicator, language: str, *, parts: Sequence[str] = ()
) -> Chart | None:
    """The chart; None when there is no line to see: yes and no, too few points, one period, or one level.

    `parts` are drawn beside the whole, as far as a chart can tell them apart.
    """
    if indicator.unit is Unit.YES_NO:
        return None
    outcomes = [o for o in dossier.outcomes_of(indicator.id) if o.value is not None]
    targets = _targets(dossier, indicator)
    drawn = dict.fromkeys((*_parts(outcomes), *parts))
    series = tuple(_series(indicator, outcomes, part, language) for part in list(drawn)[:MOST_SERIES])
    if len(series) > 1 and not series[0].label:
        series = (replace(series[0], label=part_label("").render(language)), *series[1:])
    data = LineChart(series, indicator.unit, targets)
    points = len(series[0].points) + len(targets)
    if points < FEWEST_POINTS or len(data.periods) < 2 or len(set(data.values())) < 2:
        return None
    return chart(data, caption=_caption(indicator, language), language=language, anchor=f"chart-{indicator.id}")


def _caption(indicator: Indicator, language: str) -> str:
    return msg("{indicator}: outcome and target", indicator=indicator.name).render(language)


def _targets(dossier: Dossier, indicator: Indicator) -> tuple[Point, ...]:
    held = [t for t in dossier.targets_of(indicator.id) if t.value is not None and t.kind.is_judged and not t.part]
    points = (Point(str(t.year), t.value, source=Source(f"target.{indicator.id}.{t.year}")) for t in held)
    return tuple(sorted(points, key=lambda point: point.period))


def _parts(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """The whole; where no whole was ever reported the parts are all there is to draw."""
    if not outcomes or any(not o.part for o in outcomes):
        return ("",)
    return tuple(dict.fromkeys(o.part for o in outcomes))[:MOST_SERIES]


def _series(indicator: Indicator, outcomes: Sequence[Outcome], part: str, language: str) -> Series:
    """One value a period, the final before the preliminary."""
    points: dict[str, Point] = {}
    for outcome in sorted(outcomes, key=lambda o: not o.preliminary):
        if outcome.part == part:
            ref = ".".join(filter(None, ("outcome", indicator.id, outcome.period, part)))
            source = Source(ref, outcome.source)
            points[outcome.period] = Point(outcome.period, outcome.value, outcome.preliminary, source)
    label = part_label(part).render(language) if part else ""
    return Series(label, tuple(points[period] for period in sorted(points)))
