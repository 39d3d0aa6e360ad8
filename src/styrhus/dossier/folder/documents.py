"""Records that are documents: a folder with a JSON file for each, named as its id."""

import json
from pathlib import Path

from pydantic import ValidationError

from styrhus.dossier.folder.faults import Faults
from styrhus.dossier.folder.files import read_text
from styrhus.dossier.folder.layout import JsonPart
from styrhus.forecast.written import canonical
from styrhus.values.record import Record
from styrhus.values.text import msg

CONTENT = "content"
"""The field whose text is JSON itself, which stands in the file as what it is."""


def read_documents(root: Path, part: JsonPart, faults: Faults) -> list[tuple[int, Record]]:
    """The records of a folder with their ordinal number."""
    folder = root / part.folder
    found: list[tuple[int, Record]] = []
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        name = f"{part.folder}/{path.name}"
        if path.suffix != ".json":
            faults.add(msg("The file name does not follow the format."),
                       msg("Name it as the id, with the ending .json."), file=name)  # fmt: skip
            continue
        record = _record(root, name, part.record, faults)
        if record is not None:
            found.append((len(found), record))
    return found


def _record(root: Path, name: str, record: type[Record], faults: Faults) -> Record | None:
    text = read_text(root, name, faults)
    if text is None:
        return None
    try:
        held = json.loads(text)
        if not isinstance(held, dict):
            raise ValueError("no object")
        if isinstance(held.get(CONTENT), dict):
            held[CONTENT] = canonical(held[CONTENT])
        return record.model_validate({**held, "id": Path(name).stem})
    except ValidationError as error:
        faults.add_validation(error, record, file=name, row=None)
    except (ValueError, RecursionError) as error:
        faults.add(msg("The file is not valid JSON: {error}.", error=str(error)),
                   msg("Take the file as it was written."), file=name)  # fmt: skip
    return None


def document_file(part: JsonPart, record: Record) -> tuple[str, str]:
    """File name and content of a record: a field a line, so that two versions can be compared."""
    held = record.model_dump(mode="json", exclude_defaults=True)
    name = f"{part.folder}/{held.pop('id')}.json"
    lines = (f"  {json.dumps(key)}: {_value(key, value)}" for key, value in held.items())
    return name, "{\n" + ",\n".join(lines) + "\n}\n"


def _value(key: str, value: object) -> str:
    """The content in its own form where it is JSON, everything else as JSON writes it."""
    if key == CONTENT and isinstance(value, str) and _is_canonical(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_canonical(text: str) -> bool:
    try:
        held = json.loads(text)
        return isinstance(held, dict) and canonical(held) == text
    except (ValueError, RecursionError):
        return False
