"""A small plan with something of everything, and people to act on it."""

from datetime import date
from decimal import Decimal

from styrhus.dossier.document import Board, Part, Plan, PlanKind, PlanStatus, Section
from styrhus.dossier.dossier import Dossier
from styrhus.finance.fact import Contradiction, Fact
from styrhus.finance.frame import Frame, FrameChange, FrameChangeKind, Permanence
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.plan.assignment import Assignment, AssignmentKind, AssignmentStatus, ProgressNote
from styrhus.plan.goal import Goal, GoalChange
from styrhus.plan.indicator import Breakdown, Direction, Indicator, LifeEvent, LifeLogEntry
from styrhus.plan.organisation import OrganisationUnit, UnitKind
from styrhus.plan.outcome import Outcome, StatusOverride
from styrhus.plan.status_word import StatusWord
from styrhus.plan.steering import Decider, Level, SteeringModel, Value
from styrhus.plan.target import Target, TargetKind
from styrhus.plan.undertaking import (
    Assessment,
    Condition,
    FundingNeed,
    Observation,
    ObservationKind,
    RiskOrCondition,
    ServiceGuarantee,
    Undertaking,
)
from styrhus.values.unit import Unit
from tests.store.rich_economy import ECONOMY

STEERING = SteeringModel(
    vision="En stad att växa i",
    approach=(Value(name="Lyssna", text="först"),),
    mission=("Stöd", "Skydd"),
    levels=(
        Level(id="kf-mal", name="KF-mål", plural="KF-mål", decider=Decider.KF),
        Level(id="namndmal", name="Nämndmål", plural="Nämndmål"),
    ),
)
GOALS = (
    Goal(id="trygg", level="kf-mal", name="Trygg stad", number="1"),
    Goal(id="trygg-uppvaxt", level="namndmal", name="Trygg uppväxt", parents=("trygg",), change=GoalChange.NEW,
         activities=("Öppen förskola",), valid_from=2023),
)  # fmt: skip
INDICATORS = (
    Indicator(id="anmalningar", goal="trygg-uppvaxt", name="Förhandsbedömda inom 14 dagar", unit=Unit.PERCENT,
              direction=Direction.UP, breakdowns=(Breakdown.SEX,), decimals=1, responsible_unit="barn"),
    Indicator(id="dygn", goal="trygg-uppvaxt", name="Vårddygn", unit=Unit.DAYS, direction=Direction.DOWN),
)  # fmt: skip
TARGETS = (
    Target(indicator="anmalningar", year=2023, kind=TargetKind.AT_LEAST, value=Decimal("95.0"), partly=Decimal("90")),
    Target(indicator="dygn", year=2023, kind=TargetKind.DECREASE, change=Decimal("-1.50")),
    Target(indicator="anmalningar", year=2024, kind=TargetKind.AT_LEAST, value=Decimal("97.0")),
)
OUTCOMES = (
    Outcome(indicator="anmalningar", period="2022", value=Decimal("91.0"), as_of=date(2022, 12, 31)),
    Outcome(indicator="anmalningar", period="2022", part="K", value=Decimal("92")),
    Outcome(indicator="dygn", period="2022-T2", mark="..", preliminary=True, awaiting="Kolada"),
)
TABLE = Table(
    id="kommunbidrag", caption="Kommunbidrag per område", kind=TableKind.GRANT, unit=Unit.TKR,
    sign=Sign.COST_POSITIVE, row_heading="Område", rounded=True, notes=("Avrundat",),
    columns=(
        Column(id="bokslut-2021", label="Bokslut 2021", kind=ColumnKind.OUTCOME, year=2021),
        Column(id="budget-2023", label="Budget 2023", kind=ColumnKind.BUDGET, year=2023),
        Column(id="forandring", label="Förändring", kind=ColumnKind.CHANGE, change_of=("bokslut-2021", "budget-2023")),
        Column(id="not", label="Not", kind=ColumnKind.TEXT),
    ),
    rows=(
        Row(id="barn", label="Barn och unga", organisation_unit="barn", parent="summa",
            cells=(Cell(value=Decimal("297.0")), Cell(value=Decimal("-297")), Cell(mark=".."), Cell(mark="se text"))),
        Row(id="summa", label="Summa", kind=RowKind.SUBTOTAL, unit=Unit.MNKR,
            cells=(Cell(value=Decimal("0.00")), Cell(), Cell(mark="-"), Cell())),
    ),
)  # fmt: skip


def rich_plan(**changes: object) -> Dossier:
    """Every part of a dossier, each with something in it."""
    return Dossier.model_validate({**dict(_rich()), **changes})


def _rich() -> Dossier:
    return Dossier(
        board=Board(id="lund", municipality="Lund", name="Socialnämnden", former_names=("Individnämnden",)),
        plan=Plan(year=2023, kind=PlanKind.BOARD_PLAN, title="Verksamhetsplan 2023", status=PlanStatus.ADOPTED,
                  document_date=date(2022, 11, 30), paragraph="§ 12", decision_points=("att fastställa planen",)),
        steering=STEERING,
        goals=GOALS,
        indicators=INDICATORS,
        targets=TARGETS,
        outcomes=OUTCOMES,
        overrides=(StatusOverride(indicator="dygn", year=2022, status=StatusWord.PARTLY, reason="Ny mätmetod"),),
        life_log=(
            LifeLogEntry(indicator="bort", year=2023, event=LifeEvent.REMOVED, name="Borttagen", reason="Mäts ej"),
            LifeLogEntry(indicator="dygn", year=2022, event=LifeEvent.LEVEL_CHANGED, before="10", after="9"),
            LifeLogEntry(indicator="dygn", year=2022, event=LifeEvent.LEVEL_CHANGED, before="9", after="8"),
        ),
        assignments=(
            Assignment(id="kartlagg", number="3", title="Kartlägg boenden", kind=AssignmentKind.SPECIAL,
                       origin="Budget 2023", decided_by=Decider.KF, deadline=date(2023, 9, 30),
                       responsible=("SOC", "KSK"), status=AssignmentStatus.ONGOING, responsible_unit="barn"),
            Assignment(id="hallbar", title="Håll planen i sikte", kind=AssignmentKind.STEERING_DOCUMENT,
                       origin="Policy", decided_by=Decider.BOARD, reporting_required=False),
        ),
        progress=(
            ProgressNote(assignment="kartlagg", day=date(2023, 2, 1), text="Påbörjat"),
            ProgressNote(assignment="kartlagg", day=date(2023, 2, 1), text="Möte hållet"),
        ),
        undertakings=(Undertaking(id="bemota", name="Bemöta", goal="trygg", assessment=Assessment.WORKS),),
        guarantees=(ServiceGuarantee(id="besked", name="Besked", limit_days=14, pauses=("helg",)),),
        observations=(
            Observation(id="bra", goal="trygg", kind=ObservationKind.POSITIVE, text="Fler svarar", from_year=2022),
        ),
        conditions=(Condition(id="ny-lag", kind=RiskOrCondition.LAW, name="Ny socialtjänstlag"),),
        needs=(FundingNeed(id="boende", name="Skyddat boende", permanent=False, until="2025"),),
        organisation=(
            OrganisationUnit(id="soc", name="Socialförvaltningen", kind=UnitKind.ADMINISTRATION),
            OrganisationUnit(id="barn", name="Barn och unga", kind=UnitKind.AREA, parent="soc",
                             valid_from=date(2020, 1, 1)),
            OrganisationUnit(id="mottag", name="Mottagningen", kind=UnitKind.UNIT, parent="barn"),
        ),
        tables=(TABLE,),
        frames=(
            Frame(year=2022, amount=Decimal("675373"), unit=Unit.TKR),
            Frame(year=2023, amount=Decimal("712524"), unit=Unit.TKR, decision="KF § 1"),
        ),
        frame_changes=(
            FrameChange(id="volym", year=2023, kind=FrameChangeKind.VOLUME, label="Volym", amount=Decimal("1200.0"),
                        unit=Unit.TKR, permanence=Permanence.TEMPORARY, last_year=2024),
        ),
        **ECONOMY,
        facts=(Fact(id="externt", label="Externt", value=Decimal("297.0"), unit=Unit.MNKR, qualifier="cirka"),),
        contradictions=(Contradiction(id="summa", refs=("table.kommunbidrag.summa.bokslut-2021",),
                                      stated=Decimal("0.00"), computed=Decimal("297.0"),
                                      unit=Unit.TKR, explanation="Går inte ihop"),),
        sections=(
            Section(id="inledning", title="Inledning", part=Part.SUMMARY,
                    text="Ramen är {{ grant.2023 }}.\n\nMer text.\n"),
            Section(id="ekonomi", title="Ekonomi", part=Part.ECONOMY, text="Se tabell."),
        ),
    )  # fmt: skip
