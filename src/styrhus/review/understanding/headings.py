"""Which rows of a table are headings, and what the headings of its columns are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from styrhus.paper.reading import ReadRow, ReadTable
from styrhus.review.understanding.heading_words import words_of
from styrhus.review.understanding.years import when
from styrhus.values.printed import cell_number, is_missing, year_of
from styrhus.values.unit_words import units_in

_YEAR_CELL = re.compile(r"(?:19|20)\d\d|20[0-4]\d(?:0[1-9]|1[0-2])|2 0\d\d|1 9\d\d")
_NAMED_YEAR = re.compile(r"[^\W\d]{2,}\.? (?:19[89]\d|20[0-4]\d)\*?")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_SPLITS = re.compile(
    r"(?:k|m|kv|kvinnor|män|kvinna|man|flickor|pojkar|tot\.?|totalt?|helår|hela året|naiset|miehet|tjejer|killar"
    r"|kvinner|menn|alla|samtliga)\.?", re.IGNORECASE,
)  # fmt: skip
# Soft hyphens and zero-width marks, which word processors leave.
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\ufeff]")
_AND = re.compile(r"(?:och|eller|samt|og|ja|tai|and|or)\b")
MOST_HEADING_ROWS = 6
# Older documents are not reviewed, and `2 000` alone is more likely an amount.
OLDEST = 2005


@dataclass(frozen=True)
class Headings:
    """`count` heading rows at the top; for each column its joined heading, and the one that spans it with others."""

    count: int
    texts: tuple[str, ...]
    groups: tuple[str, ...]
    leaves: tuple[str, ...]
    repeated: frozenset[int]
    """Rows further down that repeat the headings."""
    renamed: frozenset[int]
    """Rows further down that repeat them under another label, which heads the rows below."""


def headings_of(table: ReadTable) -> Headings:
    """The headings of a table; none when its first row is data."""
    count = min(_count(table), len(table.rows))
    rows = table.rows[:count]
    texts, groups = _joined(rows, table.width)
    leaves = tuple(next((r.text(c) for r in reversed(rows) if r.text(c).strip()), "") for c in range(table.width))
    return Headings(count, texts, groups, leaves, *_repeated(table, count))


def is_data(text: str) -> bool:
    """Whether a cell holds a value or a mark for a missing one; a year alone is no value here."""
    plain = _SPACES.sub(" ", text.strip())
    if not plain or _YEAR_CELL.fullmatch(plain.rstrip("* ")):
        return False
    # `Antal 2023` names a column of 2023; `Antal 12` is a value.
    return is_missing(plain) or (cell_number(plain) is not None and _NAMED_YEAR.fullmatch(plain) is None)


def _count(table: ReadTable) -> int:
    if table.header_rows is not None and (table.header_rows > 0 or not _reads_as_heading(table.rows[0])):
        return table.header_rows + _more(table, table.header_rows) if table.header_rows else 0
    if not table.rows or not _reads_as_heading(table.rows[0]) or _is_keyed(table):
        return 0
    if not _is_numeric(table):
        return 1 + _more(table, 1)
    count = 0
    seen_columns = False
    for row in table.rows[:MOST_HEADING_ROWS]:
        cells = [cell.text for cell in row.cells[1:] if cell.text.strip()]
        # Under headings a row with a name and nothing but years is more likely values that look like years.
        named = seen_columns and bool(row.text(0).strip()) and len(_years(row)) == len(cells)
        if not _reads_as_heading(row) or named or (seen_columns and not _stands_over_values(table, row, count)):
            break
        seen_columns = seen_columns or bool(cells)
        count += 1
    return count if count < len(table.rows) else 1


def _more(table: ReadTable, count: int) -> int:
    """Further heading rows under the declared or first one: every cell is a year, a role or a unit."""
    more = 0
    for row in table.rows[count : count + 2]:
        cells = [cell.text for cell in row.cells[1:] if cell.text.strip()]
        if len(cells) < 2 or not _reads_as_heading(row) or not all(is_heading_word(text) for text in cells):
            break
        if len(row.text(0).split()) > 2 and not is_heading_word(row.text(0)):
            break  # an assignment with a budget officer and a date is a row
        more += 1
    return more if count + more < len(table.rows) else 0


def _stands_over_values(table: ReadTable, row: ReadRow, index: int) -> bool:
    """Whether a further heading row holds heading words alone, or texts that stand over columns of values."""
    held = [column for column in range(1, len(row.cells)) if row.text(column).strip()]
    if all(is_heading_word(row.text(column)) for column in held):
        return True
    below = [other for other in table.rows[index + 1 :] if any(is_data(cell.text) for cell in other.cells[1:])]
    return all(2 * sum(is_data(other.text(column)) for other in below) > len(below) for column in held)


def _reads_as_heading(row: ReadRow) -> bool:
    """No value in it; years in it are different and near each other (`2 000 | 2 000 | 2 000` are values)."""
    texts = [cell.text for cell in row.cells]
    if any(is_data(text) for text in texts[1:]) or (len(texts) == 1 and is_data(texts[0])):
        return False
    named = _years(row)
    # Without label and with words among them (`| 2019 | 2020 | 2020 | budget 2020`) years are no values.
    worded = not texts[0].strip() and sum(bool(text.strip()) for text in texts) > len(named) > 0
    if len(named) > 1 and not worded and (len(set(named)) < 2 or len({named.count(name) for name in named}) > 1):
        return False
    years = [int(name[:4]) for name in named]
    return all(OLDEST <= year <= OLDEST + 40 for year in years) and (not years or max(years) - min(years) <= 15)


def _years(row: ReadRow) -> list[str]:
    """The years and months (`201711`) that are all that their cells hold."""
    plain = [_SPACES.sub(" ", cell.text.strip()).rstrip("* ") for cell in row.cells[1:]]
    return [text.replace(" ", "") for text in plain if _YEAR_CELL.fullmatch(text)]


def is_heading_word(text: str) -> bool:
    """Whether a short text is a year, a period, a version, a unit or a split: what stands in a lower heading row."""
    plain = _SPACES.sub(" ", text.strip())
    if len(plain) > 40:
        return False
    found = when(plain)
    named = found.year or found.period or words_of(plain).role or year_of(plain)
    return bool(named) or _SPLITS.fullmatch(plain) is not None or next(units_in(plain), None) is not None


def _is_keyed(table: ReadTable) -> bool:
    """A list of names and values (`Datum: | 2014-11-20`), which has no headings."""
    labels = [row.text(0).strip() for row in table.rows]
    return table.width == 2 and sum(label.endswith(":") for label in labels) * 2 > len(labels)


def _is_numeric(table: ReadTable) -> bool:
    """Whether most rows hold values beside their label."""
    with_values = sum(any(is_data(cell.text) for cell in row.cells[1:]) for row in table.rows)
    return with_values * 2 >= len(table.rows) or with_values >= 3


def _joined(rows: Sequence[ReadRow], width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    filled: list[list[str]] = []
    groups = [""] * width
    for level, row in enumerate(rows):
        texts = [row.text(column).strip() for column in range(width)]
        for start, end in _spans(row, rows[level + 1 :], width):
            for column in range(start, end):
                texts[column] = texts[start]
                groups[column] = groups[column] or texts[start]
        filled.append(texts)
    return tuple(_join([texts[column] for texts in filled]) for column in range(width)), tuple(groups)


def _spans(row: ReadRow, below: Sequence[ReadRow], width: int) -> list[tuple[int, int]]:
    """From which to which column (not included) each heading of a row reaches, when it is more than one."""
    result = []
    for start, cell in enumerate(row.cells):
        if not cell.text.strip():
            continue
        end = start + cell.spans
        if cell.spans == 1 and start > 0:
            while end < width and not row.text(end).strip():
                end += 1
            words = [next((r.text(c) for r in below if r.text(c).strip()), "") for c in range(start, end)]
            end = end if all(word.strip() and is_heading_word(word) for word in words) else start + 1
        # What spans the table from its first column is its title and heads no column.
        if end > start + 1 and start > 0:
            result.append((start, min(end, width)))
    return result


def _join(parts: list[str]) -> str:
    return one_line("\n".join(dict.fromkeys(_SPACES.sub(" ", one_line(part)) for part in parts if part)))


def one_line(text: str) -> str:
    """A text whose lines were broken by a narrow column: a word that was parted with a hyphen is whole again."""
    parts: list[str] = []
    for line in map(str.strip, _INVISIBLE.sub("", text).split("\n")):
        if parts and parts[-1].endswith("-") and line[:1].islower() and not _AND.match(line):
            parts[-1] = parts[-1][:-1]
        elif parts and line:
            parts.append(" ")
        parts.append(line)
    return "".join(parts).strip()


def _repeated(table: ReadTable, count: int) -> tuple[frozenset[int], frozenset[int]]:
    heads = {_key(row) for row in table.rows[:count]} - {()}
    columns = {key[1:] for key in heads if any(key[1:])}
    below = [(i, _key(row)) for i, row in enumerate(table.rows) if i >= count]
    repeated = frozenset(i for i, key in below if key in heads)
    return repeated, frozenset(i for i, key in below if key[1:] in columns) - repeated


def _key(row: ReadRow) -> tuple[str, ...]:
    texts = tuple(_SPACES.sub(" ", cell.text.strip()).lower() for cell in row.cells)
    return texts if any(texts[1:]) or len(texts) == 1 else ()
