"""Add, change and remove one record of economy: the steps that such pages share."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from styrhus.dossier.dossier import Dossier
from styrhus.store import read
from styrhus.values.record import Record
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.frame import Link, PageFrame, board_frame
from styrhus.web.permissions import Access


@dataclass(frozen=True)
class Place:
    """Where a form belongs: the page that it lies below, with its word, and the part that holds the records."""

    request: HttpRequest
    access: Access
    part: str
    home: str
    word: str

    @property
    def address(self) -> str:
        """The page that it lies below."""
        return reverse(self.home, args=[self.access.board, self.access.year])

    def dossier(self) -> Dossier:
        """The plan as it is now."""
        return read.dossier(self.access.board, self.access.year)

    def frame(self, title: str, lead: str = "") -> PageFrame:
        """The frame of a form."""
        return board_frame(
            self.request, self.access, self.dossier(), section="economy", title=title, lead=lead,
            crumbs=(Link(self.word, self.address),),
        )  # fmt: skip

    def stored(self, key: str) -> tuple[Record, int]:
        """A record as it is now with its version; 404 for none."""
        dossier, version = read.with_version(self.access.board, self.access.year, self.part, key)
        found: Record | None = next((r for r in getattr(dossier, self.part) if r.id == key), None)
        if found is None:
            raise Http404
        return found, version


@dataclass(frozen=True)
class Words:
    """What the page, its button and its success are called; `lead` names the record, `explanation` stands above.

    `also` are the links to what else can be done with it.
    """

    title: str
    action: str
    done: str
    lead: str = ""
    explanation: str = ""
    danger: bool = False
    also: tuple[Link, ...] = ()


def answer(place: Place, form: RecordForm, words: Words, *, write: Callable[[], str], key: str = "") -> HttpResponse:
    """Show the form or save it; `key` is that of a record that exists, `write` gives the address to go to."""
    task = Task(
        frame=place.frame(words.title, words.lead),
        action=words.action,
        cancel=place.address,
        done=words.done,
        write=write,
        stored=(lambda: place.stored(key)) if key else None,
        danger=words.danger,
        explanation=words.explanation,
        also=words.also,
    )
    return respond(place.request, form, task)
