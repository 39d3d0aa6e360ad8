"""Every rule of the review, with what it finds, why it matters and an example."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrhus.review.report.words import CONFIDENCE, SEVERITY
from styrhus.review.rule import Rule
from styrhus.review.rules import rules
from styrhus.web.frame import PageFrame, plain_frame, say


@dataclass(frozen=True)
class RuleLine:
    """A rule with the gravest that its findings can be, and how sure they then are."""

    rule: Rule
    severity: str
    confidence: str


@dataclass(frozen=True)
class RulesPage:
    frame: PageFrame
    rules: tuple[RuleLine, ...]


def review_rules(request: HttpRequest) -> HttpResponse:
    lines = tuple(RuleLine(rule, say(SEVERITY[rule.severity]), say(CONFIDENCE[rule.confidence])) for rule in rules())
    lead = _("An error is wrong beyond reasonable doubt. A warning is probably wrong; a remark is worth a look.")
    page = RulesPage(plain_frame(request, _("What the review looks for"), lead=lead), lines)
    return render(request, "review/rules.html", {"page": page})
