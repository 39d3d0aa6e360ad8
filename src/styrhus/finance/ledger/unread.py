"""Rows that have too few or too many cells, as they are when a file is cut or edited."""

import duckdb

from styrhus.finance.ledger.load import REJECTS
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.problem_list import MOST_FAULTS, at_most
from styrhus.values.problem import Problem
from styrhus.values.text import msg

_BROKEN = {
    "MISSING COLUMNS": msg("The row has fewer cells than the headings."),
    "TOO MANY COLUMNS": msg("The row has more cells than the headings."),
    "INVALID ENCODING": msg("The row has letters that are not of the file's encoding."),
    "UNQUOTED VALUE": msg("The row has a quotation mark that does not end."),
}
_CUT = msg("The file may have been cut off or edited; fetch it anew from the system that wrote it.")
_OTHER_ENCODING = msg("Choose another encoding in the mapping, or leave it empty so that it is recognised.")


def unread(connection: duckdb.DuckDBPyConnection, prepared: Prepared) -> tuple[Problem, ...]:
    """Rows with too few or too many cells, or with a quote that does not end: as they are when a file is cut."""
    rows = connection.execute(
        f"SELECT line, min(error_type::VARCHAR), min(csv_line) FROM {REJECTS} GROUP BY line "
        f"ORDER BY line LIMIT {MOST_FAULTS}"
    ).fetchall()
    counted = connection.execute(f"SELECT count(DISTINCT line) FROM {REJECTS}").fetchone()
    told = tuple(
        Problem(
            _BROKEN.get(kind, msg("The row cannot be read.")),
            _OTHER_ENCODING if kind == "INVALID ENCODING" else _CUT,
            prepared.name,
            int(line),
            value=(text or "")[:80],
        )
        for line, kind, text in rows
    )
    return at_most(told, prepared.name, count=int(counted[0]) if counted else None)
