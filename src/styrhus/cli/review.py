"""`styrhus review`: where does a finished document contradict itself?"""

from pathlib import Path

import click

from styrhus.cli.language import Language


@click.command("review")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.pass_obj
def command(language: Language, files: tuple[Path, ...]) -> None:
    """Look for contradictions in finished documents."""
    from styrhus.paper.readers import read
    from styrhus.review.review import review

    for file in files:
        result = review(read(file))
        for f in result.findings:
            click.echo(f"{f.place.line}: {f.rule}: {f.message.render(language.code)} {f.expression}")
        click.echo(str(result.checked))
