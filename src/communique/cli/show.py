"""`communique show`: the record in the terminal."""

import re
from typing import Annotated

import typer

from communique import pipeline
from communique import show as views

_LABEL = re.compile(r"[A-Z]\d+")
_SINGULAR = frozenset(name.removesuffix("s") for name in views.VIEWS)
"""One entry's kind, as a reader would name it."""


def show(  # noqa: PLR0913 (one parameter for each argument and option)
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    view: Annotated[str, typer.Argument(help=f"What to show: {', '.join(views.VIEWS)}.", metavar="[VIEW]")] = "statements",
    entry: Annotated[str | None, typer.Argument(help="One entry, by its label (S12) or id, with every reason.", metavar="[ENTRY]")] = None,
    *,
    actor: Annotated[str | None, typer.Option("--actor", help="Only what this actor says, does or is told (a name or id).")] = None,
    since: Annotated[str | None, typer.Option("--since", help="Only what may be of this day or later (else by its report).")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Only what may be of this day or earlier.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Only what this outlet reports; a part of its name will do.")] = None,
) -> None:
    """Show what the record holds, each entry with the words it rests on; `show talks.db statement S12` shows one with every reason.

    Example: communique show talks.db statements --actor Lavrov --since 2022-01-10
    """
    if entry is None and _LABEL.fullmatch(view):
        view, entry = "statements", view
    wanted = _checked(view, entry)
    record = pipeline.open_record(dossier)
    if entry is not None:
        found = views.entry_lines(record, entry)
    else:
        found = views.lines(record, wanted, choice=views.Choice(actor, since, until, outlet))
    for line in found:
        typer.echo(line)


def _checked(view: str, entry: str | None) -> str:
    """Give the view that is asked for; the singular asks for one entry, so that must be named."""
    if entry is None and view in _SINGULAR:
        raise typer.BadParameter(f"Which {view}? Name its label or id: communique show DOSSIER {view} S1.")
    if view not in views.VIEWS and view not in _SINGULAR:
        raise typer.BadParameter(f"There is no view {view!r}. Ask for one of: {', '.join(views.VIEWS)}.")
    return view
