"""A forecast as a table in a terminal: one block a calendar year, one line a stream."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from styrhus.cli.forecast_reply import Reply
from styrhus.cli.language import Language

if TYPE_CHECKING:
    from styrhus.dossier.placement_forecast import StreamYear
    from styrhus.forecast import Distribution, Measures, StreamForecast

MEASURES = ("persons", "care_days", "cost")
SHOWN = ("p10", "p50", "p90")
THOUSAND = 1000
UNKNOWN = "–"
Group = tuple[str, tuple[str, ...]]
"""The words above some columns, and the heading of each."""


def lines(reply: Reply, language: Language) -> Iterator[str]:
    """Months, blocks with the total last, frame and budget, notes."""
    from styrhus.values.text import msg

    forecast = reply.forecast
    yield msg("Forecast {first} to {last}, from what is known up to {as_of}.", first=forecast.months[0],
              last=forecast.months[-1], as_of=forecast.as_of).render(language.code)  # fmt: skip
    for place in range(len(forecast.years)):
        yield ""
        yield from _block(reply, place, language)
    for frame in reply.frames:
        yield ""
        yield from (text.render(language.code) for text in frame.told(language.code))
    yield from _budget(reply, language)
    if forecast.notes:
        yield ""
        yield from (note.render(language.code) for note in forecast.notes)
    if reply.synthetic:
        yield ""
        yield msg("The cases are made up (synthetic).").render(language.code)


def _block(reply: Reply, place: int, language: Language) -> Iterator[str]:
    """The numbers of a calendar year, right-aligned below their headings; the budget's last where it is of the year."""
    forecast, budget = reply.forecast, _budget_of(reply, place)
    groups = _groups(reply, budget is not None, language)
    table = [_line(part, place, budget, language) for part in (*forecast.streams, forecast.total)]
    heads = ["", *(head for _, columns in groups for head in columns)]
    widths = [max(len(line[at]) for line in (heads, *table)) for at in range(len(heads))]
    widths[0], at = max(widths[0], len(_period(reply, place))), 1
    above = [_period(reply, place).ljust(widths[0])]
    for word, columns in groups:
        last = at + len(columns) - 1
        widths[last] += max(0, len(word) - sum(widths[at : last + 1]) - 2 * (len(columns) - 1))
        above.append(word.rjust(sum(widths[at : last + 1]) + 2 * (len(columns) - 1)))
        at = last + 1
    yield "  ".join(above)
    for line in (heads, *table):
        numbers = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        yield "  ".join([line[0].ljust(widths[0]), *numbers]).rstrip()


def _groups(reply: Reply, has_budget: bool, language: Language) -> list[Group]:
    from styrhus.values.text import msg

    words = [msg("persons"), msg("care days"), msg("cost, tkr")]
    if reply.households:
        words[:2] = [msg("households"), msg("household days")]
    levels = tuple(level.upper() for level in SHOWN)
    groups: list[Group] = [(word.render(language.code), levels) for word in words]
    if has_budget:
        told = tuple(word.render(language.code) for word in (msg("persons"), msg("tkr")))
        groups.append((msg("budget").render(language.code), told))
    return groups


def _budget_of(reply: Reply, place: int) -> "dict[object, StreamYear] | None":
    """What the plan's budget has of each stream, and by None of all of them, where the block is of its year."""
    outlook = reply.outlook
    if outlook is None or reply.forecast.years[place].year != outlook.year:
        return None
    return {held.stream: held for held in (*outlook.streams, outlook.total)}


def _period(reply: Reply, place: int) -> str:
    """`2019`, or the months of a part of a year."""
    year = reply.forecast.years[place]
    own = [month for month in reply.forecast.months if month.startswith(f"{year.year}-")]
    if year.months == 12:
        return str(year.year)
    return own[0] if len(own) == 1 else f"{own[0]}–{own[-1]}"


def _line(
    part: "StreamForecast", place: int, budget: "dict[object, StreamYear] | None", language: Language
) -> list[str]:  # fmt: skip
    from styrhus.values.text import msg

    measures: Measures = part.years[place]
    name = msg("Total").render(language.code) if part.stream is None else part.stream.key or UNKNOWN
    cells = [_number(getattr(measures, measure), level, measure, language) for measure in MEASURES for level in SHOWN]
    if budget is not None:
        held = budget[part.stream].budget
        cells += [_written(held.persons, 0, language), _written(_tkr(held.cost), 0, language)]
    return [name, *cells]


def _number(held: "Distribution | None", level: str, measure: str, language: Language) -> str:
    """Persons with one decimal, care days whole, cost in tkr; a dash where there is no price."""
    if held is None:
        return UNKNOWN
    value = getattr(held, level) / (THOUSAND if measure == "cost" else 1)
    return _written(Decimal(repr(float(value))), 1 if measure == "persons" else 0, language)


def _tkr(kronor: Decimal | None) -> Decimal | None:
    return None if kronor is None else kronor / THOUSAND


def _written(value: Decimal | None, decimals: int, language: Language) -> str:
    from styrhus.values.number import format_number

    return UNKNOWN if value is None else format_number(value, decimals, language=language.code)


def _budget(reply: Reply, language: Language) -> Iterator[str]:
    """How likely the budget of what is forecast is held, and which rows of the grid are not forecast."""
    from styrhus.forecast.frame import probability, told
    from styrhus.values.text import msg

    outlook = reply.outlook
    share = None if outlook is None else probability(outlook.whole, outlook.budget)
    if outlook is None or share is None:
        return
    budget = _written(_tkr(outlook.budget), 0, language)
    yield ""
    yield msg("{year}: the budget of what is forecast, {budget} tkr, is held with a probability of {share}.",
              year=outlook.year, budget=budget, share=told(share)).render(language.code)  # fmt: skip
    names = _names([f"{row.target_group}: {row.name}" for row, amount in outlook.left_out if amount is not None])
    if names:
        yield msg("Not forecast, as nothing tells of the persons: {rows}.", rows=names).render(language.code)


def _names(found: Sequence[str]) -> str:
    return "; ".join(found)
