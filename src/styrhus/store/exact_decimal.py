"""A model field that keeps a decimal number with the decimals it was printed with."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    _TextField = models.TextField[Decimal | None, Decimal | None]
else:
    _TextField = models.TextField


class ExactDecimalField(_TextField):
    """297.0 and 297 stay two different texts; a database number would make them one, a float would spoil both.

    The database can therefore not sort or add such a column; that is done on the dossier, exactly.
    """

    def get_prep_value(self, value: Any) -> str | None:
        if value is None:
            return None
        if not isinstance(value, Decimal):
            raise TypeError(f"{self.name} takes a Decimal, not {type(value).__name__}")
        return str(value)

    def from_db_value(self, value: str | None, expression: object, connection: BaseDatabaseWrapper) -> Decimal | None:
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        return value if value is None or isinstance(value, Decimal) else Decimal(value)
