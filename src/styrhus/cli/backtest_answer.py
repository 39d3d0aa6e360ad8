"""A backtest as the command line gives it: a table to read, JSON or CSV to go on with, a document to send."""

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.language import Language
from styrhus.cli.output import stop
from styrhus.cli.whole_file import write_whole

if TYPE_CHECKING:
    from styrhus.forecast.evaluate import Backtest
    from styrhus.paper.blocks import Table

MEASURES = ("persons", "all_persons", "cost", "all_cost")
HEAD = ("measure", "method", "wape", "bias", "pinball", "coverage_80", "coverage_90")


def answer(found: "Backtest", form: str, language: Language) -> None:
    """Write the scores on stdout as `table`, `json` or `csv`."""
    if form == "json":
        click.echo(json.dumps(as_object(found, language), ensure_ascii=False, indent=1, allow_nan=False))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(HEAD)
        for measure in MEASURES:
            writer.writerows([measure, *asdict(score).values()] for score in getattr(found, measure))
    else:
        for line in lines(found, language):
            click.echo(line)


def as_object(found: "Backtest", language: Language) -> dict[str, object]:
    """The scores with the choice and what they come to in words."""
    from styrhus.forecast.evaluate import choose
    from styrhus.forecast.evaluate.verdict import verdict

    return asdict(found) | {
        "by_stream": {stream: dict(errors) for stream, errors in found.by_stream},
        "by_step": dict(found.by_step),
        "choice": choose(found).method,
        "verdict": [sentence.render(language.code) for sentence in verdict(found)],
    }


def lines(found: "Backtest", language: Language) -> Iterator[str]:
    """What the document says, for a terminal."""
    from styrhus.paper.blocks import Heading, ListBlock, Note, Paragraph, Table
    from styrhus.reports.backtest import blocks

    for block in blocks(found, language.code):
        match block:
            case Note(runs=runs) | Paragraph(runs=runs):
                yield "".join(run.text for run in runs)
            case ListBlock(items=items):
                yield from ("".join(run.text for run in item) for item in items)
            case Heading(text=text):
                yield ""
                yield text.upper()
            case Table():
                yield ""
                yield from _aligned(block)


def _aligned(table: "Table") -> Iterator[str]:
    """The table in columns; its first is to the left."""
    rows = [[column.heading for column in table.columns], *([cell.text for cell in row.cells] for row in table.rows)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    yield table.caption
    for first, *rest in rows:
        cells = (text.rjust(width) for text, width in zip(rest, widths[1:], strict=True))
        yield "  ".join((first.ljust(widths[0]), *cells))


def require_suffix(path: Path, language: Language) -> None:
    """End the command when no writer knows the file's suffix."""
    from styrhus.paper.writers import WRITERS
    from styrhus.values.text import msg

    if path.suffix.lstrip(".").lower() not in WRITERS:
        stop(msg("{file} is none of .html, .docx and .pdf.", file=path.name), language)


def write_document(found: "Backtest", source: str, path: Path, language: Language) -> None:
    """The report as a document in the form that the file's suffix names."""
    from styrhus.paper.writers import WRITERS
    from styrhus.reports.backtest import document

    content = WRITERS[path.suffix.lstrip(".").lower()](document(found, source, language.code))
    write_whole(path, content, language)
