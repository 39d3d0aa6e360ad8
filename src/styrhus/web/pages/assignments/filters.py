"""What a reader has asked the list of assignments for, as it stands in the address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from styrhus.dossier.dossier import Dossier
from styrhus.plan.assignment import AssignmentKind, AssignmentStatus
from styrhus.plan.labels import label
from styrhus.plan.steering import Decider
from styrhus.values.text import Text, msg
from styrhus.web.pages.assignments.due import Due
from styrhus.web.pages.assignments.rows import AssignmentRow


@dataclass(frozen=True)
class AssignmentsFilter:
    """Empty fields ask for nothing; `report` is yes or no, `remarks` asks for those that a check remarks on."""

    origin: str = ""
    decider: str = ""
    due: str = ""
    status: str = ""
    responsible: str = ""
    kind: str = ""
    report: str = ""
    remarks: bool = False
    q: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "AssignmentsFilter":
        """The filter of an address; words that are not known are kept and simply match nothing."""
        texts = {f.name: query.get(f.name, "").strip() for f in fields(cls) if f.name != "remarks"}
        return cls(**texts, remarks=query.get("remarks") == "1")

    @property
    def is_active(self) -> bool:
        return self != AssignmentsFilter()

    def keeps(self, row: AssignmentRow) -> bool:
        """Whether an assignment answers all that is asked."""
        held = row.assignment
        return (
            self.origin in {"", held.origin}
            and self.decider in {"", held.decided_by}
            and self.due in {"", row.due}
            and self.status in {"", held.status}
            and (not self.responsible or self.responsible in held.responsible)
            and self.kind in {"", held.kind}
            and self.report in {"", "yes" if held.reporting_required else "no"}
            and (not self.remarks or bool(row.remarks))
            and self._says(held.number, held.title, held.description, held.origin, held.note)
        )

    def _says(self, *texts: str) -> bool:
        held = " ".join(texts).casefold()
        return all(word in held for word in self.q.casefold().split())


@dataclass(frozen=True)
class Option:
    value: str
    label: Text | str
    chosen: bool


@dataclass(frozen=True)
class Select:
    """One filter with the options that occur in the plan."""

    name: str
    label: Text
    options: tuple[Option, ...]


def selects(dossier: Dossier, rows: Iterable[AssignmentRow], chosen: AssignmentsFilter) -> tuple[Select, ...]:
    """The filters that have something to choose between."""
    held = dossier.assignments
    dues = {row.due for row in rows}
    offered: list[tuple[str, Text, list[tuple[str, Text | str]]]] = [
        ("origin", msg("Origin"), [(name, name) for name in dict.fromkeys(a.origin for a in held)]),
        ("decider", msg("Decided by"), [(d, label(d)) for d in Decider if d in {a.decided_by for a in held}]),
        ("due", msg("Deadline"), [(d, d.label) for d in Due if d in dues]),
        ("status", msg("Status"), [(s, label(s)) for s in AssignmentStatus if s in {a.status for a in held}]),
        ("responsible", msg("Responsible"), [(n, n) for n in sorted({n for a in held for n in a.responsible})]),
        ("kind", msg("Kind"), [(k, label(k)) for k in AssignmentKind if k in {a.kind for a in held}]),
        ("report", msg("Report"), [("yes", msg("to be reported")), ("no", msg("needs no report"))]),
    ]
    return tuple(
        Select(name, text, tuple(Option(value, words, value == getattr(chosen, name)) for value, words in options))
        for name, text, options in offered
        if len(options) > 1 or getattr(chosen, name)
    )
