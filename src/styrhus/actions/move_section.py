"""Move a section of text past its neighbour."""

from django.db import transaction

from styrhus.actions.draft import Draft, drafting
from styrhus.dossier.document import Section
from styrhus.store.models import AuditEvent, User
from styrhus.store.models.audit_event import How


def move_section(board: str, year: int, section_id: str, *, up: bool, by: User) -> bool:
    """Let a section change places with the one before or after it in the same part; gives whether it moved.

    The first does not move up nor the last down. Raises NotAllowed, NotFound.
    """
    with transaction.atomic():
        with drafting("move_section", board, year, by) as draft:
            draft.require()
            held = draft.find("sections", section_id)
            other = _neighbour(draft, held, up=up)
            if other is not None:
                draft.put(sections=_swapped(draft.dossier.sections, held, other))
        if other is None:
            return False
        _audit(draft, held, other, up=up)
        return True


def _neighbour(draft: Draft, held: Section, *, up: bool) -> Section | None:
    siblings = [section for section in draft.dossier.sections if section.part is held.part]
    place = siblings.index(held) + (-1 if up else 1)
    return siblings[place] if 0 <= place < len(siblings) else None


def _swapped(sections: tuple[Section, ...], one: Section, other: Section) -> tuple[Section, ...]:
    places = {one.id: other, other.id: one}
    return tuple(places.get(section.id, section) for section in sections)


def _audit(draft: Draft, held: Section, other: Section, *, up: bool) -> None:
    """The order is no field of a section, so its change is told here."""
    before, after = (other.id, held.id) if up else (held.id, other.id)
    AuditEvent.objects.create(
        action=draft.action,
        by=draft.by,
        board_id=draft.plan_year.board_id,
        plan_year=draft.plan_year,
        revision=draft.plan_year.revision,
        how=How.CHANGED,
        kind="section",
        key=held.id,
        changes={"order": (f"{before}, {after}", f"{after}, {before}")},
    )
