"""The findings as HTML: one article each, the gravest first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from styrhus.review.report.groups import Numbered, groups
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
    held = groups(review.findings)
    parts = []
    for severity in Severity:
        own = [group for group in held if group[0][1].severity is severity]
        if own:
            heading = f"{escape(SEVERITIES[severity].render(language))} ({sum(map(len, own))})"
            told = "".join(map(articles.article, own))
            parts.append(f'<section class="review-group"><h2>{heading}</h2>{told}</section>')
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

    def article(self, group: Sequence[Numbered]) -> str:
        """Findings of one rule in one table; by their numbers the marks in the tables lead to them."""
        first = group[0][1]
        body = self._alone(*group[0]) if len(group) == 1 else self._several(group)
        advice = dict.fromkeys(self._said(finding.advice) for _, finding in group)
        told = "".join(f'<p class="review-advice">{text}</p>' for text in advice)
        return (
            f'<article class="review-finding {first.severity.value}">{body}{told}'
            f'<p class="review-rule">{self._rule(first.rule)}, {self._said(CONFIDENCE[first.confidence])}</p></article>'
        )

    def _alone(self, number: int, finding: Finding) -> str:
        return (
            f'<h3 id="finding-{number}">{mark(number, finding.severity, self.language)} {self._title(finding)}</h3>'
            f'<p class="review-place">{self._linked(finding.place)}</p>{"".join(self._lines(finding))}'
        )

    def _several(self, group: Sequence[Numbered]) -> str:
        items = "".join(
            f'<li id="finding-{number}"><p>{mark(number, finding.severity, self.language)} '
            f'<span class="review-place">{self._linked(finding.place)}</span></p>{"".join(self._lines(finding))}</li>'
            for number, finding in group
        )
        return f'<h3>{self._title(group[0][1])} ({len(group)})</h3><ul class="review-several">{items}</ul>'

    def _title(self, finding: Finding) -> str:
        return escape(self.titles.get(finding.rule, finding.rule))

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
