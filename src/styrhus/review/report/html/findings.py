"""The findings as HTML: one article each, the gravest first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from styrhus.review.report.words import CONFIDENCE, SEVERITIES, SEVERITY, SYMBOL, difference, noted, place_words
from styrhus.review.review import Review
from styrhus.review.rules import rules
from styrhus.values.finding import Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

Href = Callable[[str], str] | None
"""The address where a rule is explained; None in a file that stands alone."""


def findings_html(review: Review, language: str, rule_href: Href = None) -> str:
    """A section for each severity that has findings."""
    articles = _Articles(language, rule_href, review.examined.reading.has_lines)
    numbered = list(enumerate(review.findings, 1))
    parts = []
    for severity in Severity:
        own = [articles.article(number, f) for number, f in numbered if f.severity is severity]
        if own:
            heading = escape(SEVERITIES[severity].render(language))
            parts.append(f'<section class="review-group"><h2>{heading} ({len(own)})</h2>{"".join(own)}</section>')
    return "".join(parts)


def mark(number: int, severity: Severity, language: str) -> str:
    """Symbol and number of a finding, with its severity for those who cannot see the symbol."""
    word = escape(SEVERITY[severity].render(language))
    return (
        f'<span class="review-mark {severity.value}"><span aria-hidden="true">{SYMBOL[severity]}</span>'
        f'<span class="paper-unseen">{word} </span>{number}</span>'
    )


@dataclass(frozen=True)
class _Articles:
    """Findings of one document, worded in one language; `has_lines` as in Reading."""

    language: str
    rule_href: Href
    has_lines: bool

    @cached_property
    def titles(self) -> dict[str, str]:
        return {rule.id: rule.title.render(self.language) for rule in rules()}

    def article(self, number: int, finding: Finding) -> str:
        """A finding with its number, by which the marks in the tables lead to it."""
        title = self.titles.get(finding.rule, finding.rule)
        sure = self._said(CONFIDENCE[finding.confidence])
        return (
            f'<article class="review-finding {finding.severity.value}" id="finding-{number}">'
            f"<h3>{mark(number, finding.severity, self.language)} {escape(title)}</h3>"
            f'<p class="review-place">{self._linked(finding.place)}</p>{"".join(self._lines(finding))}'
            f'<p class="review-rule">{self._rule(finding.rule)}, {sure}</p></article>'
        )

    def _lines(self, finding: Finding) -> Iterator[str]:
        yield f"<p>{self._said(finding.message)}</p>"
        if finding.place.table is None and finding.place.quote:
            yield f"<blockquote>{escape(finding.place.quote)}</blockquote>"
        for sum_ in (finding.expression, difference(finding, self.language)):
            if sum_:
                yield f'<p class="review-sum">{escape(sum_)}</p>'
        for place in finding.related:
            quote = f" ”{place.quote}”" if place.quote else ""
            yield f'<p class="review-place">{self._said(msg("See also"))}: {self._place(place)}{escape(quote)}</p>'
        if told := noted(finding, self.language):
            yield f'<p class="review-noted">{escape(told)}</p>'
        yield f'<p class="review-advice">{self._said(finding.advice)}</p>'

    def _rule(self, rule: str) -> str:
        name = f"<code>{escape(rule)}</code>"
        return name if self.rule_href is None else f'<a href="{escape(self.rule_href(rule))}">{name}</a>'

    def _linked(self, place: Place) -> str:
        """The place as a link to its row in the report's own tables, where it is in one."""
        if place.table is None or place.row_number is None:
            return self._place(place)
        return f'<a href="#table-{place.table}-row-{place.row_number}">{self._place(place)}</a>'

    def _place(self, place: Place) -> str:
        return escape(place_words(place, self.language, has_lines=self.has_lines))

    def _said(self, text: Text) -> str:
        return escape(text.render(self.language))
