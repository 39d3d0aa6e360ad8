"""Live figures: the address of every figure in a dossier, and expressions such as `grant.2023 | mnkr 1 signed`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.expected_figures import expected_figure
from styrhus.dossier.follow_up_figures import follow_up_figure
from styrhus.dossier.forecast_figures import forecast_figure
from styrhus.dossier.grid_references import placement_figure, support_figure
from styrhus.dossier.live_words import SIDES, sided
from styrhus.dossier.outlook_figures import outlook_figure, share_figure
from styrhus.dossier.savings_figures import gap_figure, saving_figure
from styrhus.dossier.unknown_reference import UnknownReference, unknown
from styrhus.finance.bridge import frame_of
from styrhus.finance.table import ColumnKind
from styrhus.plan.indicator import Indicator
from styrhus.values.figure import Figure, Source
from styrhus.values.missing import difference
from styrhus.values.text import msg
from styrhus.values.unit import Unit

__all__ = ["RESOLVERS", "LiveFigure", "UnknownReference", "evaluate", "resolve", "unknown"]

_WORDS = "|".join(("signed", "number", *SIDES))
_FORMAT = re.compile(
    rf"(?:(?P<unit>kr|tkr|mnkr)\b\s*)?(?:(?P<decimals>\d)\b\s*)?(?P<words>(?:(?:{_WORDS})\b\s*)*)"
)  # fmt: skip


@dataclass(frozen=True)
class LiveFigure:
    """A figure with the form that the writer of the text asked for; `side` as in `live_words.SIDES`."""

    figure: Figure
    decimals: int | None = None
    signed: bool = False
    bare: bool = False
    side: str = ""

    def text(self, language: str = "sv") -> str:
        """The figure in words; with `number` asked for, without its unit."""
        if self.side:
            return sided(self.figure, self.side, decimals=self.decimals, language=language)
        write = self.figure.number if self.bare else self.figure.text
        return write(decimals=self.decimals, signed=self.signed, language=language)


def evaluate(dossier: Dossier, expression: str) -> LiveFigure:
    """An expression as it stands between the double braces; UnknownReference when it cannot be followed."""
    address, bar, form = (part.strip() for part in expression.partition("|"))
    figure = resolve(dossier, address)
    found = _FORMAT.fullmatch(form)
    if found is None or (bar and not form):
        raise UnknownReference(
            msg("The form of the figure is not known: {form}.", form=form),
            msg("Write kr, tkr or mnkr, decimals, signed, number, over, better or framed – as mnkr 1 signed."),
        )
    if found["unit"]:
        if not figure.unit.is_money:
            raise UnknownReference(
                msg("The figure is not money: {address}.", address=address),
                msg("Leave out {unit}.", unit=found["unit"]),
            )
        figure = figure.to(Unit(found["unit"]))
    decimals = int(found["decimals"]) if found["decimals"] else None
    words = found["words"].split()
    side = next((word for word in words if word in SIDES), "")
    return LiveFigure(figure, decimals, "signed" in words, "number" in words, side)


def resolve(dossier: Dossier, address: str) -> Figure:
    """The figure at an address such as `grant.2023` or `table.<table>.<row>.<column>`."""
    kind, _, rest = address.partition(".")
    if kind not in RESOLVERS:
        raise unknown(address, kind, tuple(RESOLVERS))
    return RESOLVERS[kind](dossier, address, rest.split("."))


def _grant(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    years = tuple(str(frame.year) for frame in dossier.frames if not frame.part)
    if steps[0] == "change":
        return _grant_change(dossier, address, steps[1:], years)
    parts = tuple(frame.part for frame in dossier.frames if str(frame.year) == steps[0])
    part = steps[1] if len(steps) > 1 else ""
    if steps[0] not in years:
        raise unknown(address, steps[0], years)
    frame = frame_of(dossier.frames, int(steps[0]), part)
    if frame is None or len(steps) > 2:
        raise unknown(address, part, parts)
    source = Source(address, frame.decision)
    return Figure(frame.amount, frame.unit, steps[0], source, frame.label)


def _grant_change(dossier: Dossier, address: str, steps: list[str], years: tuple[str, ...]) -> Figure:
    known = tuple(f"change.{year}" for year in years if str(int(year) - 1) in years)
    if ".".join(("change", *steps)) not in known:
        raise unknown(address, ".".join(("change", *steps)), known)
    year, before = steps[0], str(int(steps[0]) - 1)
    later = _grant(dossier, f"grant.{year}", [year])
    earlier = _grant(dossier, f"grant.{before}", [before]).to(later.unit)
    source = Source(address, f"grant.{year} − grant.{before}")
    return Figure(difference(later.value, earlier.value), later.unit, year, source, later.label)


def _table(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    table = dossier.table_by_id.get(steps[0])
    if table is None:
        raise unknown(address, steps[0], tuple(dossier.table_by_id))
    row = table.row_by_id.get(steps[1]) if len(steps) > 1 else None
    if row is None:
        raise unknown(address, steps[1] if len(steps) > 1 else "", tuple(table.row_by_id))
    numbers = tuple(c.id for c in table.columns if c.kind is not ColumnKind.TEXT)
    if len(steps) != 3 or steps[2] not in numbers:
        raise unknown(address, steps[2] if len(steps) > 2 else "", numbers)
    column = table.columns[table.column_index[steps[2]]]
    cell = table.cell(row.id, column.id)
    place = f"{table.caption}: {row.label}, {column.label}"
    period = str(column.year or "")
    return Figure(cell.value, table.unit_of(row, column), period, Source(address, place), row.label, cell.mark)


def _fact(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    fact = dossier.fact_by_id.get(".".join(steps))
    if fact is None:
        raise unknown(address, steps[0], tuple(dossier.fact_by_id))
    return Figure(fact.value, fact.unit, fact.period, Source(address, fact.source), fact.label)


def _frame_change(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    found = {change.id: change for change in dossier.frame_changes}.get(".".join(steps))
    if found is None:
        raise unknown(address, steps[0], tuple(change.id for change in dossier.frame_changes))
    return Figure(found.amount, found.unit, str(found.year), Source(address, found.decision), found.label)


def _indicator(dossier: Dossier, address: str, steps: list[str]) -> Indicator:
    indicator = dossier.indicator_by_id.get(steps[0])
    if indicator is None:
        raise unknown(address, steps[0], tuple(dossier.indicator_by_id))
    return indicator


def _outcome(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    indicator = _indicator(dossier, address, steps)
    period, part = (*steps[1:], "", "")[:2]
    rows = dossier.outcomes_of(indicator.id)
    for outcome in reversed(rows):
        if (outcome.period, outcome.part) == (period, part) and len(steps) <= 3:
            source = Source(address, outcome.source)
            return Figure(
                outcome.value,
                indicator.unit,
                period,
                source,
                indicator.name,
                outcome.mark,
                outcome.preliminary,
            )
    known = tuple(".".join(filter(None, (o.period, o.part))) for o in rows)
    raise unknown(address, ".".join(steps[1:]), known)


def _target(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    indicator = _indicator(dossier, address, steps)
    year, part = (*steps[1:], "", "")[:2]
    rows = dossier.targets_of(indicator.id)
    for target in rows:
        if (str(target.year), target.part) == (year, part) and len(steps) <= 3:
            return Figure(target.value, indicator.unit, year, Source(address), indicator.name, target.printed)
    raise unknown(address, year, tuple(str(t.year) for t in rows))


RESOLVERS: dict[str, Callable[[Dossier, str, list[str]], Figure]] = {
    "grant": _grant,
    "table": _table,
    "fact": _fact,
    "frame": _frame_change,
    "outcome": _outcome,
    "target": _target,
    "followup": follow_up_figure,
    "placement": placement_figure,
    "support": support_figure,
    "outlook": outlook_figure,
    "expected": expected_figure,
    "share": share_figure,
    "saving": saving_figure,
    "gap": gap_figure,
    "forecast": forecast_figure,
}
