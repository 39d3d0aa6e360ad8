"""What the codes of the budget are called for readers."""

from styrhus.finance.budget.indexation import Effect
from styrhus.finance.budget.reserve import ReserveState
from styrhus.finance.budget.version import LineKind, VersionKind
from styrhus.values.text import Text, msg

VERSION_WORDS: dict[str, Text] = {
    VersionKind.COUNCIL: msg("council budget"),
    VersionKind.INTERNAL: msg("internal budget"),
    VersionKind.REVISED: msg("revised budget"),
    VersionKind.SUPPLEMENTARY: msg("supplementary budget"),
    VersionKind.FORECAST: msg("forecast"),
    VersionKind.CLOSING: msg("closing accounts"),
    VersionKind.DRAFT: msg("draft"),
}
LINE_WORDS: dict[str, Text] = {
    LineKind.ORDINARY: msg("ordinary"),
    LineKind.POSITIONS: msg("positions"),
    LineKind.CAPITAL: msg("capital cost of investments"),
    LineKind.RESERVE: msg("reserve"),
    LineKind.SAVING: msg("savings requirement"),
    LineKind.UNFINANCED_DEFICIT: msg("unfinanced deficit"),
    LineKind.SURPLUS: msg("accumulated surplus"),
}
RESERVE_WORDS: dict[str, Text] = {
    ReserveState.PARKED: msg("parked"),
    ReserveState.RELEASED: msg("released"),
    ReserveState.WITHDRAWN: msg("withdrawn"),
}
EFFECT_WORDS: dict[str, Text] = {
    Effect.FALLS_AWAY: msg("Falls away"),
    Effect.FULL_YEAR: msg("Full-year effect"),
    Effect.PRICE: msg("Price"),
    Effect.WAGE: msg("Wage"),
    Effect.OVERHEAD: msg("Payroll overhead"),
    Effect.DEMOGRAPHY: msg("Demography"),
    Effect.ONE_OFF: msg("One-off items"),
    Effect.RECKONED: msg("Capital cost, reckoned anew"),
}
