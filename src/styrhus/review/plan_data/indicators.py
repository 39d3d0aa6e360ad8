"""A table of indicators as indicators, outcomes and targets of the plan."""

import re
from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.short_name import short_name
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target, TargetKind
from styrhus.review.plan_data import mapping as m
from styrhus.review.plan_data.mapping import ColumnUse, Mapping, RowUse, Source
from styrhus.review.plan_data.names import same
from styrhus.review.plan_data.records import Clash, PlanData, problem_at
from styrhus.values.number import format_number
from styrhus.values.printed import cell_number, cell_numbers
from styrhus.values.problem import Problem
from styrhus.values.text import msg
from styrhus.values.unit import Unit

_NO_LABEL = msg("No column names the indicators."), msg("Choose one column as the name.")
_NO_GOAL = msg("The indicator has no goal."), msg("Choose the goal that it belongs to.")
_NO_YEAR = msg("The column has no year."), msg("Fill in the year that its values are of.")
_NO_NUMBER = msg("The cell holds no single number."), msg("Correct it in the document, or skip the column.")
_ABSENT = {"", "-", "–", "—", "--", "..", "...", "x", "ej aktuellt", "saknas"}
_UNIT_WORDS = {
    "%": Unit.PERCENT, "procent": Unit.PERCENT, "antal": Unit.NUMBER, "dagar": Unit.DAYS, "dygn": Unit.DAYS,
    "kr": Unit.KR, "tkr": Unit.TKR, "mnkr": Unit.MNKR, "index": Unit.INDEX, "ja/nej": Unit.YES_NO,
    "personer": Unit.PERSONS, "hushåll": Unit.HOUSEHOLDS, "ärenden": Unit.CASES, "månader": Unit.MONTHS,
}  # fmt: skip
_WORDS: tuple[tuple[re.Pattern[str], TargetKind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\b(?:mäts|mätas|mäta)\b", TargetKind.MEASURE),
        (r"\b(?:följs|följas|följa)\b", TargetKind.FOLLOW),
        (r"\bunder utveckling\b|\butvecklas\b", TargetKind.DEVELOPING),
        (r"\b(?:minst|lägst)\b|≥", TargetKind.AT_LEAST),
        (r"\b(?:högst|max(?:imalt)?)\b|≤", TargetKind.AT_MOST),
        (r"\bmindre än\b|<", TargetKind.LESS_THAN),
        (r"\b(?:öka|ökar|ökande|höja|höjas|förbättra\w*)\b", TargetKind.INCREASE),
        (r"\b(?:minska|minskar|minskande|sänka|sänkas)\b", TargetKind.DECREASE),
        (r"\b(?:bibehåll\w*|oförändra\w*|behålla)\b", TargetKind.KEEP),
    )
)
_PARTS = {"k": "K", "kvinnor": "K", "m": "M", "män": "M", "totalt": "", "t": "", "tot": "", "samtliga": ""}
_YES_NO = {"ja": Decimal(1), "nej": Decimal(0), "yes": Decimal(1), "no": Decimal(0)}


def converted(source: Source, mapping: Mapping, dossier: Dossier) -> PlanData:
    """An indicator a row; one that the plan has by that name gets the values, others are new."""
    if mapping.column(m.LABEL) is None:
        return PlanData(problems=(Problem(*_NO_LABEL, file=source.file),))
    problems = [problem_at(source, 0, column, _NO_YEAR) for column in _without_year(mapping)]
    if problems:
        return PlanData(problems=tuple(problems))
    maker = _Maker(source, mapping, dossier)
    for use in mapping.rows:
        if use.use != m.SKIP:
            maker.add(use)
    return maker.made()


def _without_year(mapping: Mapping) -> tuple[ColumnUse, ...]:
    return tuple(column for column in mapping.columns_of(m.OUTCOME, m.TARGET) if column.year is None)


class _Maker:
    """Collects what the rows give."""

    def __init__(self, source: Source, mapping: Mapping, dossier: Dossier) -> None:
        self._source, self._mapping, self._dossier = source, mapping, dossier
        self._taken = {indicator.id for indicator in dossier.indicators}
        self._indicators: list[Indicator] = []
        self._outcomes: list[Outcome] = []
        self._targets: list[Target] = []
        self._clashes: list[Clash] = []
        self._problems: list[Problem] = []
        self._known = 0

    def made(self) -> PlanData:
        return PlanData(
            indicators=tuple(self._indicators), outcomes=tuple(self._outcomes), targets=tuple(self._targets),
            clashes=tuple(self._clashes), problems=tuple(self._problems), known=self._known,
        )  # fmt: skip

    def add(self, use: RowUse) -> None:
        name = self._text(use.index, self._mapping.column(m.LABEL))
        if not name:
            return
        held = next((i for i in self._dossier.indicators if same(i.name, name)), None)
        indicator = held or self._new(use, name)
        if indicator is None:
            return
        for column in self._mapping.columns_of(m.OUTCOME):
            self._outcome(indicator, use.index, column)
        for column in self._mapping.columns_of(m.TARGET):
            self._target(indicator, use.index, column)

    def _text(self, row: int, column: ColumnUse | None) -> str:
        return " ".join(self._source.table.rows[row].text(column.index).split()) if column else ""

    def _new(self, use: RowUse, name: str) -> Indicator | None:
        goal = use.goal or self._mapping.goal
        if goal not in self._dossier.goal_by_id:
            self._problems.append(problem_at(self._source, use.index, self._mapping.column(m.LABEL), _NO_GOAL))
            return None
        key = short_name(name, self._taken)
        self._taken.add(key)
        indicator = Indicator(id=key, goal=goal, name=name, unit=self._unit(use.index))
        self._indicators.append(indicator)
        return indicator

    def _unit(self, row: int) -> Unit:
        """What the unit column says, else what is printed at a value, else what the column or table has."""
        told = self._text(row, self._mapping.column(m.UNIT)).casefold()
        if told in _UNIT_WORDS:
            return _UNIT_WORDS[told]
        for column in self._mapping.columns_of(m.OUTCOME, m.TARGET):
            text = self._text(row, column)
            if text.casefold() in _YES_NO:
                return Unit.YES_NO
            printed = cell_number(text)
            if printed is not None and (printed.unit or column.unit):
                return printed.unit or column.unit or self._mapping.unit
        return self._mapping.unit

    def _outcome(self, indicator: Indicator, row: int, column: ColumnUse) -> None:
        text = self._text(row, column)
        if text.casefold() in _ABSENT:
            return
        values = _values(text)
        if not values:
            self._problems.append(problem_at(self._source, row, column, _NO_NUMBER))
        for part, value in values.items():
            new = Outcome(
                indicator=indicator.id, period=str(column.year), part=part, value=value, source=self._source.file
            )
            self._observed(indicator, new)

    def _observed(self, indicator: Indicator, new: Outcome) -> None:
        held = self._dossier.outcomes_of(indicator.id)
        stored = [o for o in held if (o.period, o.part) == (new.period, new.part)]
        if stored and stored[-1].value == new.value:
            self._known += 1
            return
        self._outcomes.append(new)
        if stored:
            self._clash(indicator, f"{new.period} {new.part}".strip(), stored[-1].value, new.value)

    def _target(self, indicator: Indicator, row: int, column: ColumnUse) -> None:
        text = self._text(row, column)
        if text.casefold() in _ABSENT:
            return
        assert column.year is not None
        kind, value = _target_of(text, self._mapping.target_kind)
        if kind is None:
            self._problems.append(problem_at(self._source, row, column, _NO_NUMBER))
            return
        stored = [t for t in self._dossier.targets_of(indicator.id) if (t.year, t.part) == (column.year, "")]
        bare = cell_number(text) is not None and kind is self._mapping.target_kind
        if stored and stored[-1].value == value and (bare or stored[-1].kind is kind):
            # A bare number says nothing about what the plan says of it.
            self._known += 1
            return
        printed = "" if bare else text
        self._targets.append(Target(indicator=indicator.id, year=column.year, kind=kind, value=value, printed=printed))
        if stored:
            self._clash(indicator, str(column.year), stored[-1].value, value)

    def _clash(self, indicator: Indicator, period: str, stored: Decimal | None, found: Decimal | None) -> None:
        shown = ("–" if value is None else format_number(value) for value in (stored, found))
        self._clashes.append(Clash(f"{indicator.name} {period}", *shown))


def _values(text: str) -> dict[str, Decimal]:
    """Part to value: the total alone, or what a cell gives for women, men and all; empty when it is none of these."""
    if text.casefold() in _YES_NO:
        return {"": _YES_NO[text.casefold()]}
    number = cell_number(text)
    if number is not None:
        return {"": number.value}
    parts = {_PARTS.get(held.label.strip(" :").casefold(), "?"): held.value for held in cell_numbers(text)}
    return {} if "?" in parts else parts


def _target_of(text: str, plain: TargetKind) -> tuple[TargetKind | None, Decimal | None]:
    """Kind and value of a printed target; no kind when it holds neither a number nor a known word."""
    kind = next((kind for kind in _kinds(text)), None)
    if text.casefold() in _YES_NO:
        return TargetKind.EXACTLY, _YES_NO[text.casefold()]
    number = cell_number(text) or cell_number(_numeral(text))
    value = None if number is None else number.value
    if kind is not None:
        return kind, value if kind.is_judged else None
    return (None, None) if value is None else (plain, value)


def _kinds(text: str) -> Iterator[TargetKind]:
    return (kind for pattern, kind in _WORDS if pattern.search(text))


def _numeral(text: str) -> str:
    """What is left of a target when its words are taken away, with the unit that stands at the number."""
    found = re.search(r"\d[\d\u00a0 ]*(?:,\d+)?\s?%?", text)
    return found[0].strip() if found else ""
