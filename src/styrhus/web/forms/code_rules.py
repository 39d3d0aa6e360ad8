"""The tables in which the rules of codes are edited: a rule a line, pasted from a spreadsheet or typed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.codes.rules import AccountRule, UnitRule
from styrhus.finance.labels import LABELS
from styrhus.plan.organisation import OrganisationUnit
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg
from styrhus.web.frame import say

MOST_ROWS = 1500
EMPTY_ROWS = 3
UNIT_FIELDS = ("dimension", "first", "last", "unit", "valid_from", "valid_to", "note")
ACCOUNT_FIELDS = ("first", "last", "cost_type", "valid_from", "valid_to", "source")
DIMENSIONS: dict[str, Text] = {
    Dimension.RESPONSIBILITY: msg("responsibility"),
    Dimension.ACCOUNT: msg("account code"),
    Dimension.ACTIVITY_CODE: msg("activity code"),
    Dimension.TASK: msg("task"),
    Dimension.PROJECT: msg("project"),
    Dimension.COUNTERPARTY: msg("counterparty"),
}
WORDS: dict[str, Text] = {
    "dimension": msg("Dimension"),
    "first": msg("From code"),
    "last": msg("To code"),
    "unit": msg("Unit"),
    "cost_type": msg("Cost type"),
    "valid_from": msg("Valid from"),
    "valid_to": msg("Valid to"),
    "note": msg("Note"),
    "source": msg("Source"),
}


@dataclass(frozen=True)
class Cell:
    """A cell as a template needs it."""

    name: str
    text: str
    label: str
    choices: str
    wide: bool
    error: str = ""


@dataclass(frozen=True)
class RuleLine:
    """A line of a table: the rule's id (empty for a new one), its cells, and what is wrong with the whole of it."""

    number: int
    id_name: str
    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class RuleTable:
    """The texts of a table as typed; `errors` by row and field."""

    kind: str
    fields: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    errors: Mapping[tuple[int, str], str] = field(default_factory=dict)

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(say(WORDS[name]) for name in self.fields)

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The cells of each rule, to be read."""
        return tuple(tuple(row.get(name, "") for name in self.fields) for row in self.rows)

    @property
    def count(self) -> int:
        return len(self.rows) + EMPTY_ROWS

    @property
    def lines(self) -> tuple[RuleLine, ...]:
        """The rules, and some empty lines for new ones."""
        return tuple(self._line(place, row) for place, row in enumerate((*self.rows, *[{}] * EMPTY_ROWS)))

    def _line(self, place: int, row: Mapping[str, str]) -> RuleLine:
        cells = tuple(
            Cell(
                f"{self.kind}-{place}-{name}", row.get(name, ""), f"{say(WORDS[name])} {place + 1}",
                f"{name}-choices" if name in {"dimension", "unit", "cost_type"} else "",
                name in {"unit", "note", "source"},
                self.errors.get((place, name), ""),
            )
            for name in self.fields
        )  # fmt: skip
        return RuleLine(place + 1, f"{self.kind}-{place}-id", row.get("id", ""), cells)


def unit_words(units: Sequence[OrganisationUnit]) -> dict[str, str]:
    """The name of each unit by its id; units of the same name, as after a move, are told apart by their ids."""
    names = Counter(unit.name.casefold() for unit in units)
    return {u.id: u.name if names[u.name.casefold()] == 1 else f"{u.name} ({u.id})" for u in units}


def unit_table(rules: Iterable[UnitRule], units: Sequence[OrganisationUnit]) -> RuleTable:
    """The unit rules as stored, with units by name."""
    names = unit_words(units)
    return RuleTable("unit", UNIT_FIELDS, tuple(
        {
            "id": rule.id, "dimension": say(DIMENSIONS[rule.dimension]), "first": rule.first, "last": rule.last,
            "unit": names.get(rule.unit, rule.unit), "note": rule.note,
            "valid_from": str(rule.valid_from or ""), "valid_to": str(rule.valid_to or ""),
        }
        for rule in rules
    ))  # fmt: skip


def account_table(rules: Iterable[AccountRule]) -> RuleTable:
    """The board's own account rules as stored, with cost types in words."""
    return RuleTable("account", ACCOUNT_FIELDS, tuple(
        {
            "id": rule.id, "first": rule.first, "last": rule.last, "source": rule.source,
            "cost_type": say(LABELS[CostType][rule.cost_type]),
            "valid_from": str(rule.valid_from or ""), "valid_to": str(rule.valid_to or ""),
        }
        for rule in rules
    ))  # fmt: skip


def table_sent(data: Mapping[str, str], kind: str) -> RuleTable:
    """A table as it was sent in, without its empty lines, with what was pasted below it at the end."""
    fields = UNIT_FIELDS if kind == "unit" else ACCOUNT_FIELDS
    text = data.get(f"{kind}-rows", "")
    count = min(int(text), MOST_ROWS) if text.isdecimal() and len(text) < 6 else 0
    rows = [
        {name: data.get(f"{kind}-{place}-{name}", "").strip() for name in ("id", *fields)} for place in range(count)
    ]
    pasted = (line.split("\t") for line in data.get(f"{kind}-pasted", "").splitlines() if line.strip())
    rows += [{"id": "", **dict(zip(fields, map(str.strip, cells), strict=False))} for cells in pasted]
    return RuleTable(kind, fields, tuple(row for row in rows if any(row.get(name) for name in fields)))


def rules_of(table: RuleTable, units: Sequence[OrganisationUnit]) -> tuple[dict[str, object], ...]:
    """The rows as an action takes them: words as codes; a word that is none is left for the action to refuse."""
    by_name = {word.casefold(): key for key, word in unit_words(units).items()}
    dimensions = _by_word(DIMENSIONS)
    cost_types = _by_word(LABELS[CostType])
    found: list[dict[str, object]] = []
    for row in table.rows:
        rule: dict[str, object] = {name: row.get(name, "") for name in ("id", *table.fields)}
        rule["last"] = row.get("last") or row.get("first", "")
        for name in ("valid_from", "valid_to"):
            rule[name] = row.get(name) or None
        if table.kind == "unit":
            dimension, unit = row.get("dimension", ""), row.get("unit", "")
            rule["dimension"] = dimensions.get(dimension.casefold(), dimension) or Dimension.RESPONSIBILITY
            rule["unit"] = by_name.get(unit.casefold(), unit)
        else:
            cost_type = row.get("cost_type", "")
            rule["cost_type"] = cost_types.get(cost_type.casefold(), cost_type)
        found.append(rule)
    return tuple(found)


def with_errors(table: RuleTable, problems: Iterable[Problem]) -> tuple[RuleTable, tuple[Problem, ...]]:
    """The table with its problems at their cells, and those that belong to none."""
    errors: dict[tuple[int, str], str] = {}
    rest = []
    for problem in problems:
        if problem.row is not None and problem.column in table.fields:
            errors[problem.row - 1, problem.column] = f"{say(problem.message)} {say(problem.remedy)}"
        else:
            rest.append(problem)
    return RuleTable(table.kind, table.fields, table.rows, errors), tuple(rest)


def _by_word(words: Mapping[str, Text]) -> dict[str, str]:
    """Code by word in either language, and by itself."""
    found = {str(code): str(code) for code in words}
    for code, word in words.items():
        found |= {word.render(language).casefold(): str(code) for language in ("sv", "en")}
    return found
