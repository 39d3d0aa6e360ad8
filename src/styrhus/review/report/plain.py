"""The report as text: a paragraph for each finding, then what was checked."""

from collections.abc import Iterator

from styrhus.review.report.words import CONFIDENCE, SEVERITY, checked, difference, noted, place_words, summary
from styrhus.review.review import Review
from styrhus.values.finding import Finding


def write(review: Review, language: str) -> str:
    """The whole report; ends with a line feed."""
    lines = [review.file, ""]
    lines += [problem.render(language) for problem in review.problems]
    for finding in review.findings:
        lines += [*_finding(finding, language, has_lines=review.examined.reading.has_lines), ""]
    lines += [summary(review, language), checked(review.checked, language)]
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, language: str, *, has_lines: bool) -> Iterator[str]:
    severity = SEVERITY[finding.severity].render(language)
    sure = CONFIDENCE[finding.confidence].render(language)
    yield f"{severity} [{finding.rule}], {sure}: {place_words(finding.place, language, has_lines=has_lines)}"
    yield f"  {_one_line(finding.message.render(language))}"
    advice = finding.advice.render(language)
    for text in (finding.expression, difference(finding, language), noted(finding, language), advice):
        if text:
            yield f"  {_one_line(text)}"


def _one_line(text: str) -> str:
    # Only line breaks go: a no-break space inside a number must stay.
    return " ".join(part.strip() for part in text.splitlines())
