"""What is known about an indicator beside its values, as pairs of label and words; what is not given is left out."""

from styrhus.dossier.dossier import Dossier
from styrhus.plan.indicator import Direction, Indicator
from styrhus.plan.labels import label
from styrhus.values.text import Text, msg

Fact = tuple[Text, Text | str]


def facts(dossier: Dossier, indicator: Indicator) -> tuple[Fact, ...]:
    """The facts in the order that a reader asks for them."""
    unit = dossier.unit_by_id.get(indicator.responsible_unit or "")
    found: list[tuple[Text, Text | str | None]] = [
        (msg("Definition"), indicator.definition),
        (msg("Method"), indicator.method),
        (msg("Unit"), indicator.unit.label),
        (msg("Direction"), label(indicator.direction) if indicator.direction is not Direction.NONE else None),
        (msg("Board level"), indicator.board_level),
        (msg("Responsible unit"), unit.name if unit else None),
        (msg("Broken down"), _joined(tuple(label(b) for b in indicator.breakdowns))),
        (msg("Lag"), _lag(indicator.lag_years)),
        (msg("Own influence"), indicator.own_influence),
        (msg("History"), None if indicator.has_history else msg("No outcomes of earlier years exist.")),
        (msg("Development"), msg("The measure is under development.") if indicator.under_development else None),
        (msg("Note"), indicator.note),
    ]
    return tuple((name, words) for name, words in found if words)


def _lag(years: int) -> Text | None:
    if not years:
        return None
    if years == 1:
        return msg("An outcome describes the year before.")
    return msg("An outcome describes what was {years} years earlier.", years=years)


def _joined(words: tuple[Text, ...]) -> Text | None:
    """Some words with commas between."""
    if not words:
        return None
    names = {f"w{number}": word for number, word in enumerate(words)}
    return Text(", ".join(f"{{{name}}}" for name in names), names)
