"""Live figures of what is expected: `expected.income-support.<what>` and `expected.reception.<group>.<what>`.

They follow the figures that the forecast is made from, until the document is decided. What forecasts is read where
it is asked for: it takes a moment, and most texts have no such figure.
"""

from collections.abc import Callable
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.short_name import short_name
from styrhus.dossier.unknown_reference import unknown
from styrhus.values.figure import Figure, Source
from styrhus.values.number import round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

SUPPORT, RECEPTION = "income-support", "reception"
SUPPORT_WORDS: dict[str, tuple[Text, Unit]] = {
    "cost": (msg("expected cost of income support"), Unit.KR),
    "low": (msg("expected cost of income support, 10 % likely at most"), Unit.KR),
    "high": (msg("expected cost of income support, 90 % likely at most"), Unit.KR),
    "households": (msg("expected households on average a month"), Unit.HOUSEHOLDS),
    "at-end": (msg("expected households at the end of the year"), Unit.HOUSEHOLDS),
    "way-cost": (msg("cost of the way to the target of households"), Unit.KR),
    "holds": (msg("probability that the budget of income support is enough"), Unit.PERCENT),
}
RECEPTION_WORDS: dict[str, Text] = {
    "received": msg("expected to be received"), "low": msg("expected to be received, 10 % likely at most"),
    "high": msg("expected to be received, 90 % likely at most"), "at-end": msg("expected to be there at the end"),
}  # fmt: skip


def expected_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """The figure at an address; UnknownReference where there is nothing to forecast from."""
    kinds: dict[str, Callable[[Dossier, str, list[str]], Figure]] = {SUPPORT: _support, RECEPTION: _reception}
    if steps[0] not in kinds:
        raise unknown(address, steps[0], tuple(kinds))
    return kinds[steps[0]](dossier, address, steps[1:])


def _support(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    values = _support_values(dossier)
    if len(steps) != 1 or steps[0] not in values:
        raise unknown(address, ".".join(steps), tuple(values))
    word, unit = SUPPORT_WORDS[steps[0]]
    return _figure(dossier, address, values[steps[0]], unit=unit, word=word)


def _reception(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    groups = _reception_values(dossier)
    if not steps or steps[0] not in groups:
        raise unknown(address, ".".join(steps), tuple(groups))
    values = groups[steps[0]]
    if len(steps) != 2 or steps[1] not in values:
        raise unknown(address, ".".join(steps[1:]), tuple(values))
    return _figure(dossier, address, values[steps[1]], unit=Unit.PERSONS, word=RECEPTION_WORDS[steps[1]])


def _figure(dossier: Dossier, address: str, value: float | None, *, unit: Unit, word: Text) -> Figure:
    exact = None if value is None else round_half_up(Decimal(repr(float(value))), 0)
    return Figure(exact, unit, str(dossier.plan.year), Source(address, word.render()), word.render())


def _support_values(dossier: Dossier) -> dict[str, float | None]:
    if not dossier.income_support:
        return {}
    from styrhus.dossier.income_support_forecast import has_material, outlook  # noqa: PLC0415

    if not has_material(dossier):
        return {}
    found = outlook(dossier)
    cost, at_end, way = found.whole.measures.cost, found.at_end, found.way
    return {
        "cost": cost.mean if cost else None, "low": cost.p10 if cost else None, "high": cost.p90 if cost else None,
        "households": found.whole.measures.persons.mean, "at-end": at_end.mean if at_end else None,
        "way-cost": way.cost.mean if way else None, "holds": None if found.holds is None else found.holds * 100,
    }  # fmt: skip


def _reception_values(dossier: Dossier) -> dict[str, dict[str, float | None]]:
    if not dossier.reception_cohorts and not dossier.reception_scenarios:
        return {}
    from styrhus.dossier.reception_forecast import has_material, outlook  # noqa: PLC0415

    if not has_material(dossier):
        return {}
    found = outlook(dossier)
    values: dict[str, dict[str, float | None]] = {}
    for (group, year), received in found.received.items():
        if year == dossier.plan.year:
            there = found.at_end.get((group, year))
            values[short_name(group, values)] = {
                "received": received.mean, "low": received.p10, "high": received.p90,
                "at-end": there.mean if there else None,
            }  # fmt: skip
    return values
