"""What is found in a table whose columns were guessed is never an error."""

from dataclasses import replace

from styrhus.paper.readers.text import read
from styrhus.paper.reading import ReadTable
from styrhus.review.review import review
from styrhus.values.finding import Confidence
from styrhus.values.problem import Severity

FAULTY = "Budget (tkr)\t2022\t2023\nBarn\t100\t110\nVuxna\t200\t230\nSumma\t300\t360\n"


def test_an_error_in_a_doubtful_table_is_a_warning():
    reading = read(FAULTY.encode(), "plan.txt")
    [sure] = review(reading).findings
    assert (sure.severity, sure.confidence) == (Severity.ERROR, Confidence.CERTAIN)
    blocks = tuple(replace(b, doubtful=True) if isinstance(b, ReadTable) else b for b in reading.blocks)
    [doubted] = review(replace(reading, blocks=blocks)).findings
    assert (doubted.severity, doubted.confidence) == (Severity.WARNING, Confidence.LIKELY)
    assert (doubted.rule, doubted.difference) == (sure.rule, sure.difference)
