"""The year as lines: budget, actual and forecast accumulated, with the table of the same values."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from styrhus.dossier.dossier import Dossier
from styrhus.finance.follow_up.course import Step, course
from styrhus.finance.follow_up.view import FollowUp
from styrhus.paper.charts import line
from styrhus.paper.charts.series import LineChart, Point, Series
from styrhus.values.number import round_half_up
from styrhus.values.unit import KRONOR, Unit
from styrhus.web.frame import current_language
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html
from styrhus.web.permissions import Access


def course_chart(access: Access, dossier: Dossier, view: FollowUp, place: tuple[str, str]) -> SafeString:
    """The chart of a unit and cost type (`place`); empty when there is nothing to draw."""
    name = ("course", view.month, *place)
    return kept(dossier, name, lambda: _drawn(access, dossier, view, steps=course(view, *place)))


def _drawn(access: Access, dossier: Dossier, view: FollowUp, *, steps: tuple[Step, ...]) -> SafeString:
    words: tuple[tuple[str, Callable[[Step], Decimal | None]], ...] = (
        (gettext("Budget"), lambda step: step.budget),
        (gettext("Actual"), lambda step: step.actual),
        (gettext("Forecast"), lambda step: step.forecast),
    )
    series = tuple(Series(word, _points(view.year, steps, value)) for word, value in words)
    series = tuple(held for held in series if held.last is not None)
    if not series:
        return SafeString("")
    caption = gettext("Accumulated net cost %(year)s by month") % {"year": view.year}
    drawn = line.chart(LineChart(series, Unit.MNKR), caption=caption, language=current_language())
    return page_html([drawn], access, dossier, prefix="course-")


def _points(year: int, steps: tuple[Step, ...], value: Callable[[Step], Decimal | None]) -> tuple[Point, ...]:
    return tuple(Point(f"{year}-{step.month:02d}", _mnkr(value(step))) for step in steps)


def _mnkr(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else round_half_up(amount / KRONOR[Unit.MNKR], 1)
