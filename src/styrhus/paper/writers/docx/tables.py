"""Tables in Word: a repeated header row, rows that stay whole, a title and description for screen readers."""

from styrhus.paper.blocks import Align, Cell, Row, RowKind, Table
from styrhus.paper.grid import cells, is_wide, numbers_at_foot, spans, stays_whole, widths
from styrhus.paper.palette import LIGHT, status_symbol
from styrhus.paper.writers.docx.page import TEXT_WIDTH, TEXT_WIDTH_ON_SIDE
from styrhus.paper.writers.docx.text import Texts
from styrhus.paper.writers.docx.xml import Paragraph, attribute, run, twips

_BOLD = "<w:b/><w:bCs/>"
_HEAVY = (RowKind.HEADING, RowKind.SUBTOTAL, RowKind.TOTAL)
_SMALL_TYPE = 6
"""With more columns than this the type is smaller."""
_INDENT_MM = 4.0


def table_xml(table: Table, texts: Texts, anchor: str) -> str:
    """The `w:tbl` element; caption and notes are paragraphs around it."""
    total = twips(TEXT_WIDTH_ON_SIDE if is_wide(table) else TEXT_WIDTH)
    measures = [round(total * share) for share in widths(table)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in measures)
    whole = stays_whole(table)
    maker = _Rows(table, texts, anchor, measures)
    rows = "".join(maker.row(row, keep=whole and index + 1 < len(table.rows)) for index, row in enumerate(table.rows))
    return (
        f"<w:tbl><w:tblPr>"
        f'<w:tblStyle w:val="StyrhusTable"/><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(table.caption)}"/>'
        f'<w:tblDescription w:val="{attribute(table.description or table.caption)}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{maker.header()}{rows}</w:tbl>"
    )


class _Rows:
    def __init__(self, table: Table, texts: Texts, anchor: str, measures: list[int]) -> None:
        self.table, self.texts, self.anchor, self.measures = table, texts, anchor, measures
        self.at_foot = numbers_at_foot(table)
        self.size = '<w:sz w:val="17"/><w:szCs w:val="17"/>' if len(table.columns) > _SMALL_TYPE else ""

    def header(self) -> str:
        made = []
        for index, (column, width) in enumerate(zip(self.table.columns, self.measures, strict=True)):
            style = "TableNumber" if column.align is Align.RIGHT else "TableText"
            paragraph = Paragraph(style, run(column.heading, _BOLD + self.size), keep_next=True)
            made.append(
                _cell_xml(width, _margins(index, 1, len(self.measures)) + '<w:vAlign w:val="bottom"/>', paragraph)
            )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(made)}</w:tr>"

    def row(self, row: Row, *, keep: bool) -> str:
        """One row; `keep` holds it on the page of the next, as a group heading always is."""
        keep = keep or row.kind is RowKind.HEADING
        if spans(row):
            made = self.cell(row, 0, keep=keep, span=len(self.measures))
        else:
            made = "".join(self.cell(row, index, keep=keep) for index in range(len(self.measures)))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"

    def cell(self, row: Row, index: int, *, keep: bool, span: int = 1) -> str:
        cell = cells(row, self.table)[index]
        right = self.table.columns[index].align is Align.RIGHT
        look = (_BOLD if row.kind in _HEAVY else "") + self.size
        indent = f'<w:ind w:left="{twips(_INDENT_MM * cell.indent)}"/>' if cell.indent and not right else ""
        content = self.symbol(cell, look) + self.texts.runs(cell.runs, at=self.anchor, look=look)
        paragraph = Paragraph("TableNumber" if right else "TableText", content, keep_next=keep, extra=indent)
        merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        align = '<w:vAlign w:val="bottom"/>' if right and self.at_foot else ""
        width = sum(self.measures[index : index + span])
        return _cell_xml(
            width, merged + _borders(row.kind) + _margins(index, span, len(self.measures)) + align, paragraph
        )

    def symbol(self, cell: Cell, look: str) -> str:
        if not cell.status:
            return ""
        colour = getattr(LIGHT, cell.status).lstrip("#")
        font = '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>'
        bold = _BOLD if _BOLD in look else ""
        return run(f"{status_symbol(cell.status)}\u00a0", f'{font}{bold}<w:color w:val="{colour}"/>{self.size}')


def _cell_xml(width: int, properties: str, paragraph: Paragraph) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{paragraph}</w:tc>'


def _margins(index: int, span: int, columns: int) -> str:
    """The outer columns stand flush with the text above and below."""
    left = '<w:left w:w="0" w:type="dxa"/>' if index == 0 else ""
    right = '<w:right w:w="0" w:type="dxa"/>' if index + span == columns else ""
    return f"<w:tcMar>{left}{right}</w:tcMar>" if left or right else ""


def _borders(kind: RowKind) -> str:
    """A rule over subtotals, firm rules around totals; the rest comes from the table style."""
    ink = LIGHT.ink.lstrip("#")
    sides: tuple[str, ...] = {RowKind.TOTAL: ("top", "bottom"), RowKind.SUBTOTAL: ("top",)}.get(kind, ())
    if not sides:
        return ""
    width = 8 if kind is RowKind.TOTAL else 4
    rules = "".join(f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{ink}"/>' for side in sides)
    return f"<w:tcBorders>{rules}</w:tcBorders>"
