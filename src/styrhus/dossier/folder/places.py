"""Remembers which line each record came from, so that a fault found later can be shown in its file."""

from collections.abc import Sequence
from dataclasses import replace

from styrhus.values.problem import Problem
from styrhus.values.record import Record


class Places:
    """File and row of each record, by dossier field and position."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, int], tuple[str, int | None]] = {}

    def keep(self, field: str, file: str, rows: Sequence[tuple[int, Record]]) -> tuple[Record, ...]:
        """Note where each record stands and give the records alone."""
        counted = file.endswith(".csv")
        for position, (row, _) in enumerate(rows):
            self._rows[field, position] = (file, row if counted else None)
        return tuple(record for _, record in rows)

    def locate(self, problem: Problem) -> Problem:
        """Replace a place such as `goals[3]` by the file and, where it has rows, the row."""
        field, bracket, rest = problem.file.partition("[")
        if not bracket:
            return problem
        file, row = self._rows.get((field, int(rest.rstrip("]"))), (field, None))
        return replace(problem, file=file, row=row)
