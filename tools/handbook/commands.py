"""The help of every command, as the command line itself gives it."""

import click

from styrhus.cli import COMMANDS, cli

WIDTH = 88


def commands() -> str:
    """The help of `styrhus` and of each of its commands."""
    main = click.Context(cli, info_name="styrhus", terminal_width=WIDTH)
    parts = [_shown("styrhus", cli.get_help(main))]
    for name in COMMANDS:
        command = cli.get_command(main, name)
        if command is None:
            raise LookupError(f"the command {name} has no code")
        context = click.Context(command, info_name=name, parent=main, terminal_width=WIDTH)
        parts.append(_shown(f"styrhus {name}", command.get_help(context)))
    return "\n\n".join(parts)


def _shown(name: str, text: str) -> str:
    return f"## {name}\n\n```text\n{text}\n```"
