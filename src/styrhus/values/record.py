"""The base of every value that a plan folder holds: frozen, checked, closed to unknown fields."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Short name used in references and addresses: lower-case letters a–z, digits and single hyphens."""


class Record(BaseModel):
    """A frozen value; unknown fields are refused, texts are stripped of surrounding space."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
