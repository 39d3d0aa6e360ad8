"""What a rule of the review is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from styrhus.review.examined import Examined
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import Text


@dataclass(frozen=True)
class Rule:
    """A fault that the review looks for; `id` is named after the fault and is what `--allow` takes.

    `what`, `why` and `example` are its page in the handbook. `severity` and `confidence` are the highest that its
    findings have; a single finding may be milder.
    """

    id: str
    severity: Severity
    confidence: Confidence
    title: Text
    what: Text
    why: Text
    example: Text
    check: Callable[[Examined], Iterable[Finding]]
