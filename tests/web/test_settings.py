"""The settings as production has them: Django's own check of a deployment finds nothing, and a laptop starts too."""

import os
import subprocess
import sys

import pytest

BASE = {name: value for name, value in os.environ.items() if not name.startswith(("STYRHUS_", "DJANGO_"))}
PRODUCTION = {
    "STYRHUS_SECRET_KEY": "kort men hemlig nog " * 4,
    "STYRHUS_ALLOWED_HOSTS": "styrhus.example.se",
    "STYRHUS_HTTPS": "1",
    "STYRHUS_BEHIND_PROXY": "1",
    "STYRHUS_DATABASE_URL": "postgres://styrhus@localhost/styrhus",
}
SHOW = """
import django; django.setup()
from django.conf import settings as s
print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0, s.DEBUG)
"""


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python in an environment of its own."""
    held = {**BASE, "DJANGO_SETTINGS_MODULE": "styrhus.settings", **environment}
    return subprocess.run([sys.executable, *command], env=held, capture_output=True, text=True, check=False)


def test_a_deployment_passes_djangos_own_check(tmp_path):
    done = run("-m", "django", "check", "--deploy", "--fail-level", "WARNING", STYRHUS_DATA=str(tmp_path), **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_https_decides_what_only_https_can_carry(tmp_path):
    assert run("-c", SHOW, STYRHUS_DATA=str(tmp_path), **PRODUCTION).stdout.split() == ["True"] * 4 + ["False"]
    plain = {**PRODUCTION, "STYRHUS_HTTPS": "0"}
    assert run("-c", SHOW, STYRHUS_DATA=str(tmp_path), **plain).stdout.split() == ["False"] * 5


def test_without_a_secret_key_it_says_what_to_do(tmp_path):
    done = run("-c", SHOW, STYRHUS_DATA=str(tmp_path))
    assert done.returncode != 0
    assert "Set STYRHUS_SECRET_KEY" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("changed", [True, False])
def test_static_files_have_another_address_when_one_changes(tmp_path, changed):
    from styrhus.web.static_version import static_version

    (tmp_path / "a.css").write_text("a")
    before = static_version(tmp_path)
    (tmp_path / "a.css").write_text("b" if changed else "a")
    assert (static_version(tmp_path) != before) is changed
