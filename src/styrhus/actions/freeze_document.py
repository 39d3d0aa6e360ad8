"""Freeze a document as it was decided: with its decision, its files and the plan that they are written from."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from styrhus import __version__
from styrhus.actions.document_gate import require_faultless, require_kind, require_seen, tell
from styrhus.actions.document_review import LANGUAGE
from styrhus.actions.draft import Draft, drafting
from styrhus.actions.validation import fields_of, required, validated
from styrhus.dossier.document import PlanStatus
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.archive import pack
from styrhus.paper.writers import WRITERS
from styrhus.reports import KINDS
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


def freeze_document(board: str, year: int, kind: str, decision: Mapping[str, object], *, seen: int, by: User) -> int:
    """Keep a document that is ready as a version that never changes; gives its number.

    The files say that it is decided, when and under which paragraph. Raises NotAllowed, NotFound, Conflict,
    ObstaclesError, and ProblemsError when it is not ready or the decision lacks something.
    """
    require_kind(kind)
    with drafting("freeze_document", board, year, by) as draft:
        draft.require()
        require_seen(draft, seen)
        decided = validated(Decision, decision)
        required("paragraph", decided.paragraph, msg("A decision has a paragraph."))
        _require_ready(draft, kind)
        require_faultless(draft, kind)
        number = _keep(draft, kind, decided)
        tell(draft, kind, How.ADDED, number=(None, number), **_told(decided))
        return number


def as_decided(dossier: Dossier, decision: Decision) -> Dossier:
    """The plan with its decision, as the frozen files tell it; the plan in work is left as it is."""
    decided = {
        "status": PlanStatus.ADOPTED, "meeting_date": decision.decided_on, "paragraph": decision.paragraph,
        "registry_number": decision.registry_number or dossier.plan.registry_number,
    }  # fmt: skip
    return Dossier(**{**fields_of(dossier), "plan": dossier.plan.model_copy(update=decided)})


def written(dossier: Dossier, kind: str) -> dict[str, bytes]:
    """Every format of a document; the same dossier gives the same bytes."""
    document = KINDS[kind].build(dossier, LANGUAGE)
    return {suffix: write(document) for suffix, write in WRITERS.items()}


def _require_ready(draft: Draft, kind: str) -> None:
    ready = ReadyDocument.objects.filter(plan_year=draft.plan_year, kind=kind, stamp=draft.plan_year.stamp)
    if not ready.exists():
        told = msg("The document is not ready, or the plan has been changed since it was.")
        raise ProblemsError((Problem(told, msg("Mark it as ready first.")),))


def _keep(draft: Draft, kind: str, decision: Decision) -> int:
    dossier = as_decided(draft.dossier, decision)
    plan = pack(dossier)
    earlier = FrozenDocument.objects.filter(plan_year=draft.plan_year, kind=kind)
    frozen = FrozenDocument.objects.create(
        plan_year=draft.plan_year, kind=kind, number=earlier.count() + 1, title=dossier.plan.title,
        decided_on=decision.decided_on, paragraph=decision.paragraph, registry_number=dossier.plan.registry_number,
        plan=plan, plan_hash=digest(plan), revision=draft.plan_year.revision, program=__version__, by=draft.by,
    )  # fmt: skip
    for suffix, content in written(dossier, kind).items():
        FrozenFile.objects.create(document=frozen, suffix=suffix, content=content, hash=digest(content))
    return frozen.number


def digest(content: bytes) -> str:
    """The SHA-256 of a file."""
    return sha256(content).hexdigest()


def _told(decision: Decision) -> dict[str, tuple[None, str]]:
    told = decision.model_dump(mode="json")
    return {name: (None, value) for name, value in told.items() if value}
