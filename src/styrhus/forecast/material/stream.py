"""A stream: those of one target group in one type of care with one kind of provider."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Stream:
    """Target group × type of care × provider (`own` or `external`, empty where it is not told)."""

    group: str
    type: str = ""
    provider: str = ""

    @property
    def key(self) -> str:
        """`Barn/institution/external`, as levers, tables and files name it."""
        return "/".join((self.group, self.type, self.provider)).rstrip("/")

    @classmethod
    def parse(cls, key: str) -> "Stream":
        """The stream of a key; ValueError with more than three parts."""
        parts = [part.strip() for part in key.split("/")]
        if len(parts) > 3:
            raise ValueError(key)
        return cls(*parts)

    def within(self, whole: "Stream") -> bool:
        """Whether this stream is one of those that `whole` names; an empty part names all."""
        pairs = zip((self.group, self.type, self.provider), (whole.group, whole.type, whole.provider), strict=True)
        return all(not wanted or wanted == own for own, wanted in pairs)
