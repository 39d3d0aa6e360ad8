"""Who has which role at the boards that an administrator is in charge of."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrhus.dossier.document import Board
from styrhus.store.people import Member, administered, members
from styrhus.web.forms.save import actor
from styrhus.web.frame import PageFrame, plain_frame
from styrhus.web.permissions import visible_boards


@dataclass(frozen=True)
class BoardPeople:
    """A board and its members."""

    board: Board
    members: tuple[Member, ...]


@dataclass(frozen=True)
class UsersPage:
    frame: PageFrame
    boards: tuple[BoardPeople, ...]


def administered_boards(request: HttpRequest) -> tuple[Board, ...]:
    """The boards whose users the reader is in charge of; for everybody else the page does not exist (404)."""
    user = actor(request)
    keys = administered(user)
    visible = (held.board for held in visible_boards(user))
    held = tuple(board for board in visible if keys is None or board.id in keys)
    if not held:
        raise Http404
    return held


def users(request: HttpRequest) -> HttpResponse:
    held = administered_boards(request)
    found = members({board.id for board in held})
    boards = tuple(BoardPeople(board, tuple(m for m in found if m.board == board.id)) for board in held)
    count = len({member.username for board in boards for member in board.members})
    lead = ngettext("{n} user has a role.", "{n} users have a role.", count).format(n=count)
    page = UsersPage(plain_frame(request, _("Users and roles"), lead=lead), boards)
    return render(request, "account/users.html", {"page": page})
