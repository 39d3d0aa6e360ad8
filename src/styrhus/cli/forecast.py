"""`styrhus forecast`: persons, care days and cost of placements in the months ahead, with their uncertainty."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.language import Language

if TYPE_CHECKING:
    from styrhus.forecast import Forecast

FORMATS = ("table", "json", "csv")
MOST_MONTHS = 120


@click.command("forecast")
@click.argument("source", metavar="FILE")
@click.option("--months", type=click.IntRange(1, MOST_MONTHS), default=12, help="How many months ahead.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
@click.pass_obj
def command(language: Language, source: str, *, months: int, form: str) -> None:
    """Forecast placements from the spells in FILE."""
    from styrhus.cli.forecast_answer import answer
    from styrhus.cli.forecast_material import material_of_file
    from styrhus.forecast import fit

    material = material_of_file(Path(source), language)
    found: Forecast = fit(material, months=months).forecast()
    answer(found, form, language)
