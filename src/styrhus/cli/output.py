"""What the command line says, and how it ends: problems a line each on stderr, 1 for them, 2 for wrong use."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from styrhus.cli.language import Language
    from styrhus.values.problem import Problem
    from styrhus.values.text import Text

PROBLEMS, WRONG_USE = 1, 2


def say(text: "Text", language: "Language") -> None:
    """One line on stdout, at once, since a server goes on after it."""
    click.echo(text.render(language.code))
    sys.stdout.flush()


def tell(problems: "Iterable[Problem]", language: "Language") -> None:
    """Each problem on a line of its own on stderr: place, fault, value, remedy."""
    for problem in problems:
        click.echo(" ".join(problem.render(language.code).split()), err=True)


def stop_with_problems(problems: "Iterable[Problem]", language: "Language") -> NoReturn:
    """Tell them all and end with 1."""
    tell(problems, language)
    raise SystemExit(PROBLEMS)


def stop(text: "Text", language: "Language") -> NoReturn:
    """End with 2 and one line on stderr."""
    click.echo(f"styrhus: {text.render(language.code)}", err=True)
    raise SystemExit(WRONG_USE)
