"""Bookmarks, relationships and pictures of one file, numbered in the order of use."""

from dataclasses import dataclass, field
from hashlib import sha256

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FIXED = (
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("header", "header1.xml"),
    ("footer", "footer1.xml"),
    ("header", "header2.xml"),
    ("footer", "footer2.xml"),
    ("theme", "theme/theme1.xml"),
)
"""Parts that every document has, with their place in the list as relationship number, from 1."""


@dataclass
class Registry:
    """What the body refers to outside itself; filled while the body is written."""

    addresses: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    ordered_lists: list[int] = field(default_factory=list)
    _picture_ids: dict[str, str] = field(default_factory=dict)
    _bookmarks: dict[str, int] = field(default_factory=dict)
    _drawings: int = 0

    def address(self, address: str) -> str:
        """The relationship id of an address outside the document."""
        return self.addresses.setdefault(address, f"rLink{len(self.addresses) + 1}")

    def picture(self, png: bytes) -> str:
        """The relationship id of a picture; equal pictures are stored once."""
        digest = sha256(png).hexdigest()
        if digest not in self._picture_ids:
            number = len(self._picture_ids) + 1
            self._picture_ids[digest] = f"rPicture{number}"
            self.pictures[f"media/image{number}.png"] = png
        return self._picture_ids[digest]

    def next_drawing(self) -> int:
        self._drawings += 1
        return self._drawings

    def ordered(self, level: int) -> int:
        """The numbering of a new ordered list, which begins at 1; `level` counts from 0."""
        self.ordered_lists.append(level)
        return FIRST_ORDERED + len(self.ordered_lists) - 1

    def bookmarked(self, anchor: str, content: str) -> str:
        """`content` with a bookmark around it that `bookmark(anchor)` names."""
        name = self.bookmark(anchor)
        number = self._bookmarks[anchor]
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def bookmark(self, anchor: str) -> str:
        """A name that Word accepts: it allows 40 characters and no hyphens."""
        number = self._bookmarks.setdefault(anchor, len(self._bookmarks) + 1)
        return f"_Toc{number:06d}"

    def relationships(self) -> list[tuple[str, str, str, str]]:
        """Id, type, target and mode of every relationship of the document part."""
        fixed = [(f"rId{n}", f"{_OFFICE}/{kind}", target, "") for n, (kind, target) in enumerate(FIXED, 1)]
        pictures = [(f"rPicture{n}", f"{_OFFICE}/image", target, "") for n, target in enumerate(self.pictures, 1)]
        links = [(key, f"{_OFFICE}/hyperlink", address, "External") for address, key in self.addresses.items()]
        return [*fixed, *pictures, *links]


BULLETS = 1
FIRST_ORDERED = 2
