"""What in the grids does not hang together: months against years, counts against counts, and what nothing uses."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import support_of
from styrhus.finance.grids.placement import PlacementRow, Pricing
from styrhus.finance.grids.reception import CountedAt
from styrhus.finance.grids.span import Span, span_of
from styrhus.finance.grids.volume import gathered, volume_of
from styrhus.finance.labels import label
from styrhus.values.number import format_number, round_half_up
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import Text, msg

FIX = msg("Correct one of them, or leave one empty.")


def placement_problems(dossier: Dossier) -> Iterator[Problem]:
    """Rows whose year is not the sum of its months, whose volumes nothing uses, or that no unit pays for."""
    for row in dossier.placement_rows:
        name = f"{row.target_group}: {row.name}"
        if row.unit is None:
            yield _note(msg("The row has no unit and cannot be held against the ledger."),
                        msg("Say which unit pays."), name)  # fmt: skip
        own = [f for f in dossier.placement_figures if f.row == row.id]
        if row.pricing is Pricing.AMOUNT and any(f.persons is not None or f.price is not None for f in own):
            yield _note(msg("The row has persons or prices, but is said to have an amount only."),
                        msg("Say whether the price is for a day or a month."), name)  # fmt: skip
        yield from _years(dossier, row, name)


def _years(dossier: Dossier, row: PlacementRow, name: str) -> Iterator[Problem]:
    """A year whose twelve months are given too must be their sum."""
    own = [f for f in dossier.placement_figures if f.row == row.id]
    for whole in (f for f in own if span_of(f.period).is_year):
        year = span_of(whole.period).year
        months = [f for f in own if f.basis is whole.basis and f is not whole and span_of(f.period).year == year]
        if not months:
            continue
        parts = gathered(months, row.pricing, Span(year))
        stated = volume_of(whole, row.pricing).amount
        if parts.missing == 0 and parts.amount is not None and stated is not None and parts.amount != stated:
            yield _warning(
                msg(
                    "{basis} {year} is {year_amount} kr, but its months come to {months_amount} kr.",
                    basis=label(whole.basis), year=year, year_amount=_kr(stated), months_amount=_kr(parts.amount),
                ), FIX, name,
            )  # fmt: skip


def support_problems(dossier: Dossier) -> Iterator[Problem]:
    """Payments that are more than a per cent from households × mean cost × months."""
    for value in support_of(dossier):
        computed, paid = value.computed, value.paid
        if computed is not None and paid and abs(computed - paid) * 100 > abs(paid):
            yield _warning(
                msg(
                    "Households × mean cost × months is {computed} kr, but {paid} kr is paid out.",
                    computed=_kr(computed), paid=_kr(paid),
                ), msg("See which of the three is wrong."), f"{label(value.basis).render()} {value.year}",
            )  # fmt: skip


def reception_problems(dossier: Dossier) -> Iterator[Problem]:
    """Counts that another count contradicts, and grants for groups that nobody counts."""
    counts = {(c.group, c.period, c.at): c.persons for c in dossier.reception_cohorts if not c.part}
    for (group, period, at), persons in counts.items():
        if at is not CountedAt.OPENING or not period.isdecimal():
            continue
        before = counts.get((group, str(int(period) - 1), CountedAt.CLOSING))
        if before is not None and persons is not None and before != persons:
            yield _warning(
                msg(
                    "{before} were there at the end of {last_year}, but {persons} at the beginning of {year}.",
                    before=format_number(before), last_year=int(period) - 1, persons=format_number(persons),
                    year=period,
                ), FIX, group,
            )  # fmt: skip
    groups = {c.group for c in dossier.reception_cohorts}
    for instalment in dossier.grant_instalments:
        if instalment.group not in groups:
            yield _warning(msg("A grant is given for a group that nobody counts."),
                           msg("Name the group as in the head-counts."), instalment.group)  # fmt: skip


def _kr(amount: Decimal) -> str:
    return format_number(round_half_up(amount, 0))


def _warning(message: Text, remedy: Text, place: str) -> Problem:
    return Problem(message, remedy, file=place, severity=Severity.WARNING)


def _note(message: Text, remedy: Text, place: str) -> Problem:
    return Problem(message, remedy, file=place, severity=Severity.NOTE)
