"""Import of a plan folder: handed in, shown as what would change, and only then stored."""

from dataclasses import dataclass
from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from styrhus.actions.conflict import Conflict
from styrhus.actions.import_plan import import_plan
from styrhus.actions.validation import refuse
from styrhus.dossier.compare import compare
from styrhus.dossier.dossier import Dossier
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import msg
from styrhus.web.forms.archive import ArchiveForm
from styrhus.web.forms.save import actor
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.pages.data import uploads
from styrhus.web.pages.data.preview import PartPreview, preview
from styrhus.web.permissions import Access, board_for

SESSION = "plan_import"


@dataclass(frozen=True)
class ImportPage:
    """`token` is there when what was handed in can be stored; `is_new` when there is no plan of that year yet."""

    frame: PageFrame
    form: ArchiveForm
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    parts: tuple[PartPreview, ...] = ()
    token: str = ""
    title: str = ""
    year: int = 0
    is_new: bool = False
    outdated: bool = False

    @property
    def is_same(self) -> bool:
        """Whether the folder says exactly what is stored."""
        return bool(self.token) and not self.parts and not self.is_new


def data_import(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("import_plan")
    if request.method != "POST":
        return _shown(request, ImportPage(_frame(request, access), ArchiveForm()))
    if "cancel" in request.POST:
        uploads.drop(request.session.pop(SESSION, {}).get("token", ""))
        return redirect("data", board, year)
    if token := request.POST.get("token", ""):
        return _confirmed(request, access, token)
    form = ArchiveForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, ImportPage(_frame(request, access), form), status=422)
    uploads.drop(request.session.pop(SESSION, {}).get("token", ""))
    return _previewed(request, access, uploads.keep(form.cleaned_data["archive"]))


def _previewed(request: HttpRequest, access: Access, token: str, *, outdated: bool = False) -> HttpResponse:
    """Show what an upload would change, or what is wrong with it."""
    dossier, problems = _checked(uploads.path_of(token), access.board)
    page = ImportPage(_frame(request, access), ArchiveForm(), outdated=outdated)
    if dossier is None:
        uploads.drop(token)
        return _shown(request, _with(page, problems=problems), status=422)
    stored, revision = _stored(access.board, dossier.plan.year)
    request.session[SESSION] = {"token": token, "revision": revision}
    parts = () if stored is None else preview(compare(stored, dossier), current_language(), _names(stored, dossier))
    return _shown(request, _with(page, problems, dossier, parts=parts, token=token, is_new=stored is None))


def _checked(path: Path | None, board: str) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """What was handed in, None unless it could be stored, so that nothing is shown that the import would refuse."""
    dossier, problems = uploads.read_upload(path) if path is not None else (None, (_GONE,))
    if dossier is None:
        return None, problems
    if dossier.board.id != board:
        told = msg("The folder is about another board: {board}.", board=dossier.board.id)
        return None, (Problem(told, msg("Import it on the data page of that board."), file="plan.toml"),)
    try:
        refuse(dossier)
    except ProblemsError as error:
        return None, error.problems
    return dossier, problems


def _confirmed(request: HttpRequest, access: Access, token: str) -> HttpResponse:
    """Store what was shown, unless the plan has been changed since."""
    held = request.session.get(SESSION, {})
    path = uploads.path_of(token) if token == held.get("token") else None
    dossier, _problems = _checked(path, access.board)
    if dossier is None:
        return _previewed(request, access, token if path is not None else "")
    try:
        import_plan(dossier, by=actor(request), replace=True, seen=held.get("revision"))
    except Conflict:
        return _previewed(request, access, token, outdated=True)
    uploads.drop(token)
    request.session.pop(SESSION, None)
    messages.success(request, _("The plan of %(year)s is imported.") % {"year": dossier.plan.year})
    return redirect("data", access.board, dossier.plan.year)


_GONE = Problem(msg("The uploaded file is no longer kept."), msg("Upload the zip file again; it is kept for a day."))


def _names(*dossiers: Dossier) -> dict[str, str]:
    """What the ids in outcomes, targets and notes stand for."""
    indicators = {i.id: i.name for dossier in dossiers for i in dossier.indicators}
    return indicators | {a.id: a.title for dossier in dossiers for a in dossier.assignments}


def _stored(board: str, year: int) -> tuple[Dossier | None, int]:
    """The plan of a year as stored with its revision, read first so that it is never newer than what is shown."""
    try:
        revision = read.find(board, year).revision
        return read.dossier(board, year), revision
    except read.NotFound:
        return None, 0


def _with(
    page: ImportPage, problems: tuple[Problem, ...], dossier: Dossier | None = None,
    *, parts: tuple[PartPreview, ...] = (), token: str = "", is_new: bool = False,
) -> ImportPage:  # fmt: skip
    """The page with what was found in an upload."""
    return ImportPage(
        frame=page.frame,
        form=page.form,
        problems=tuple(p for p in problems if p.severity is Severity.ERROR),
        warnings=tuple(p for p in problems if p.severity is not Severity.ERROR),
        parts=parts,
        token=token,
        title=dossier.plan.title if dossier else "",
        year=dossier.plan.year if dossier else 0,
        is_new=is_new,
        outdated=page.outdated,
    )


def _frame(request: HttpRequest, access: Access) -> PageFrame:
    dossier = read.dossier(access.board, access.year)
    return board_frame(request, access, dossier, section="data", title=_("Import a plan folder"))


def _shown(request: HttpRequest, page: ImportPage, *, status: int = 200) -> HttpResponse:
    return render(request, "data/import.html", {"page": page}, status=409 if page.outdated else status)
