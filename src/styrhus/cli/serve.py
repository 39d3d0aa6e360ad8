"""`styrhus serve`: the web application in one process."""

import errno
import logging
import os
import signal
import socket
from pathlib import Path

import click

from styrhus.cli.database import data_option, open_database
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop

THREADS = 8
port_option = click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on."
)


@click.command("serve")
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@port_option
@click.pass_obj
def command(language: Language, data: Path | None, host: str, port: int) -> None:
    """Start the web application.

    The data folder, its secret key and the database are made when they are not there. Stop with Ctrl+C. To be
    reached from other computers it needs a --host, and STYRHUS_ALLOWED_HOSTS with the names it is called by; put
    a web server with HTTPS before it.
    """
    require_free(host, port, language)
    folder = open_database(data, language)
    from styrhus.values.text import msg

    say(msg("Data folder: {folder}", folder=folder), language)
    _tell_how_to_begin(language)
    listen(host, port, language)


def _tell_how_to_begin(language: Language) -> None:
    """An empty installation says what to do first."""
    from styrhus.store import read
    from styrhus.store.models import Membership
    from styrhus.values.text import msg

    if not read.boards():
        say(msg("There is no plan yet. Bring one in with: styrhus import FOLDER"), language)
    elif not Membership.objects.exists():
        say(msg("Nobody can log in yet. Make a user with: styrhus user NAME --board BOARD"), language)


def require_free(host: str, port: int, language: Language) -> None:
    """Ends the command with 2 when the port cannot be listened on, before anything else is done."""
    from styrhus.values.text import msg

    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            stop(msg("Port {port} is taken; choose another with --port.", port=port), language)
        why = error.strerror or str(error)
        stop(msg("Cannot listen on {host}, port {port}: {why}.", host=host, port=port, why=why), language)


def listen(host: str, port: int, language: Language) -> None:
    """Serve until Ctrl+C or a request to end."""
    from waitress import create_server

    from styrhus.cli.request_limits import LARGEST_LEDGER_FILE, limit_requests
    from styrhus.values.text import msg
    from styrhus.wsgi import application

    # A page and its style sheets are asked for at once; that some of them wait a moment is no news.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    limit_requests()
    server = create_server(
        application, host=host, port=port, threads=THREADS, ident="styrhus",
        max_request_body_size=LARGEST_LEDGER_FILE, **_proxy(),
    )  # fmt: skip
    shown = f"[{host}]" if ":" in host else host
    say(msg("Styrhus is at http://{host}:{port}/ – stop with Ctrl+C.", host=shown, port=port), language)
    signal.signal(signal.SIGTERM, _end)
    server.run()


def _proxy() -> dict[str, object]:
    """Waitress drops what a web server before it says of the reader unless it is told to believe it."""
    if os.environ.get("STYRHUS_BEHIND_PROXY") != "1":
        return {}
    return {"trusted_proxy": "*", "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"}}


def _end(number: int, frame: object) -> None:
    """A request to end is what Ctrl+C is, so that open work is finished."""
    raise KeyboardInterrupt
