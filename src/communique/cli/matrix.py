"""`communique matrix`: who stands where."""

from typing import Annotated

import typer

from communique import pipeline, show


def matrix(
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    *,
    since: Annotated[str | None, typer.Option("--since", help="Only positions that may be of this day or later: 2022-01-10.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", help="Only this actor: a name or an id.")] = None,
    issue: Annotated[str | None, typer.Option("--issue", help="Only this issue: its label or id.")] = None,
) -> None:
    """Show where each actor stands on each issue: stance, how often, latest date, and the words of every cell.

    Example: communique matrix talks.db --actor Russia
    """
    for line in show.matrix_lines(pipeline.open_record(dossier), choice=show.Choice(actor=actor, since=since), issue=issue):
        typer.echo(line)
