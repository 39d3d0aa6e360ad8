"""Our fonts as typst takes them, read once in the life of a process."""

from functools import cache

import typst

from styrhus.paper.fonts import FOLDER


@cache
def held() -> typst.Fonts:
    """The fonts of this folder and no others, so that a file looks the same wherever it is made."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
