"""SVG drawings as PNG in print colours, for formats that cannot hold drawings."""

from functools import lru_cache

from styrhus.paper import drawing
from styrhus.paper.palette import LIGHT

PIXELS_PER_POINT = 2
_POINTS_PER_INCH = 72
_PAGE = "#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#image(bytes(sys.inputs.drawing), width: 100%)"


@lru_cache(maxsize=64)
def png(svg: str) -> bytes:
    """The drawing at twice its size in pixels; on white, since word processors have dark pages.

    typst draws it rather than vl-convert, which also looks for each text's font among those of the machine.
    """
    import typst  # noqa: PLC0415

    from styrhus.paper.fonts.held import held  # noqa: PLC0415

    width, height = drawing.size(svg)
    made = typst.compile(
        _PAGE.format(width=width, height=height).encode(),
        format="png",
        ppi=_POINTS_PER_INCH * PIXELS_PER_POINT,
        font_paths=held(),
        sys_inputs={"drawing": drawing.for_print(svg, ground=LIGHT.paper)},
    )
    if not isinstance(made, bytes):
        raise TypeError("a drawing is one picture")
    return made
