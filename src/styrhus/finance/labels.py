"""What the codes of money are called for readers: the same words on every page and paper."""

from enum import StrEnum

from styrhus.finance.budget.indexation import Effect
from styrhus.finance.budget.reserve import ReserveState
from styrhus.finance.budget.version import LineKind, VersionKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.frame import FrameChangeKind, Permanence
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import CareForm, Pricing, Provider
from styrhus.finance.grids.reception import CountedAt
from styrhus.finance.grids.volume import Plausibility
from styrhus.finance.savings.realised import Known
from styrhus.finance.savings.saving import MeasuredBy, SavingStatus
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
    SavingStatus: {
        SavingStatus.IDEA: msg("idea"),
        SavingStatus.DECIDED: msg("decided"),
        SavingStatus.STARTED: msg("started"),
        SavingStatus.REALISED: msg("carried through"),
        SavingStatus.PAUSED: msg("paused"),
        SavingStatus.ABANDONED: msg("abandoned"),
    },
    MeasuredBy: {
        MeasuredBy.STATED: msg("stated by the owner"),
        MeasuredBy.LEDGER: msg("measured in the ledger"),
        MeasuredBy.VOLUME: msg("measured in persons placed"),
    },
    Known: {
        Known.LEDGER: msg("measured in the ledger"),
        Known.VOLUME: msg("measured in volume"),
        Known.STATED: msg("stated"),
        Known.MISSING: msg("missing"),
        Known.MIXED: msg("partly measured, partly stated"),
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
    VersionKind: {
        VersionKind.COUNCIL: msg("council budget"),
        VersionKind.INTERNAL: msg("internal budget"),
        VersionKind.REVISED: msg("revised budget"),
        VersionKind.SUPPLEMENTARY: msg("supplementary budget"),
        VersionKind.FORECAST: msg("forecast"),
        VersionKind.CLOSING: msg("closing accounts"),
        VersionKind.DRAFT: msg("draft"),
    },
    LineKind: {
        LineKind.ORDINARY: msg("ordinary"),
        LineKind.POSITIONS: msg("positions"),
        LineKind.CAPITAL: msg("capital cost of investments"),
        LineKind.RESERVE: msg("reserve"),
        LineKind.SAVING: msg("savings requirement"),
        LineKind.UNFINANCED_DEFICIT: msg("unfinanced deficit"),
        LineKind.SURPLUS: msg("accumulated surplus"),
    },
    ReserveState: {
        ReserveState.PARKED: msg("parked"),
        ReserveState.RELEASED: msg("released"),
        ReserveState.WITHDRAWN: msg("withdrawn"),
    },
    Effect: {
        Effect.FALLS_AWAY: msg("Falls away"),
        Effect.FULL_YEAR: msg("Full-year effect"),
        Effect.PRICE: msg("Price"),
        Effect.WAGE: msg("Wage"),
        Effect.OVERHEAD: msg("Payroll overhead"),
        Effect.DEMOGRAPHY: msg("Demography"),
        Effect.ONE_OFF: msg("One-off items"),
        Effect.RECKONED: msg("Capital cost, reckoned anew"),
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
    Basis: {
        Basis.OUTCOME: msg("outcome"),
        Basis.BUDGET: msg("budget"),
        Basis.FORECAST: msg("forecast"),
    },
    CareForm: {
        CareForm.INSTITUTION: msg("institution"),
        CareForm.FOSTER_HOME: msg("foster home"),
        CareForm.EMERGENCY_FOSTER_HOME: msg("emergency foster home"),
        CareForm.SUPPORTED_HOUSING: msg("supported housing"),
        CareForm.PROTECTED_HOUSING: msg("protected housing"),
        CareForm.HOUSING: msg("housing"),
        CareForm.OUTPATIENT: msg("outpatient care"),
        CareForm.CONTACT: msg("contact person or family"),
        CareForm.OTHER: msg("other care"),
    },
    Provider: {
        Provider.OWN: msg("own"),
        Provider.EXTERNAL: msg("external"),
    },
    Pricing: {
        Pricing.DAY: msg("price per day"),
        Pricing.MONTH: msg("price per month"),
        Pricing.AMOUNT: msg("amount only"),
    },
    CountedAt: {
        CountedAt.FLOW: msg("received"),
        CountedAt.OPENING: msg("at the beginning"),
        CountedAt.MIDDLE: msg("in the middle"),
        CountedAt.CLOSING: msg("at the end"),
    },
    Plausibility: {
        Plausibility.AGREES: msg("agrees"),
        Plausibility.ROUNDING: msg("rounding"),
        Plausibility.DIFFERS: msg("deviates"),
        Plausibility.NO_VOLUME: msg("lacks volume"),
        Plausibility.COMPUTED: msg("computed"),
    },
}
"""By enum first, because codes of different enums can be the same word."""


def label(code: StrEnum) -> Text:
    """The reader's word for a code; KeyError for an enum that has no words here."""
    return LABELS[type(code)][code]
