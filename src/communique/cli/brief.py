"""`communique brief`: a dossier on one page."""

from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline, show
from communique.cli.output import write


def brief(
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The HTML file to write; lines on the terminal without it.")] = None,
) -> None:
    """Put a dossier on one page: who stands where, who moved, what happened and is to come, promises, conflicts; every line cited.

    Example: communique brief talks.db -o brief.html
    """
    record = pipeline.open_record(dossier)
    if output is None:
        for line in show.brief_lines(record):
            typer.echo(line)
        return
    write(output, show.brief_page(record))
    typer.echo(f"Wrote {output}. Print it, or open it in Word.")
