"""`styrhus balances`: sums of the ledger, exact to the öre."""

import csv
import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import click

from styrhus.cli.database import data_option, open_database
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop

FORMATS = ("table", "json", "csv")
DEFAULT = "unit,cost_type,month"
Row = tuple[tuple[str | int | None, ...], Decimal]


@click.command("balances")
@click.argument("board")
@click.argument("year", type=int)
@click.option(
    "--by", "parts", default=DEFAULT, show_default=True,
    help="What the sums are parted by, with commas, in that order: unit, cost_type, month, account, responsibility, "
    "activity_code, task, project, counterparty.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
@data_option
@click.pass_obj
def command(language: Language, board: str, year: int, *, parts: str, form: str, data: Path | None) -> None:
    """Sums of the ledger of BOARD in YEAR, in kr: costs positive, income negative.

    The sums are exact, and all of them together are the ledger's own total: a responsibility that no unit has, and an
    account that has no cost type, are rows of their own (null in JSON, empty in CSV). A server may be running.

    \b
    Examples:
      styrhus balances lund 2023
      styrhus balances lund 2023 --by unit,month --format csv > saldon.csv
      styrhus balances lund 2023 --by responsibility,account --format json

    JSON is {"rows": [{"unit": …, "cost_type": …, "month": 1, "amount": "1234.50"}, …]}, with the parts of --by.

    Exit code 0: done, also when there is no row; 2: the board, year or a part is unknown.
    """
    open_database(data, language)
    by = _parts(parts, language)
    rows = _rows(board, year, by, language)
    {"table": _table, "json": _json, "csv": _csv}[form](by, rows, language)


def _parts(text: str, language: Language) -> tuple[str, ...]:
    from styrhus.store.ledger.sums import BY
    from styrhus.values.text import msg

    by = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    wrong = [part for part in by if part not in BY]
    if wrong:
        stop(msg("Sums cannot be parted by {part}; there are: {parts}.", part=wrong[0], parts=", ".join(BY)), language)
    return by


def _rows(board: str, year: int, by: Sequence[str], language: Language) -> tuple[Row, ...]:
    from styrhus.cli.import_ledger import nearest_plan
    from styrhus.finance.codes.code_map import CodeMap
    from styrhus.store import read
    from styrhus.store.ledger.journal import files_of
    from styrhus.store.ledger.sums import sums
    from styrhus.values.text import msg

    held = ", ".join(f"{b.board.id}/{y}" for b in read.boards() for y in b.years) or "–"
    if not read.plan_years(board):
        stop(msg("There is no board {board}; there are: {held}.", board=board, held=held), language)
    files = files_of(board, year)
    if not files:
        stop(msg("Nothing is imported for {board} in {year}.", board=board, year=year), language)
    dossier = read.dossier(board, nearest_plan(board, year))
    return sums(files, CodeMap(dossier.unit_rules, dossier.account_rules), by)


def _json(by: Sequence[str], rows: Sequence[Row], _language: Language) -> None:
    told = [{**dict(zip(by, key, strict=True)), "amount": str(amount)} for key, amount in rows]
    click.echo(json.dumps({"rows": told}, ensure_ascii=False, indent=1))


def _csv(by: Sequence[str], rows: Sequence[Row], _language: Language) -> None:
    writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    writer.writerow([*by, "amount"])
    for key, amount in rows:
        writer.writerow([*("" if part is None else part for part in key), amount])


def _table(by: Sequence[str], rows: Sequence[Row], language: Language) -> None:
    """Columns under each other, with the total last."""
    from styrhus.values.text import msg

    total = sum((amount for _, amount in rows), Decimal("0.00"))
    lines = [[*("–" if part is None else str(part) for part in key), _kr(amount, language)] for key, amount in rows]
    last = [msg("total").render(language.code), *[""] * (len(by) - 1), _kr(total, language)]
    lines = [[*by, "kr"], *lines, last if by else [_kr(total, language)]]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    for line in lines:
        words = [cell.ljust(width) for cell, width in zip(line[:-1], widths[:-1], strict=True)]
        click.echo("  ".join([*words, line[-1].rjust(widths[-1])]))
    if not rows:
        say(msg("There are no rows."), language)


def _kr(amount: Decimal, language: Language) -> str:
    from styrhus.values.number import format_number

    return format_number(amount, 2, language=language.code)
