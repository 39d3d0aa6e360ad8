"""Tables that are edited a line at a time, with spare lines for new ones: state grants, scenarios, terms, places."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.conflict import Conflict
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.record import Record
from styrhus.values.unit import Unit
from styrhus.web.forms.number_grid import number_text
from styrhus.web.forms.save import actor
from styrhus.web.forms.value_cells import read_cell
from styrhus.web.frame import PageFrame
from styrhus.web.pages.grids.frame import form_frame, seen_versions
from styrhus.web.permissions import Access, board_for

SPARE = 3
MOST = 200
DIGITS = 4


class Kind(Enum):
    TEXT = auto()
    NUMBER = auto()
    WHOLE = auto()
    DAY = auto()


@dataclass(frozen=True)
class Field:
    """A column: the record's field, its word, and whether a line must have it."""

    name: str
    word: str
    kind: Kind = Kind.TEXT
    needed: bool = False


@dataclass(frozen=True)
class LineTable:
    """What is edited: `part` of the dossier by the action `write`, on a page below the one named `below`."""

    part: str
    write: Callable[..., tuple[Record, ...]]
    fields: tuple[Field, ...]
    title: str
    caption: str
    hint: str
    below: str
    below_word: str
    groups: tuple[str, ...] = ()
    saved: str = ""


@dataclass(frozen=True)
class Line:
    """A line as typed; `key` is the id of a stored row, empty for a new one."""

    number: int
    key: str
    texts: Mapping[str, str]
    errors: Mapping[str, str]

    @property
    def is_blank(self) -> bool:
        return not any(text.strip() for text in self.texts.values())


@dataclass(frozen=True)
class LinesPage:
    frame: PageFrame
    table: LineTable
    lines: tuple[Line, ...]
    versions: Mapping[str, int]
    cancel: str
    problems: tuple[Problem, ...] = ()
    conflict: Conflict | None = None

    @property
    def has_errors(self) -> bool:
        return any(line.errors for line in self.lines)


def edit_lines(request: HttpRequest, access: Access, table: LineTable) -> HttpResponse:
    """The form; a line that is emptied is taken away."""
    held = read.versions(access.board, access.year, table.part)
    stored = getattr(read.dossier(access.board, access.year), table.part)
    versions = {one.id: held.get(one.id, 0) for one in stored}
    if request.method != "POST":
        return _shown(request, _page(request, access, table, _lines(table, stored), versions=versions))
    lines = _sent(request, table)
    keys = [name.removeprefix("version-") for name in request.POST if name.startswith("version-")]
    seen = seen_versions(request, keys)
    if any(line.errors for line in lines):
        return _shown(request, _page(request, access, table, lines, versions=seen))
    try:
        rows = [_values(table, line) for line in lines if not line.is_blank]
        table.write(access.board, access.year, rows, versions=seen, by=actor(request))
    except ProblemsError as error:
        return _shown(request, _page(request, access, table, lines, versions=seen, problems=error.problems))
    except Conflict as conflict:
        return _shown(request, _page(request, access, table, lines, versions=versions, conflict=conflict))
    messages.success(request, table.saved or _("The figures are saved."))
    return redirect(table.below, access.board, access.year)


def _shown(request: HttpRequest, page: LinesPage) -> HttpResponse:
    refused = 422 if page.has_errors or page.problems else 200
    return render(request, "grids/lines.html", {"page": page}, status=409 if page.conflict else refused)


def _page(
    request: HttpRequest, access: Access, table: LineTable, lines: tuple[Line, ...],
    *, versions: Mapping[str, int], **refusal: Any,
) -> LinesPage:  # fmt: skip
    dossier = read.dossier(access.board, access.year)
    return LinesPage(
        form_frame(request, access, dossier, title=table.title, below=table.below, word=table.below_word),
        table, lines, versions, reverse(table.below, args=[access.board, access.year]), **refusal,
    )  # fmt: skip


def _lines(table: LineTable, stored: Sequence[Any]) -> tuple[Line, ...]:
    lines = [Line(n, held.id, {f.name: _text(getattr(held, f.name)) for f in table.fields}, {})
             for n, held in enumerate(stored)]  # fmt: skip
    blank = dict.fromkeys((field.name for field in table.fields), "")
    return (*lines, *(Line(len(stored) + n, "", blank, {}) for n in range(SPARE)))


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, str | int | date) else number_text(value)  # type: ignore[arg-type]


def _sent(request: HttpRequest, table: LineTable) -> tuple[Line, ...]:
    text = request.POST.get("lines", "")
    count = min(int(text), MOST) if text.isdecimal() and len(text) <= DIGITS else 0
    lines = []
    for number in range(count):
        texts = {field.name: request.POST.get(f"{field.name}-{number}", "").strip() for field in table.fields}
        line = Line(number, request.POST.get(f"key-{number}", ""), texts, {})
        errors = {} if line.is_blank else {f.name: told for f in table.fields if (told := _error(f, texts[f.name]))}
        lines.append(Line(number, line.key, texts, errors))
    return tuple(lines)


def _error(field: Field, text: str) -> str:
    if not text:
        return _("This has to be given.") if field.needed else ""
    if field.kind is Kind.NUMBER:
        found = read_cell(text, Unit.NUMBER)
        return found.error or (_("Write a number.") if found.value is None else "")
    if field.kind is Kind.WHOLE and (not text.isdecimal() or len(text) > DIGITS):
        return _("Write a whole number.")
    return _("Write a day as 2023-03-31.") if field.kind is Kind.DAY and _day(text) is None else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _values(table: LineTable, line: Line) -> dict[str, Any]:
    return {"id": line.key, **{field.name: _value(field, line.texts[field.name]) for field in table.fields}}


def _value(field: Field, text: str) -> object:
    if field.kind is Kind.TEXT:
        return text
    if not text:
        return None
    if field.kind is Kind.NUMBER:
        return read_cell(text, Unit.NUMBER).value
    return int(text) if field.kind is Kind.WHOLE else _day(text)


def allowed(request: HttpRequest, place: tuple[str, int], verb: str) -> Access:
    """The reader's access, who must be allowed the verb."""
    access = board_for(request.user, *place)
    access.require(verb)
    return access
