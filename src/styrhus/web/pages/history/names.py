"""What an object of the audit trail is called now."""

from styrhus.dossier.dossier import Dossier
from styrhus.plan.labels import part_label
from styrhus.reports import KINDS
from styrhus.web.frame import current_language


def name_of(dossier: Dossier, kind: str, key: str) -> str:
    """Its name or title and what else is in the key; the key itself for what is no longer there."""
    first, _slash, rest = key.partition("/")
    return " ".join(filter(None, (_names(dossier, kind).get(first, first), _rest(kind, rest))))


def _names(dossier: Dossier, kind: str) -> dict[str, str]:
    if kind in {"indicator", "target", "outcome", "status_override", "life_log_entry"}:
        return {indicator.id: indicator.name for indicator in dossier.indicators}
    if kind in {"assignment", "progress_note"}:
        return {assignment.id: assignment.title for assignment in dossier.assignments}
    if kind in {"table", "row"}:
        return {table.id: table.caption for table in dossier.tables}
    if kind == "frame_change":
        return {change.id: change.label for change in dossier.frame_changes}
    named = {
        "saving": dossier.savings,
        "saving_effect": dossier.savings,
        "savings_requirement": dossier.savings_requirements,
        "goal": dossier.goals,
        "undertaking": dossier.undertakings,
        "service_guarantee": dossier.guarantees,
        "condition": dossier.conditions,
        "funding_need": dossier.needs,
        "organisation_unit": dossier.organisation,
    }
    if kind == "document":
        return {document.id: document.name.render(current_language()) for document in KINDS.values()}
    if kind == "section":
        return {section.id: section.title for section in dossier.sections}
    return {record.id: record.name for record in named.get(kind, ())}  # type: ignore[attr-defined]


def _rest(kind: str, rest: str) -> str:
    """Year or period, and the part in words, of a target or an outcome."""
    if kind not in {"target", "outcome"}:
        return rest
    period, _slash, part = rest.partition("/")
    part = part.removesuffix("/preliminary").removeprefix("preliminary")
    return f"{period}, {part_label(part).render()}" if part else period
