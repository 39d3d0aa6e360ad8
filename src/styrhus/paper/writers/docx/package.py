"""The zip container of a Word file, the same bytes for the same parts."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """Parts by name, in order; no time of writing is kept."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            file.writestr(entry, content)
    return target.getvalue()
