"""Tracing a figure: what it is, where it stands, which texts show it and what contradicts it."""

import re
from dataclasses import dataclass

from styrhus.dossier.document import Section
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import resolve
from styrhus.finance.fact import Contradiction, Fact
from styrhus.finance.table import Row, Table
from styrhus.plan.indicator import Indicator
from styrhus.values.figure import Figure

EXPRESSION = re.compile(r"\{\{\s*([^}|]+?)\s*(?:\|[^}]*)?\}\}")


@dataclass(frozen=True)
class Trace:
    """A figure with its home: the table and row, the indicator or the fact that holds it, when there is one.

    `made_of` are the figures that a computed one is the difference of, later first.
    """

    ref: str
    figure: Figure
    table: Table | None = None
    row: Row | None = None
    indicator: Indicator | None = None
    fact: Fact | None = None
    made_of: tuple[Figure, ...] = ()
    sections: tuple[Section, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


def trace(dossier: Dossier, ref: str) -> Trace:
    """Everything about the figure at an address; UnknownReference when there is none."""
    figure = resolve(dossier, ref)
    kind, *steps = ref.split(".")
    table = dossier.table_by_id.get(steps[0]) if kind == "table" else None
    return Trace(
        ref,
        figure,
        table=table,
        row=table.row_by_id[steps[1]] if table else None,
        indicator=dossier.indicator_by_id.get(steps[0]) if kind in {"outcome", "target"} else None,
        fact=dossier.fact_by_id.get(".".join(steps)) if kind == "fact" else None,
        made_of=_made_of(dossier, kind, steps),
        sections=tuple(section for section in dossier.sections if ref in references_in(section.text)),
        contradictions=contradictions_of(dossier, ref),
    )


def references_in(text: str) -> set[str]:
    """The addresses of the live figures in a text."""
    return set(EXPRESSION.findall(text))


def contradictions_of(dossier: Dossier, ref: str) -> tuple[Contradiction, ...]:
    """The published contradictions that name a figure."""
    return tuple(held for held in dossier.contradictions if ref in held.refs)


def _made_of(dossier: Dossier, kind: str, steps: list[str]) -> tuple[Figure, ...]:
    if kind == "outlook" and steps[1] == "frame-variance":
        forecast = resolve(dossier, f"followup.{steps[0]}.all.all.forecast")
        return resolve(dossier, f"grant.{dossier.plan.year}").to(forecast.unit), forecast
    if kind != "grant" or steps[0] != "change":
        return ()
    year = int(steps[1])
    return resolve(dossier, f"grant.{year}"), resolve(dossier, f"grant.{year - 1}")
