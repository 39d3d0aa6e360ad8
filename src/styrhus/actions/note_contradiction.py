"""Note in a plan that a figure contradicts another, or that a finding of the review is known, with the reason."""

from styrhus.actions.document_gate import require_kind, require_seen
from styrhus.actions.document_review import document_review
from styrhus.actions.draft import drafting
from styrhus.actions.validation import required
from styrhus.dossier.short_name import short_name
from styrhus.finance.fact import Contradiction
from styrhus.store.models import User
from styrhus.values.finding import Finding
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg
from styrhus.values.unit import Unit


def note_contradiction(
    board: str, year: int, kind: str, *, number: int, explanation: str, seen: int, by: User, month: int | None = None
) -> Contradiction:  # fmt: skip
    """Note finding `number` (from 1) of the review of a document; it is then no obstacle, and documents tell of it.

    `seen` is the revision of the plan that the finding was shown for. Raises NotAllowed, NotFound, Conflict, and
    ProblemsError without an explanation or for a finding that nothing in the plan can be named for.
    """
    require_kind(kind)
    with drafting("note_contradiction", board, year, by) as draft:
        draft.require()
        require_seen(draft, seen)
        told = required("explanation", explanation, msg("A noted contradiction needs an explanation."))
        held = document_review(draft.dossier, kind, month)
        if not 1 <= number <= len(held.review.findings):
            raise ProblemsError((Problem(msg("There is no such finding."), msg("Open the review again.")),))
        finding = held.review.findings[number - 1]
        taken = {note.id for note in draft.dossier.contradictions}
        note = _note(finding, held.address(finding), told, short_name(finding.rule, taken))
        draft.add("contradictions", note)
        return note


def _note(finding: Finding, ref: str, explanation: str, key: str) -> Contradiction:
    if not ref:
        told = msg("The finding is about no figure or text of the plan that a note could name.")
        raise ProblemsError((Problem(told, msg("Mend it instead.")),))
    unit = next((unit for unit in Unit if unit.value == finding.unit), None)
    return Contradiction(
        id=key, refs=(ref,), stated=finding.stated, computed=finding.computed, unit=unit,
        explanation=explanation, rule=finding.rule,
    )  # fmt: skip
