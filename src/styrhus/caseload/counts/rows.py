"""Rows of a table of counts with their places: what stands under each field."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from styrhus.caseload.counts.cells import NotANumber, number_of
from styrhus.caseload.mapping import CaseMapping
from styrhus.finance.ledger.prepared import Prepared
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class Row:
    """Cells by heading; `line` is the row's number in the file."""

    line: int
    cells: dict[str, str]

    def cell(self, mapping: CaseMapping, field: str) -> str:
        """What stands in the column of a field, translated; empty where there is none."""
        text = self.cells.get(mapping.columns.get(field, ""), "").strip()
        words = {word.lower(): told for word, told in mapping.words.get(field, {}).items()}
        return words.get(text.lower(), text)


def rows(opened: Prepared, mapping: CaseMapping) -> Iterator[Row]:
    """The rows that say something and that the mapping asks for."""
    with opened.path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, delimiter=opened.delimiter)
        before, wanted = 0, {heading: set(words) for heading, words in mapping.only.items()}
        for cells in reader:
            line, before = before + 1, reader.line_num
            if line <= opened.skip or not any(cell.strip() for cell in cells):
                continue
            row = Row(line - opened.skip + opened.first_row - 1, dict(zip(opened.headings, cells, strict=False)))
            if all(row.cells.get(heading, "").strip() in words for heading, words in wanted.items()):
                yield row


class Numbers:
    """Reads numbers of rows and keeps what is wrong with them."""

    def __init__(self, opened: Prepared, mapping: CaseMapping) -> None:
        self._name, self._decimal = opened.name, mapping.decimal
        self.faults: list[Problem] = []

    def read(self, row: Row, heading: str) -> float | None:
        """The number under a heading, None where it is missing, cannot be read or is below zero."""
        text = row.cells.get(heading, "")
        try:
            found = number_of(text, self._decimal)
        except NotANumber:
            remedy = msg("Write a number; leave the cell empty, or write --, where it is missing.")
            self.fault(row, heading, text, (msg("The number cannot be read."), remedy))
            return None
        if found is not None and found < 0:
            told = msg("The number is below zero."), msg("Correct it; leave the cell empty where it is missing.")
            self.fault(row, heading, text, told)
            return None
        return None if found is None else float(found)

    def fault(self, row: Row, heading: str, value: str, told: tuple[Text, Text]) -> None:
        """Keep what is wrong with a cell."""
        message, remedy = told
        self.faults.append(Problem(message, remedy, self._name, row.line, heading, value.strip()[:80]))
