"""`styrhus import-caseload`: a file of placements, counts or population into the database, or its check before that."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.database import data_option, open_database, require_board
from styrhus.cli.language import Language
from styrhus.cli.mapping_file import mapping_of_file
from styrhus.cli.output import say, stop, stop_with_problems, tell

if TYPE_CHECKING:
    from styrhus.caseload import CaseMapping, MaterialRead


@click.command("import-caseload")
@click.argument("words", nargs=-1, metavar="[FILE] [BOARD]")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Last day that the file tells of; else it is found.")
@click.option("--mapping", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE.toml",
              help="How the columns are read; else by their headings, or as the last file with the same.")  # fmt: skip
@click.option("--show-mapping", is_flag=True, help="Write how FILE would be read as TOML on stdout, and do no more.")
@click.option("--dry-run", is_flag=True, help="Tell what FILE comes to, and store nothing; no BOARD is needed.")
@click.option("--synthetic", is_flag=True, help="Mark the rows as made up, wherever they are shown.")
@click.option("--undo", is_flag=True, help="Undo the latest import of BOARD; no FILE is given.")
@data_option
@click.pass_obj
def command(
    language: Language, words: tuple[str, ...], *, as_of: datetime | None, mapping: Path | None, show_mapping: bool,
    dry_run: bool, synthetic: bool, undo: bool, data: Path | None,
) -> None:  # fmt: skip
    """Import a FILE of placements, of persons by month or year, or of population by age: CSV, XLSX or ODS.

    \b
    Examples:
      styrhus import-caseload placeringar.csv --dry-run
      styrhus import-caseload placeringar.csv lund --as-of 2024-06-30
      styrhus import-caseload --undo lund

    Placements have the columns person, group, type, provider, start, end, price and price_unit; Swedish headings are
    known too. The file takes the place of what counted before. It is not kept, and no pseudonym of it is. A file with
    personal numbers, names, telephones or e-mail is refused.

    Exit code 0: imported, or already there; 1: there are problems in the file, each a line on stderr, and nothing is
    stored; 2: the command was used wrongly, or a file could not be read.
    """
    from styrhus.values.text import msg

    day = as_of.date() if as_of else None
    if undo:
        return _undo(words, data, language)
    if not words or not Path(words[0]).is_file():
        stop(msg("There is no file {file}.", file=words[0] if words else "–"), language)
    given = _mapping(mapping, language) if mapping else None
    file = Path(words[0])
    if show_mapping:
        return _show_mapping(file, given, language)
    if dry_run:
        return _show(file, given, day, language)
    if len(words) != 2:
        stop(msg("Give a FILE and the BOARD that it belongs to."), language)
    open_database(data, language)
    require_board(words[1], language)
    _import(file, words[1], given, as_of=day, synthetic=synthetic, language=language)


def _undo(words: tuple[str, ...], data: Path | None, language: Language) -> None:
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    if len(words) != 1:
        stop(msg("Give the BOARD whose latest import is to be undone, and no file."), language)
    open_database(data, language)
    require_board(words[0], language)
    from styrhus.actions.operator import operator
    from styrhus.actions.undo_caseload_import import undo_caseload_import

    try:
        undone = undo_caseload_import(words[0], by=operator())
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    say(msg("Undone: {file}.", file=undone.file_name), language)


def _mapping(path: Path, language: Language) -> "CaseMapping":
    from styrhus.caseload import CaseMapping

    return mapping_of_file(path, CaseMapping, language)


def _show_mapping(file: Path, mapping: "CaseMapping | None", language: Language) -> None:
    import tomli_w

    from styrhus.caseload.look import look

    found = look(file, mapping=mapping)
    if found.problems:
        stop_with_problems(found.problems, language)
    click.echo(tomli_w.dumps(found.suggested.model_dump(mode="json", exclude_defaults=True)), nl=False)


def _show(file: Path, mapping: "CaseMapping | None", as_of: date | None, language: Language) -> None:
    from styrhus.caseload import read_material

    found = read_material(file, mapping, as_of)
    if found.errors:
        stop_with_problems(found.errors, language)
    tell(found.problems, language)
    _tell_extent(found, language)


def _tell_extent(found: "MaterialRead", language: Language) -> None:
    """How much there is, and each stream's persons a day in the latest years."""
    from decimal import Decimal

    from styrhus.caseload.extent import extent
    from styrhus.values.number import format_number
    from styrhus.values.text import msg

    material = found.told if found.told is not None else found.population
    if material is None:
        return
    held = extent(material)
    rows = format_number(Decimal(held.rows), 0, language=language.code)
    say(msg("{rows} rows, {first} to {last}", rows=rows, first=held.first, last=held.last), language)
    for each in found.quality.years if found.quality else ():
        if each.persons is not None:
            persons = format_number(Decimal(str(each.persons)), 1, language=language.code)
            told = msg("{stream} {year}: {persons} persons a day", stream=each.stream.key or "–", year=each.year,
                       persons=persons)  # fmt: skip
            say(told, language)


def _import(
    file: Path, board: str, mapping: "CaseMapping | None", *, as_of: date | None, synthetic: bool, language: Language
) -> None:
    from styrhus.actions.import_caseload import CaseloadAlreadyHeld, import_caseload
    from styrhus.actions.operator import operator
    from styrhus.caseload import CaseMapping
    from styrhus.caseload.look import look
    from styrhus.store.caseload import remembered
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    known = remembered(board, look(file).headings) if mapping is None else None
    try:
        made = import_caseload(
            board, file, CaseMapping.model_validate(known) if known else mapping, by=operator(), as_of=as_of,
            synthetic=synthetic,
        )  # fmt: skip
    except CaseloadAlreadyHeld as error:
        tell(error.problems, language)
        return
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    tell(made.warnings, language)
    row = made.row
    say(msg("Imported: {rows} rows, {first} to {last}.", rows=row.rows, first=row.first, last=row.last), language)
