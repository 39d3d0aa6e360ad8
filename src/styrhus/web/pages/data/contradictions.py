"""The contradictions noted in a plan, with links to the figures that contradict each other."""

from dataclasses import dataclass

from django.urls import reverse

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import UnknownReference, resolve
from styrhus.finance.fact import Contradiction
from styrhus.values.figure import Figure
from styrhus.web.frame import Link
from styrhus.web.permissions import Access


@dataclass(frozen=True)
class NotedContradiction:
    """A contradiction; `stated` and `computed` are None where the plan contradicts itself in words."""

    note: Contradiction
    links: tuple[Link, ...]
    stated: Figure | None
    computed: Figure | None


def noted(dossier: Dossier, access: Access) -> tuple[NotedContradiction, ...]:
    """All of them, in the order of the plan."""
    return tuple(
        NotedContradiction(
            note,
            tuple(_link(dossier, access, ref) for ref in note.refs),
            _figure(note, note.stated),
            _figure(note, note.computed),
        )
        for note in dossier.contradictions
    )


def _figure(note: Contradiction, value: object) -> Figure | None:
    if value is None or note.unit is None:
        return None
    return Figure(note.stated if value is note.stated else note.computed, note.unit)


def _link(dossier: Dossier, access: Access, ref: str) -> Link:
    """The page of the assignment or the figure that is contradicted; no link where there is none."""
    kind, _dot, key = ref.partition(".")
    place = [access.board, access.year]
    if kind == "assignment" and key in dossier.assignment_by_id:
        assignment = dossier.assignment_by_id[key]
        return Link(f"{assignment.number} {assignment.title}".strip(), reverse("assignment", args=[*place, key]))
    if kind == "section":
        titles = {section.id: section.title for section in dossier.sections}
        return Link(titles[key], reverse("section_preview", args=[*place, key])) if key in titles else Link(ref)
    try:
        figure = resolve(dossier, ref)
    except UnknownReference:
        return Link(ref)
    words = figure.source.place if kind == "table" else " ".join(filter(None, (figure.label, figure.period)))
    return Link(words or ref, reverse("figure", args=[*place, ref]))
