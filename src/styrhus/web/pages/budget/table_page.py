"""A page with a table to type in: shown, filled in from a spreadsheet, saved, or refused with what is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from styrhus.actions.budget_draft import fingerprint
from styrhus.actions.conflict import Conflict
from styrhus.actions.validation import fields_of
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.record import Record
from styrhus.values.text import msg
from styrhus.web.forms.record_paste import filled
from styrhus.web.forms.record_table import Field, RecordTable, grown, read_table, rows_from, table_of, with_problems
from styrhus.web.frame import Link, PageFrame

NOTHING = SafeString("")
Rows = list[dict[str, object]]
Write = Callable[[Rows, tuple[str, ...], str], object]
"""Stores rows for those that were shown, given the state they were seen in."""


@dataclass(frozen=True)
class Task:
    """What a page wants: its words, the records of now, and how to store. Without `write` it is only read.

    `match` are the fields by which a pasted row is found again; `merge` completes a row with what is not typed.
    """

    frame: PageFrame
    links: tuple[Link, ...]
    fields: tuple[Field, ...]
    records: Callable[[], Sequence[Record]]
    write: Write | None
    match: tuple[str, ...]
    caption: str
    explanation: str = ""
    html: SafeString = NOTHING
    closed: str = ""
    merge: Callable[[Record | None, dict[str, object]], dict[str, object]] | None = None
    added: RecordTable | None = None
    extra: SafeString = NOTHING


@dataclass(frozen=True)
class TablePage:
    frame: PageFrame
    task: Task
    table: RecordTable | None
    problems: tuple[Problem, ...] = ()
    conflict: Conflict | None = None
    pasted: str = ""
    paste_error: str = ""

    @property
    def links(self) -> tuple[Link, ...]:
        return self.task.links


def respond(request: HttpRequest, task: Task) -> HttpResponse:
    """Show the table, fill it in, or store it and show it anew."""
    if request.method != "POST":
        return _shown(request, TablePage(task.frame, task, _stored(task) if task.write else None))
    if task.write is None:
        raise PermissionDenied
    sent = read_table(task.fields, request.POST)
    if "more" in request.POST:
        return _shown(request, TablePage(task.frame, task, grown(sent)))
    if "fill" in request.POST:
        pasted = request.POST.get("pasted", "")
        table, told = filled(sent, pasted, match=task.match)
        return _shown(request, TablePage(task.frame, task, table, pasted=pasted if told else "", paste_error=told))
    page = _written(task, task.write, sent)
    if page is not None:
        return _shown(request, page, status=409 if page.conflict else 422)
    messages.success(request, _("Saved."))
    return redirect(request.get_full_path())


def _stored(task: Task) -> RecordTable:
    records = task.records()
    table = table_of(task.fields, records, fingerprint(records))
    if task.added is None:
        return table
    kept = tuple(line for line in table.lines if line.key)
    lines = tuple(replace(line, number=number) for number, line in enumerate((*kept, *task.added.lines)))
    return replace(table, lines=lines)


def _written(task: Task, write: Write, sent: RecordTable) -> TablePage | None:
    """Store what was sent; the page with what is wrong, or None when it was stored."""
    if not sent.is_whole:
        told = Problem(
            msg("The table did not arrive whole, so nothing is saved."), msg("Choose a unit with fewer rows.")
        )
        return TablePage(task.frame, task, sent, problems=(told,))
    by_id = {str(getattr(record, "id", "")): record for record in task.records()}

    def merge(key: str, typed: dict[str, object]) -> dict[str, object]:
        old = by_id.get(key)
        if task.merge is not None:
            return task.merge(old, typed)
        return {**(fields_of(old) if old else {}), **typed}

    rows, numbers, table = rows_from(sent, merge)
    if table.has_errors:
        return TablePage(task.frame, task, table)
    try:
        write(rows, sent.shown, sent.seen)
    except ProblemsError as error:
        table, rest = with_problems(table, error.problems, numbers)
        return TablePage(task.frame, task, table, problems=rest)
    except Conflict as conflict:
        now = [record for record in task.records() if str(getattr(record, "id", "")) in sent.shown]
        shown = tuple(str(getattr(record, "id", "")) for record in now)
        return TablePage(task.frame, task, replace(table, shown=shown, seen=fingerprint(now)), conflict=conflict)
    return None


def _shown(request: HttpRequest, page: TablePage, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {"page": page}
    return render(request, "budget/register.html", context, status=status)
