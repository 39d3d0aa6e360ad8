"""Every rule of the review with what, why and example, as the application words it."""

from styrhus.review.report.words import SEVERITY
from styrhus.review.rule import Rule
from styrhus.review.rules import rules
from styrhus.values.problem import Severity


def rules_list() -> str:
    """A heading for each severity, below it the rules."""
    parts = []
    for severity in Severity:
        own = [rule for rule in rules() if rule.severity is severity]
        parts += [f"## {SEVERITY[severity].render('sv')}", *map(_entry, own)] if own else []
    return "\n\n".join(parts)


def _entry(rule: Rule) -> str:
    what, why, example = (text.render("sv") for text in (rule.what, rule.why, rule.example))
    return f"### {rule.title.render('sv')}\n\n`{rule.id}`\n\n{what}\n\n*Varför:* {why}\n\n*Exempel:* {example}"
