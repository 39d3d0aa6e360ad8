"""A table of assignments as assignments of the plan."""

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.short_name import short_name
from styrhus.plan.assignment import Assignment
from styrhus.review.plan_data import mapping as m
from styrhus.review.plan_data.mapping import Mapping, RowUse, Source
from styrhus.review.plan_data.names import same
from styrhus.review.plan_data.records import Clash, PlanData, problem_at
from styrhus.review.understanding.dates import dates
from styrhus.values.problem import Problem
from styrhus.values.text import msg

_NO_LABEL = msg("No column names the assignments."), msg("Choose one column as the name.")
_NO_ORIGIN = msg("The assignments have no origin."), msg("Fill in the document that they come from.")
_NO_DATE = msg("The deadline cannot be read."), msg("Write it as year-month-day, or skip the column.")


def converted(source: Source, mapping: Mapping, dossier: Dossier) -> PlanData:
    """An assignment a row; one of the same title and origin that says something else is a clash."""
    if mapping.column(m.LABEL) is None:
        return PlanData(problems=(Problem(*_NO_LABEL, file=source.file),))
    if not mapping.origin.strip():
        return PlanData(problems=(Problem(*_NO_ORIGIN, file=source.file),))
    taken = set(dossier.assignment_by_id)
    found: list[Assignment] = []
    clashes: list[Clash] = []
    problems: list[Problem] = []
    known = 0
    for use in mapping.rows:
        made = None if use.use == m.SKIP else _assignment(source, mapping, use, taken, problems=problems)
        if made is None:
            continue
        stored = _stored(made, dossier)
        if stored is not None:
            made = made.model_copy(update={"id": stored.id, **_kept(made, stored)})
            if made == stored:
                known += 1
                continue
            clashes.append(Clash(stored.title, _words(stored), _words(made)))
        taken.add(made.id)
        found.append(made)
    return PlanData(assignments=tuple(found), clashes=tuple(clashes), problems=tuple(problems), known=known)


def _assignment(
    source: Source, mapping: Mapping, use: RowUse, taken: set[str], *, problems: list[Problem]
) -> Assignment | None:
    def text(part: str) -> str:
        column = mapping.column(part)
        return " ".join(source.table.rows[use.index].text(column.index).split()) if column else ""

    title = text(m.LABEL)
    if not title:
        return None
    deadline = None
    if told := text(m.DEADLINE):
        deadline = next((found.last for found in dates(told) if found.last is not None), None)
        if deadline is None and any(letter.isdigit() for letter in told):
            problems.append(problem_at(source, use.index, mapping.column(m.DEADLINE), _NO_DATE))
    responsible = tuple(name.strip() for name in text(m.RESPONSIBLE).replace(";", ",").split(",") if name.strip())
    return Assignment(
        id=short_name(title, taken), number=text(m.NUMBER), title=title, description=text(m.DESCRIPTION),
        kind=mapping.assignment_kind, origin=mapping.origin.strip(), decided_by=mapping.decided_by,
        responsible=responsible, deadline=deadline, note=text(m.NOTE),
    )  # fmt: skip


def _stored(made: Assignment, dossier: Dossier) -> Assignment | None:
    held = (a for a in dossier.assignments if same(a.title, made.title) and same(a.origin, made.origin))
    return next(held, None)


def _kept(made: Assignment, stored: Assignment) -> dict[str, object]:
    """What the plan knows and the table does not tell stays."""
    names = type(made).model_fields
    empty = {name: field.default for name, field in names.items()}
    return {
        name: getattr(stored, name) for name in names if name != "id" and getattr(made, name) in (empty[name], "", ())
    }


def _words(held: Assignment) -> str:
    deadline = held.deadline.isoformat() if held.deadline else ""
    return "; ".join(filter(None, (held.number, ", ".join(held.responsible), deadline, held.description[:60]))) or "–"
