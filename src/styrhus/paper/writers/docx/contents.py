"""The contents field, filled with its entries so that it reads well before any program has updated it."""

from collections.abc import Sequence
from dataclasses import replace

from styrhus.paper.blocks import Heading
from styrhus.paper.outline import Placed
from styrhus.paper.words import CONTENTS
from styrhus.paper.writers.docx.links import Registry
from styrhus.paper.writers.docx.page import TEXT_WIDTH
from styrhus.paper.writers.docx.xml import Paragraph, field, run, twips

_DEEPEST = 3
_NO_DOTS = f'<w:tabs><w:tab w:val="right" w:leader="none" w:pos="{twips(TEXT_WIDTH)}"/></w:tabs>'
"""Dots that lead to no number would look broken; Word brings them back from the style when it counts."""


def contents_xml(entries: Sequence[Placed], *, registry: Registry, language: str, depth: int) -> tuple[Paragraph, str]:
    """Heading and field; page numbers stay empty until a program has counted, since a guess would be wrong."""
    title = Paragraph("TOCHeading", run(CONTENTS.render(language)))
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [_entry(entry, registry) for entry in entries]
    if not lines:
        lines = [Paragraph("TOC1")]
    first = replace(lines[0], content=begin + lines[0].content)
    end = Paragraph("TOC1", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    field_xml = "".join(str(line) for line in (first, *lines[1:], end))
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return title, f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{field_xml}</w:sdtContent></w:sdt>"


def _entry(entry: Placed, registry: Registry) -> Paragraph:
    text = entry.block.text if isinstance(entry.block, Heading) else ""
    name = registry.bookmark(entry.anchor)
    number = field(f"PAGEREF {name} \\h", "")
    inside = f"{run(text or '–')}<w:r><w:tab/></w:r>{number}"
    content = f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'
    return Paragraph(f"TOC{min(entry.level, _DEEPEST)}", content, extra=_NO_DOTS)
