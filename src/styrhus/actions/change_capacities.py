"""Change how many places the board's own streams of care have."""

from collections.abc import Iterator, Mapping, Sequence

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any, validated_rows
from styrhus.dossier.short_name import short_name
from styrhus.forecast.kept import StreamCapacity
from styrhus.forecast.lever import OverflowRule
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg

RULES = {
    "": OverflowRule.STAYS,
    "stays": OverflowRule.STAYS, "blir kvar": OverflowRule.STAYS, "kvar": OverflowRule.STAYS,
    "returns": OverflowRule.RETURNS, "flyttar hem": OverflowRule.RETURNS, "hem": OverflowRule.RETURNS,
}  # fmt: skip
"""What may be written for what happens to who was placed outside; nothing means that they stay."""


def change_capacities(
    board: str, year: int, rows: Sequence[Mapping[str, object]], *, versions: Mapping[str, int], by: User
) -> tuple[StreamCapacity, ...]:
    """Replace all rows by those given, which get an `id` from their own stream where they have none.

    `versions` are those of the rows that the user saw, by id. Raises NotAllowed, Conflict, NotFound, and
    ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("change_capacities", board, year, by) as draft:
        draft.require()
        for key in {held.id for held in draft.dossier.capacities} | set(versions):
            draft.expect("capacities", key, versions.get(key, 0))
        taken = {str(given["id"]) for given in rows if given.get("id")}
        named = []
        for given in rows:
            key = str(given.get("id") or short_name(str(given.get("own")), taken))
            taken.add(key)
            rule = str(given.get("rule") or "").strip().casefold()
            named.append({**given, "id": key, "rule": RULES.get(rule, rule)})
        new = validated_rows(StreamCapacity, named)
        refuse_any(_faults(new))
        draft.put(capacities=new)
    return new


def _faults(rows: Sequence[StreamCapacity]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        if row.places < 0:
            told = msg("There cannot be fewer than no places."), msg("Write 0 or more.")
            yield Problem(*told, row=number, column="places", value=str(row.places))
        if row.own == row.overflow:
            told = msg("Who gets no place needs another stream."), msg("Name the stream outside, or leave out the row.")
            yield Problem(*told, row=number, column="overflow", value=row.overflow)
        if row.own in seen:
            told = msg("The stream stands in two rows."), msg("Put its places together in one.")
            yield Problem(*told, row=number, column="own", value=row.own)
        seen.add(row.own)
