"""Addresses of static files, put together once each; a page names some twenty."""

from django.contrib.staticfiles.storage import StaticFilesStorage


class StaticAddresses(StaticFilesStorage):
    """An address has the version of all static files in it, and so never changes while the program runs."""

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, str] = {}

    def url(self, name: str | None) -> str:
        key = name or ""
        if key not in self._held:
            self._held[key] = super().url(name)
        return self._held[key]
