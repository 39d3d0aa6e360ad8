"""The application's settings as mypy's Django plugin reads them: no data folder, no secret."""

import os

os.environ.setdefault("STYRHUS_SECRET_KEY", "only for checking types")

from styrhus.settings import *  # noqa: F403
