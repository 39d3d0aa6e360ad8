"""What there is of cases by stream and year, with small groups hidden from those who only read."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from styrhus.caseload.quality import Quality, StreamYear
from styrhus.caseload.suppression import THRESHOLD, suppressed
from styrhus.dossier.placement_forecast.words import stream_name
from styrhus.forecast.material import Stream
from styrhus.values.number import format_number
from styrhus.web.frame import current_language, say

HIDDEN = f"<{THRESHOLD}"
COLUMNS = 6
"""So many years are shown."""


@dataclass(frozen=True)
class Table:
    """Headings, and rows of a name and its cells as they are shown; the last row is `total` where there is one."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    total: tuple[str, ...] = ()
    has_hidden: bool = False


def by_year(found: Quality, *, is_open: bool) -> Table:
    """Streams by year: mean persons a day. `is_open` shows small groups too."""
    years = sorted({each.year for each in found.years})[-COLUMNS:]
    cells = {(each.stream, each.year): each for each in found.years}
    streams = _streams(found.years)
    columns = [_column([cells.get((stream, year)) for stream in streams], is_open=is_open) for year in years]
    rows = tuple((_name(stream), tuple(column[place] for column in columns)) for place, stream in enumerate(streams))
    total = tuple(_number(sum(e.persons or 0 for e in found.years if e.year == year), 1) for year in years)
    return Table(tuple(map(str, years)), rows, total, any(HIDDEN in row for _name_, row in rows))


def latest_year(found: Quality, *, is_open: bool) -> Table | None:
    """The streams of the latest year: different persons, how many came and left, care days, price; None of counts."""
    last = [each for each in found.years if each.year == max(e.year for e in found.years)]
    told = [each for each in last if each.individuals is not None]
    if not told:
        return None
    hidden = [not is_open and flag for flag in suppressed([each.individuals for each in told])]
    rows = tuple(
        (_name(each.stream), _cells(each, is_hidden=flag, is_open=is_open))
        for each, flag in zip(told, hidden, strict=True)
    )
    headings = (_("Different persons"), _("Started"), _("Ended"), _("Care days"), _("Mean price, kr a day"),
                _("Days without price"))  # fmt: skip
    return Table(headings, rows, has_hidden=any(HIDDEN in cells for _name_, cells in rows))


def _cells(each: StreamYear, *, is_hidden: bool, is_open: bool) -> tuple[str, ...]:
    """A small group's figures are hidden altogether: few days or one price tell of it as well as its number."""
    if is_hidden:
        return (HIDDEN, "–", "–", "–", "–", "–")
    return (
        _number(each.individuals, 0), _few(each.started, is_open=is_open), _few(each.ended, is_open=is_open),
        _number(each.care_days, 0), _number(each.price, 0), _percent(each.without_price),
    )  # fmt: skip


def _few(count: int | None, *, is_open: bool) -> str:
    """A count of persons; one to four are hidden from those who only read."""
    return HIDDEN if not is_open and count and count < THRESHOLD else _number(count, 0)


def _column(cells: Sequence[StreamYear | None], *, is_open: bool) -> list[str]:
    """A year's persons a day; where different persons are known, small groups of them are hidden."""
    persons = [_persons(cell) for cell in cells]
    hidden = suppressed(persons) if not is_open else [False] * len(cells)
    return [
        HIDDEN if flag else _number(cell.persons if cell else None, 1) for cell, flag in zip(cells, hidden, strict=True)
    ]


def _persons(cell: StreamYear | None) -> int | None:
    if cell is None:
        return None
    if cell.individuals is not None:
        return cell.individuals
    return None if cell.persons is None else max(1, round(cell.persons)) if cell.persons > 0 else 0


def _streams(years: Sequence[StreamYear]) -> tuple[Stream, ...]:
    return tuple(dict.fromkeys(each.stream for each in years))


def _name(stream: Stream) -> str:
    return say(stream_name(stream)) if stream.group or stream.type or stream.provider else _("All")


def _number(value: float | None, decimals: int) -> str:
    return "–" if value is None else format_number(Decimal(str(value)), decimals, language=current_language())


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{_number(share * 100, 0)} %"
