"""The page that shows a form for one thing, and the way from a form to its saved page or back to the form."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from styrhus.actions.conflict import Conflict
from styrhus.values.record import Record
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.forms.save import Difference, Edited, edited
from styrhus.web.frame import Link, PageFrame


@dataclass(frozen=True)
class EditPage:
    """`action` is the word on the button, `cancel` the address to go back to, `also` what else can be done."""

    frame: PageFrame
    form: RecordForm
    action: str
    cancel: str
    conflict: Conflict | None = None
    differences: tuple[Difference, ...] = ()
    danger: bool = False
    explanation: str = ""
    also: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Task:
    """What an edit view wants: words, addresses, how to save, and how the record stands now.

    `stored` is None for a record that does not exist yet; `write` gives the address to go to when it is saved.
    """

    frame: PageFrame
    action: str
    cancel: str
    done: str
    write: Callable[[], str]
    stored: Callable[[], tuple[Record, int]] | None = None
    danger: bool = False
    explanation: str = ""
    also: tuple[Link, ...] = ()


def respond(request: HttpRequest, form: RecordForm, task: Task) -> HttpResponse:
    """Show the form, or save it and go on to what was saved."""
    if request.method != "POST":
        return _shown(request, form, task, None)
    went: list[str] = []
    result = edited(request, form, write=lambda: went.append(task.write()), stored=task.stored)
    if not result.saved:
        return _shown(request, form, task, result)
    messages.success(request, task.done or _("Saved."))
    return redirect(went[0])


def _shown(request: HttpRequest, form: RecordForm, task: Task, result: Edited | None) -> HttpResponse:
    page = EditPage(
        frame=task.frame,
        form=form,
        action=task.action,
        cancel=task.cancel,
        conflict=result.conflict if result else None,
        differences=result.differences if result else (),
        danger=task.danger,
        explanation=task.explanation,
        also=task.also,
    )
    return render(request, "edit.html", {"page": page}, status=result.http_status if result else 200)
