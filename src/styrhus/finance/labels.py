"""What the codes of money are called for readers: the same words on every page and paper."""

from enum import StrEnum

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.frame import FrameChangeKind, Permanence
from styrhus.finance.table import ColumnKind, TableKind
from styrhus.values.text import Text, msg

LABELS: dict[type[StrEnum], dict[str, Text]] = {
    FrameChangeKind: {
        FrameChangeKind.INDEX: msg("price and pay"),
        FrameChangeKind.DEMOGRAPHY: msg("demography"),
        FrameChangeKind.VOLUME: msg("volume"),
        FrameChangeKind.ASSIGNMENT: msg("new or changed assignment"),
        FrameChangeKind.NEED: msg("need"),
        FrameChangeKind.EFFICIENCY: msg("efficiency requirement"),
        FrameChangeKind.TRANSFER: msg("transfer"),
        FrameChangeKind.TEMPORARY: msg("temporary money"),
        FrameChangeKind.PREMISES: msg("premises"),
        FrameChangeKind.CARRY_OVER: msg("result carried over"),
        FrameChangeKind.INTERNAL_INTEREST: msg("internal interest"),
        FrameChangeKind.OTHER: msg("other change"),
    },
    Permanence: {
        Permanence.PERMANENT: msg("permanent"),
        Permanence.TEMPORARY: msg("temporary"),
        Permanence.NOT_STATED: msg("not stated"),
    },
    TableKind: {
        TableKind.GRANT: msg("Council grant"),
        TableKind.ALLOCATION: msg("How the frame is allocated"),
        TableKind.INCOME_STATEMENT: msg("Income statement"),
        TableKind.SPECIFICATION: msg("Specifications"),
        TableKind.CARE: msg("Placements and purchased care"),
        TableKind.SAVINGS: msg("Efficiency measures"),
        TableKind.RESULT_UNITS: msg("Result units"),
        TableKind.SURPLUS: msg("Use of accumulated surplus"),
        TableKind.POSITIONS: msg("Positions"),
        TableKind.INVESTMENT: msg("Investments"),
        TableKind.VOLUME: msg("Volumes"),
        TableKind.KEY_FIGURES: msg("Key figures"),
    },
    ColumnKind: {
        ColumnKind.OUTCOME: msg("closing accounts"),
        ColumnKind.FORECAST: msg("forecast"),
        ColumnKind.BUDGET: msg("budget"),
        ColumnKind.COUNCIL_BUDGET: msg("council budget"),
        ColumnKind.INTERNAL_BUDGET: msg("internal budget"),
        ColumnKind.REVISED_BUDGET: msg("revised budget"),
        ColumnKind.CHANGE: msg("change"),
        ColumnKind.AMOUNT: msg("amount"),
        ColumnKind.VOLUME: msg("volume"),
        ColumnKind.PRICE: msg("price"),
        ColumnKind.TEXT: msg("text"),
    },
    CostType: {
        CostType.COUNCIL_GRANT: msg("Council grant"),
        CostType.INCOME: msg("Income"),
        CostType.STAFF: msg("Staff"),
        CostType.PREMISES: msg("Premises"),
        CostType.BOUGHT_CARE: msg("Bought care"),
        CostType.GRANTS: msg("Grants and allowances"),
        CostType.CAPITAL: msg("Capital cost"),
        CostType.OTHER: msg("Other costs"),
        CostType.BALANCE: msg("Balance accounts"),
    },
}
"""By enum first, because codes of different enums can be the same word."""


def label(code: StrEnum) -> Text:
    """The reader's word for a code; KeyError for an enum that has no words here."""
    return LABELS[type(code)][code]
