"""A document of real figures that all writers are tried on: Lund 2023's grants and Örebro 2019's frame bridge."""

from decimal import Decimal

from styrhus.paper.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Contents,
    Document,
    Drawing,
    Facts,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Run,
    Table,
    plain,
)  # fmt: skip
from styrhus.paper.charts import bars, line, waterfall
from styrhus.values.figure import Figure, Source
from styrhus.values.unit import Unit

HOUSE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><defs><linearGradient id="wall"/></defs>'
    '<a href="/mal/"><rect id="room" width="300" height="120" fill="url(#wall)" stroke="currentColor"/></a>'
    '<text x="20" y="60" fill="currentColor">Mål ● ◐ ○</text></svg>'
)
BRIDGE = waterfall.Waterfall(
    waterfall.Change("Utgående budgetram 2018", Decimal(509639)),
    tuple(
        waterfall.Change(label, Decimal(value))
        for label, value in (
            ("Överfört resultat 2017", -1666),
            ("Effektiviseringskrav", -3628),
            ("Löneöverhäng 2018", 1918),
            ("Sänkt internränta", -53),
            ("Volym", 12000),
            ("Volym socialkontor Vivalla", 1000),
            ("Rekryteringscenter 2019", -466),
            ("IT-licenser, Procapita", -63),
        )
    ),
    waterfall.Change("Ram 2019", Decimal(518681)),
    Unit.TKR,
)


def points(*values: tuple[str, str | None]) -> tuple[line.Point, ...]:
    return tuple(line.Point(period, None if value is None else Decimal(value)) for period, value in values)


STABILITY = line.LineChart(
    (line.Series("Utfall", points(("2016", "83.5"), ("2017", "85"), ("2018", "87"))),),
    Unit.PERCENT,
    points(("2018", "85"), ("2019", "85")),
    "Mål",
)
SECURITY = line.LineChart(
    (
        line.Series("Kvinnor", points(("2017", "82.4"), ("2018", None), ("2019", "84.1"))),
        line.Series("Män", points(("2017", "84.7"), ("2018", "83.8"), ("2019", "84.4"))),
    ),
    Unit.INDEX,
)

GRANTS = (
    ("Nämnd, ledning och stab", 70778, 78024, 7246),
    ("Barn, unga och familjestöd", 218960, 173500, -45460),
    ("Vuxen", 238320, 309600, 71280),
    ("Socialpsykiatri", 143715, 151400, 7685),
    ("Flykting", 1820, None, -1820),
    ("Tillståndsenheten", 1780, None, -1780),
    ("Kommunbidrag", 675373, 712524, 37151),
)


GRANT_BARS = bars.BarChart(
    ("Budget 2022", "Budget 2023"),
    tuple(
        bars.BarRow(area, tuple(bars.Amount(None if value is None else Decimal(value)) for value in (before, after)))
        for area, before, after, _ in GRANTS[:-1]
    ),
    Unit.TKR,
)


def number(value: int | str | None, ref: str, *, unit: Unit = Unit.TKR, signed: bool = False) -> Cell:
    """A cell with a figure that comes from `ref`."""
    known = None if value is None else Decimal(value)
    figure = Figure(known, unit, source=Source(ref, f"budget.csv, {ref}"), mark="–")
    return Cell((Run(figure.number(signed=signed), figure=figure),))


def grant_table() -> Table:
    """Lund 2023's council grant by area, as published."""
    rows = []
    for area, before, after, change in GRANTS:
        kind = RowKind.TOTAL if area == "Kommunbidrag" else RowKind.LINE
        cells = (
            Cell(plain(area)),
            number(before, f"grant.2022.{area}"),
            number(after, f"grant.2023.{area}"),
            number(change, f"grant.change.{area}", signed=True),
        )
        rows.append(Row(cells, kind))
    heads = ("Budget 2022", "Budget 2023", "Förändring")
    columns = (Column("Verksamhetsområde"), *(Column(head, Align.RIGHT) for head in heads))
    notes = (plain("Flykting och Tillståndsenheten är resultatenheter från 2023."),)
    return Table("Kommunbidrag per verksamhetsområde, tkr", columns, tuple(rows), "grant-by-area", notes)


def cost_table() -> Table:
    """Part of Örebro 2019's frame, with groups, subtotals and signs."""
    lines = (
        ("Egen verksamhet", RowKind.SUBTOTAL, 0, ("-248.6", "-255.1", "-261.5")),
        ("Intäkter", RowKind.OF_WHICH, 1, ("15.2", "18.1", "11.4")),
        ("Personalkostnader", RowKind.OF_WHICH, 1, ("-213.8", "-217.0", "-218.2")),
        ("Externa vård- och behandlingskostnader", RowKind.SUBTOTAL, 0, ("-279.6", "-254.5", "-297.0")),
        ("Barn", RowKind.OF_WHICH, 1, ("-90.0", "-84.8", "-91.3")),
        ("Ej fördelat", RowKind.HEADING, 0, ()),
        ("Ofinansierat underskott", RowKind.LINE, 0, (None, None, "40.5")),
        ("Summa", RowKind.TOTAL, 0, ("-528.1", "-509.6", "-518.7")),
    )
    rows = tuple(
        Row(
            (
                Cell(plain(label), indent),
                *(number(value, f"frame.{column}.{label}", unit=Unit.MNKR) for column, value in enumerate(values)),
            ),
            kind,
        )
        for label, kind, indent, values in lines
    )
    heads = ("Utfall 2018", "Budget 2018", "Budget 2019")
    columns = (Column("Verksamhet"), *(Column(head, Align.RIGHT) for head in heads))
    return Table("Budgetramens fördelning, mnkr", columns, rows, description="Underposter står indragna.")


def status_table() -> Table:
    """Indicators with statuses and long Swedish words."""
    words = {"reached": "uppnått", "partly": "delvis", "not_reached": "ej uppnått", "not_judged": "kan ej bedömas"}
    rows = tuple(
        Row((Cell(plain(f"Indikator {n}")), Cell(plain("Minst 80 %")), Cell(plain(word), status=status)))
        for n, (status, word) in enumerate(words.items(), 1)
    )
    return Table("Indikatorer för målet", (Column("Indikator", width=3), Column("Mål"), Column("Status")), rows)


def wide_table() -> Table:
    """Ten columns, as Örebro 2019's volumes and prices, which needs a page on its side."""
    heads = ("Utfall 2017", "Budget 2018", "Utfall 2018", "Budget 2019", "Dygn 2018", "Dygn 2019", "Budget", "Utfall")
    values = ("21", "20", "23", "19", "3450", "4100", "27.7", "26.8", "24.2")
    columns = (Column("Insats"), *(Column(head, Align.RIGHT) for head in (*heads, "Budget 2019")))
    cells = (
        Cell(plain("Institutionsvård")),
        *(number(v, f"volume.{i}", unit=Unit.NUMBER) for i, v in enumerate(values)),
    )
    return Table("Externa insatser: volym, pris och belopp", columns, (Row(cells),))


def blocks() -> tuple[Block, ...]:
    """Every kind of block except charts and drawings."""
    grant = grant_table().rows[-1].cells[2].runs[0].figure
    assert grant is not None
    outside = Figure(Decimal("12.5"), Unit.PERCENT, source=Source("sick-leave", "outcomes.csv, rad 3"))
    return (
        Facts((("Diarienummer", plain("SO 2022/0001")), ("Fastställd", plain("14 december 2022, § 120")))),
        Contents(),
        Heading(1, "Ekonomi & ramar <2023>"),
        Paragraph((Run("Kommunbidraget blir "), Run(grant.text(), figure=grant), Run(".")), lead=True),
        Paragraph(
            (
                Run("Sjukfrånvaron är "), Run(outside.text(), figure=outside), Run(", läs mer hos "),
                Run("SKR", href="https://skr.se/?a=1&b=2"), Run(" eller i "), Run("tabellen", href="#grant-by-area"),
                Run(" och inte "), Run("här", href="javascript:alert(1)"), Run(". "),
                Run("Starkt", strong=True), Run(" och "), Run("betonat", emphasis=True), Run(".\nNy rad."),
            )
        ),
        grant_table(),
        Heading(3, "Fördelning"),
        cost_table(),
        Note(plain("Den publicerade förändringen är 2 470 tkr."), "Anmärkning om källan"),
        Heading(2, "Externa insatser"),
        wide_table(),
        PageBreak(),
        Heading(1, "Mål"),
        ListBlock((plain("Först"), plain("Sedan")), True, {0: ListBlock((plain("Under"),))}),
        status_table(),
    )  # fmt: skip


def charts() -> tuple[Block, ...]:
    """Örebro's frame bridge, an indicator with its target path and by sex, and Lund's grants of two years."""
    return (
        Heading(1, "Diagram"),
        waterfall.chart(BRIDGE, caption="Från ram 2018 till ram 2019, tkr", language="sv", anchor="bridge"),
        line.chart(STABILITY, caption="Personalstabilitet, procent", language="sv"),
        line.chart(SECURITY, caption="Anställningstrygghetsindex", language="sv"),
        bars.chart(GRANT_BARS, caption="Kommunbidrag 2022 och 2023, tkr", language="sv"),
        Drawing("Huset", HOUSE, "Ett hus med tre rum."),
    )


def whole_document(language: str = "sv") -> Document:
    """All of it."""
    return Document(
        "Verksamhetsplan 2023",
        language,
        blocks() + charts(),
        "med internbudget",
        "Socialnämnden, Lunds kommun",
        "Fastställd",
        "2022-12-14",
    )
