"""Change which unit codes belong to, and which cost type accounts are of; the balances follow at once."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from styrhus.actions.conflict import Conflict, name_of
from styrhus.actions.draft import Draft, drafting
from styrhus.actions.validation import validated
from styrhus.dossier.short_name import short_name
from styrhus.finance.codes.rules import AccountRule, UnitRule
from styrhus.store.ledger.refresh import from_ledger, has_ledger
from styrhus.store.models import AuditEvent, User
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.record import Record
from styrhus.values.text import msg

R = TypeVar("R", bound=Record)
Rows = Sequence[Mapping[str, object]]


def change_code_rules(
    board: str, year: int, *, unit_rules: Rows | None = None, account_rules: Rows | None = None, seen: int, by: User,
) -> None:  # fmt: skip
    """Replace all unit rules, all account rules, or both; a rule without id gets one. Their order decides.

    `seen` is the revision of the plan that the rules were changed from; only a later change of the rules is a
    conflict. Raises NotAllowed, NotFound, Conflict, and
    ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("change_code_rules", board, year, by) as draft:
        draft.require()
        _require_rules_seen(draft, seen)
        if unit_rules is not None:
            draft.put(unit_rules=_rules(UnitRule, unit_rules))
        if account_rules is not None:
            draft.put(account_rules=_rules(AccountRule, account_rules))
        _require_units(draft)
        if has_ledger(board):
            draft.put(**from_ledger(board, year, draft.dossier))


def _require_rules_seen(draft: Draft, seen: int) -> None:
    later = AuditEvent.objects.filter(
        plan_year=draft.plan_year, kind__in=("unit_rule", "account_rule"), revision__gt=seen
    ).select_related("by")
    for event in later.order_by("-pk")[:1]:
        raise Conflict(name_of(event), event.at, tuple(event.changes))


def _rules(record: type[R], rows: Rows) -> tuple[R, ...]:
    found: list[R] = []
    problems: list[Problem] = []
    taken = {str(row["id"]) for row in rows if row.get("id")}
    for number, row in enumerate(rows, start=1):
        given = dict(row)
        if not given.get("id"):
            given["id"] = short_name(f"{given.get('first')} {given.get('unit') or given.get('cost_type')}", taken)
            taken.add(str(given["id"]))
        try:
            found.append(validated(record, given))
        except ProblemsError as error:
            problems += (_at(problem, number) for problem in error.problems)
            continue
        problems += (_at(problem, number) for problem in _range_problems(given))
    if problems:
        raise ProblemsError(tuple(problems))
    return tuple(found)


def _at(problem: Problem, number: int) -> Problem:
    return Problem(problem.message, problem.remedy, problem.file, number, problem.column, problem.value)


def _range_problems(row: Mapping[str, object]) -> list[Problem]:
    first, last = str(row["first"]).strip(), str(row["last"]).strip()
    if len(first) != len(last) or first > last:
        told = (
            msg("The last code comes before the first, or is of another length."),
            msg("Write a range such as 2100–2199."),
        )
        return [Problem(*told, column="last", value=last)]
    begins, ends = row.get("valid_from"), row.get("valid_to")
    if begins and ends and str(begins) > str(ends):
        return [
            Problem(
                msg("The rule ends before it begins."),
                msg("Change one of the days."),
                column="valid_to",
                value=str(ends),
            )
        ]
    return []


def _require_units(draft: Draft) -> None:
    known = draft.dossier.unit_by_id
    problems = tuple(
        Problem(
            msg("The plan has no such unit."),
            msg("Choose one from the list."),
            row=number,
            column="unit",
            value=rule.unit,
        )
        for number, rule in enumerate(draft.dossier.unit_rules, start=1)
        if rule.unit not in known
    )
    if problems:
        raise ProblemsError(problems)
