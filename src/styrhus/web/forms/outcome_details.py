"""What a reporter says about the outcome of a period beside its value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from styrhus.plan.outcome import Outcome


@dataclass(frozen=True)
class Details:
    """Texts as typed; `was_preliminary` is what was stored when the form was opened."""

    preliminary: bool = False
    was_preliminary: bool = False
    as_of: str = ""
    awaiting: str = ""
    source: str = ""
    note: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def preliminary_changed(self) -> bool:
        return self.preliminary != self.was_preliminary

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the outcome of the whole."""
        day = None if "as_of" in self.errors or not self.as_of else date.fromisoformat(self.as_of)
        return {
            "preliminary": self.preliminary,
            "as_of": day,
            "awaiting": self.awaiting,
            "source": self.source,
            "note": self.note,
        }


def details_of(outcome: Outcome | None) -> Details:
    """The details of a stored outcome."""
    if outcome is None:
        return Details()
    day = outcome.as_of.isoformat() if outcome.as_of else ""
    return Details(
        outcome.preliminary, outcome.preliminary, day, outcome.awaiting, source=outcome.source, note=outcome.note
    )


def read_details(data: Mapping[str, Any], column: int) -> Details:
    """The details of one column as they were sent in."""
    texts = {name: str(data.get(f"{name}-{column}", "")).strip() for name in ("as_of", "awaiting", "source", "note")}
    return Details(
        preliminary=f"preliminary-{column}" in data,
        was_preliminary=data.get(f"was_preliminary-{column}") == "1",
        errors=_day_errors(texts["as_of"]),
        **texts,
    )


def _day_errors(text: str) -> dict[str, str]:
    try:
        date.fromisoformat(text or "2000-01-01")
    except ValueError:
        return {"as_of": _("The date cannot be read. Write it as year-month-day, such as 2023-12-31.")}
    return {}
