"""`styrhus demo`: the example boards on SQLite, a user for each role, and the web application."""

import hashlib
import os
from pathlib import Path

import click

import styrhus
from styrhus.cli.database import open_database
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop, stop_with_problems
from styrhus.cli.serve import listen, port_option, require_free

PASSWORD = "styrhus-demo"
"""Known to all, which is why the demo only listens on the own computer and has a data folder of its own."""
HOST = "127.0.0.1"
STAMP = "demo.sha256"


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Only build; do not start the web application.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder with the database; by default a folder of the demo's own.",
)
@port_option
@click.pass_obj
def command(language: Language, no_serve: bool, data: Path | None, port: int) -> None:
    """Build the example boards and start the web application.

    Five boards' published plans are brought into an SQLite database, with one user for each role. What you change
    is kept to the next time. Everything stays on this computer.
    """
    from styrhus.values.text import msg

    if not no_serve:
        require_free(HOST, port, language)
    examples = examples_folder()
    if examples is None:
        stop(msg("The example boards are not in this installation."), language)
    os.environ.pop("STYRHUS_DATABASE_URL", None)
    os.environ.setdefault("STYRHUS_OPEN_REVIEW", "1")
    folder = open_database(data or _own_folder(), language)
    _build(examples, folder, language)
    _tell_logins(folder, language)
    if not no_serve:
        listen(HOST, port, language)


def examples_folder() -> Path | None:
    """The plan folders of the example boards: inside an installed package, or at the root of a checkout."""
    package = Path(styrhus.__file__).resolve().parent
    places = (package / "examples", package.parent.parent / "examples")
    return next((place for place in places if any(place.glob("*/plan.toml"))), None)


def _own_folder() -> Path:
    """A folder apart from that of `styrhus serve`, since everybody knows the demo's password."""
    from platformdirs import user_data_path

    return user_data_path("styrhus-demo", appauthor=False)


def _build(examples: Path, folder: Path, language: Language) -> None:
    """Import the boards unless the same ones are there already."""
    from styrhus.actions.build_demo import build_demo
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    stamp, digest = folder / STAMP, _digest(examples)
    if stamp.exists() and stamp.read_text() == digest:
        return
    say(msg("Building the example boards …"), language)
    try:
        build_demo(examples, password=PASSWORD)
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    stamp.write_text(digest)


def _digest(examples: Path) -> str:
    """Changes with any file of the examples and with the version of the program."""
    found = hashlib.sha256(styrhus.__version__.encode())
    for path in sorted(examples.rglob("*")):
        if path.is_file():
            found.update(str(path.relative_to(examples)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _tell_logins(folder: Path, language: Language) -> None:
    from styrhus.actions.build_demo import DEMO_USERS
    from styrhus.store import read
    from styrhus.values.text import msg

    boards = read.boards()
    plans = ", ".join(f"{board.board.municipality} {year}" for board in boards for year in sorted(board.years))
    say(msg("Boards: {plans}", plans=plans), language)
    say(msg("Log in with the password {password} as one of:", password=PASSWORD), language)
    width = max(len(name) for name in DEMO_USERS)
    for name, role in DEMO_USERS.items():
        click.echo(f"  {name:<{width}}  {role.label.render(language.code)}")
    say(msg("Data folder: {folder}", folder=folder), language)
