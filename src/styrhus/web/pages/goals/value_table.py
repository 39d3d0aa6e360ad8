"""All values of an indicator as one table: periods across, the whole and its parts down, targets last."""

from collections.abc import Sequence
from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.plan.indicator import Indicator
from styrhus.plan.labels import part_label
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target
from styrhus.plan.target_words import target_words
from styrhus.reports.parts.indicator_values import Say, outcome_note, target_note
from styrhus.values.figure import Figure, Source
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class ValueCell:
    """A value with the notes (by number) that belong to it; no figure where nothing was reported."""

    figure: Figure | None = None
    words: Text | None = None
    awaiting: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class ValueRow:
    heading: Text
    is_target: bool
    cells: tuple[ValueCell, ...]


@dataclass(frozen=True)
class ValueNote:
    """What stands behind a value: its part, the periods that it is said about, and the words."""

    number: int
    periods: tuple[str, ...]
    part: Text
    words: str


@dataclass(frozen=True)
class ValueTable:
    periods: tuple[str, ...]
    rows: tuple[ValueRow, ...]
    notes: tuple[ValueNote, ...]

    @property
    def is_empty(self) -> bool:
        return not self.rows


def value_table(dossier: Dossier, indicator: Indicator, say: Say) -> ValueTable:
    """Outcomes and targets of an indicator; a value that says more than its number gets a numbered note."""
    return _Maker(indicator, say).table(dossier.outcomes_of(indicator.id), dossier.targets_of(indicator.id))


class _Maker:
    """Makes the rows and collects their notes; what is said about several periods is said once."""

    def __init__(self, indicator: Indicator, say: Say) -> None:
        self._indicator = indicator
        self._say = say
        self._notes: dict[tuple[bool, str, str], list[str]] = {}

    def table(self, outcomes: Sequence[Outcome], targets: Sequence[Target]) -> ValueTable:
        periods = tuple(sorted({*(o.period for o in outcomes), *(str(t.year) for t in targets)}))
        rows = [
            self._outcome_row(part, periods, [o for o in outcomes if o.part == part])
            for part in dict.fromkeys(o.part for o in sorted(outcomes, key=lambda o: o.part != ""))
        ]
        rows += [
            self._target_row(part, periods, [t for t in targets if t.part == part])
            for part in dict.fromkeys(t.part for t in sorted(targets, key=lambda t: t.part != ""))
        ]
        return ValueTable(periods, tuple(rows), self._told())

    def _told(self) -> tuple[ValueNote, ...]:
        return tuple(
            ValueNote(number, tuple(dict.fromkeys(periods)), part_label(part), words)
            for number, ((_is_target, part, words), periods) in enumerate(self._notes.items(), start=1)
        )

    def _note(self, words: str, *, period: str, part: str, is_target: bool = False) -> tuple[int, ...]:
        """The number of the note with these words; none for no words."""
        if not words:
            return ()
        key = (is_target, part, words)
        self._notes.setdefault(key, []).append(period)
        return (list(self._notes).index(key) + 1,)

    def _outcome_row(self, part: str, periods: Sequence[str], outcomes: Sequence[Outcome]) -> ValueRow:
        cells = []
        for period in periods:
            found = [o for o in outcomes if o.period == period]
            shown = max(found, key=lambda o: (o.value is not None, not o.preliminary), default=None)
            numbers = [n for o in found for n in self._note(outcome_note(self._say, o), period=period, part=part)]
            figure = self._figure(shown) if shown else None
            cells.append(ValueCell(figure, None, shown.awaiting if shown else "", tuple(numbers)))
        return ValueRow(part_label(part), False, tuple(cells))

    def _figure(self, outcome: Outcome) -> Figure:
        address = ".".join(filter(None, ("outcome", self._indicator.id, outcome.period, outcome.part)))
        source = Source(address if outcome.value is not None else "", outcome.source)
        unit, name = self._indicator.unit, self._indicator.name
        return Figure(outcome.value, unit, outcome.period, source, name, outcome.mark, outcome.preliminary)

    def _target_row(self, part: str, periods: Sequence[str], targets: Sequence[Target]) -> ValueRow:
        by_period = {str(t.year): t for t in targets}
        cells = []
        for period in periods:
            target = by_period.get(period)
            if target is None:
                cells.append(ValueCell())
                continue
            words = target_note(self._say, self._indicator, target)
            numbers = self._note(words, period=period, part=part, is_target=True)
            cells.append(ValueCell(words=target_words(target, self._indicator.unit, bare=True), notes=numbers))
        heading = msg("target") if not part else msg("target, {part}", part=part_label(part))
        return ValueRow(heading, True, tuple(cells))
