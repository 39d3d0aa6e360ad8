"""Serves the bare page: `python -m benchmarks.bare.serve PORT THREADS`."""

import os
import sys

import django
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from waitress import serve


def main() -> None:
    """Make the database with one person in it, then serve as the application itself is served."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.bare.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User  # noqa: PLC0415

    User.objects.create(username="someone", email="someone@example.org")
    serve(get_wsgi_application(), host="127.0.0.1", port=int(sys.argv[1]), threads=int(sys.argv[2]))


if __name__ == "__main__":
    main()
