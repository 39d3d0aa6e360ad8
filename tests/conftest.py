"""What every test can count on: its own settings, quick passwords, and marks for what uses the database."""

import os
import tempfile

import django
import pytest
from django.conf import settings

# A test never sees the developer's own data folder, and never the secret of an installation.
TEMPORARY = tempfile.TemporaryDirectory(prefix="styrhus-tests-")
os.environ["STYRHUS_DATA"] = TEMPORARY.name
os.environ["STYRHUS_SECRET_KEY"] = "only for tests"
os.environ["DJANGO_SETTINGS_MODULE"] = "styrhus.settings"

# Ready before any test module is read: a model can be imported at its top.
django.setup()
# Argon2 takes a third of a second a password by intention.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Static files are looked for when they are asked for, not listed anew for every client.
settings.WHITENOISE_AUTOREFRESH = True

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server", "admin_client"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database, so that exactly that runs on PostgreSQL too."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES:
            item.add_marker("database")
