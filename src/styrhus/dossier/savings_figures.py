"""Addresses of savings: `saving.<id>.<yyyy or yyyy-mm>.<what>` and `gap.<yyyy-mm>.<unit|all|->.<what>`, in kr."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.savings import SavingsYear, latest_month, savings_year
from styrhus.dossier.unknown_reference import unknown
from styrhus.finance.labels import label
from styrhus.finance.savings.gap import GapAccount
from styrhus.finance.savings.realised import known_of, known_sum
from styrhus.finance.savings.saving import Saving
from styrhus.values.figure import Figure, Source
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

OF_YEAR = {
    "planned": msg("planned effect of the year"),
    "change": msg("what the next year adds"),
    "full": msg("full-year effect"),
    "one-off": msg("one-off cost of the year"),
}
OF_MONTH = {
    "planned": msg("planned effect of the month"),
    "realised": msg("realised effect of the month"),
    "realised-to-date": msg("realised effect to date"),
}
GAP = {
    "required": msg("savings required in the year"),
    "planned": msg("identified savings as planned"),
    "realised": msg("savings realised to date"),
    "to-come": msg("savings identified and still to come"),
    "unconfirmed": msg("planned to date that nobody has measured or stated"),
    "at-risk": msg("savings to come that rest on a measure that is paused or abandoned"),
    "ideas": msg("what ideas would add"),
    "gap": msg("required − still to come − realised"),
}
"""What of a gap account, for the whole year as it stands at the end of a month."""


def savings_addresses(dossier: Dossier) -> Iterator[str]:
    """Addresses of every measure's year, and of the gap account at the latest month with anything known."""
    year = dossier.plan.year
    month = latest_month(dossier)
    for saving in dossier.savings:
        yield from (f"saving.{saving.id}.{year}.{what}" for what in OF_YEAR)
        if month:
            yield f"saving.{saving.id}.{year}-{month:02d}.realised-to-date"
    if dossier.savings or any(r.year == year for r in dossier.savings_requirements):
        yield from (f"gap.{year}-{month:02d}.all.{what}" for what in GAP)


def saving_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """The figure of one measure; `realised-to-date` is of the months up to and including the one named."""
    saving = next((held for held in dossier.savings if held.id == steps[0]), None)
    if saving is None:
        raise unknown(address, steps[0], tuple(held.id for held in dossier.savings))
    period, what = (*steps[1:], "", "")[:2]
    year = dossier.plan.year
    months = {f"{year}-{month:02d}": month for month in range(1, 13)}
    if period not in {str(year), *months}:
        raise unknown(address, period, (str(year), *months))
    words = OF_MONTH if period in months else OF_YEAR
    if what not in words or len(steps) != 3:
        raise unknown(address, what, tuple(words))
    held = savings_year(dossier)
    if period in months:
        value, how = _of_month(held, saving, months[period], what)
    else:
        value, how = _of_year(held, saving, what), words[what]
    return Figure(value, Unit.KR, period, Source(address, how.render()), f"{saving.name}: {words[what].render()}")


def _of_year(held: SavingsYear, saving: Saving, what: str) -> Decimal:
    effect = held.effect(saving)
    values = {"planned": effect.this_year, "change": effect.change, "full": effect.full_year, "one-off": effect.one_off}
    return values[what]


def _of_month(held: SavingsYear, saving: Saving, month: int, what: str) -> tuple[Decimal | None, Text]:
    """The amount and how it is known."""
    if what == "planned":
        return held.plan(saving)[month - 1], OF_MONTH[what]
    months = held.given(saving)[month - 1 : month] if what == "realised" else held.given(saving)[:month]
    return known_sum(months), label(known_of(months))


def gap_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """The figure of a gap account; the unit is `all` for the board and `-` for what belongs to no unit."""
    period, unit, what = (*steps, "", "", "")[:3]
    months = {f"{dossier.plan.year}-{month:02d}": month for month in range(13)}
    if period not in months:
        raise unknown(address, period, tuple(months))
    held = savings_year(dossier, months[period])
    accounts: dict[str, GapAccount] = {"all": held.account, **{key or "-": part for key, part in held.by_unit.items()}}
    if unit not in accounts:
        raise unknown(address, unit, tuple(accounts))
    if what not in GAP or len(steps) != 3:
        raise unknown(address, what, tuple(GAP))
    value: Decimal = getattr(accounts[unit].whole, what.replace("-", "_"))
    word = GAP[what].render()
    return Figure(value, Unit.KR, period, Source(address, word), word)
