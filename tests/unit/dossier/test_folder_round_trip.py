"""Import → export → import is lossless, for arbitrary dossiers and for every example board."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from styrhus.dossier.check import check
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder, write_folder
from styrhus.dossier.folder.schema import folder_schema
from tests.dossiers import dossiers

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*/plan.toml"))


def again(dossier: Dossier, folder: Path) -> Dossier:
    write_folder(dossier, folder)
    found, problems = read_folder(folder)
    assert not problems, [problem.render("en") for problem in problems]
    assert found is not None
    return found


# Shrinking a whole dossier takes minutes and says little more than the first counter-example does.
@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(dossiers())
def test_any_dossier_survives_the_folder(dossier):
    assert check(dossier) == ()
    with tempfile.TemporaryDirectory() as scratch:
        assert again(dossier, Path(scratch) / "plan") == dossier


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_board_survives_the_folder(path, tmp_path):
    dossier, problems = read_folder(path.parent)
    assert problems == ()
    first = again(dossier, tmp_path / "first")
    assert first == dossier
    again(first, tmp_path / "second")
    names = sorted(p.relative_to(tmp_path / "first") for p in (tmp_path / "first").rglob("*") if p.is_file())
    for name in names:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_a_folder_with_content_is_not_written_over(tmp_path):
    dossier, _ = read_folder(EXAMPLES[0].parent)
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(FileExistsError):
        write_folder(dossier, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_the_published_schema_is_the_one_that_the_records_give():
    published = json.loads((ROOT / "docs" / "plan-folder.schema.json").read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(folder_schema()))
