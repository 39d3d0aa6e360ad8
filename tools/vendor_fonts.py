"""Cut the fonts of documents and charts out of the full families; run by hand, needs fonttools and brotli.

    python tools/vendor_fonts.py FOLDER_OF_SOURCE_SANS_3_TTF FOLDER_OF_DEJAVU_TTF

Source Sans 3 is the npm package `source-sans` (folder TTF), DejaVu Sans the Debian package
`fonts-dejavu-core`. The result lies in src/styrhus/paper/fonts and is committed. Cutting changes the
font, and its licence reserves the name "Source" for the unchanged one, so the cut family has our name.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Styrhus Sans"
SOFT_HYPHEN = 0xAD
TARGET = Path(__file__).parent.parent / "src" / "styrhus" / "paper" / "fonts"
STYLES = {"Regular": "Regular", "It": "Italic", "Semibold": "Semibold", "SemiboldIt": "SemiboldItalic"}
ON_THE_WEB = ("Regular", "Semibold")
# No ligatures: a drawing that holds one beside a sign of the other font cannot be set.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum", "pnum"]

EUROPE = [(0x20, 0x24F), (0x259, 0x259), (0x2B9, 0x2DD), (0x300, 0x33F), (0x1E00, 0x1EFF), (0xFB01, 0xFB02)]
GREEK_AND_CYRILLIC = [(0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x491)]
SIGNS = [(0x2000, 0x20BF), (0x2100, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x27BF), (0xFFFD, 0xFFFD)]
# The shapes of the four statuses must come from one font, or they differ in size.
SHAPES = {0x25CB, 0x25CF, 0x25D0}
WEB = [(0x20, 0x17F), (0x300, 0x30C), (0x2000, 0x2044), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2193)]
WEB += [(0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265), (0x2713, 0x2713), (0xFFFD, 0xFFFD)]


def codes(ranges: list[tuple[int, int]]) -> set[int]:
    """Every code point of the ranges, ends included, but for invisible signs that steer other signs."""
    found = {code for first, last in ranges for code in range(first, last + 1)}
    return {code for code in found if unicodedata.category(chr(code)) != "Cf" or code == SOFT_HYPHEN}


def cut(source: Path, target: Path, wanted: set[int], flavor: str | None = None) -> set[int]:
    """Write the glyphs of `wanted` that `source` has to `target`; gives back the code points held."""
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=["*"])
    options.flavor = flavor
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted & set(font.getBestCmap()))
    subsetter.subset(font)
    rename(font)
    font.flavor = flavor
    font.save(target)
    return set(font.getBestCmap())


def rename(font: TTFont) -> None:
    """Give the family the name that the licence leaves us; copyright and licence records stay."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            text = record.toUnicode().replace("Source Sans 3", FAMILY).replace("SourceSans3", FAMILY.replace(" ", ""))
            record.string = text


def write_coverage(held: set[int]) -> None:
    """Note as ranges which code points the fonts can show, for writers that must not meet any other."""
    ranges: list[list[int]] = []
    for code in sorted(held):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    lines = "".join(f"{first:04X} {last:04X}\n" for first, last in ranges)
    (TARGET / "coverage.txt").write_text(lines, encoding="ascii")


def main(source_sans: Path, dejavu: Path) -> None:
    """Cut text fonts, their web versions and the fallback for signs that the text font lacks."""
    held: set[int] = set()
    for style, name in STYLES.items():
        source = source_sans / f"SourceSans3-{style}.ttf"
        found = cut(source, TARGET / f"StyrhusSans-{name}.ttf", codes(EUROPE + GREEK_AND_CYRILLIC + SIGNS) - SHAPES)
        held = held & found if held else found
        if style in ON_THE_WEB:
            cut(source, TARGET / f"StyrhusSans-{name}.woff2", codes(WEB), "woff2")
    signs = codes(GREEK_AND_CYRILLIC + SIGNS) - held
    write_coverage(held | cut(dejavu / "DejaVuSans.ttf", TARGET / "DejaVuSans-Signs.ttf", signs))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
