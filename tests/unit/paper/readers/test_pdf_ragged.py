"""Which guessed tables of a PDF are doubtful."""

import pytest

from styrhus.paper.readers.pdf.ragged import is_ragged
from styrhus.paper.reading import ReadCell, ReadRow
from styrhus.values.place import Place

SOUND = (("", "Budget", "Utfall"), ("Barn", "1 200", "1 310"), ("Vuxna", "800", "790"), ("Summa", "2 000", "2 100"))


def table(*rows: tuple[str, ...]) -> tuple[ReadRow, ...]:
    return tuple(ReadRow(tuple(map(ReadCell, cells)), Place()) for cells in rows)


def test_a_table_whose_rows_fit_is_not_doubtful():
    assert not is_ragged(table(*SOUND))


@pytest.mark.parametrize(
    "rows",
    [
        SOUND[1:],
        (*SOUND[:2], ("Vuxna -22,4", "", "790"), SOUND[3]),
        tuple((*row, "" if index != 1 else "7") for index, row in enumerate((*SOUND, *SOUND[1:]))),
    ],
    ids=["no headings", "a label ran into its number", "a column with one number"],
)
def test_a_table_whose_rows_do_not_fit_is_doubtful(rows):
    assert is_ragged(table(*rows))


def test_words_alone_are_not_doubtful():
    assert not is_ragged(table(("Uppdrag", "Klart"), ("Plan 2024", "ja")))
