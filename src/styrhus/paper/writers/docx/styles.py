"""The styles of a Word document: the names that Word itself knows, in our look."""

from styrhus.paper.palette import LIGHT
from styrhus.paper.writers.docx.page import TEXT_WIDTH
from styrhus.paper.writers.docx.xml import DECLARATION, NAMESPACES, twips

FONT = "Calibri"
_INK, _MUTED, _LINK, _RULE = (c.lstrip("#") for c in (LIGHT.ink, LIGHT.muted, LIGHT.link, LIGHT.rule))
_SHADE = LIGHT.shade.lstrip("#")
_PROSE = f'<w:ind w:right="{twips(TEXT_WIDTH - 134)}"/>'
"""Prose keeps to a readable line, while tables and pictures take the whole width."""


def styles_xml(language: str) -> str:
    """styles.xml; `language` is the tag with region that proofing uses, also in the defaults."""
    paragraphs = "".join((_text(), _headings(), _contents(), _tables(), _lists()))
    return f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults(language)}{paragraphs}{_characters()}{_TABLES}</w:styles>"


def _defaults(language: str) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    run = f'{fonts}<w:color w:val="{_INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    lang = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
    spacing = '<w:spacing w:after="140" w:line="259" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}{lang}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(
    key: str,
    name: str,
    *,
    paragraph: str = "",
    run: str = "",
    based: str = "Normal",
    following: str = "",
    head: str = "",
) -> str:
    """One paragraph style; `head` holds what Word keeps before the properties, such as qFormat."""
    based_on = f'<w:basedOn w:val="{based}"/>' if based else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    default = ' w:default="1"' if key == "Normal" else ""
    custom = ' w:customStyle="1"' if name.startswith("Styrhus") else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{key}"><w:name w:val="{name}"/>{based_on}{after}'
        f"{head}<w:qFormat/>{f'<w:pPr>{paragraph}</w:pPr>' if paragraph else ''}"
        f"{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _text() -> str:
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="14" w:color="{_LINK}"/></w:pBdr>'
    facts = f'<w:tabs><w:tab w:val="left" w:pos="{twips(42)}"/></w:tabs><w:spacing w:after="40"/>'
    hanging = f'<w:ind w:left="{twips(42)}" w:right="{twips(TEXT_WIDTH - 134)}" w:hanging="{twips(42)}"/>'
    border = f'<w:left w:val="single" w:sz="18" w:space="8" w:color="{_LINK}"/>'
    note = f'<w:pBdr>{border}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>'
    note_room = f'<w:spacing w:before="120" w:after="120"/><w:ind w:left="200" w:right="{twips(TEXT_WIDTH - 134)}"/>'
    note_room += "<w:contextualSpacing/>"
    bold = "<w:b/><w:bCs/>"
    header = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{_RULE}"/></w:pBdr><w:spacing w:after="0"/>'
    )
    return "".join(
        (
            _style("Normal", "Normal", based="", paragraph="<w:suppressAutoHyphens/>"),
            _style("BodyText", "Body Text", paragraph=_PROSE),
            _style("Lead", "Styrhus Lead", based="BodyText", run=_size(12.5), following="BodyText"),
            _style("Publisher", "Styrhus Publisher", paragraph='<w:spacing w:before="3000" w:after="240"/>',
                   run=_colour(_MUTED) + _size(11)),
            _style("Title", "Title", following="Subtitle",
                   paragraph='<w:spacing w:after="120" w:line="240" w:lineRule="auto"/>', run=bold + _size(32)),
            _style("Subtitle", "Subtitle", paragraph=f'{line}<w:spacing w:after="400"/>', run=_size(16)),
            _style("Facts", "Styrhus Facts", paragraph=facts + hanging),
            _style("Note", "Styrhus Note", paragraph=note + note_room, run=_size(9.5)),
            _style("Caption", "caption", following="Normal",
                   paragraph='<w:keepNext/><w:spacing w:before="280" w:after="100"/>', run=_size(9.5)),
            _style("Picture", "Styrhus Picture", paragraph='<w:spacing w:after="280"/>'),
            _style("Header", "header", paragraph=header, run=_colour(_MUTED) + _size(8.5)),
            _style("Footer", "footer", paragraph='<w:spacing w:after="0"/>', run=_colour(_MUTED) + _size(8.5)),
        )
    )  # fmt: skip


def _headings() -> str:
    looks = ((20, 480, 160), (14, 360, 120), (11.5, 300, 100), (10.5, 260, 80), (10.5, 260, 80), (10.5, 260, 80))
    made = []
    for level, (size, before, after) in enumerate(looks, 1):
        flow = "<w:keepNext/><w:keepLines/>"
        room = f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        made.append(
            _style(f"Heading{level}", f"heading {level}", following="BodyText", paragraph=flow + room + outline,
                   run="<w:b/><w:bCs/>" + _size(size))
        )  # fmt: skip
    return "".join(made)


def _contents() -> str:
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(TEXT_WIDTH)}"/></w:tabs>'
    heading = '<w:keepNext/><w:spacing w:before="0" w:after="200"/><w:outlineLvl w:val="9"/>'
    made = [_style("TOCHeading", "TOC Heading", paragraph=heading, run="<w:b/><w:bCs/>" + _size(20))]
    for level, (before, indent) in enumerate(((120, 0), (0, 240), (0, 480)), 1):
        room = f'<w:spacing w:before="{before}" w:after="40"/><w:ind w:left="{indent}"/>'
        bold = "<w:b/><w:bCs/>" if level == 1 else ""
        made.append(_style(f"TOC{level}", f"toc {level}", paragraph=tab + room, run=bold, following="Normal"))
    return "".join(made)


def _tables() -> str:
    room = '<w:suppressAutoHyphens w:val="0"/><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
    note = f'<w:spacing w:before="60" w:after="60"/>{_PROSE}'
    after = '<w:spacing w:before="0" w:after="120" w:line="120" w:lineRule="exact"/>'
    return "".join(
        (
            _style("TableText", "Styrhus Table Text", paragraph=room, run=_size(9.5)),
            _style("TableNumber", "Styrhus Table Number", based="TableText", paragraph='<w:jc w:val="right"/>'),
            _style("TableNote", "Styrhus Table Note", paragraph=note, run=_colour(_MUTED) + _size(8.5)),
            _style("TableEnd", "Styrhus Table End", paragraph=after, run=_size(4)),
        )
    )


def _lists() -> str:
    made = []
    for key, name, number in (("ListBullet", "List Bullet", 1), ("ListNumber", "List Number", 2)):
        numbering = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
        tight = '<w:spacing w:after="60"/><w:contextualSpacing w:val="0"/>'
        made.append(_style(key, name, based="BodyText", paragraph=numbering + tight))
    return "".join(made)


def _characters() -> str:
    link = f'<w:color w:val="{_LINK}"/><w:u w:val="single"/>'
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f"<w:rPr>{link}</w:rPr></w:style>"
        '<w:style w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Styrhus Label"/>'
        f"<w:rPr>{_colour(_MUTED)}</w:rPr></w:style>"
    )


_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="14" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="14" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    f"<w:tblPr>{_CELL_MARGINS}</w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="StyrhusTable"><w:name w:val="Styrhus Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_INK}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    "</w:style>"
)
