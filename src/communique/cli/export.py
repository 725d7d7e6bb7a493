"""`communique export`: the record as a file for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline, show
from communique.cli.output import write


class Format(StrEnum):
    """What the record is exported as: the keys of `show.EXPORTS`."""

    HTML = "html"
    JSON = "json"


def export(
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    format_: Annotated[Format, typer.Option("--format", "-f", help="The format.")] = Format.JSON,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write; standard output without it.")] = None,
) -> None:
    """Write the record for other programs.

    Example: communique export talks.db --format json -o talks.json
    """
    text = show.EXPORTS[format_.value](pipeline.open_record(dossier))
    if output is None:
        typer.echo(text, nl=False)
    else:
        write(output, text)
