"""Small workbooks made on the fly: XLSX and ODS by hand, so that every odd form can be tried."""

from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from styrhus.paper.readers.sheet_address import address

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts):
    """A zip file of parts by name."""
    body = BytesIO()
    with ZipFile(body, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return body.getvalue()


def cell(row, column, value, formats):
    """`value` is text, a number, a pair of number and format code, or a dict of attributes and content."""
    where = address(row, column)
    if isinstance(value, dict):
        formula = f"<f>{escape(value['formula'])}</f>" if "formula" in value else ""
        style = formats.setdefault(value["code"], len(formats) + 1) if "code" in value else 0
        kind = f' t="{value["type"]}"' if "type" in value else ""
        return f'<c r="{where}" s="{style}"{kind}>{formula}<v>{escape(str(value["value"]))}</v></c>'
    if isinstance(value, tuple):
        return cell(row, column, {"value": value[0], "code": value[1]}, formats)
    if isinstance(value, str):
        return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{where}"><v>{value}</v></c>'


def sheet_xml(rows, formats, *, merged=(), hidden_rows=(), columns=""):
    """The worksheet of `rows`, in which None is an empty cell; an empty list is an empty row."""
    lines = []
    for number, row in enumerate(rows, 1):
        hidden = ' hidden="1"' if number in hidden_rows else ""
        held = "".join(cell(number, c, value, formats) for c, value in enumerate(row, 1) if value is not None)
        lines.append(f'<row r="{number}"{hidden}>{held}</row>')
    joined = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merges = f"<mergeCells>{joined}</mergeCells>" if merged else ""
    return f'<worksheet xmlns="{MAIN}">{columns}<sheetData>{"".join(lines)}</sheetData>{merges}</worksheet>'


def xlsx(sheets, *, states=None, extra=None, **layout):
    """A workbook of sheets by name, each a list of rows; `layout` goes to every sheet."""
    formats = {}
    parts = {
        f"xl/worksheets/sheet{n}.xml": rows if isinstance(rows, str) else sheet_xml(rows, formats, **layout)
        for n, rows in enumerate(sheets.values(), 1)
    }
    entries = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}" state="{(states or {}).get(name, "visible")}"/>'
        for n, name in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(sheets, 1)
    )
    codes = "".join(f'<numFmt numFmtId="{163 + n}" formatCode={quoteattr(code)}/>' for code, n in formats.items())
    used = "".join(f'<xf numFmtId="{163 + n}" fontId="0"/>' for n in formats.values())
    parts |= {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{relations}<Relationship Id="rIdS" Type="{RELATIONS}/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(formats)}">{codes}</numFmts>'
        '<fonts><font><sz val="10"/></font></fonts><fills><fill/></fills><borders><border/></borders>'
        '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0" fontId="0"/>{used}</cellXfs></styleSheet>',
    }
    return zipped(parts | (extra or {}))


def _content_types(sheets):
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    listed = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kinds}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kinds}.styles+xml"/>{listed}</Types>'
    )


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def ods(sheets):
    """An ODS workbook of sheets by name; each holds the XML of its rows."""
    tables = "".join(f"<table:table table:name={quoteattr(name)}>{rows}</table:table>" for name, rows in sheets.items())
    spaces = " ".join(f'xmlns:{short}="{OFFICE}:{short}:1.0"' for short in ("office", "table", "text", "style"))
    content = (
        f'<office:document-content {spaces} office:version="1.2"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})
