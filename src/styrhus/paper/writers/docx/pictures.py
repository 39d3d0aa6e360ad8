"""Charts and drawings in Word: a PNG at twice its size, with its text equivalent."""

from styrhus.paper import charts, drawing, raster
from styrhus.paper.blocks import Chart, Drawing
from styrhus.paper.printable import printable
from styrhus.paper.writers.docx.links import Registry
from styrhus.paper.writers.docx.page import TEXT_WIDTH
from styrhus.paper.writers.docx.xml import EMU_PER_MM, attribute

_MM_PER_PIXEL = 25.4 / 96


def picture_xml(block: Chart | Drawing, registry: Registry, *, language: str, name: str) -> str:
    """A run with the picture, as wide as the text at most."""
    svg = charts.svg(block.specification, language) if isinstance(block, Chart) else printable(block.svg)
    width, height = drawing.size(svg)
    scale = min(1.0, TEXT_WIDTH / (width * _MM_PER_PIXEL))
    cx, cy = (round(pixels * _MM_PER_PIXEL * scale * EMU_PER_MM) for pixels in (width, height))
    number, key = registry.next_drawing(), registry.picture(raster.png(svg))
    said = f'id="{number}" name="{attribute(name)}" descr="{attribute(block.alt or block.caption)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        f"<wp:docPr {said}/>"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {said}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )
