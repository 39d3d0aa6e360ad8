"""Chapter: loading the dossier of Lund 2023 from its folder and from SQLite."""

from collections.abc import Mapping

from benchmarks.chapter import Chapter, Row, measured
from benchmarks.child import python
from benchmarks.effort import Effort
from benchmarks.timing import Timing, time_in_turns
from benchmarks.words import milliseconds

TITLE = "Loading a dossier"
FOLDER, FOLDER_FIRST = "Folder, again", "Folder, first in a new process"
STORED, STORED_FIRST, KEPT = "SQLite, past the cache", "SQLite, first in a new process", "SQLite, from the cache"
ROWS = (FOLDER, FOLDER_FIRST, STORED, STORED_FIRST, KEPT)

EXPLAINED = """\
The dossier of Lund 2023 holds {values} values: every field of every record that is given. A folder is read with every
value checked, every reference followed and every fault given its line; its peer parses the same files with `csv` and
`tomllib` and understands nothing. From SQLite, the peer is `sqlite3` fetching the same columns of the same rows. The
cache answers when nothing has changed since the last time, which one query tells; its peer is that query by hand. The
first time in a new process counts what is imported then (with SQLite, Django has started already); it has no peer."""


def chapter(environment: Mapping[str, str], effort: Effort) -> Chapter:
    """Measure all of it; `environment` leads to the demo's database."""
    values = int(python("-m", "benchmarks.subjects.values").output)
    folder = time_in_turns("subjects.folder:dossier", "subjects.folder:plain_files", effort=effort)
    stored = time_in_turns(
        "subjects.database:past_cache", "subjects.database:bare_rows", effort=effort, environment=environment
    )
    kept = time_in_turns(
        "subjects.database:cached", "subjects.database:bare_row", effort=effort, environment=environment
    )
    rows = (
        _again(FOLDER, folder, values, "csv and tomllib"),
        Row(FOLDER_FIRST, folder.first, memory=folder.memory),
        _again(STORED, stored, values, "sqlite3, same rows"),
        Row(STORED_FIRST, stored.first, memory=stored.memory),
        _again(KEPT, kept, values, "sqlite3, one row"),
    )
    return measured(TITLE, EXPLAINED.format(values=values), rows)


def _again(what: str, timing: Timing, values: int, against: str) -> Row:
    per = f"{milliseconds(timing.again.median * 1000 / values)} per 1000 values"
    return Row(what, timing.again, per, against, timing.ratio, timing.memory)
