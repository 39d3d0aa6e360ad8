"""Import the cases of a plan folder, where it has any."""

from pathlib import Path

from styrhus.actions.import_caseload import CaseloadAlreadyHeld, Imported, import_caseload
from styrhus.caseload.folder import FOLDER, caseload_file, notes_of, population_file
from styrhus.store.models import User


def import_folder_caseload(board: str, folder: Path, *, by: User) -> tuple[Imported, ...]:
    """Bring spells or counts, and the population, of a plan folder in; what is there already is left as it is.

    Raises as `import_caseload` does.
    """
    paths = (caseload_file(folder), population_file(folder))
    notes = notes_of(folder)
    done = []
    for path in filter(None, paths):
        try:
            as_of = notes.as_of if path == paths[0] else None
            name = f"{FOLDER}/{path.name}"
            done.append(import_caseload(board, path, as_of=as_of, by=by, file_name=name, synthetic=notes.synthetic))
        except CaseloadAlreadyHeld:
            continue
    return tuple(done)
