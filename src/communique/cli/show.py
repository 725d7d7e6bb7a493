"""`communique show`: the record in the terminal."""

from enum import StrEnum
from typing import Annotated

import typer

from communique import pipeline
from communique import show as views


class View(StrEnum):
    """What can be shown."""

    STATEMENTS = "statements"
    ACTORS = "actors"
    TALKS = "talks"
    PROVISIONS = "provisions"
    NOTICES = "notices"


def show(
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    view: Annotated[View, typer.Argument(help="What to show.")] = View.STATEMENTS,
) -> None:
    """Show what the record holds, each entry with the words it rests on.

    Example: communique show talks.db talks
    """
    for line in views.lines(pipeline.open_record(dossier), view.value):
        typer.echo(line)
