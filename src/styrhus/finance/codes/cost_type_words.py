"""What cost types are called for readers."""

from styrhus.finance.codes.dimension import CostType
from styrhus.values.text import Text, msg

COST_TYPE_WORDS: dict[str, Text] = {
    CostType.COUNCIL_GRANT: msg("Council grant"),
    CostType.INCOME: msg("Income"),
    CostType.STAFF: msg("Staff"),
    CostType.PREMISES: msg("Premises"),
    CostType.BOUGHT_CARE: msg("Bought care"),
    CostType.GRANTS: msg("Grants and allowances"),
    CostType.CAPITAL: msg("Capital cost"),
    CostType.OTHER: msg("Other costs"),
    CostType.BALANCE: msg("Balance accounts"),
}
