"""A finding of the review: which rule, how sure, where, the arithmetic, and what to do."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import Text


class Confidence(StrEnum):
    """How sure a finding is: `rounding` is a difference that rounding may explain, and never an error."""

    CERTAIN = "certain"
    LIKELY = "likely"
    ROUNDING = "rounding"


@dataclass(frozen=True)
class Finding:
    """One contradiction or lack.

    `expression` is the arithmetic written out as in the document (`1 240 + 57 037 = 58 277`). `stated` is what is
    printed and `computed` what follows from the rest of the document, both in `unit` (as it is written in the
    document, empty when not known); None where the finding is not about an amount. `related` are the other places
    that it is about. `noted` is the plan's own explanation when it has noted the contradiction, else empty.
    """

    rule: str
    severity: Severity
    confidence: Confidence
    place: Place
    message: Text
    advice: Text
    expression: str = ""
    stated: Decimal | None = None
    computed: Decimal | None = None
    unit: str = ""
    related: tuple[Place, ...] = ()
    noted: str = ""

    @property
    def difference(self) -> Decimal | None:
        """`stated − computed`, in `unit`."""
        return None if self.stated is None or self.computed is None else self.stated - self.computed
