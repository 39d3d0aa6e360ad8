"""All values of an indicator as one table: periods across, the whole and its parts down, targets last."""

from collections.abc import Sequence
from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.plan.indicator import Indicator
from styrhus.plan.labels import part_label
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target
from styrhus.plan.target_words import target_words
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
    """What stands behind a value: its period, part and the words about it."""

    number: int
    period: str
    part: Text
    words: tuple[Text, ...]


@dataclass(frozen=True)
class ValueTable:
    periods: tuple[str, ...]
    rows: tuple[ValueRow, ...]
    notes: tuple[ValueNote, ...]

    @property
    def is_empty(self) -> bool:
        return not self.rows


def value_table(dossier: Dossier, indicator: Indicator) -> ValueTable:
    """Outcomes and targets of an indicator; a value that says more than its number gets a numbered note."""
    outcomes, targets = dossier.outcomes_of(indicator.id), dossier.targets_of(indicator.id)
    periods = tuple(sorted({*(o.period for o in outcomes), *(str(t.year) for t in targets)}))
    notes: list[ValueNote] = []
    rows = [
        _outcome_row(indicator, part, periods, [o for o in outcomes if o.part == part], notes=notes)
        for part in dict.fromkeys(o.part for o in sorted(outcomes, key=lambda o: o.part != ""))
    ]
    rows += [
        _target_row(indicator, part, periods, [t for t in targets if t.part == part], notes=notes)
        for part in dict.fromkeys(t.part for t in sorted(targets, key=lambda t: t.part != ""))
    ]
    return ValueTable(periods, tuple(rows), tuple(notes))


def _outcome_row(
    indicator: Indicator, part: str, periods: Sequence[str], outcomes: Sequence[Outcome], *, notes: list[ValueNote]
) -> ValueRow:
    cells = []
    for period in periods:
        found = [o for o in outcomes if o.period == period]
        shown = max(found, key=lambda o: (o.value is not None, not o.preliminary), default=None)
        numbers = tuple(_note(notes, period, part, words) for o in found if (words := outcome_words(o)))
        if shown is None:
            cells.append(ValueCell())
        else:
            cells.append(ValueCell(_figure(indicator, shown), None, shown.awaiting, numbers))
    return ValueRow(part_label(part), False, tuple(cells))


def _figure(indicator: Indicator, outcome: Outcome) -> Figure:
    address = ".".join(filter(None, ("outcome", indicator.id, outcome.period, outcome.part)))
    source = Source(address if outcome.value is not None else "", outcome.source)
    return Figure(
        outcome.value, indicator.unit, outcome.period, source, indicator.name, outcome.mark, outcome.preliminary
    )


def _target_row(
    indicator: Indicator, part: str, periods: Sequence[str], targets: Sequence[Target], *, notes: list[ValueNote]
) -> ValueRow:
    by_period = {str(t.year): t for t in targets}
    cells = []
    for period in periods:
        target = by_period.get(period)
        if target is None:
            cells.append(ValueCell())
            continue
        words = target_note(target)
        numbers = (_note(notes, period, part, words),) if words else ()
        cells.append(ValueCell(words=target_words(target, indicator.unit, bare=True), notes=numbers))
    heading = msg("target") if not part else msg("target, {part}", part=part_label(part))
    return ValueRow(heading, True, tuple(cells))


def _note(notes: list[ValueNote], period: str, part: str, words: tuple[Text, ...]) -> int:
    """Add a note and give its number."""
    notes.append(ValueNote(len(notes) + 1, period, part_label(part), words))
    return len(notes)


def outcome_words(outcome: Outcome) -> tuple[Text, ...]:
    """What an outcome says beside its value."""
    said = {
        "preliminary": outcome.preliminary and msg("preliminary"),
        "awaiting": outcome.awaiting and msg("awaiting: {what}", what=outcome.awaiting),
        "measured": outcome.measured is not None and msg("measured in {year}", year=outcome.measured),
        "as_of": outcome.as_of is not None and msg("as of {day}", day=outcome.as_of),
        "printed": outcome.printed and msg("printed as “{printed}”", printed=outcome.printed),
        "note": outcome.note and Text(outcome.note),
    }
    return tuple(words for words in said.values() if isinstance(words, Text))


def target_note(target: Target) -> tuple[Text, ...]:
    """What a target says beside its value."""
    said = {
        "printed": target.printed and msg("printed as “{printed}”", printed=target.printed),
        "reference": target.value is not None and target.reference and msg("relative to {what}", what=target.reference),
        "note": target.note and Text(target.note),
    }
    return tuple(words for words in said.values() if isinstance(words, Text))
