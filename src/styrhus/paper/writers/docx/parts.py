"""The parts of a Word file, by name."""

from collections.abc import Iterable

from styrhus.paper.blocks import Document
from styrhus.paper.words import ADDRESSES, iso_parts
from styrhus.paper.writers.docx.body import Body
from styrhus.paper.writers.docx.links import BULLETS, FIRST_ORDERED
from styrhus.paper.writers.docx.page import footer, header
from styrhus.paper.writers.docx.styles import FONT, styles_xml
from styrhus.paper.writers.docx.theme import theme_xml
from styrhus.paper.writers.docx.xml import DECLARATION, NAMESPACES, attribute, twips

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_UNDATED = (2000, 1, 1)
"""Created and modified of a document without an ISO date, so that its bytes do not change by the day."""
_LEVELS = 9
_BULLET_SIGNS = ("•", "–", "·")


def parts(document: Document, body: Body) -> dict[str, str | bytes]:
    """All parts in the order in which they are packed."""
    language = ADDRESSES[document.language]
    short = document.short_title or document.title
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _root_relationships(),
        "docProps/core.xml": _core(document, language),
        "docProps/app.xml": _app(document),
        "word/document.xml": body.xml,
        "word/styles.xml": styles_xml(language),
        "word/numbering.xml": _numbering(body.registry.ordered_lists),
        "word/settings.xml": _settings(language),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": theme_xml(),
        "word/header1.xml": header(short, document.publisher, on_side=False),
        "word/footer1.xml": footer(document.status, on_side=False),
        "word/header2.xml": header(short, document.publisher, on_side=True),
        "word/footer2.xml": footer(document.status, on_side=True),
        "word/_rels/document.xml.rels": _relationships(body.registry.relationships()),
        **{f"word/{name}": png for name, png in body.registry.pictures.items()},
    }


def _content_types() -> str:
    kinds = {"document.xml": "document.main", "styles.xml": "styles", "numbering.xml": "numbering",
             "settings.xml": "settings", "fontTable.xml": "fontTable", "header1.xml": "header",
             "header2.xml": "header", "footer1.xml": "footer", "footer2.xml": "footer"}  # fmt: skip
    own = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'{own}<Override PartName="/word/theme/theme1.xml" ContentType="{theme}"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _root_relationships() -> str:
    return _relationships(
        [
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml", ""),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", ""),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml", ""),
        ]
    )


def _relationships(held: Iterable[tuple[str, str, str, str]]) -> str:
    made = ""
    for key, kind, target, mode in held:
        outside = f' TargetMode="{mode}"' if mode else ""
        made += f'<Relationship Id="{key}" Type="{kind}" Target="{attribute(target)}"{outside}/>'
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core(document: Document, language: str) -> str:
    year, month, day = iso_parts(document.date) or _UNDATED
    moment = f"{year:04d}-{month:02d}-{day:02d}T00:00:00Z"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{attribute(document.title)}</dc:title><dc:subject>{attribute(document.subtitle)}</dc:subject>"
        f"<dc:creator>{attribute(document.publisher)}</dc:creator><dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


def _app(document: Document) -> str:
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Styrhus</Application><Company>{attribute(document.publisher)}</Company></Properties>"
    )


def _settings(language: str) -> str:
    """Word counts the pages of the contents when the document is opened; see docs/decisions/documents.md."""
    comma = language.startswith("sv")
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:defaultTabStop w:val="{twips(10)}"/><w:autoHyphenation/>'
        '<w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:updateFields w:val="true"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/>'
        f'<w:decimalSymbol w:val="{"," if comma else "."}"/><w:listSeparator w:val="{";" if comma else ","}"/>'
        "</w:settings>"
    )


def _font_table() -> str:
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _numbering(ordered: list[int]) -> str:
    """One numbering for all bullets, one for every ordered list, which each begin at 1."""
    bullets = _abstract(1, [("bullet", _BULLET_SIGNS[level % 3]) for level in range(_LEVELS)])
    numbers = _abstract(2, [("decimal", f"%{level + 1}.") for level in range(_LEVELS)])
    made = [f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="1"/></w:num>']
    for index, level in enumerate(ordered or [0]):
        restart = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
        made.append(f'<w:num w:numId="{FIRST_ORDERED + index}"><w:abstractNumId w:val="2"/>{restart}</w:num>')
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{bullets}{numbers}{''.join(made)}</w:numbering>"


def _abstract(number: int, levels: list[tuple[str, str]]) -> str:
    made = []
    for level, (kind, sign) in enumerate(levels):
        left, hanging = twips(6 * (level + 1)), twips(6)
        made.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )
    kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{"".join(made)}</w:abstractNum>'
