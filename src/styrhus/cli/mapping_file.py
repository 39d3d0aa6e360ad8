"""A mapping of columns that was saved as TOML."""

import tomllib
from pathlib import Path
from typing import TypeVar

from styrhus.cli.language import Language
from styrhus.cli.output import stop
from styrhus.values.record import Record

Mapping = TypeVar("Mapping", bound=Record)


def mapping_of_file(path: Path, kind: type[Mapping], language: Language) -> Mapping:
    """The mapping of `kind` in a file; ends the command with 2 when there is none."""
    from pydantic import ValidationError

    from styrhus.values.text import msg

    try:
        return kind.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        stop(msg("{file} cannot be read: {why}.", file=path, why=error.strerror), language)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        stop(msg("{file} is not valid TOML: {why}", file=path, why=error), language)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(part) for part in fault["loc"])
        stop(msg("{file}: {field} is wrong: {why}", file=path, field=place, why=fault["msg"]), language)
