"""A decided version of a document: its decision, its files, whether it can be made again, and what is new since."""

from dataclasses import dataclass
from io import BytesIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.freeze_document import Decision, as_decided, digest, written
from styrhus.dossier.compare import compare
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.archive import read_packed
from styrhus.reports.kind import DocumentKind
from styrhus.store import documents, read
from styrhus.store.documents import FrozenVersion
from styrhus.web.frame import Link, PageFrame, current_language
from styrhus.web.pages.data.preview import PartPreview, preview
from styrhus.web.pages.documents.document import TYPES
from styrhus.web.pages.documents.document_review import Asked, review_frame
from styrhus.web.pages.documents.kind_of import kind_of
from styrhus.web.pages.documents.months import months_of, of_month
from styrhus.web.permissions import Access, board_for

PLAN = "zip"


@dataclass(frozen=True)
class FileLine:
    """A kept file; `same` tells whether it was made again byte for byte, None when nobody asked."""

    link: Link
    digest: str
    same: bool | None = None


@dataclass(frozen=True)
class FrozenPage:
    frame: PageFrame
    kind: DocumentKind
    version: FrozenVersion
    files: tuple[FileLine, ...]
    plan: FileLine
    parts: tuple[PartPreview, ...]
    month: str = ""


def frozen_document(request: HttpRequest, board: str, year: int, kind: str, *, number: int) -> HttpResponse:
    """The version; with `check` in the address its files are made again and compared with those that are kept."""
    access = board_for(request.user, board, year)
    found = kind_of(kind)
    dossier = read.dossier(board, year)
    asked = found, months_of(request, access, dossier, found).month
    key = found.key(dossier, asked[1])
    version = _version(access, key, number)
    frozen = _plan(access, key, number)
    decision = _decision(version)
    again = written(frozen, found.id, month=asked[1], decision=decision) if "check" in request.GET else {}
    names = {i.id: i.name for i in (*frozen.indicators, *dossier.indicators)}
    names |= {a.id: a.title for a in (*frozen.assignments, *dossier.assignments)}
    page = FrozenPage(
        review_frame(request, access, dossier, asked, title=_("Version %(n)s") % {"n": number}, lead=_lead(version)),
        found,
        version,
        tuple(_file(access, asked, version, suffix=suffix, again=again) for suffix, _ in version.hashes),
        FileLine(_link(access, asked, number, suffix=PLAN), version.plan_hash),
        preview(compare(frozen, as_decided(dossier, decision, found.id)), current_language(), names),
        "" if asked[1] is None else str(asked[1]),
    )
    return render(request, "documents/frozen.html", {"page": page})


def frozen_file(request: HttpRequest, board: str, year: int, kind: str, *, number: int, suffix: str) -> HttpResponse:
    """A decided version as it was written, or the plan that it was written from."""
    access = board_for(request.user, board, year)
    found = kind_of(kind)
    dossier = read.dossier(access.board, access.year)
    month = months_of(request, access, dossier, found).month
    key = found.key(dossier, month)
    try:
        if suffix == PLAN:
            content = documents.frozen_plan(board, year, key, number)
        else:
            content = documents.frozen_file(board, year, key, number=number, suffix=suffix)
    except read.NotFound:
        raise Http404(suffix) from None
    name = found.file_name(dossier, suffix, month)
    stem, _dot, _suffix = name.rpartition(".")
    disposition = f'attachment; filename="{stem}-{number}.{suffix}"'
    media = TYPES.get(suffix, "application/zip")
    return HttpResponse(content, content_type=media, headers={"Content-Disposition": disposition})


def _version(access: Access, key: str, number: int) -> FrozenVersion:
    held = documents.standings(access.board, access.year).get(key, documents.Standing())
    found = next((version for version in held.versions if version.number == number), None)
    if found is None:
        raise Http404(str(number))
    return found


def _decision(version: FrozenVersion) -> Decision:
    return Decision(decided_on=version.decided_on, paragraph=version.paragraph, registry_number=version.registry_number)


def _plan(access: Access, key: str, number: int) -> Dossier:
    """The plan as it was decided; a kept plan was whole when it was packed."""
    content = documents.frozen_plan(access.board, access.year, key, number)
    dossier, problems = read_packed(BytesIO(content))
    if dossier is None:
        raise ValueError("; ".join(problem.render() for problem in problems))
    return dossier


def _file(access: Access, asked: Asked, version: FrozenVersion, *, suffix: str, again: dict[str, bytes]) -> FileLine:
    kept = dict(version.hashes)[suffix]
    same = digest(again[suffix]) == kept if suffix in again else None
    return FileLine(_link(access, asked, version.number, suffix=suffix), kept, same)


def _link(access: Access, asked: Asked, number: int, *, suffix: str) -> Link:
    kind, month = asked
    word = _("The plan folder") if suffix == PLAN else suffix.upper()
    href = reverse("frozen_file", args=[access.board, access.year, kind.id, number, suffix])
    return Link(word, of_month(href, month))


def _lead(version: FrozenVersion) -> str:
    told = {"day": version.decided_on.isoformat(), "paragraph": version.paragraph, "dnr": version.registry_number}
    if version.registry_number:
        return _("Decided %(day)s, %(paragraph)s, registry number %(dnr)s.") % told
    return _("Decided %(day)s, %(paragraph)s.") % told
