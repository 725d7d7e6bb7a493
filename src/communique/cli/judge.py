"""`communique judge`: a person's decision about an entry."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from communique import pipeline
from communique.errors import InputError
from communique.model.judgement import Decision


def judge(
    dossier: Annotated[str, typer.Argument(help="The dossier: a file, or a PostgreSQL URL.")],
    entry: Annotated[str, typer.Argument(help="The entry: its label, as show prints it, or its id, as export does.")],
    decision: Annotated[Decision, typer.Argument(help="What you decide.")],
    changes: Annotated[
        list[str] | None, typer.Argument(help="With correct: FIELD=VALUE, such as speaker=state:RUS. With merge: into=ID.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who decides.")] = "",
    why: Annotated[str | None, typer.Option("--why", help="The reason.")] = None,
) -> None:
    """Accept, reject or correct an entry. It wins over what is read, and survives every re-run.

    Example: communique judge talks.db sta-0123456789abcdef reject --by "A. Reader" --why "a headline"
    """
    if not by:
        raise InputError("a judgement needs a name. Say who decides with --by NAME.")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    made = pipeline.judge(dossier, entry, pipeline.Decided(decision, by, at, why, _fields(changes or [])))
    typer.echo(f"{made.judgement.decision}: {made.judgement.entry}, “{made.words}” (judgement {made.judgement.id})")


def _fields(changes: list[str]) -> dict[str, str | None] | None:
    """Give FIELD=VALUE pairs as a mapping; an empty value stands for unknown."""
    pairs = [change.partition("=") for change in changes]
    wrong = next((field + sign for field, sign, _ in pairs if not sign or not field), None)
    if wrong is not None:
        raise InputError(f"{wrong!r} is no change. Write FIELD=VALUE.")
    return {field: value or None for field, _, value in pairs} or None
