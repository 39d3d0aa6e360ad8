"""`styrhus user`: the first user of a board, and a way back in when a password is lost."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.database import data_option, open_database
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop, stop_with_problems

if TYPE_CHECKING:
    from styrhus.store.role import Role

ROLES = ("reader", "reporter", "editor", "controller", "head", "administrator")


@click.command("user")
@click.argument("name")
@click.option("--board", required=True, help="Board that the role is for, such as lund.")
@click.option(
    "--role", type=click.Choice(ROLES), default="administrator", show_default=True, help="What the user may do."
)
@click.option("--password-stdin", is_flag=True, help="Read the password from stdin instead of asking for it.")
@data_option
@click.pass_obj
def command(language: Language, name: str, *, board: str, role: str, password_stdin: bool, data: Path | None) -> None:
    """Make the user NAME with a role at a board, or give one that exists another role and a new password.

    Users after the first are easier to make in the web application, which an administrator can do.
    """
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    open_database(data, language)
    from styrhus.actions.create_user import create_user
    from styrhus.actions.operator import operator
    from styrhus.store import read
    from styrhus.store.models import User
    from styrhus.store.role import Role

    password = _password(password_stdin)
    try:
        if User.objects.filter(username=name).exists():
            _renew(name, board, Role(role), password=password)
        else:
            create_user({"username": name}, board, Role(role), password=password, by=operator())
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    except read.NotFound:
        held = ", ".join(b.board.id for b in read.boards()) or "–"
        stop(msg("There is no board {board}; there are: {held}.", board=board, held=held), language)
    say(msg("{name} can log in.", name=name), language)


def _password(from_stdin: bool) -> str:
    """Typed twice without being shown, or the first line of stdin."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


def _renew(name: str, board: str, role: "Role", *, password: str) -> None:
    """Role and password in one step, or neither."""
    from django.db import transaction

    from styrhus.actions.grant_membership import grant_membership
    from styrhus.actions.operator import operator
    from styrhus.actions.reset_password import reset_password

    by = operator()
    with transaction.atomic():
        grant_membership(name, board, role, by=by)
        reset_password(name, password, by=by)
