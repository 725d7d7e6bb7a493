"""`communique read`: reports into a dossier."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from communique import pipeline
from communique.cli.summary import summary
from communique.record import create_dossier
from communique.settings import Settings

DEFAULTS = Settings()


def read(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input: text, HTML or JSON lines.")],
    dossier: Annotated[str, typer.Option("--dossier", "-d", help="The dossier: a file, or a PostgreSQL URL.")] = DEFAULTS.dossier,
    published: Annotated[str | None, typer.Option("--published", help="The date of reports that state none: 2022-01-11.")] = None,
    annotator: Annotated[str, typer.Option("--pipeline", help="The language pipeline.")] = DEFAULTS.pipeline,
) -> None:
    """Read reports into a dossier.

    Example: communique read reports/*.txt --dossier talks.db
    """
    console = Console(stderr=True)
    place = None if "://" in dossier or Path(dossier).exists() else Path(dossier)
    with create_dossier(dossier) as kept, console.status("Reading …") as status:
        pipeline.read_codebook(kept, dossier)
        run = pipeline.read_into(
            kept, paths, pipeline=annotator, published=published, progress=lambda name: status.update(f"Reading {name} …")
        )
        record = kept.record()
    for line in summary(run, record, dossier=Path(dossier).name if "://" not in dossier else dossier):
        typer.echo(line)
    if not record.reports:
        if place is not None:
            place.unlink(missing_ok=True)  # made by this command, and empty
        raise typer.Exit(1)
