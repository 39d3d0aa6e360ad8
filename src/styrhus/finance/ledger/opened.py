"""A file of any kind made ready to be loaded, with what it tells beside its rows."""

from dataclasses import dataclass

from styrhus.finance.codes.rules import CodeName
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.prepared import Prepared


@dataclass(frozen=True)
class Opened:
    """`mapping` is that of the prepared file, which for a SIE file is not the one given."""

    prepared: Prepared
    mapping: Mapping
    names: tuple[CodeName, ...] = ()
    organisation_number: str = ""
    organisation_name: str = ""
