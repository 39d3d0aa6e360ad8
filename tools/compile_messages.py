"""Compile every .po catalogue of the package to the .mo file that Django reads."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "src" / "styrhus" / "locale"


def compile_catalogue(source: Path) -> Path:
    """Write the .mo file beside `source` in one step, so that a running server never reads half a file."""
    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=source.parent.parent.name)
    target = source.with_suffix(".mo")
    unfinished = target.with_suffix(".mo.new")
    with unfinished.open("wb") as stream:
        write_mo(stream, catalogue)
    return unfinished.replace(target)


def main() -> None:
    """Compile all catalogues."""
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        compile_catalogue(source)


if __name__ == "__main__":
    main()
