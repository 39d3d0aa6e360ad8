"""What the codes of money are called for readers: the same words on every page and paper."""

from enum import StrEnum

from styrhus.finance.budget.indexation import Effect
from styrhus.finance.budget.reserve import ReserveState
from styrhus.finance.budget.version import LineKind, VersionKind
from styrhus.finance.budget.words import EFFECT_WORDS, LINE_WORDS, RESERVE_WORDS, VERSION_WORDS
from styrhus.finance.codes.cost_type_words import COST_TYPE_WORDS
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
    VersionKind: VERSION_WORDS,
    LineKind: LINE_WORDS,
    ReserveState: RESERVE_WORDS,
    Effect: EFFECT_WORDS,
    CostType: COST_TYPE_WORDS,
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
        CountedAt.AGES_OUT: msg("become too old"),
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
