"""`styrhus import-ledger`: a ledger file into the database, or its check before that."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.database import data_option, open_database, require_board
from styrhus.cli.language import Language
from styrhus.cli.mapping_file import mapping_of_file
from styrhus.cli.output import say, stop, stop_with_problems, tell

if TYPE_CHECKING:
    from decimal import Decimal

    from styrhus.finance.ledger.mapping import Mapping
    from styrhus.store.ledger.preview import Preview

DEFAULT_SOURCE = "ledger"


@click.command("import-ledger")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--board", required=True, help="Board that the ledger belongs to, such as lund.")
@click.option("--year", type=int, help="Year of the rows; a file with rows of another year is refused.")
@click.option("--mapping", "named", help="How the columns are read: the name of a source, or a FILE.toml.")
@click.option(
    "--source", help="Name of the source, remembered with its mapping; its months replace those it gave before."
)
@click.option(
    "--sign", type=click.Choice(["debit-positive", "credit-positive", "credit-with-minus"]),
    help="What a positive amount is when no mapping says: a cost (debit) or an income (credit).",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Show what the file comes to, and store nothing.")
@click.option("--also", is_flag=True, help="Import even when another source holds the same month; both then count.")
@click.option("--synthetic", is_flag=True, help="Mark the rows as made up, wherever they are shown.")
@click.option("--undo", is_flag=True, help="Undo the latest import of the board; no FILE is given.")
@data_option
@click.pass_obj
def command(
    language: Language, file: Path | None, *, board: str, year: int | None, named: str | None, source: str | None,
    sign: str | None, dry_run: bool, also: bool, synthetic: bool, undo: bool, data: Path | None,
) -> None:  # fmt: skip
    """Import a ledger FILE: SIE (1–4, 4I), CSV or XLSX.

    Each month in the file replaces what the same source held for that month, and nothing is ever counted twice. All of
    the file is imported or nothing, also when the command is killed. The file itself is kept, unchanged, with its hash.

    \b
    Examples:
      styrhus import-ledger bokforing.se --board lund --year 2023
      styrhus import-ledger huvudbok.csv --board lund --year 2023 --dry-run
      styrhus import-ledger huvudbok.csv --board lund --year 2023 --mapping kolumner.toml --source ekonomisystemet
      styrhus import-ledger --board lund --undo

    A SIE file needs no mapping. For other files the columns are read as the source's file was the last time, or as
    --mapping says; when neither is known and the columns cannot be told, a draft of a FILE.toml is written on stdout.

    Exit code 0: imported, or already there; 1: there are problems in the file, each a line on stderr, and nothing is
    stored; 2: the command was used wrongly, or a file could not be read.
    """
    from styrhus.values.text import msg

    open_database(data, language)
    require_board(board, language)
    if undo:
        return _undo(board, language)
    if file is None or year is None:
        stop(msg("Give a FILE and the --year of its rows, or --undo."), language)
    source = source or _source_of(board, named)
    mapping = _mapping(file, board, named, source, sign=sign, language=language)
    if dry_run:
        return _show(file, board, year, mapping, source=source, language=language)
    _import(file, board, year, mapping, source=source, also=also, synthetic=synthetic, language=language)


def _undo(board: str, language: Language) -> None:
    from styrhus.actions.operator import operator
    from styrhus.actions.undo_ledger_import import undo_ledger_import
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    try:
        undone = undo_ledger_import(board, by=operator())
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    months = ", ".join(sorted(undone.months))
    say(msg("Undone: {file}, months {months}.", file=undone.file_name, months=months), language)


def _source_of(board: str, named: str | None) -> str:
    """The named source, else the only one that the board has, else a word for all."""
    from styrhus.store.ledger.journal import held_months

    if named and not named.endswith(".toml"):
        return named
    sources = {month.source for month in held_months(board)}
    return sources.pop() if len(sources) == 1 else DEFAULT_SOURCE


def _mapping(
    file: Path, board: str, named: str | None, source: str, *, sign: str | None, language: Language
) -> "Mapping":
    """How the file is read; ends the command with a draft when that cannot be told."""
    from styrhus.finance.ledger.inspect import inspect
    from styrhus.finance.ledger.mapping import FileKind, Mapping, Sign
    from styrhus.finance.ledger.mapping_faults import mapping_faults
    from styrhus.store.ledger.journal import remembered
    from styrhus.values.problem import Severity
    from styrhus.values.text import msg

    if named and named.endswith(".toml"):
        return _mapping_of_file(Path(named), language)
    known = remembered(board)
    if named:
        if named not in known:
            held = ", ".join(known) or "–"
            stop(msg("No mapping is remembered as {name}; there are: {held}.", name=named, held=held), language)
        return Mapping.model_validate(known[named])
    found = inspect(file)
    faults = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    if faults:
        stop_with_problems(faults, language)
    if found.kind is FileKind.SIE:
        return found.suggested
    if source in known and _fits(Mapping.model_validate(known[source]), found.headings):
        return Mapping.model_validate(known[source])
    given = Sign(sign.replace("-", "_")) if sign else found.sign
    suggested = found.suggested.model_copy(update={"sign": given})
    if mapping_faults(suggested, file.name):
        _offer_draft(file, suggested, language)
    _tell_unused(file, suggested, found.headings, language)
    if not sign:
        _tell_sign(file, suggested.sign is not Sign.CREDIT_POSITIVE, language)
    return suggested


def _tell_unused(file: Path, mapping: "Mapping", headings: tuple[str, ...], language: Language) -> None:
    """Columns that a suggestion leaves out are named: one of them may be a code under another word."""
    from styrhus.values.problem import Problem, Severity
    from styrhus.values.text import msg

    unused = [heading for heading in headings if heading and heading not in _read_columns(mapping)]
    if unused:
        told = msg("These columns are not read: {columns}.", columns=", ".join(unused))
        remedy = msg("If one of them is a code, undo and say so in a FILE.toml given as --mapping.")
        tell([Problem(told, remedy, file.name, severity=Severity.NOTE)], language)


def _tell_sign(file: Path, is_debit: bool, language: Language) -> None:
    """What the amounts of the file say of their sign is told, so that it can be contradicted."""
    from styrhus.values.problem import Problem, Severity
    from styrhus.values.text import msg

    told = msg("Positive amounts are read as costs, as the amounts of the file show.")
    if not is_debit:
        told = msg("Positive amounts are read as income, as the amounts of the file show.")
    remedy = msg("If that is wrong, undo and give --sign.")
    tell([Problem(told, remedy, file.name, severity=Severity.NOTE)], language)


def _fits(mapping: "Mapping", headings: tuple[str, ...]) -> bool:
    """Whether the file has every column that the mapping reads."""
    named = (mapping.date, mapping.period, mapping.amount, mapping.debit, mapping.credit, mapping.code_string)
    wanted = {*named, *mapping.codes.values(), *mapping.values} - {""}
    return wanted <= set(headings)


def _read_columns(mapping: "Mapping") -> set[str]:
    """The headings of every column that a mapping names."""
    named = (mapping.date, mapping.period, mapping.amount, mapping.debit, mapping.credit, mapping.code_string)
    return {*named, mapping.voucher, mapping.text, *mapping.codes.values(), *mapping.names.values(), *mapping.values}


def _mapping_of_file(path: Path, language: Language) -> "Mapping":
    from styrhus.finance.ledger.mapping import Mapping

    return mapping_of_file(path, Mapping, language)


def _offer_draft(file: Path, suggested: "Mapping", language: Language) -> None:
    """What could be told of the columns as TOML on stdout, and what to do with it."""
    import tomli_w

    from styrhus.values.problem import Problem
    from styrhus.values.text import msg

    draft = suggested.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    click.echo(tomli_w.dumps({"sign": "debit_positive", **draft}), nl=False)
    told = msg("It cannot be told for certain what the columns are.")
    remedy = msg("A draft is on stdout: save it as FILE.toml, correct it, above all the sign; give it as --mapping.")
    stop_with_problems([Problem(told, remedy, file.name)], language)


def _show(file: Path, board: str, year: int, mapping: "Mapping", *, source: str, language: Language) -> None:
    """The control totals of the file, and what it would replace."""
    from styrhus.store import read
    from styrhus.store.ledger.preview import preview
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    dossier = read.dossier(board, nearest_plan(board, year))
    try:
        found, warnings = preview(dossier, file, mapping, year=year, source=source)
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    tell(warnings, language)
    rows, total = _count(found.rows, language), _kr(found.total, language)
    say(msg("{rows} rows, total {total} kr", rows=rows, total=total), language)
    for month in found.months:
        now = month.held_total
        held = msg("new") if now is None else msg("replaces {total} kr", total=_kr(now, language))
        rows, total = _count(month.rows, language), _kr(month.total, language)
        told = msg("{month}: {rows} rows, {total} kr, {held}", month=month.key, rows=rows, total=total, held=held)
        say(told, language)
    _tell_unmapped(found, language)


def _tell_unmapped(found: "Preview", language: Language) -> None:
    from styrhus.values.text import msg

    for code in found.unmapped:
        amount = _kr(code.amount, language)
        say(msg("No unit has the responsibility {code}: {amount} kr", code=code.code or "–", amount=amount), language)
    for code in found.unknown_accounts:
        amount = _kr(code.amount, language)
        say(msg("No cost type has the account {code}: {amount} kr", code=code.code or "–", amount=amount), language)


def _kr(amount: "Decimal", language: Language) -> str:
    from styrhus.values.number import format_number

    return format_number(amount, 2, language=language.code)


def _count(count: int, language: Language) -> str:
    from decimal import Decimal

    from styrhus.values.number import format_number

    return format_number(Decimal(count), 0, language=language.code)


def _import(
    file: Path, board: str, year: int, mapping: "Mapping", *, source: str, also: bool, synthetic: bool,
    language: Language,
) -> None:  # fmt: skip
    from decimal import Decimal

    from styrhus.actions.import_ledger import AlreadyHeld, import_ledger
    from styrhus.actions.operator import operator
    from styrhus.actions.remember_mapping import remember_mapping
    from styrhus.finance.ledger.mapping import FileKind
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    try:
        made = import_ledger(
            board, year, file, mapping, source=source, by=operator(), overlap=also, synthetic=synthetic
        )
    except AlreadyHeld as error:
        tell(error.problems, language)
        return
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    if mapping.kind is not FileKind.SIE:
        remember_mapping(board, source, mapping, by=operator())
    replaced = sorted(month for month, stamp in made.replaced.items() if stamp)
    months, rows = ", ".join(sorted(made.months)), _count(made.rows, language)
    total = _kr(made.total or Decimal(0), language)
    say(
        msg("Imported: {rows} rows, total {total} kr, months {months}.", rows=rows, total=total, months=months),
        language,
    )
    if replaced:
        say(msg("Replaced: {months}.", months=", ".join(replaced)), language)


def nearest_plan(board: str, year: int) -> int:
    """The plan year whose rules are for a ledger year: its own, else the first after it, else the latest there is."""
    from styrhus.store import read

    years = read.plan_years(board)
    after = [plan for plan in years if plan >= year]
    return min(after) if after else max(years)
