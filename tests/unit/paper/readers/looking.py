"""What tests look at in a reading: texts of a kind, and tables as rows of texts."""

from styrhus.paper.reading import Reading, TextKind


def texts(reading: Reading, kind: TextKind) -> list[str]:
    return [block.text for block in reading.texts if block.kind is kind]


def levels(reading: Reading) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in reading.texts if block.kind is TextKind.HEADING]


def rows(reading: Reading, table: int = 1) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in reading.tables[table - 1].rows]
