"""Files that no reader may stumble over, made on the fly."""

import os
import zlib
from pathlib import Path
from struct import pack

from styrhus.paper.readers.sheet_address import address
from tests.unit.paper.readers.workbooks import MAIN, ods, xlsx, zipped

MEGABYTE = 1_000_000
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body="<w:p><w:r><w:t>Budget 2024</w:t></w:r></w:p>", prolog="", **extra):
    """A DOCX with this body; `extra` adds parts."""
    document = f'{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document} | extra)


def sheet(data):
    return xlsx({"Budget": f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'})


def laughs(element):
    """Ten times ten times ten … of a word."""
    layers = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE {element} [<!ENTITY l0 "ha">{layers}]>'


def bomb():
    """A DOCX whose main part is a gigabyte of blanks: the same ten megabytes a hundred times.

    Nobody comes as far as the checksum, which is left out.
    """
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    stretch = squeeze.compress(b" " * 10 * MEGABYTE) + squeeze.flush(zlib.Z_FULL_FLUSH)
    return _one_member(b"word/document.xml", stretch * 100 + squeeze.flush(), 0, 1_000 * MEGABYTE)


def _one_member(name, packed, crc, declared):
    common = pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(packed), declared, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    central = b"PK\x01\x02" + pack("<H", 20) + common + pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + b"PK\x05\x06" + pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def lying_zip():
    """A part that declares ten bytes and unpacks to many more."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeeze.compress(b" " * 50 * MEGABYTE) + squeeze.flush()
    return _one_member(b"word/document.xml", packed, 0, 10)


def nested_bomb():
    """Zip in zip in zip; only the outermost is ever opened."""
    inner = zipped({"a": " " * MEGABYTE})
    for _ in range(5):
        inner = zipped({f"{n}.zip": inner for n in range(10)})
    return inner


def many_parts():
    return docx(**{f"word/{n}.xml": "" for n in range(30_000)})


def deep(levels):
    return docx(body="<w:sdt>" * levels + "</w:sdt>" * levels)


def many_cells(rows, columns):
    row = f"<row>{'<c><v>1</v></c>' * columns}</row>"
    return sheet(row * rows)


def gigantic_corner():
    """Two cells, as far from each other as a sheet goes."""
    return sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')


def diagonal(length):
    """No row and no column is empty, but nearly every place is."""
    return sheet("".join(f'<row r="{n}"><c r="{address(n, n)}"><v>{n}</v></c></row>' for n in range(1, length)))


def repeated_cells():
    """An ODS cell that is said to stand a thousand times in a million rows."""
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"/>'
    return ods({"Blad1": f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'})


def encrypted_ooxml():
    """What Office writes for a workbook with a password: an old container that names its encrypted package."""
    return OLE2 + b"\x00" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 512


def macro_workbook():
    rows = [["Verksamhet", "Budget"], ["Skola", 100], ["Summa", 100]]
    return xlsx({"Budget": rows}, extra={"xl/vbaProject.bin": b"\x00" * 100})


def pdf(pages, text="Budget 2024"):
    """A PDF of so many pages with a line of text each."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n in range(pages):
        drawn = f"BT /F1 12 Tf 72 720 Td ({text} {n}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(body)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    return (body + f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode("latin-1")


def large_text(path: Path, megabytes: int) -> Path:
    """A sparse file: as large as told without taking room on the disk."""
    path.write_bytes(b"Budget\n")
    os.truncate(path, megabytes * MEGABYTE)
    return path


def one_line(megabytes):
    return b"Budget 2024 " * (megabytes * MEGABYTE // 12)


def garbage():
    return bytes(range(256)) * 4_000
