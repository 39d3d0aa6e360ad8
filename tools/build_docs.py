"""Bring the made parts of docs/ up to date and turn its Markdown into pages in build/docs.

With `--check` nothing is written: it tells which parts are out of date and which links lead nowhere.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from handbook.links import broken
from handbook.pages import page
from handbook.pieces import filled
from handbook.words import NoWordError

from styrhus.dossier.folder.schema import folder_schema
from styrhus.review.report.as_json import schema as review_schema

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "docs"
SCHEMAS = {"plan-folder": folder_schema, "review": review_schema}
"""The JSON Schemas of the docs folder, by file name."""
SHOWN = (".png", ".json")
"""What pages show or link to and is copied as it is."""


def sources() -> list[Path]:
    """The Markdown files that people read, README first."""
    found = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [path for path in found if path.exists()]


def made() -> dict[Path, str]:
    """Every file with parts that the program writes, as it should be."""
    texts = {path: path.read_text(encoding="utf-8") for path in sources()}
    files = {path: filled(text) for path, text in texts.items()}
    for name, schema in SCHEMAS.items():
        files[ROOT / "docs" / f"{name}.schema.json"] = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    return files


def stale() -> Iterator[str]:
    """The files whose made parts no longer say what the program does."""
    for path, text in made().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield f"{path.relative_to(ROOT)}: out of date; run: make docs"


def update() -> None:
    """Write what is out of date."""
    for path, text in made().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"{path.relative_to(ROOT)}: brought up to date")


def render() -> None:
    """Write every page anew, with the pictures and files that they show."""
    shutil.rmtree(TARGET, ignore_errors=True)
    for path in sources():
        target = (TARGET / path.relative_to(ROOT)).with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(path, ROOT), encoding="utf-8")
    for path in (ROOT / "docs").rglob("*"):
        if path.suffix in SHOWN:
            target = TARGET / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    print(f"{len(sources())} pages in {TARGET.relative_to(ROOT)}")


def main() -> int:
    """Update or check; gives 1 when something is out of date or a link leads nowhere."""
    check = "--check" in sys.argv[1:]
    try:
        if not check:
            update()
        faults = [*stale(), *(fault for path in sources() for fault in broken(path, ROOT))]
    except NoWordError as missing:
        faults = [f"{missing.args[0]}; then run: make docs"]
    print("\n".join(faults) if faults else "Documentation: up to date, every link leads somewhere.")
    if faults:
        return 1
    if not check:
        render()
    return 0


if __name__ == "__main__":
    sys.exit(main())
