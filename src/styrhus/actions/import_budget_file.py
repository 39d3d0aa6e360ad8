"""Bring a column of a budget table into a version of the budget."""

from dataclasses import dataclass, field

from styrhus.actions.budget_draft import fingerprint, open_version
from styrhus.actions.conflict import conflict_since
from styrhus.actions.draft import Draft, drafting
from styrhus.finance.budget.imported import Imported, Otherwise, imported
from styrhus.finance.budget.indexation import fresh_ids
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, LineKind, VersionKind
from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.ledger.budget_table import BudgetTable
from styrhus.store.models import User
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


@dataclass(frozen=True)
class BudgetColumn:
    """The column of a table that is brought in, what its file is called, and where codes without rule go."""

    table: BudgetTable
    heading: str
    file_name: str
    otherwise: Otherwise = field(default_factory=Otherwise)


def import_budget_file(
    board: str, year: int, budget: str, column: BudgetColumn, *, name: str = "", seen: str = "", by: User
) -> Imported:
    """Replace the ordinary lines of the version by those of the column; gives what it came to.

    An empty `budget` makes a new version called `name`. `seen` is `fingerprint` of the ordinary lines that the user
    saw replaced. Raises NotAllowed, NotFound, Conflict, and ProblemsError when the version is adopted, or when codes
    have no rule and it was not said where they go: then nothing is stored.
    """
    with drafting("import_budget_file", board, year, by) as draft:
        draft.require()
        version = _version(draft, budget, name)
        held = ordinary(draft, version.id)
        if budget and fingerprint(held) != seen:
            raise conflict_since(draft.plan_year.revision - 1, draft.plan_year, ("budget_line",), "")
        code_map = CodeMap(draft.dossier.unit_rules, draft.dossier.account_rules)
        found = imported(column.table, column.heading, code_map, year=version.year, otherwise=column.otherwise)
        _require_whole(found, column.file_name)
        _put(draft, version.id, found, column)
    return found


def ordinary(draft: Draft, budget: str) -> tuple[BudgetLine, ...]:
    """The lines that an import replaces: those that are no line of positions, capital, reserve or savings."""
    lines: tuple[BudgetLine, ...] = draft.dossier.budget_lines
    return tuple(line for line in lines if line.budget == budget and line.kind is LineKind.ORDINARY)


def _version(draft: Draft, budget: str, name: str) -> BudgetVersion:
    if budget:
        return open_version(draft, budget)
    if not name.strip():
        told = msg("The new version has no name."), msg("Give it one, such as Internal budget 2024.")
        raise ProblemsError((Problem(*told, column="name"),))
    values = {"name": name, "kind": VersionKind.DRAFT, "year": draft.plan_year.year}
    made = draft.new(BudgetVersion, "budget_versions", values)
    draft.add("budget_versions", made)
    return made


def _require_whole(found: Imported, file: str) -> None:
    """No row is left out in silence."""
    problems = [
        Problem(
            msg("The responsibility {code} has no unit.", code=code or "–"),
            msg("Give it a rule, or choose the unit that codes without rule go to."), file, value=str(amount),
        )
        for code, amount in found.units
    ]  # fmt: skip
    problems += (
        Problem(
            msg("The account {code} has no cost type.", code=code or "–"),
            msg("Give it a rule, or choose the cost type that accounts without rule are of."), file, value=str(amount),
        )
        for code, amount in found.accounts
    )  # fmt: skip
    if found.rows_left_out:
        raise ProblemsError(tuple(problems[:20]))
    if not found.lines:
        raise ProblemsError((Problem(msg("The column has no amount."), msg("Choose another column."), file),))


def _put(draft: Draft, budget: str, found: Imported, column: BudgetColumn) -> None:
    gone = {line.id for line in ordinary(draft, budget)}
    kept = [line for line in draft.dossier.budget_lines if line.id not in gone]
    ids = fresh_ids(budget, {line.id for line in kept})
    source = f"{column.file_name}, {column.heading}"
    new = (
        BudgetLine(
            id=next(ids), budget=budget, unit=line.unit, cost_type=line.cost_type, label=line.label,
            account=line.account, project=line.project, amount=line.amount, source=source,
        )
        for line in found.lines
    )  # fmt: skip
    draft.put(budget_lines=(*kept, *new))
