"""The table in which targets are set: a row for each year and part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.plan.indicator import Indicator
from styrhus.plan.target import Target, TargetKind
from styrhus.values.unit import Unit
from styrhus.web.forms.value_cells import read_cell, write_cell

AMOUNTS = ("value", "change", "partly", "tolerance")
TEXTS = ("reference", "printed", "note")
NAMES = ("year", "part", "kind", *AMOUNTS, *TEXTS)
YEARS_AHEAD = 2
MOST_LINES = 60


@dataclass(frozen=True)
class TargetLine:
    """One target as typed; without a kind the line says nothing, and a stored target of it goes."""

    number: int
    texts: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        if name not in NAMES:  # a template asks for an item before it asks for an attribute
            raise KeyError(name)
        return self.texts.get(name, "")

    @property
    def error_list(self) -> tuple[tuple[str, str], ...]:
        """What is wrong with the line: the heading of each column and what to do."""
        return tuple((str(_HEADINGS[name]), told) for name, told in self.errors.items())


_HEADINGS = {
    "year": gettext_lazy("Year"),
    "kind": gettext_lazy("Kind"),
    "value": gettext_lazy("Value"),
    "change": gettext_lazy("Change"),
    "partly": gettext_lazy("Partly"),
    "tolerance": gettext_lazy("Tolerance"),
}


def target_lines(indicator: Indicator, targets: Sequence[Target], year: int) -> tuple[TargetLine, ...]:
    """The stored targets, and empty lines for the plan year and the two after it where there is none."""
    held = [_texts(indicator, target) for target in targets]
    present = {target.year for target in targets if not target.part}
    held += [{"year": str(y)} for y in range(year, year + YEARS_AHEAD + 1) if y not in present]
    ordered = sorted(held, key=lambda texts: (texts.get("part", ""), texts["year"]))
    return tuple(TargetLine(number, texts) for number, texts in enumerate(ordered))


def _texts(indicator: Indicator, target: Target) -> dict[str, str]:
    amounts = {name: write_cell(getattr(target, name), "", indicator.unit) for name in AMOUNTS}
    words = {name: getattr(target, name) for name in TEXTS}
    return {"year": str(target.year), "part": target.part, "kind": target.kind.value, **amounts, **words}


def read_lines(data: Mapping[str, Any]) -> tuple[TargetLine, ...]:
    """The lines as they were sent in."""
    text = str(data.get("lines", ""))
    count = min(int(text), MOST_LINES) if text.isdecimal() and len(text) < 4 else 0
    return tuple(
        TargetLine(n, {name: str(data.get(f"target-{n}-{name}", "")).strip() for name in NAMES}) for n in range(count)
    )


def targets_from(
    lines: Sequence[TargetLine], indicator: Indicator, stored: Sequence[Target]
) -> tuple[list[dict[str, Any]], tuple[TargetLine, ...]]:
    """The rows to set, and the lines with an error at every field that cannot be read.

    Stored targets that no line stands for are kept.
    """
    told = {(line["year"], line["part"]) for line in lines}
    rows: list[dict[str, Any]] = [dict(t) for t in stored if (str(t.year), t.part) not in told]
    checked = []
    for line in lines:
        row, errors = _row(line, indicator)
        checked.append(TargetLine(line.number, line.texts, errors))
        if row is not None:
            rows.append(row)
    return rows, tuple(checked)


def _row(line: TargetLine, indicator: Indicator) -> tuple[dict[str, Any] | None, dict[str, str]]:
    said = [name for name in (*AMOUNTS, *TEXTS) if line[name]]
    if not line["kind"]:
        return None, {"kind": _("Choose how the outcome is held against the target.")} if said else {}
    errors: dict[str, str] = {}
    row: dict[str, Any] = {name: line[name] for name in ("part", "kind", *TEXTS)}
    if line["kind"] not in set(TargetKind):
        errors["kind"] = _("Choose one of the kinds.")
    if line["year"].isdecimal() and len(line["year"]) == 4:
        row["year"] = int(line["year"])
    else:
        errors["year"] = _("Write a year such as 2024.")
    for name in AMOUNTS:
        read = read_cell(line[name], indicator.unit if name == "value" else _plain(indicator.unit))
        row[name] = read.value
        if read.error or read.mark:
            errors[name] = read.error or _("Leave the field empty when there is no number.")
    return row, errors


def _plain(unit: Unit) -> Unit:
    """Changes and tolerances are numbers also where the value is yes or no."""
    return Unit.NUMBER if unit is Unit.YES_NO else unit
