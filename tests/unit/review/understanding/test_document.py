"""What kind of document it is and which year it is about."""

import pytest

from styrhus.paper.readers.text import read
from styrhus.review.understanding.document import DocumentKind, about


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("Verksamhetsplan och internbudget 2025\n\nSocialnämnden", DocumentKind.PLAN, 2025),
        ("Internkontrollplan 2025", DocumentKind.PLAN, 2025),
        ("Delårsrapport januari–augusti 2024", DocumentKind.REPORT, 2024),
        ("Årsredovisning 2023\n\nBudget 2024 beslutades i juni.", DocumentKind.REPORT, 2023),
        ("Virksomhetsplan 2025", DocumentKind.PLAN, 2025),
        ("Tilinpäätös 2024", DocumentKind.REPORT, 2024),
        ("Protokoll\n\nIndikator\tUtfall 2024\tMål 2025\nA\t1\t2", DocumentKind.OTHER, 2025),
    ],
)
def test_title_tells_kind_and_year(text: str, kind: DocumentKind, year: int) -> None:
    found = about(read(text.encode(), "dokument.txt"))
    assert (found.kind, found.year) == (kind, year)


def test_the_file_name_tells_the_year_when_the_title_does_not() -> None:
    assert about(read(b"Verksamhetsplan\n\nText.", "plan-2026.txt")).year == 2026
