"""The data folder, its secret key, and the database that the environment names."""

import stat
from pathlib import Path

import pytest

from styrhus.store.data_folder import SettingsError, data_folder, database, make_data_folder, secret_key


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("STYRHUS_DATA", "STYRHUS_SECRET_KEY", "STYRHUS_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)


def test_the_folder_is_the_one_named_or_the_users_own(monkeypatch, tmp_path):
    assert data_folder().name == "styrhus"
    monkeypatch.setenv("STYRHUS_DATA", str(tmp_path))
    assert data_folder() == tmp_path


def test_a_new_folder_gets_a_key_that_only_its_owner_reads(tmp_path):
    folder = tmp_path / "a" / "b"
    make_data_folder(folder)
    first = secret_key(folder, debug=False)
    assert len(first) > 60
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600
    make_data_folder(folder)
    assert secret_key(folder, debug=False) == first


def test_a_key_that_others_can_read_is_refused(tmp_path):
    make_data_folder(tmp_path / "a")
    (tmp_path / "a" / "secret_key").chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        secret_key(tmp_path / "a", debug=False)


def test_the_environment_goes_before_the_file(tmp_path, monkeypatch):
    make_data_folder(tmp_path / "a")
    monkeypatch.setenv("STYRHUS_SECRET_KEY", "named")
    assert secret_key(tmp_path / "a", debug=False) == "named"


def test_without_a_key_only_development_starts(tmp_path):
    assert secret_key(tmp_path, debug=True)
    with pytest.raises(SettingsError, match="STYRHUS_SECRET_KEY"):
        secret_key(tmp_path, debug=False)


def test_the_database_is_a_file_in_the_folder():
    found = database(Path("/srv/ett namn #1"))
    assert found["NAME"] == "/srv/ett namn #1/styrhus.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_database_can_be_named(monkeypatch):
    monkeypatch.setenv("STYRHUS_DATABASE_URL", "sqlite:////srv/x.sqlite3")
    assert database(Path())["NAME"] == "/srv/x.sqlite3"
    monkeypatch.setenv("STYRHUS_DATABASE_URL", "postgres://anna:p%40ss@db.example:5433/styrhus?sslmode=require")
    found = database(Path())
    assert [found[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "anna", "p@ss", "db.example", "5433", "styrhus",
    ]  # fmt: skip
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_an_unknown_database_is_told(monkeypatch):
    monkeypatch.setenv("STYRHUS_DATABASE_URL", "mysql://x/y")
    with pytest.raises(SettingsError, match="sqlite:///FILE"):
        database(Path())
