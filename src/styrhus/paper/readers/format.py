"""What kind of file it is, told from what it holds; the name only decides between kinds of plain text."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from styrhus.paper.readers.archive import Archive, protected
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import Text, msg


class Format(StrEnum):
    """The formats that are read; each has a reader module of the same name."""

    DOCX = "docx"
    ODT = "odt"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "markdown"
    CSV = "csv"
    TEXT = "text"


@dataclass(frozen=True)
class Found:
    """The format, with a warning where the file's name says another."""

    format: Format
    problems: tuple[Problem, ...] = ()


SUFFIXES: dict[str, frozenset[Format]] = {
    "docx": frozenset({Format.DOCX}), "docm": frozenset({Format.DOCX}), "dotx": frozenset({Format.DOCX}),
    "odt": frozenset({Format.ODT}), "ott": frozenset({Format.ODT}), "fodt": frozenset({Format.ODT}),
    "xlsx": frozenset({Format.XLSX}), "xlsm": frozenset({Format.XLSX}), "xltx": frozenset({Format.XLSX}),
    "xls": frozenset({Format.XLS}), "ods": frozenset({Format.ODS}), "pdf": frozenset({Format.PDF}),
    "html": frozenset({Format.HTML}), "htm": frozenset({Format.HTML}), "xhtml": frozenset({Format.HTML}),
    "md": frozenset({Format.MARKDOWN}), "markdown": frozenset({Format.MARKDOWN}),
    "csv": frozenset({Format.CSV}), "tsv": frozenset({Format.CSV}),
}  # fmt: skip
"""What a file of a suffix may hold without a warning; other suffixes are expected to be text."""

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!")
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def format_of(content: bytes, name: str) -> Found:
    """The format of a file's content; ProblemsError for what no reader reads."""
    if not content.strip():
        raise _refused(name, msg("The file is empty."), msg("Save the document anew and hand that file in."))
    found = _binary(content, name) or _textual(content, name)
    expected = SUFFIXES.get(_suffix(name))
    mismatch = found not in expected if expected else _suffix(name) == "txt" and found in _BINARY
    problems = ((_mismatch(found, name),) if mismatch else ()) + ((_macros(name),) if _has_macros(content) else ())
    return Found(found, problems)


_BINARY = frozenset({Format.DOCX, Format.ODT, Format.XLSX, Format.XLS, Format.ODS, Format.PDF})


def _binary(content: bytes, name: str) -> Format | None:
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(Archive(content, name), name)
    if content.startswith(_OLE2):
        return _compound(content, name)
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    if content.startswith(b"{\\rtf"):
        raise _refused(name, msg("The file is a rich text file (RTF)."), _SAVE_AS_DOCX)
    _refuse_other(content, name)
    return None


def _refuse_other(content: bytes, name: str) -> None:
    if (
        (content.startswith(_PICTURES) and b"\x00" in content[:4096])
        or content[4:12] in (b"ftypheic", b"ftypmif1")
        or content[8:12] == b"WEBP"
    ):
        raise _refused(name, msg("The file is a picture, which holds no text."), _HAND_IN)
    if content.startswith(_PROGRAMS) and b"\x00" in content[:4096]:
        raise _refused(name, msg("The file is a program and is not opened."), _HAND_IN)
    if content.startswith(_PACKED):
        raise _refused(name, msg("The file is a packed archive."), msg("Unpack it and hand in the document itself."))


def _zipped(archive: Archive, name: str) -> Format:
    names = archive.names
    if any(part.startswith("word/document") for part in names):
        return Format.DOCX
    if "xl/workbook.xml" in names:
        return Format.XLSX
    if "xl/workbook.bin" in names:
        raise _refused(name, msg("The file is a binary workbook (XLSB)."), msg("Save it as .xlsx and hand that in."))
    if "ppt/presentation.xml" in names:
        raise _refused(name, msg("The file is a presentation."), msg("Save it as PDF and hand that in."))
    kind = archive.part("mimetype").decode("ascii", "replace").strip()
    if "opendocument.text" in kind:
        return Format.ODT
    if "opendocument.spreadsheet" in kind:
        return Format.ODS
    raise _refused(name, msg("The file is a packed archive."), msg("Unpack it and hand in the document itself."))


def _compound(content: bytes, name: str) -> Format:
    """Which of the old Office formats; their directory names its streams in UTF-16."""
    if _stream("EncryptedPackage") in content:
        raise protected(name)
    if _stream("Workbook") in content or _stream("Book") in content:
        return Format.XLS
    if _stream("WordDocument") in content:
        raise _refused(name, msg("The file is in Word's old format (.doc)."), _SAVE_AS_DOCX)
    if _stream("PowerPoint Document") in content:
        raise _refused(name, msg("The file is a presentation."), msg("Save it as PDF and hand that in."))
    raise _refused(name, msg("The file is of an unknown kind."), _HAND_IN)


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\x00\x00"


def _textual(content: bytes, name: str) -> Format:
    head = content[:4096]
    if b"\x00" in head and not content.startswith(_BOMS) and not _wide(head):
        raise _refused(name, msg("The file is of an unknown kind."), _HAND_IN)
    suffix = _suffix(name)
    if _HTML.match(head.removeprefix(_BOMS[0])) or suffix in {"html", "htm", "xhtml"}:
        return Format.HTML
    if head.removeprefix(_BOMS[0]).lstrip().startswith(b"<?xml"):
        return _marked_up(head, name)
    if head.startswith(b"MIME-Version:") and b"multipart/related" in head:
        raise _refused(name, msg("The file is a web archive (MHT)."), _SAVE_AS_DOCX)
    return next(iter(SUFFIXES.get(suffix, frozenset()) & {Format.MARKDOWN, Format.CSV}), Format.TEXT)


def _marked_up(head: bytes, name: str) -> Format:
    """What an XML file is: a flat OpenDocument text, or one of the XML formats that Office once wrote."""
    if b"office:document" in head and b"opendocument" in head:
        return Format.ODT
    if b"Excel.Sheet" in head or b"office:spreadsheet" in head:
        raise _refused(name, msg("The file is a workbook in XML."), msg("Save it as .xlsx and hand that in."))
    if b"Word.Document" in head or b"xmlPackage" in head:
        raise _refused(name, msg("The file is a Word document in XML."), _SAVE_AS_DOCX)
    raise _refused(name, msg("The file is of an unknown kind."), _HAND_IN)


def _wide(head: bytes) -> bool:
    """Whether it is UTF-16 without a mark: in Latin text every other byte is zero."""
    return max(head[::2].count(0), head[1::2].count(0)) > len(head) * 0.3


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")


_SAVE_AS_DOCX = msg("Open it in Word or LibreOffice, save it as .docx and hand that in.")
_HAND_IN = msg("Hand in the document as DOCX, PDF, XLSX, ODT, ODS, HTML, Markdown, text or CSV.")


def _refused(name: str, message: Text, remedy: Text) -> ProblemsError:
    return ProblemsError((Problem(message, remedy, name),))


def _has_macros(content: bytes) -> bool:
    """Whether the list of a packed file's parts, which stands in clear, names one with macros."""
    return content.startswith(b"PK") and b"vbaProject.bin" in content


def _macros(name: str) -> Problem:
    return Problem(
        msg("The file holds macros; they are not run and not looked at."),
        msg("Nothing needs to be done."),
        name,
        severity=Severity.NOTE,
    )


def _mismatch(found: Format, name: str) -> Problem:
    return Problem(
        msg("The file is named .{suffix} but holds {format}.", suffix=_suffix(name), format=found.upper()),
        msg("It was read as what it holds; give it the right name."),
        name,
        severity=Severity.WARNING,
    )
