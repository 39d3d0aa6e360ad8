"""The figures and sentences around the fan: key figures, drivers, goals, what is left out, how old it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.timezone import localtime
from django.utils.translation import gettext

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import PlacementGoal, placement_goals
from styrhus.dossier.placement_forecast import Fit, Outlook, StreamYear
from styrhus.dossier.placement_forecast.words import mnkr, persons, signed, stream_name
from styrhus.finance.grids.span import Span
from styrhus.forecast.frame import frame_for, probability, told
from styrhus.forecast.frozen import Opened
from styrhus.forecast.goal import cost_of_target
from styrhus.forecast.whole_year import whole_year
from styrhus.paper.words import date_in_words
from styrhus.values.number import NO_BREAK_SPACE, format_number
from styrhus.web.frame import current_language, say
from styrhus.web.pages.forecast.source import Source

CERTAINTIES = (50, 80, 90)


@dataclass(frozen=True)
class KeyFigure:
    """`word` what it is, `value` in large type, `more` below it; a per cent sign stays with its number."""

    word: str
    value: str
    more: str = ""

    def __post_init__(self) -> None:
        for name in ("word", "more"):
            object.__setattr__(self, name, getattr(self, name).replace(" %", f"{NO_BREAK_SPACE}%"))


def key_figures(found: Outlook, frame: Decimal | None) -> tuple[KeyFigure, ...]:
    """Expected cost, difference from the budget, probability of holding it, frames for certainties."""
    if found.total.cost is None:
        return tuple(_persons_figure(found))
    cost, against = found.total.cost, found.budget if frame is None else frame
    made = [KeyFigure(gettext("Expected cost %(year)s") % {"year": found.year}, _mnkr(cost.mean),
                      _interval(cost.low, cost.high))]  # fmt: skip
    if against is not None:
        word = gettext("Against the budget") if frame is None else gettext("Against the frame")
        of = gettext("budget %(amount)s") if frame is None else gettext("frame %(amount)s")
        made.append(KeyFigure(word, say(signed(cost.mean - against)), of % {"amount": _mnkr(against)}))
        share = probability(found.whole, against)
        word = gettext("Probability of holding the budget") if frame is None else gettext("Probability of the frame")
        made.append(KeyFigure(word, say(told(share)) if share is not None else "–", _risk(share)))
    certain = [(certainty, frame_for(found.whole, certainty / 100)) for certainty in CERTAINTIES]
    if not found.is_over and all(amount is not None for _, amount in certain):
        half, most, nearly = (Decimal(round(amount or 0)) for _, amount in certain)
        words = {"half": mnkr(half).number(decimals=1, language=current_language()), "nearly": _mnkr(nearly)}
        more = gettext("50 %%: %(half)s, 90 %%: %(nearly)s") % words
        made.append(KeyFigure(gettext("Frame that holds with 80 % certainty"), _mnkr(most), more))
    return tuple(made)


def _persons_figure(found: Outlook) -> Iterator[KeyFigure]:
    many = found.total.persons
    if many is not None:
        between = gettext("80 %%: %(low)s–%(high)s") % {"low": _plain(many.low), "high": _persons(many.high)}
        word = gettext("Expected persons a day %(year)s") % {"year": found.year}
        yield KeyFigure(word, _persons(many.mean), between)


def _interval(low: Decimal, high: Decimal) -> str:
    shown = mnkr(low).number(language=current_language())
    return gettext("80 %%: %(low)s–%(high)s") % {"low": shown, "high": _mnkr(high)}


def _risk(share: float | None) -> str:
    """A probability as odds that one can picture."""
    if share is None:
        return ""
    return gettext("about %(count)s years in 10") % {"count": round(share * 10)}


def goals(dossier: Dossier, found: Outlook, live: Opened) -> tuple[str, ...]:
    """Targets in persons held against what is expected and what the budget pays for."""
    return tuple(_goal(found, live, goal) for goal in placement_goals(dossier))


def _goal(found: Outlook, live: Opened, goal: PlacementGoal) -> str:
    part = next((held for held in found.streams if held.rows == (goal.row,)), None)
    name = f"{goal.row.target_group}: {goal.row.name}"
    if part is None or part.persons is None:
        words = {"name": name, "target": _persons(goal.target), "cost": _mnkr(goal.volume.computed or Decimal(0))}
        return gettext("The target for %(name)s is %(target)s, which costs %(cost)s at the budget's price.") % words
    many = part.persons
    words = {"name": name, "target": _persons(goal.target), "mean": _persons(many.mean), "low": _plain(many.low),
             "high": _persons(many.high)}  # fmt: skip
    said = gettext("The target for %(name)s is %(target)s; expected are %(mean)s (80 %%: %(low)s–%(high)s).")
    if goal.target < many.low or goal.target > many.high:
        said = gettext(
            "The target for %(name)s is %(target)s; expected are %(mean)s (80 %%: %(low)s–%(high)s), so that the "
            "target is outside what is likely."
        )
    return " ".join((said % words, *_cost_of(found, live, goal, part)))


def _cost_of(found: Outlook, live: Opened, goal: PlacementGoal, part: StreamYear) -> Iterator[str]:
    """What the target would cost at the forecast's prices, and whether the budget is enough for it."""
    held = next((stream for stream in live.forecast.streams if stream.stream == part.stream), None)
    measures = None if held is None else whole_year(live, held, found.year)
    cost = None if measures is None else cost_of_target(measures, float(goal.target), Span(found.year).days)
    if cost is None or goal.budget is None:
        return
    low, high = (Decimal(round(cost.quantile(share))) for share in (0.1, 0.9))
    words = {
        "cost": _mnkr(Decimal(round(cost.mean))), "low": mnkr(low).number(decimals=1, language=current_language()),
        "high": _mnkr(high), "budget": _mnkr(goal.budget), "share": say(told(cost.within(float(goal.budget)))),
    }  # fmt: skip
    said = gettext(
        "The target would cost %(cost)s (80 %%: %(low)s–%(high)s) at the forecast's prices; the probability that the "
        "budget of %(budget)s is enough for it is %(share)s."
    )
    yield said % words


def left_out(dossier: Dossier, found: Outlook) -> tuple[tuple[str, str], ...]:
    """Rows of the grid that are not forecast, with the year's budget."""
    return tuple(
        (f"{row.target_group}: {row.name}", "–" if budget is None else _mnkr(budget)) for row, budget in found.left_out
    )


def notes(found: Outlook, source: Source) -> tuple[str, ...]:
    """What the forecast itself remarks, and what the page knows of the material."""
    return (*_of_material(found, source), *(say(note) for note in found.forecast.notes))


def _of_material(found: Outlook, source: Source) -> Iterator[str]:
    if source.is_grid:
        yield gettext("Only the yearly figures of the placement grid are known, so that the intervals are wide. "
                      "With a file of placements the forecast knows who stays and how many come.")  # fmt: skip
    if not found.past.complete:
        yield gettext("The data end within a month; that month is counted up to its whole length.")
    if found.without_budget and found.budget is not None:
        names = ", ".join(say(stream_name(part.stream, part.rows)) for part in found.without_budget)
        yield gettext("No row of the grid budgets for %(names)s, whose cost is in the forecast.") % {"names": names}
    unpriced = [part for part in found.streams if part.cost is None and part.persons is not None]
    if unpriced and found.total.cost is not None:
        names = ", ".join(say(stream_name(part.stream, part.rows)) for part in unpriced)
        yield gettext("%(names)s have no price and are left out of the cost.") % {"names": names}


def data_age(found: Outlook, source: Source, held: Fit) -> str:
    """How far the data go, when they came, and when the forecast was computed."""
    language = current_language()
    words = {"as_of": date_in_words(found.forecast.as_of, language), "name": source.name}
    at = localtime(held.at)
    computed = gettext("Computed %(day)s at %(time)s.") % {
        "day": date_in_words(at.date().isoformat(), language), "time": at.strftime("%H:%M")
    }  # fmt: skip
    if source.is_grid:
        return gettext("From the yearly figures of the placement grid to %(as_of)s.") % words + " " + computed
    if source.imported_on is None:
        return gettext("Placements as of %(as_of)s.") % words + " " + computed
    words["imported"] = date_in_words(source.imported_on.isoformat(), language)
    return gettext("Placements as of %(as_of)s, imported %(imported)s.") % words + " " + computed


def _mnkr(amount: Decimal) -> str:
    return mnkr(amount).text(decimals=1, language=current_language())


def _persons(many: Decimal) -> str:
    return persons(many).text(decimals=1, language=current_language())


def _plain(many: Decimal) -> str:
    return format_number(many, 1, language=current_language())
