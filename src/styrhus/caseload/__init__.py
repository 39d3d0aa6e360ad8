"""What happened in the cases, without who it happened to: files of events and counts, and how good they are."""

from styrhus.caseload.read import SpellsRead, read_spells

__all__ = ["SpellsRead", "read_spells"]
