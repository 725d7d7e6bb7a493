"""`communique timeline`: what happened when."""

from typing import Annotated

import typer

from communique import pipeline, show


def timeline(
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    *,
    since: Annotated[str | None, typer.Option("--since", help="Only what may be of this day or later: 2022-01-10.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Only what may be of this day or earlier.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", help="Only this actor: a name or an id.")] = None,
    statements: Annotated[bool, typer.Option("--statements", help="Statements too.")] = False,
) -> None:
    """Show what happened when: talks, events, documents and promises by their own day, each once however many reports tell of it.

    Example: communique timeline talks.db --since 2022-01-10
    """
    choice = show.Choice(actor=actor, since=since, until=until)
    for line in show.timeline_lines(pipeline.open_record(dossier), choice=choice, statements=statements):
        typer.echo(line)
