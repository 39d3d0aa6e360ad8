"""The plan folder as a zip file: packed and read back, and every way in which an archive can be bad."""

import stat
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from styrhus.dossier.folder import archive, read_folder
from styrhus.dossier.folder.archive import pack, unpack

LUND = Path(__file__).parents[3] / "examples" / "lund-2023"


def zipped(files: dict[str, bytes], **attributes: int) -> BytesIO:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            for attribute, value in attributes.items():
                setattr(entry, attribute, value)
            made.writestr(entry, content)
    return out


def told(file: BytesIO, target: Path) -> str:
    _root, problems = unpack(file, target)
    assert problems
    return problems[0].render("en")


def test_a_packed_dossier_is_read_back_the_same(tmp_path):
    dossier, _ = read_folder(LUND)
    root, problems = unpack(BytesIO(pack(dossier)), tmp_path)
    assert not problems
    assert root.name == "lund-2023"
    assert read_folder(root)[0] == dossier


def test_packing_twice_gives_the_same_bytes():
    dossier, _ = read_folder(LUND)
    assert pack(dossier) == pack(dossier)


def test_files_may_lie_at_the_top_and_what_systems_add_is_ignored(tmp_path):
    files = {path.name: path.read_bytes() for path in LUND.iterdir() if path.is_file()}
    files |= {f"text/{p.name}": p.read_bytes() for p in (LUND / "text").iterdir()}
    files |= {f"budget/{p.name}": p.read_bytes() for p in (LUND / "budget").iterdir()}
    root, problems = unpack(zipped({**files, "__MACOSX/._plan.toml": b"x", ".DS_Store": b"x"}), tmp_path)
    assert not problems
    assert root == tmp_path
    assert read_folder(root)[0] is not None


@pytest.mark.parametrize(
    "name", ["../plan.toml", "a/../../plan.toml", "/etc/plan.toml", "C:/plan.toml", "a\\..\\plan.toml"]
)
def test_a_path_out_of_the_folder_is_refused(name, tmp_path):
    target = tmp_path / "inner"
    target.mkdir()
    assert "lies outside the folder" in told(zipped({name: b"format = 1"}), target)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_link_is_refused(tmp_path):
    link = zipped({"plan.toml": b"/etc/passwd"}, external_attr=(stat.S_IFLNK | 0o777) << 16)
    assert "lies outside the folder" in told(link, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_same_name_twice_is_refused(tmp_path):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("plan.toml", "format = 1")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("plan.toml", "format = 2")
    assert "packed twice" in told(out, tmp_path)


def test_an_archive_that_grows_too_large_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_CONTENT", 1024**2)
    bomb = zipped({"plan.toml": b"\0" * (5 * 1024**2)})
    assert len(bomb.getvalue()) < 10_000
    assert "larger than 1 MB" in told(bomb, tmp_path)
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) <= 1024**2


def test_a_size_that_the_archive_lies_about_is_counted_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_CONTENT", 1024**2)
    raw = bytearray(zipped({"plan.toml": b"\0" * (5 * 1024**2)}).getvalue())
    central = raw.index(b"PK\x01\x02")
    raw[central + 24 : central + 28] = struct.pack("<I", 10)
    _root, problems = unpack(BytesIO(bytes(raw)), tmp_path)
    assert problems
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) <= 1024**2


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_ARCHIVE", 1024**2)
    assert told(BytesIO(b"\0" * (3 * 1024**2)), tmp_path) == (
        "The file is 3 MB; the largest allowed is 1 MB. Pack only the plan folder, without pictures and documents."
    )


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    assert "There are 4 files" in told(zipped({f"{n}.csv": b"" for n in range(4)}), tmp_path)


@pytest.mark.parametrize("content", [b"", b"not a zip file", b"PK\x03\x04" + b"\0" * 40])
def test_what_is_no_zip_file_is_told(content, tmp_path):
    assert "cannot be read as a zip file" in told(BytesIO(content), tmp_path)


def test_a_damaged_archive_is_told(tmp_path):
    raw = bytearray(zipped({"plan.toml": bytes(range(256)) * 40}).getvalue())
    raw[60:80] = b"\xff" * 20
    assert "cannot be read as a zip file" in told(BytesIO(bytes(raw)), tmp_path)


def test_an_encrypted_archive_is_told(tmp_path):
    raw = bytearray(zipped({"plan.toml": b"format = 1"}).getvalue())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert "without password" in told(BytesIO(bytes(raw)), tmp_path)


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    assert "cannot be read as a zip file" in told(zipped({"text": b"", "text/010-a.md": b""}), tmp_path)


def test_cases_in_the_archive_are_told_not_to_come_in_with_the_plan():
    dossier, _ = read_folder(LUND)
    packed = BytesIO(pack(dossier))
    with zipfile.ZipFile(packed, "a") as archive_file:
        archive_file.writestr("lund-2023/caseload/placements.csv", "person,start\n1,2023-01-01\n")
    read, problems = archive.read_packed(packed)
    assert read == dossier
    assert any("Cases" in problem.remedy.msgid for problem in problems)
