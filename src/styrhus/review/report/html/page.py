"""The page around the findings and the tables."""

from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

from styrhus.paper.words import ADDRESSES, SKIP_TO_CONTENT
from styrhus.paper.writers.html.style import standalone_style
from styrhus.review.report.html.findings import findings_html
from styrhus.review.report.html.tables import tables_html
from styrhus.review.report.words import checked, summary
from styrhus.review.review import Review
from styrhus.values.text import msg


def write(review: Review, language: str) -> str:
    """One file that needs nothing else: fonts and styles are in it, and no scripts."""
    title = msg("Review of {file}", file=review.file).render(language)
    return f"""<!DOCTYPE html>
<html lang="{ADDRESSES[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{standalone_style()}
{report_style()}
</style>
</head>
<body class="paper-page">
<a class="paper-skip" href="#paper-main">{SKIP_TO_CONTENT.render(language)}</a>
<header class="paper-title"><h1>{escape(title)}</h1></header>
<main class="paper review" id="paper-main" tabindex="-1">
{body(review, language)}
</main>
</body>
</html>
"""


def body(review: Review, language: str, *, rule_href: Callable[[str], str] | None = None) -> str:
    """The report without the page around it, for a page that has `paper.css` and `report_style`.

    `rule_href` gives the address where a rule is explained.
    """
    problems = "".join(f'<p class="review-problem">{escape(p.render(language))}</p>' for p in review.problems)
    return (
        f'<p class="lead">{escape(summary(review, language))}</p><p>{escape(checked(review.checked, language))}</p>'
        f"{problems}{findings_html(review, language, rule_href)}{tables_html(review, language)}"
    )


@cache
def report_style() -> str:
    """The style of findings and marks, by the tokens of `paper.writers.html.stylesheet`."""
    return (Path(__file__).parent / "css" / "report.css").read_text(encoding="utf-8")
