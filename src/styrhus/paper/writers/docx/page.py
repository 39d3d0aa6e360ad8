"""The measures of an A4 page, its running header and footer, in millimetres."""

from styrhus.paper.writers.docx.xml import DECLARATION, NAMESPACES, Paragraph, field, run, twips

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
SIDE, TOP, BOTTOM = 25.0, 30.0, 26.0
TOP_ON_SIDE, BOTTOM_ON_SIDE = 26.0, 20.0
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
TEXT_WIDTH_ON_SIDE = PAGE_HEIGHT - 2 * SIDE
_HEADER_AND_FOOTER = 14.0


def section(*, on_side: bool, first: bool) -> str:
    """Properties of the section that ends here; the first page of the first section is the title page."""
    number = 7 if on_side else 5
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if on_side else (PAGE_WIDTH, PAGE_HEIGHT)
    top, bottom = (TOP_ON_SIDE, BOTTOM_ON_SIDE) if on_side else (TOP, BOTTOM)
    orient = ' w:orient="landscape"' if on_side else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId{number}"/>'
        f'<w:footerReference w:type="default" r:id="rId{number + 1}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{orient}/>'
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(SIDE)}" w:bottom="{twips(bottom)}" w:left="{twips(SIDE)}" '
        f'w:header="{twips(_HEADER_AND_FOOTER)}" w:footer="{twips(_HEADER_AND_FOOTER)}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )


def header(title: str, publisher: str, *, on_side: bool) -> str:
    """Short title to the left, publisher to the right."""
    content = f"{run(title)}<w:r><w:tab/></w:r>{run(publisher)}"
    paragraph = Paragraph("Header", content, extra=_tab(on_side))
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph}</w:hdr>"


def footer(status: str, *, on_side: bool) -> str:
    """The document's status to the left, page and number of pages to the right: `1 (12)`."""
    pages = f"{field('PAGE', '1')}{run(' (')}{field('NUMPAGES', '1')}{run(')')}"
    paragraph = Paragraph("Footer", f"{run(status)}<w:r><w:tab/></w:r>{pages}", extra=_tab(on_side))
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{paragraph}</w:ftr>"


def _tab(on_side: bool) -> str:
    place = twips(TEXT_WIDTH_ON_SIDE if on_side else TEXT_WIDTH)
    return f'<w:tabs><w:tab w:val="right" w:pos="{place}"/></w:tabs>'
