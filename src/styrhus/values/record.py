"""The base of every value that a plan folder holds: frozen, checked, closed to unknown fields."""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Short name used in references and addresses: lower-case letters a–z, digits and single hyphens."""

Name = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A text that must say something."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Record(BaseModel):
    """A frozen value; unknown fields are refused, texts are stripped and have plain line breaks."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @field_validator("*", mode="before")
    @classmethod
    def _plain_text(cls, value: object) -> object:
        """Line breaks become \\n; control characters, which no file or database keeps, are refused."""
        if not isinstance(value, str):
            return value
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        if _CONTROL.search(text):
            raise ValueError("the text holds control characters")
        return text
