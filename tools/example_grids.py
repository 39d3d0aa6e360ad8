"""Makes the grids of the example boards out of their published tables: `python tools/example_grids.py`.

Nothing is typed twice: every amount, volume and price is read from the tables, outcomes and facts of the plan folder.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.read import read_folder
from styrhus.dossier.folder.write import folder_files
from styrhus.dossier.references import resolve
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.placement import CareForm, PlacementFigure, PlacementRow, Pricing, Provider
from styrhus.finance.grids.reception import CountedAt, ReceptionCohort
from styrhus.finance.table import Row, RowKind, Table
from styrhus.values.number import decimals_of
from styrhus.values.unit import KRONOR, Unit

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PARTS = tuple(
    f"economy/{part}.csv" for part in ("placement_rows", "placement_figures", "income_support", "reception_cohorts")
)
THOUSAND = KRONOR[Unit.TKR]
OWN, EXTERNAL = Provider.OWN, Provider.EXTERNAL

OREBRO_FORMS = {
    "institution": (CareForm.INSTITUTION, EXTERNAL),
    "familjehem-internt": (CareForm.FOSTER_HOME, OWN),
    "familjehem-externt": (CareForm.FOSTER_HOME, EXTERNAL),
    "kontaktperson": (CareForm.CONTACT, OWN),
    "oppenvard-dygn": (CareForm.OUTPATIENT, EXTERNAL),
    "oppenvard-ovrig": (CareForm.OUTPATIENT, EXTERNAL),
    "jourhem": (CareForm.EMERGENCY_FOSTER_HOME, OWN),
    "oppenvard": (CareForm.OUTPATIENT, EXTERNAL),
    "boende": (CareForm.HOUSING, EXTERNAL),
    "icke-missbruk": (CareForm.OTHER, EXTERNAL),
}
OREBRO_UNITS = {"barn": "barn-och-familj", "unga": "ungdom-och-familj", "vuxna": "vuxna", "jourhem": "barn-och-familj"}
OREBRO_COLUMNS = (
    ("outcome", "2017", "personer-utfall-2017", "", ""),
    ("budget", "2018", "personer-budget-2018", "", "belopp-budget-2018"),
    ("outcome", "2018", "personer-utfall-2018", "kostnad-utfall-2018", "belopp-utfall-2018"),
    ("budget", "2019", "personer-budget-2019", "kostnad-budget-2019", "belopp-budget-2019"),
)
LUND_UNITS = {
    "barn": "barn-unga-familj", "familjehem": "barn-unga-familj", "18-24": "enheten-18-24", "vuxna": "vuxen",
    "socialpsykiatri": "socialpsykiatri",
}  # fmt: skip
LUND_COLUMNS = (
    ("outcome", "2021", "bokslut-2021"), ("forecast", "2022", "prognos-2022"), ("budget", "2022", "budget-2022"),
    ("budget", "2023", "budget-2023"),
)  # fmt: skip


def main() -> None:
    """Write the grids of every example that has published ones."""
    made = {"orebro-2019": orebro, "lund-2023": lund_2023, "lund-2020": lund_2020}
    for name, make in made.items():
        dossier, problems = read_folder(EXAMPLES / name)
        if dossier is None:
            raise SystemExit("\n".join(problem.render() for problem in problems))
        held = {field: getattr(dossier, field) for field in Dossier.model_fields}
        files = folder_files(Dossier(**{**held, **make(dossier)}))
        for part in PARTS:
            if part in files:
                (EXAMPLES / name / part).parent.mkdir(exist_ok=True)
                (EXAMPLES / name / part).write_text(files[part], encoding="utf-8")


def orebro(dossier: Dossier) -> dict[str, object]:
    """Every line of the table of external care, with its volumes and prices."""
    table = dossier.table_by_id["externa-insatser"]
    rows, figures = [], []
    for line in (row for row in table.rows if row.kind is RowKind.LINE):
        group, _, rest = line.id.partition("-")
        form, provider = OREBRO_FORMS[rest or group]
        priced = line.cells[table.column_index["kostnad-budget-2019"]].value is not None
        month = line.unit is Unit.KR_PER_MONTH
        pricing = Pricing.AMOUNT if not priced else Pricing.MONTH if month else Pricing.DAY
        rows.append(PlacementRow(
            id=line.id, name=line.label.rstrip("*"), target_group=_group(table, line), form=form, provider=provider,
            pricing=pricing, unit=OREBRO_UNITS[group],
        ))  # fmt: skip
        figures += list(_orebro_figures(table, line))
    return {"placement_rows": tuple(rows), "placement_figures": tuple(figures)}


def _group(table: Table, line: Row) -> str:
    """The heading above the line, as the table has it; a line of its own is its own group."""
    group = line.id.partition("-")[0]
    return table.row_by_id[group].label.partition(",")[0]


def _orebro_figures(table: Table, line: Row) -> Iterator[PlacementFigure]:
    for basis, year, *columns in OREBRO_COLUMNS:
        persons, price, amount = (table.cell(line.id, name).value if name else None for name in columns)
        if persons is not None or amount is not None:
            yield PlacementFigure(
                row=line.id, basis=Basis(basis), period=year, persons=persons, price=price,
                amount=_kr(amount, Unit.MNKR), rounded_to=_step(amount, Unit.MNKR), source=_source(table),
            )  # fmt: skip


def _kr(value: Decimal | None, unit: Unit) -> Decimal | None:
    return None if value is None else (value * KRONOR[unit]).quantize(Decimal(1))


def _step(value: Decimal | None, unit: Unit) -> Decimal | None:
    return None if value is None else (KRONOR[unit].scaleb(-decimals_of(value))).quantize(Decimal(1))


def _source(table: Table) -> str:
    return f"{table.caption}." if table.source == table.caption else f"{table.caption}. {table.source}."


def lund_2023(dossier: Dossier) -> dict[str, object]:
    """Amounts of bought care by unit, income support with its year-end target, and the reception."""
    rows, figures = [], []
    for key, form in (("externa-placeringar", CareForm.OTHER), ("skyddat-boende", CareForm.PROTECTED_HOUSING)):
        table = dossier.table_by_id[key]
        for line in (row for row in table.rows if row.kind is RowKind.LINE):
            own = CareForm.FOSTER_HOME if line.id == "familjehem" else form
            rows.append(PlacementRow(
                id=f"{key}-{line.id}", name=table.caption.removesuffix(" per enhet"), target_group=line.label, form=own,
                provider=EXTERNAL, pricing=Pricing.AMOUNT, unit=LUND_UNITS[line.id],
            ))  # fmt: skip
            figures += list(_lund_figures(table, line, key))
    groups = list(dict.fromkeys(row.target_group for row in rows))
    rows.sort(key=lambda row: groups.index(row.target_group))
    return {
        "placement_rows": tuple(rows), "placement_figures": tuple(figures),
        "income_support": tuple(_support(dossier)), "reception_cohorts": tuple(_lund_2023_reception(dossier)),
    }  # fmt: skip


def _lund_figures(table: Table, line: Row, key: str) -> Iterator[PlacementFigure]:
    for basis, year, column in LUND_COLUMNS:
        amount = table.cell(line.id, column).value
        if amount is not None:
            yield PlacementFigure(
                row=f"{key}-{line.id}", basis=Basis(basis), period=year, amount=_kr(amount, Unit.TKR),
                rounded_to=THOUSAND, source=_source(table),
            )  # fmt: skip


def _support(dossier: Dossier) -> Iterator[IncomeSupportFigure]:
    table, index = dossier.table_by_id["forsorjningsstod"], dossier.table_by_id["upprakning"]
    indicator = "hushall-forsorjningsstod"
    for basis, year, column in LUND_COLUMNS:
        paid, repaid = (_kr(table.cell(row, column).value, Unit.TKR) for row in ("utbetalningar", "intakter"))
        figure = IncomeSupportFigure(basis=Basis(basis), period=year, paid=paid, repaid=repaid, source=_source(table))
        if (basis, year) == ("budget", "2023"):
            cost = resolve(dossier, "fact.kostnad-per-hushall").value
            raised, before = index.cell("forsorjningsstod", "pris-po").value, table.cell("netto", "budget-2022").value
            norm = 100 + Decimal(raised or 0) * 100 / Decimal(before or 1)
            figure = figure.model_copy(update={
                "mean_cost": _kr(cost, Unit.TKR), "indicator": indicator, "norm": norm.quantize(Decimal("0.1")),
                "note": "Index: uppräkningen för pris i förhållande till nettobudgeten året före.",
            })  # fmt: skip
        yield figure
    ended = resolve(dossier, f"outcome.{indicator}.2022")
    yield IncomeSupportFigure(
        basis=Basis.OUTCOME, period="2022", households_at_end=ended.value, indicator=indicator,
        source=f"Indikator: {ended.label}.",
    )  # fmt: skip


def _lund_2023_reception(dossier: Dossier) -> Iterator[ReceptionCohort]:
    groups = {"vuxna-familjer": "Vuxna och familjer", "ensamkommande": "Ensamkommande barn"}
    stock, flow = dossier.table_by_id["samlat-mottagande"], dossier.table_by_id["arligt-mottagande"]
    for row in stock.rows:
        for column, group in groups.items():
            yield _cohort(stock, row, column, group=group, at=CountedAt.CLOSING)
    for row in flow.rows:
        for column, part in (("anvisade", "anvisade"), ("ovriga", "övriga"), ("ensamkommande", "")):
            group = groups["ensamkommande" if column == "ensamkommande" else "vuxna-familjer"]
            yield _cohort(flow, row, column, group=group, part=part)


def _cohort(
    table: Table, row: Row, column: str, *, group: str, at: CountedAt = CountedAt.FLOW, part: str = ""
) -> ReceptionCohort:
    basis = Basis.BUDGET if "budget" in row.label else Basis.OUTCOME
    return ReceptionCohort(
        group=group, part=part, basis=basis, period=row.id.removeprefix("ar-"), at=at,
        persons=table.cell(row.id, column).value, source=_source(table),
    )  # fmt: skip


def lund_2020(dossier: Dossier) -> dict[str, object]:
    """The reception of new arrivals and unaccompanied minors."""
    return {"reception_cohorts": tuple(_lund_2020_reception(dossier))}


def _lund_2020_reception(dossier: Dossier) -> Iterator[ReceptionCohort]:
    counts, flow = dossier.table_by_id["ensamkommande-antal"], dossier.table_by_id["nyanlanda-antal"]
    minors, adults = "Ensamkommande barn och unga", "Nyanlända vuxna och familjer"
    points = (("1-januari", CountedAt.OPENING), ("1-juli", CountedAt.MIDDLE), ("31-december", CountedAt.CLOSING))
    for column, at in points:
        yield ReceptionCohort(
            group=minors, basis=Basis.BUDGET, period="2020", at=at,
            persons=counts.cell("ensamkommande", column).value, source=_source(counts),
        )  # fmt: skip
    received = resolve(dossier, "fact.ensamkommande-mottagande")
    yield ReceptionCohort(
        group=minors, basis=Basis.BUDGET, period="2020", persons=received.value, source=received.source.place
    )
    for column, part in (("anvisade", "anvisade"), ("ovriga", "övriga")):
        yield ReceptionCohort(
            group=adults, part=part, basis=Basis.BUDGET, period="2020",
            persons=flow.cell("vuxna-familjer", column).value, source=_source(flow),
        )  # fmt: skip


if __name__ == "__main__":
    main()
