"""What a file is is told from what it holds, and what nobody can read is refused with a word on what to do."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from styrhus.paper.readers import read_content
from styrhus.paper.readers.decoding import decode
from styrhus.paper.readers.format import Format, format_of
from styrhus.values.problem import ProblemsError, Severity

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def zipped(**parts: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (zipped(word__document_xml=""), "plan.docx", Format.DOCX),
        (zipped(xl__workbook_xml=""), "budget.xlsx", Format.XLSX),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "plan.odt", Format.ODT),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "budget.ods", Format.ODS),
        (OLE2 + "Workbook\0".encode("utf-16-le"), "budget.xls", Format.XLS),
        (b"%PDF-1.7\n", "plan.pdf", Format.PDF),
        (b"<!-- a --><!DOCTYPE html><p>x", "plan.html", Format.HTML),
        (b"<table><tr><td>1</table>", "budget.xls.html", Format.HTML),
        (b"# Plan", "plan.md", Format.MARKDOWN),
        (b"a;b", "budget.csv", Format.CSV),
        (b"Plan", "plan.txt", Format.TEXT),
        (b"Plan", "plan", Format.TEXT),
    ],
)
def test_content_tells_the_format(content: bytes, name: str, expected: Format) -> None:
    assert format_of(content, name) == format_of(content, name).__class__(expected)


def test_a_wrong_name_is_a_warning_and_read_all_the_same() -> None:
    found = format_of(zipped(word__document_xml=""), "plan.pdf")
    assert found.format is Format.DOCX
    assert found.problems[0].severity is Severity.WARNING
    assert "DOCX" in found.problems[0].render()


def test_macros_are_told_and_left_alone() -> None:
    found = format_of(zipped(word__document_xml="", word__vbaProject_bin=""), "plan.docm")
    assert [problem.severity for problem in found.problems] == [Severity.NOTE]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 cut off", "cut off"),
        (OLE2 + "WordDocument\0".encode("utf-16-le"), ".docx"),
        (OLE2 + "EncryptedPackage\0".encode("utf-16-le"), "password"),
        (OLE2, "unknown kind"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', ".xlsx"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', ".docx"),
        (b'<?xml version="1.0"?><rss/>', "unknown kind"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", ".docx"),
        (b"{\\rtf1 x}", ".docx"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"MZ\x90\x00\x03", "program"),
        (b"\x1f\x8b\x08\x00", "archive"),
        (zipped(readme_txt="x"), "archive"),
        (zipped(ppt__presentation_xml=""), "PDF"),
        (b"ab\x00\x01\x02\x03\x04cdefgh\x00ijk", "unknown kind"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(content: bytes, says: str) -> None:
    with pytest.raises(ProblemsError) as refused:
        read_content(content, "a.docx")
    problem = refused.value.problems[0]
    assert says in problem.render("en")
    assert problem.file == "a.docx"
    assert problem.remedy.render("sv") != problem.remedy.render("en")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850"])
def test_text_is_read_in_every_encoding_that_offices_write(encoding: str) -> None:
    text = "Årets ökning är 12 345 tkr för äldre, på kort sikt."
    assert decode(text.encode(encoding)) == (text, ())


def test_a_character_that_cannot_be_read_is_told() -> None:
    content = "Första raden\nÅrets ökning är på väg, ä ö å".encode() + b" \xff slut"
    text, problems = decode(content, "plan.txt")
    assert "Årets ökning" in text
    assert problems[0].row == 2
    assert problems[0].severity is Severity.WARNING
