"""A table that is announced is only missed where it cannot be there unrecognised."""

from dataclasses import replace

from styrhus.paper.readers.text import read
from styrhus.paper.reading import Build
from styrhus.review.review import review

BODY = "Plan\n\n1 Ekonomi\n\nTabellen nedan visar budgeten för nämnden.\n\n{0}2 Personal\n\nNämnden har personal.\n"


def missed(reading):
    return any(finding.rule == "reference-broken" for finding in review(reading).findings)


def test_a_table_that_does_not_come_is_missed():
    assert missed(read(BODY.format("").encode(), "plan.txt"))


def test_a_line_of_numbers_may_be_its_row():
    assert not missed(read(BODY.format("Barn 12,5 -3,1 9,4 75 %\n\n").encode(), "plan.txt"))


def test_a_pdf_without_tags_may_hide_it():
    reading = replace(read(BODY.format("").encode(), "plan.txt"), format="pdf")
    assert not missed(replace(reading, build=Build(tagged=False)))
    assert missed(replace(reading, build=Build(tagged=True)))
