"""The report as text: a paragraph for each finding, then what was checked."""

from collections.abc import Iterator, Sequence

from styrhus.review.report.groups import groups
from styrhus.review.report.words import CONFIDENCE, SEVERITY, checked, difference, noted, place_words, summary
from styrhus.review.review import Review
from styrhus.values.finding import Finding


def write(review: Review, language: str) -> str:
    """The whole report; ends with a line feed."""
    lines = [review.file, ""]
    lines += [problem.render(language) for problem in review.problems]
    for group in groups(review.findings):
        held = [finding for _, finding in group]
        lines += [*_group(held, language, has_lines=review.examined.reading.has_lines), ""]
    lines += [summary(review, language), checked(review.checked, language)]
    return "\n".join(lines) + "\n"


def _group(held: Sequence[Finding], language: str, *, has_lines: bool) -> Iterator[str]:
    """Findings of one rule in one table, their advice once; a finding alone has its place in the first line."""
    first = held[0]
    head = (
        f"{SEVERITY[first.severity].render(language)} [{first.rule}], {CONFIDENCE[first.confidence].render(language)}"
    )
    if len(held) == 1:
        yield f"{head}: {place_words(first.place, language, has_lines=has_lines)}"
        yield from _told(first, language, indent="  ")
    else:
        yield f"{head}:"
        for finding in held:
            yield f"  {place_words(finding.place, language, has_lines=has_lines)}"
            yield from _told(finding, language, indent="    ")
    for advice in dict.fromkeys(finding.advice.render(language) for finding in held):
        yield f"  {_one_line(advice)}"


def _told(finding: Finding, language: str, *, indent: str) -> Iterator[str]:
    message = finding.message.render(language)
    for text in (message, finding.expression, difference(finding, language), noted(finding, language)):
        if text:
            yield f"{indent}{_one_line(text)}"


def _one_line(text: str) -> str:
    # Only line breaks go: a no-break space inside a number must stay.
    return " ".join(part.strip() for part in text.splitlines())
