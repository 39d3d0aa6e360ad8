"""What a mapping must say before a file can be read by it."""

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.mapping import FileKind, Mapping
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg


def mapping_faults(mapping: Mapping, name: str) -> tuple[Problem, ...]:
    """Everything that is missing; a SIE file says all of it itself."""
    if mapping.kind is FileKind.SIE:
        return ()
    found: list[tuple[Text, Text]] = []
    if mapping.sign is None:
        found.append((
            msg("The mapping does not say what a positive amount is."),
            msg("Choose whether positive amounts are costs or income; it is never guessed."),
        ))  # fmt: skip
    if not mapping.amount and not (mapping.debit and mapping.credit):
        found.append((
            msg("The mapping names no column of amounts."),
            msg("Choose the column of amounts, or those of debit and of credit."),
        ))  # fmt: skip
    if not mapping.date and not mapping.period:
        found.append((
            msg("The mapping names no column of dates or periods."), msg("Choose the column of dates, or of periods.")
        ))  # fmt: skip
    if Dimension.ACCOUNT not in mapping.codes and Dimension.ACCOUNT not in mapping.code_order:
        found.append((
            msg("The mapping names no column of accounts."),
            msg("Choose the column of accounts, or say where in the code string the account stands."),
        ))  # fmt: skip
    return tuple(Problem(message, remedy, name) for message, remedy in found)
