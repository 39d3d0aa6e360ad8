"""Marks that a word processor or a spreadsheet leaves where a field or a formula could not be worked out."""

import re
from collections.abc import Iterator

from styrhus.paper.reading import Reading, ReadTable
from styrhus.values.place import Place

REFERENCE = re.compile(
    r"(?:fel|error|feil|fejl|virhe)[!.][ \u00a0]{0,2}(?:bokmärke|bookmark|hittar inte referens|referen|okänt|"
    r"ogiltig|ingen text|"
    r"stilen|självreferens|no text|unknown|not a valid|invalid|fant ikke|finner ikke|fann ikke|bokmerke|ugyldig|"
    r"henvisning|bogmærke|viittee|kirjanmerk|dokumentissa)[^\t\n.]{0,80}\.?",
    re.IGNORECASE,
)
# What every such mark begins with, in lower case.
FIELD_WORDS = ("fel!", "error!", "feil!", "fejl!", "virhe.", "virhe!")
FORMULA = re.compile(
    r"#(?:DIV/0!|DIVISION/0!|REF(?:ERENS|!)!?|VÄRDEFEL!|VALUE!|VERDI!|ARVO!|SAKNAS!|N/A\b|I/T\b|PUUTTUU!?|NAMN\?|"
    r"NAME\?|"
    r"NAVN\?|NIMI\?|OGILTIGT!|NUM!|LUKU!|JAKO/0!|VIITTAUS!|NULL!|SKÄRNING!|SPILL!)"
)


def printed_texts(reading: Reading) -> Iterator[str]:
    """Every text and cell of a document, contents and running heads included."""
    for block in reading.blocks:
        if isinstance(block, ReadTable):
            yield block.caption
            yield from (cell.text for row in block.rows for cell in row.cells if cell.text)
            yield from block.notes
        else:
            yield block.text


def printed(reading: Reading, pattern: re.Pattern[str], *signs: str) -> Iterator[tuple[str, Place]]:
    """Every match of a pattern in a document, contents and running heads included, with its place.

    Texts with none of the `signs` are passed over; none means that every text is looked at.
    """
    for block in reading.blocks:
        if isinstance(block, ReadTable):
            yield from _in_table(block, pattern, signs)
        elif _has(block.text, signs):
            for found in pattern.finditer(block.text):
                yield found[0], block.place.quoting(block.text)


def _has(text: str, signs: tuple[str, ...]) -> bool:
    return not signs or any(sign in text for sign in signs)


def _in_table(table: ReadTable, pattern: re.Pattern[str], signs: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
    heads = table.rows[0].cells if table.rows else ()
    for row in table.rows:
        for index, cell in enumerate(row.cells):
            for found in pattern.finditer(cell.text) if _has(cell.text, signs) else ():
                held = row.place
                yield found[0], Place(
                    page=held.page, line=held.line, table=table.number, row=row.text(0), quote=cell.text,
                    column=heads[index].text if index < len(heads) else "", row_number=held.row_number,
                    column_number=index + 1, cell=cell.address or held.cell, sheet=held.sheet, file=held.file,
                )  # fmt: skip
