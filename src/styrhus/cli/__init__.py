"""The command line: one command a file, each imported when it is first asked for."""

import sys
from importlib import import_module

import click

from styrhus import __version__
from styrhus.cli.language import LANGUAGES, chosen_language

COMMANDS = {
    "document": "Write a plan's document as HTML, DOCX or PDF.",
    "import": "Bring a plan folder into the database.",
    "import-ledger": "Import a ledger file: SIE, CSV or XLSX.",
    "balances": "Sums of the ledger by unit, month, account and cost type.",
    "synthetic-ledger": "Write a made-up ledger of an example, for trying out the import.",
    "import-caseload": "Import placements, counts or population: CSV or XLSX.",
    "convert-episodes": "Write SSDA903 episodes as placements.",
    "forecast": "Forecast persons, care days and cost of placements, with their uncertainty.",
    "backtest": "How good would the forecasts have been?",
    "synthetic-placements": "Write made-up placements of an example, for trying out the forecast.",
    "export": "Write a plan of the database as a plan folder.",
    "user": "Make a user, or give one another role or password.",
    "review": "Find where a finished document contradicts itself.",
    "serve": "Start the web application.",
    "demo": "Build the example boards and start the web application.",
}
"""Every command with its short help, in the order of `styrhus --help`; its code lies in the file of that name."""

EXIT_CODES = """\b
Exit codes:
  0  done
  1  there are problems in what was handed in; each is a line on stderr
  2  the command was used wrongly, or a file could not be read or written
"""


class LazyGroup(click.Group):
    """Lists the commands without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"styrhus.cli.{name}_" if name == "import" else f"styrhus.cli.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of what the command says; without it that of LANG when it is English, else Swedish.",
)
@click.version_option(__version__, prog_name="styrhus")
@click.pass_context
def cli(context: click.Context, lang: str | None) -> None:
    """Goals, budget and follow-up of a municipal board as one living plan.

    A plan is a folder of TOML, CSV and Markdown, or a board and year in the database. Documents can be written
    straight from a folder; the web application needs the database, which is made when it is first used.
    """
    context.obj = chosen_language(lang)


def main() -> None:
    """The command `styrhus`."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal with another encoding must not stop a message about å, ä and ö.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    cli(prog_name="styrhus")
