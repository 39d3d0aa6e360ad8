"""Replacing a whole part of the plan at once, as tables with a line for each row do."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from styrhus.actions.draft import drafting
from styrhus.actions.validation import validated_rows
from styrhus.dossier.short_name import short_name
from styrhus.store.models import User
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.record import Record

R = TypeVar("R", bound=Record)
Row = Mapping[str, object]
Faults = Callable[[Sequence[R]], Sequence[Problem]]


def replace_part(
    part: tuple[str, str, type[R]], place: tuple[str, int], rows: Sequence[Row],
    *, versions: Mapping[str, int], named: Sequence[str], faults: Faults[R], by: User,
) -> tuple[R, ...]:  # fmt: skip
    """Replace all rows of a part (verb, field of the dossier, record) by those given.

    Those without an `id` get one from the fields `named`. `versions` are those that the user saw, by id. Raises
    NotAllowed, Conflict, NotFound, and ProblemsError whose problems name the row (from 1) and the field.
    """
    verb, field, record = part
    with drafting(verb, *place, by) as draft:
        draft.require()
        for key in {held.id for held in getattr(draft.dossier, field)} | set(versions):
            draft.expect(field, key, versions.get(key, 0))
        new = validated_rows(record, _with_ids(rows, named))
        problems = tuple(faults(new))
        if problems:
            raise ProblemsError(problems)
        draft.put(**{field: new})
    return new


def _with_ids(rows: Sequence[Row], named: Sequence[str]) -> list[Row]:
    taken = {str(given["id"]) for given in rows if given.get("id")}
    found: list[Row] = []
    for given in rows:
        key = str(given.get("id") or short_name(" ".join(str(given.get(name)) for name in named), taken))
        taken.add(key)
        found.append({**given, "id": key})
    return found
