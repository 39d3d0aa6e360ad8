"""The organisation: units as a tree with validity dates, and what becomes of them in a reorganisation."""

from datetime import date
from enum import StrEnum

from styrhus.values.record import Id, Name, Record


class UnitKind(StrEnum):
    ADMINISTRATION = "administration"
    AREA = "area"
    UNIT = "unit"
    RESULT_UNIT = "result_unit"


class OrganisationUnit(Record):
    """A unit; `successors` name the units that take over when it ends (merged or split)."""

    id: Id
    name: Name
    kind: UnitKind
    parent: Id | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[Id, ...] = ()
    note: str = ""

    def is_valid(self, day: date) -> bool:
        """Whether the unit exists on a day; open ends are open."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_to is None or day <= self.valid_to)
