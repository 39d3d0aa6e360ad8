"""The findings as HTML: one article each, the gravest first."""

from collections.abc import Callable, Iterator
from html import escape

from styrhus.review.report.words import CONFIDENCE, SEVERITIES, SEVERITY, SYMBOL, difference, noted, place_words
from styrhus.review.review import Review
from styrhus.review.rules import rules
from styrhus.values.finding import Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

Href = Callable[[str], str] | None
"""The address where a rule is explained; None in a file that stands alone."""


def findings_html(review: Review, language: str, rule_href: Href = None) -> str:
    """A section for each severity that has findings."""
    titles = {rule.id: rule.title.render(language) for rule in rules()}
    numbered = list(enumerate(review.findings, 1))
    parts = []
    for severity in Severity:
        own = [(number, finding) for number, finding in numbered if finding.severity is severity]
        if own:
            articles = "".join(
                _article(number, f, titles.get(f.rule, f.rule), language, rule_href=rule_href) for number, f in own
            )
            heading = escape(SEVERITIES[severity].render(language))
            parts.append(f'<section class="review-group"><h2>{heading} ({len(own)})</h2>{articles}</section>')
    return "".join(parts)


def mark(number: int, severity: Severity, language: str) -> str:
    """Symbol and number of a finding, with its severity for those who cannot see the symbol."""
    word = escape(SEVERITY[severity].render(language))
    return (
        f'<span class="review-mark {severity.value}"><span aria-hidden="true">{SYMBOL[severity]}</span>'
        f'<span class="paper-unseen">{word} </span>{number}</span>'
    )


def _article(number: int, finding: Finding, title: str, language: str, *, rule_href: Href) -> str:
    lines = "".join(_lines(finding, language))
    return (
        f'<article class="review-finding {finding.severity.value}" id="finding-{number}">'
        f"<h3>{mark(number, finding.severity, language)} {escape(title)}</h3>"
        f'<p class="review-place">{_place(finding, language)}</p>{lines}'
        f'<p class="review-rule">{_rule(finding.rule, rule_href)}, '
        f"{escape(CONFIDENCE[finding.confidence].render(language))}</p></article>"
    )


def _rule(rule: str, rule_href: Href) -> str:
    name = f"<code>{escape(rule)}</code>"
    return name if rule_href is None else f'<a href="{escape(rule_href(rule))}">{name}</a>'


def _place(finding: Finding, language: str) -> str:
    words = escape(place_words(finding.place, language))
    if finding.place.table is None or finding.place.row_number is None:
        return words
    return f'<a href="#table-{finding.place.table}-row-{finding.place.row_number}">{words}</a>'


def _lines(finding: Finding, language: str) -> Iterator[str]:
    yield f"<p>{escape(finding.message.render(language))}</p>"
    if finding.place.table is None and finding.place.quote:
        yield f"<blockquote>{escape(finding.place.quote)}</blockquote>"
    if finding.expression:
        yield f'<p class="review-sum">{escape(finding.expression)}</p>'
    if told := difference(finding, language):
        yield f'<p class="review-sum">{escape(told)}</p>'
    for place in finding.related:
        yield f'<p class="review-place">{escape(msg("See also").render(language))}: {_related(place, language)}</p>'
    if told := noted(finding, language):
        yield f'<p class="review-noted">{escape(told)}</p>'
    yield f'<p class="review-advice">{escape(finding.advice.render(language))}</p>'


def _related(place: Place, language: str) -> str:
    quote = f" ”{place.quote}”" if place.quote else ""
    return escape(place_words(place, language) + quote)
