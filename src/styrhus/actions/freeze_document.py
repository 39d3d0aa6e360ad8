"""Freeze a document as it was decided: with its decision, its files and the plan that they are written from."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from styrhus import __version__
from styrhus.actions.document_gate import period_of, require_faultless, require_kind, require_seen, tell
from styrhus.actions.document_review import LANGUAGE
from styrhus.actions.draft import Draft, drafting
from styrhus.actions.validation import fields_of, required, validated
from styrhus.dossier.document import PlanStatus
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.archive import pack
from styrhus.paper.writers import WRITERS
from styrhus.reports import KINDS
from styrhus.reports.setting import Decided
from styrhus.store.models import FrozenDocument, FrozenFile, ReadyDocument, User
from styrhus.store.models.audit_event import How
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.record import Name, Record
from styrhus.values.text import msg


class Decision(Record):
    """When and where a document was decided."""

    decided_on: date
    paragraph: Name
    registry_number: str = ""


def freeze_document(
    board: str, year: int, kind: str, decision: Mapping[str, object], *, seen: int, by: User, month: int | None = None
) -> int:  # fmt: skip
    """Keep a document that is ready as a version that never changes; gives its number within kind and month.

    The files say that it is decided, when and under which paragraph. Raises NotAllowed, NotFound, Conflict,
    ObstaclesError, and ProblemsError when it is not ready or the decision lacks something.
    """
    require_kind(kind)
    with drafting("freeze_document", board, year, by) as draft:
        draft.require()
        require_seen(draft, seen)
        decided = validated(Decision, decision)
        required("paragraph", decided.paragraph, msg("A decision has a paragraph."))
        period = period_of(draft, kind, month)
        _require_ready(draft, kind, period)
        require_faultless(draft, kind, month)
        number = _keep(draft, kind, decided, month=month)
        tell(draft, kind, How.ADDED, period=period, number=(None, number), **_told(decided))
        return number


def as_decided(dossier: Dossier, decision: Decision, kind: str) -> Dossier:
    """The plan with its decision, as the frozen files tell it; a report's decision is none of the plan's."""
    if KINDS[kind].monthly is not None:
        return dossier
    decided = {
        "status": PlanStatus.ADOPTED, "meeting_date": decision.decided_on, "paragraph": decision.paragraph,
        "registry_number": decision.registry_number or dossier.plan.registry_number,
    }  # fmt: skip
    return Dossier(**{**fields_of(dossier), "plan": dossier.plan.model_copy(update=decided)})


def written(
    dossier: Dossier, kind: str, *, month: int | None = None, decision: Decision | None = None
) -> dict[str, bytes]:
    """Every format of a document; the same dossier gives the same bytes. A report has its decision beside the plan."""
    decided = Decided(decision.decided_on, decision.paragraph, decision.registry_number) if decision else None
    document = KINDS[kind].build(dossier, LANGUAGE, month=month, decided=decided)
    return {suffix: write(document) for suffix, write in WRITERS.items()}


def _require_ready(draft: Draft, kind: str, period: str) -> None:
    stamp = draft.plan_year.stamp
    ready = ReadyDocument.objects.filter(plan_year=draft.plan_year, kind=kind, period=period, stamp=stamp)
    if not ready.exists():
        told = msg("The document is not ready, or the plan has been changed since it was.")
        raise ProblemsError((Problem(told, msg("Mark it as ready first.")),))


def _keep(draft: Draft, kind: str, decision: Decision, *, month: int | None) -> int:
    dossier = as_decided(draft.dossier, decision, kind)
    plan, period = pack(dossier), KINDS[kind].period(dossier, month)
    earlier = FrozenDocument.objects.filter(plan_year=draft.plan_year, kind=kind, period=period)
    registry = decision.registry_number if period else dossier.plan.registry_number
    frozen = FrozenDocument.objects.create(
        plan_year=draft.plan_year, kind=kind, period=period, number=earlier.count() + 1, title=dossier.plan.title,
        decided_on=decision.decided_on, paragraph=decision.paragraph, registry_number=registry,
        plan=plan, plan_hash=digest(plan), revision=draft.plan_year.revision, program=__version__, by=draft.by,
    )  # fmt: skip
    for suffix, content in written(dossier, kind, month=month, decision=decision).items():
        FrozenFile.objects.create(document=frozen, suffix=suffix, content=content, hash=digest(content))
    return frozen.number


def digest(content: bytes) -> str:
    """The SHA-256 of a file."""
    return sha256(content).hexdigest()


def _told(decision: Decision) -> dict[str, tuple[None, str]]:
    told = decision.model_dump(mode="json")
    return {name: (None, value) for name, value in told.items() if value}
