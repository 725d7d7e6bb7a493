"""`communique page`: the record as one page for a browser."""

from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline, show
from communique.cli.output import write


def page(
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")] = Path("communique.html"),
) -> None:
    """Write one self-contained page: every report's text with the marked words, and every entry linked to them.

    Example: communique page talks.db -o talks.html
    """
    write(output, show.page(pipeline.open_record(dossier)))
    typer.echo(f"Wrote {output}. Open it in a browser; it needs no network.")
