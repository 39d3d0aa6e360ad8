"""The frame bridge of an example board as the handbook shows it."""

from decimal import Decimal

from handbook.examples import example
from styrhus.finance.bridge import bridge
from styrhus.finance.labels import label
from styrhus.values.number import format_number


def bridge_table(name: str) -> str:
    """Opening, changes, unspecified rest and closing, in the unit of the frame."""
    dossier = example(name)
    year = dossier.plan.year
    found = bridge(dossier.frames, dossier.frame_changes, year)
    if found is None or found.opening is None or found.closing is None or found.residual is None:
        raise LookupError(f"{name} has no whole bridge")
    rows = [(f"Ram {year - 1}", "", format_number(found.opening))]
    rows += [(s.change.label, label(s.change.kind).render("sv"), _signed(s.amount)) for s in found.steps]
    rows += [
        ("**Ej specificerat**", "", f"**{_signed(found.residual)}**"),
        (f"Ram {year}", "", format_number(found.closing)),
    ]
    head = [f"| {found.unit.label.render('sv')} | slag | belopp |", "|---|---|---:|"]
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows)])


def _signed(amount: Decimal) -> str:
    return format_number(amount, 0, signed=True)
