"""The demo: every example board, a user for each role, and nothing lost when it is built again."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from styrhus.actions.build_demo import DEMO_USERS, build_demo
from styrhus.actions.change_goal import change_goal
from styrhus.actions.permission import grants_of
from styrhus.dossier.folder import write_folder
from styrhus.store import read
from styrhus.store.models import LedgerImport, User
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.cases.example_folder import EXAMPLES
from tests.store.plans import rich_plan

PASSWORD = "visas en gång"
CHANGED = {"facts": ()}


@pytest.fixture
def examples(tmp_path) -> Path:
    write_folder(rich_plan(), tmp_path / "lund-2023")
    return tmp_path


def rewrite(examples: Path) -> None:
    shutil.rmtree(examples / "lund-2023")
    write_folder(rich_plan(**CHANGED), examples / "lund-2023")


@pytest.mark.django_db
def test_boards_and_users_are_there(examples):
    demo = build_demo(examples, password=PASSWORD)
    assert demo.plans == (("lund", 2023),)
    assert read.dossier("lund", 2023) == rich_plan()
    assert list(demo.users.values()) == list(Role)
    for username, role in DEMO_USERS.items():
        user = User.objects.get(username=username)
        assert user.check_password(PASSWORD)
        assert grants_of(user, "lund").role is role


@pytest.mark.django_db
def test_building_it_again_brings_in_what_is_new_in_the_folders(examples):
    build_demo(examples, password=PASSWORD)
    build_demo(examples, password=PASSWORD)
    assert read.find("lund", 2023).revision == 1
    rewrite(examples)
    build_demo(examples, password="ett annat")
    assert read.dossier("lund", 2023).facts == ()
    assert User.objects.get(username="demo-chef").check_password("ett annat")


@pytest.mark.django_db
def test_what_somebody_has_edited_stays(examples):
    build_demo(examples, password=PASSWORD)
    change_goal("lund", 2023, "trygg", {"name": "Min"}, version=1, by=User.objects.get(username="demo-redaktor"))
    rewrite(examples)
    build_demo(examples, password=PASSWORD)
    assert read.dossier("lund", 2023).goals[0].name == "Min"
    assert read.dossier("lund", 2023).facts == rich_plan().facts


@pytest.mark.django_db
def test_a_folder_that_cannot_be_read_leaves_nothing_behind(examples):
    broken = examples / "zz-2023"
    broken.mkdir()
    (broken / "plan.toml").write_text("format = ")
    with pytest.raises(ProblemsError):
        build_demo(examples, password=PASSWORD)
    assert read.boards() == ()
    assert not User.objects.filter(username__startswith="demo").exists()


@pytest.fixture
def orebro(tmp_path, settings) -> Path:
    settings.DATA = tmp_path / "data"
    examples = tmp_path / "examples"
    shutil.copytree(EXAMPLES / "orebro-2019", examples / "orebro-2019")
    return examples


@pytest.mark.django_db
def test_made_up_ledgers_are_imported_once_marked_and_outlive_a_changed_folder(orebro):
    build_demo(orebro, password=PASSWORD)
    held = read.dossier("orebro", 2019)
    assert [(m.year, m.month) for m in held.ledger_months] == [
        *((2018, month) for month in range(1, 13)), *((2019, month) for month in range(1, 9)),
    ]  # fmt: skip
    assert all(month.synthetic for month in held.ledger_months)
    assert round(sum(b.amount for b in held.balances if b.year == 2018) / 1_000_000, 1) == Decimal("528.1")
    revision = read.find("orebro", 2019).revision
    build_demo(orebro, password=PASSWORD)
    assert read.find("orebro", 2019).revision == revision
    assert LedgerImport.objects.count() == 2
    plan = orebro / "orebro-2019" / "plan.toml"
    plan.write_text(plan.read_text().replace("Verksamhetsplan med budget 2019", "Verksamhetsplan 2019"))
    build_demo(orebro, password=PASSWORD)
    after = read.dossier("orebro", 2019)
    assert after.plan.title == "Verksamhetsplan 2019"
    assert after.balances == held.balances
