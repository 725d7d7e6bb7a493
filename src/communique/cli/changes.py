"""`communique changes`: what changed since a day."""

from typing import Annotated

import typer

from communique import pipeline, show


def changes(
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    since: Annotated[str, typer.Option("--since", help="The day from which on: 2022-01-10, 2022-01 or 2022.")],
) -> None:
    """Show what is new since a day, who moved, and what failed and who says so.

    Example: communique changes talks.db --since 2022-01-12
    """
    for line in show.changes_lines(pipeline.open_record(dossier), since):
        typer.echo(line)
