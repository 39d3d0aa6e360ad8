"""Text sections in a plan folder: Markdown files with a few lines of TOML on top."""

import re
import tomllib
from pathlib import Path

from pydantic import ValidationError

from styrhus.dossier.document import Section
from styrhus.dossier.folder.faults import Faults
from styrhus.dossier.folder.files import read_text
from styrhus.dossier.folder.layout import TEXT_FOLDER
from styrhus.values.text import msg

_NAME = re.compile(r"(?P<order>\d+)-(?P<id>.+)\.md")
_FRONT = re.compile(r"\A\+\+\+\n(?P<front>.*?)\n\+\+\+(?:\n|\Z)(?P<text>.*)\Z", re.DOTALL)


def read_sections(root: Path, faults: Faults) -> tuple[Section, ...]:
    """All sections in the order of the numbers in their file names."""
    found = []
    paths = sorted((root / TEXT_FOLDER).glob("*")) if (root / TEXT_FOLDER).is_dir() else []
    for path in paths:
        name = f"{TEXT_FOLDER}/{path.name}"
        fits = _NAME.fullmatch(path.name)
        if fits is None:
            faults.add(msg("The file name does not follow the format."),
                       msg("Name it as number, hyphen, id, such as 010-sammanfattning.md."), file=name)  # fmt: skip
            continue
        section = _section(root, name, fits["id"], faults)
        if section is not None:
            found.append((int(fits["order"]), path.name, section))
    return tuple(section for _, _, section in sorted(found, key=lambda item: item[:2]))


def _section(root: Path, name: str, key: str, faults: Faults) -> Section | None:
    text = read_text(root, name, faults)
    if text is None:
        return None
    fits = _FRONT.match(text)
    if fits is None:
        remedy = msg("Begin the file with +++, title, part, +++ on lines of their own.")
        faults.add(msg("The section has no heading part."), remedy, file=name, row=1)
        return None
    try:
        front = tomllib.loads(fits["front"])
        content = {"id": key, "text": fits["text"].removesuffix("\n")}
        return Section.model_validate(front | content)
    except tomllib.TOMLDecodeError as error:
        faults.add(msg("The file is not valid TOML: {error}.", error=str(error)),
                   msg("Correct the line; texts stand within quotation marks."), file=name)  # fmt: skip
    except ValidationError as error:
        faults.add_validation(error, Section, file=name, row=None)
    return None


def place_of(root: Path, name: str) -> tuple[str, int] | None:
    """The file of a section that a problem calls `text/<id>.md`, and how many lines stand above its text.

    None when the folder has no such section.
    """
    for path in sorted((root / TEXT_FOLDER).glob("*.md")) if (root / TEXT_FOLDER).is_dir() else []:
        fits = _NAME.fullmatch(path.name)
        if fits is not None and name == f"{TEXT_FOLDER}/{fits['id']}.md":
            found = _FRONT.match(path.read_text(encoding="utf-8-sig").replace("\r\n", "\n"))
            return f"{TEXT_FOLDER}/{path.name}", found[0][: found.start("text")].count("\n") if found else 0
    return None


def section_file(section: Section, position: int) -> tuple[str, str]:
    """File name and content of a section; positions count from 0 and leave room between the numbers."""
    front = f'title = {toml_string(section.title)}\npart = "{section.part}"'
    for name in ("document", "period"):
        if value := getattr(section, name):
            front += f"\n{name} = {toml_string(value)}"
    return f"{TEXT_FOLDER}/{(position + 1) * 10:03d}-{section.id}.md", f"+++\n{front}\n+++\n{section.text}\n"


def toml_string(text: str) -> str:
    """A TOML basic string of one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
