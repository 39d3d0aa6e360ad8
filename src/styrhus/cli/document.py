"""`styrhus document`: a plan's document as HTML, DOCX or PDF, from a folder or the database."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.database import data_option
from styrhus.cli.language import LANGUAGES, Language
from styrhus.cli.output import say, stop, stop_with_problems
from styrhus.cli.source import dossier_of, placed_in
from styrhus.cli.whole_file import write_whole

if TYPE_CHECKING:
    from styrhus.paper.blocks import Document

SUFFIXES = (".html", ".docx", ".pdf")


@click.command("document")
@click.argument("kind", metavar="KIND")
@click.argument("source", metavar="FOLDER|BOARD/YEAR")
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; its ending chooses the format: .html, .docx or .pdf.",
)
@click.option(
    "--language",
    "written_in",
    type=click.Choice(LANGUAGES),
    help="Language of headings and generated words; that of --lang, else sv. The plan's own texts stay as they are.",
)
@click.option(
    "--month",
    type=click.IntRange(1, 12),
    help="Last month of a report; the latest of the ledger, for an interim report the latest of June to August.",
)
@data_option
@click.pass_obj
def command(
    language: Language,
    kind: str,
    source: str,
    *,
    target: Path,
    written_in: str | None,
    month: int | None,
    data: Path | None,
) -> None:
    """Write the document KIND of a plan.

    KIND is board-plan (verksamhetsplan med internbudget), scorecard (nämndstyrkort med internbudget), or a report
    of a month: monthly-report (månadsrapport), interim-report (delårsrapport), annual-report (årsredovisning). The
    plan is a plan FOLDER, for which no database is needed, or BOARD/YEAR in the database, such as lund/2023.

    \b
    Examples:
      styrhus document board-plan examples/lund-2023 --to plan.pdf
      styrhus document scorecard helsingborg/2015 --to styrkort.docx
      styrhus document monthly-report orebro/2019 --month 8 --to augusti.pdf

    Live figures in the plan's texts that lead nowhere are told with file and line, and nothing is written: exit
    code 1, as for any other problem in the plan. A wrong use or a file that cannot be written gives 2.
    """
    from styrhus.reports import KINDS
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    if kind not in KINDS:
        stop(
            msg("There is no kind of document {kind}; there are: {kinds}.", kind=kind, kinds=", ".join(KINDS)), language
        )
    if target.suffix not in SUFFIXES:
        stop(msg("{file} must end in .html, .docx or .pdf.", file=target), language)
    if month is not None and KINDS[kind].monthly is None:
        stop(msg("{kind} is of a year; only reports take --month.", kind=kind), language)
    dossier = dossier_of(source, data, language)
    try:
        document = KINDS[kind].build(dossier, written_in or language.asked or "sv", month=month)
    except ProblemsError as error:
        folder = Path(source)
        found = (placed_in(folder, p) if folder.is_dir() else p for p in error.problems)
        stop_with_problems(found, language)
    write_whole(target, _content(document, target.suffix, language), language)
    say(msg("Written: {file}", file=target), language)


def _content(document: "Document", suffix: str, language: Language) -> bytes:
    """The document in the format of a file name's suffix."""
    from styrhus.paper.writers import WRITERS

    write = WRITERS[suffix.removeprefix(".")]
    if suffix != ".pdf":
        return write(document)
    from styrhus.paper.writers.pdf.compiler import LayoutError
    from styrhus.values.text import msg

    try:
        return write(document)
    except LayoutError as error:
        stop(msg("The PDF cannot be laid out: {why}", why=error), language)
