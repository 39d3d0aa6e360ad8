"""What the review says of a document with personal data repeats none of it, whatever the form or the rule."""

import pytest

from styrhus.paper.readers.text import read
from styrhus.review.report import FORMATS, writer
from styrhus.review.review import review

DOCUMENT = """Verksamhetsplan 2025

Klient	Uppdrag	Klart
19811218-9876	Se över stödet	2025-02-30
Övriga	Utreda behovet	löpande
B	Kontakta brukare	2025-03-01

Kontakta 19811218-9876 och och den 31 november 2025.
"""


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_repeats_a_personal_number(form: str) -> None:
    done = review(read(DOCUMENT.encode(), "plan.txt"))
    assert {"personal-data", "date-impossible", "words-repeated"} <= {finding.rule for finding in done.findings}
    written = writer(form)(done, "sv")
    assert "811218" not in written
    assert "9876" not in written
