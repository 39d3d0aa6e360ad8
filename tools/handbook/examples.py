"""What the handbook's examples of live figures give, evaluated against an example board."""

import re
from functools import cache
from pathlib import Path

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder
from styrhus.dossier.references import evaluate
from styrhus.values.problem import ProblemsError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
EXPRESSION = re.compile(r"\{\{\s*(.+?)\s*\}\}")


@cache
def example(name: str) -> Dossier:
    """An example board by the name of its folder."""
    dossier, problems = read_folder(EXAMPLES / name)
    if dossier is None:
        raise ProblemsError(problems)
    return dossier


def expressions(text: str) -> list[str]:
    """Everything between double braces, blocks left out."""
    return [found for found in EXPRESSION.findall(text) if not found.startswith("block ")]


def blocks(text: str) -> list[str]:
    """The block directives in a text, without the word block."""
    return [found.removeprefix("block ").strip() for found in EXPRESSION.findall(text) if found.startswith("block ")]


def evaluated(table: str, name: str) -> str:
    """A Markdown table whose last column is what the expression of its first gives for an example board."""
    head, rule, *rows = table.strip().splitlines()
    return "\n".join([head, rule, *(_row(row, example(name)) for row in rows)])


def _row(row: str, dossier: Dossier) -> str:
    # A bar within an expression is written \| so that it does not end the cell.
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
    (expression,) = expressions(cells[0].replace("\\|", "|"))
    cells[-1] = evaluate(dossier, expression).text("sv")
    return f"| {' | '.join(cells)} |"
