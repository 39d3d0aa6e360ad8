"""The table of a goal's indicators: outcomes and targets by year, rows for splits and parts of an index, status."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from styrhus.dossier.standing import Basis
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Run, Runs, Table, plain
from styrhus.plan.indicator import Indicator
from styrhus.plan.labels import part_label
from styrhus.plan.outcome import Outcome
from styrhus.plan.status_word import StatusWord
from styrhus.plan.target import Target
from styrhus.reports.parts.indicator_values import (
    outcome_cell,
    outcome_note,
    target_cell,
    target_note,
    unit_words,
)
from styrhus.reports.sentences import text_cell
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg

LONGEST_NUMBER = 12
"""Characters; a column with longer cells holds words and is set from the left."""


@dataclass
class _Notes:
    """Numbered notes; the same words get the same number."""

    texts: list[str] = field(default_factory=list)

    def mark(self, words: Sequence[str]) -> str:
        """The marks to put after a row's heading: superior figures."""
        for text in words:
            if text not in self.texts:
                self.texts.append(text)
        numbers = [superior(self.texts.index(text) + 1) for text in dict.fromkeys(words)]
        return "\u00a0" + "\u202f".join(numbers) if numbers else ""


def superior(number: int) -> str:
    """A number in superior figures, as a mark for a note."""
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


Group = tuple[str, Sequence[Indicator]]
"""A heading, empty for none, and the indicators under it."""


def indicator_table(setting: Setting, groups: Sequence[Group], *, caption: str, anchor: str = "") -> Table:
    """The indicators in order, each with its splits and the parts of an index below it."""
    return _Maker(setting, groups).table(caption, anchor)


def periods_of(setting: Setting, indicators: Sequence[Indicator]) -> tuple[str, ...]:
    """The periods that any of the indicators has an outcome, a mark or an awaited outcome for."""
    found = {o.period for i in indicators for o in setting.dossier.outcomes_of(i.id) if says_something(o)}
    return tuple(sorted(found))


def says_something(outcome: Outcome) -> bool:
    return outcome.value is not None or bool(outcome.awaiting) or outcome.mark not in {"", "-", "–"}


def with_parts(setting: Setting, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Each indicator followed by the parts of its index."""
    known = setting.dossier.indicator_by_id
    return tuple(i for held in indicators for i in (held, *(known[part] for part in held.parts if part in known)))


class _Maker:
    def __init__(self, setting: Setting, groups: Sequence[Group]) -> None:
        self.setting = setting
        self.groups = [(head, with_parts(setting, held)) for head, held in groups]
        indicators = [indicator for _, held in self.groups for indicator in held]
        self.periods = periods_of(setting, indicators)
        self.years = tuple(sorted({t.year for i in indicators for t in setting.dossier.targets_of(i.id)}))
        self.judged = any(setting.standing.words[i.id] is not StatusWord.NOT_JUDGED for i in indicators)
        self.has_board_level = any(i.board_level for i in indicators)
        self.notes = _Notes()

    def table(self, caption: str, anchor: str) -> Table:
        rows = tuple(self.all_rows())
        lines = [row for row in rows if row.kind is not RowKind.HEADING]
        return Table(caption, self.columns(lines), rows, anchor, self.note_runs())

    def all_rows(self) -> Iterator[Row]:
        for head, indicators in self.groups:
            if head:
                yield Row((text_cell(head),), RowKind.HEADING)
            for indicator in indicators:
                yield from self.rows(indicator)

    def columns(self, rows: Sequence[Row]) -> tuple[Column, ...]:
        say = self.setting.say
        heads = [say(msg("Unit"))]
        heads += [say(msg("Level"))] if self.has_board_level else []
        heads += [say(msg("Outcome {period}", period=period)) for period in self.periods]
        heads += [say(msg("Target {period}", period=year)) for year in self.years]
        heads += [say(self.status_heading())] if self.judged else []
        texts = {0, 1} if self.has_board_level else {0}
        columns = [Column(say(msg("Indicator")), width=8)]
        for index, head in enumerate(heads):
            longest = max((len(row.cells[index + 1].text) for row in rows), default=0)
            status = self.judged and index == len(heads) - 1
            wordy = index in texts or status or longest > LONGEST_NUMBER
            columns.append(Column(head, Align.LEFT if wordy else Align.RIGHT, 3 if longest > 5 else 2))
        return tuple(columns)

    def status_heading(self) -> Text:
        standing = self.setting.standing
        if standing.basis is Basis.START:
            return msg("Before {year}", year=standing.year)
        return msg("Status {year}", year=standing.year)

    def rows(self, indicator: Indicator) -> Iterator[Row]:
        """The indicator's own row, then one for each of its splits."""
        outcomes = self.setting.dossier.outcomes_of(indicator.id)
        targets = self.setting.dossier.targets_of(indicator.id)
        depth = 1 if indicator.part_of else 0
        parts = [o.part for o in outcomes] + [t.part for t in targets]
        for part in ("", *dict.fromkeys(filter(None, parts))):
            own = [o for o in outcomes if o.part == part]
            aims = [t for t in targets if t.part == part]
            yield self.row(indicator, part, (own, aims), depth)

    def row(
        self, indicator: Indicator, part: str, values: tuple[Sequence[Outcome], Sequence[Target]], depth: int
    ) -> Row:
        outcomes, targets = values
        mark = self.notes.mark(self.words(indicator, outcomes, targets))
        name = self.setting.say(part_label(part)) if part else indicator.name
        head = Cell((Run(name), Run(mark)) if mark else (Run(name),), depth + (1 if part else 0))
        unit = Cell() if part else text_cell(unit_words(indicator, self.setting))
        level = [Cell() if part else text_cell(indicator.board_level)] if self.has_board_level else []
        shown = [outcome_cell(self.setting, indicator, _latest(outcomes, period)) for period in self.periods]
        aims = [target_cell(self.setting, indicator, next((t for t in targets if t.year == year), None))
                for year in self.years]  # fmt: skip
        status = [Cell() if part else self.status(indicator)] if self.judged else []
        kind = RowKind.OF_WHICH if part else RowKind.LINE
        return Row((head, unit, *level, *shown, *aims, *status), kind)

    def words(self, indicator: Indicator, outcomes: Sequence[Outcome], targets: Sequence[Target]) -> list[str]:
        """The notes of a row, each with the period it is about."""
        told = [(o.period, outcome_note(self.setting.say, o)) for o in outcomes if says_something(o)]
        told += [(str(t.year), target_note(self.setting.say, indicator, t)) for t in targets]
        by_words: dict[str, list[str]] = {}
        for period, words in told:
            if words:
                by_words.setdefault(words, []).append(period)
        return [f"{', '.join(dict.fromkeys(periods))}: {words}" for words, periods in by_words.items()]

    def status(self, indicator: Indicator) -> Cell:
        word = self.setting.standing.words[indicator.id]
        label = self.setting.say(self.setting.standing.label(word))
        if self.setting.standing.basis is Basis.START:
            return Cell(plain(f"{word.symbol}\u00a0{label}"))
        return Cell(plain(label), status=word.value)

    def note_runs(self) -> tuple[Runs, ...]:
        numbered = [plain(f"{superior(number)} {text}") for number, text in enumerate(self.notes.texts, 1)]
        told = self.setting.standing.explanation if self.judged else msg("None of these can be judged yet.")
        return (*numbered, plain(self.setting.say(told)))


def _latest(outcomes: Sequence[Outcome], period: str) -> Outcome | None:
    """Of one period the final value before the preliminary, and a value before none."""
    found = [o for o in outcomes if o.period == period]
    return max(found, key=lambda o: (o.value is not None, not o.preliminary), default=None)
