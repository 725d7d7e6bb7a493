"""`communique demo`: the bundled example."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline, show
from communique.cli.summary import summary
from communique.record import create_dossier


def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where the dossier and the page go.")] = Path("communique-demo"),
) -> None:
    """Read the three bundled reports on the talks of January 2022, and write their page.

    Example: communique demo
    """
    folder.mkdir(parents=True, exist_ok=True)
    dossier, page = folder / "demo.db", folder / "demo.html"
    with as_file(files("communique.data") / "demo") as reports, create_dossier(dossier) as kept:
        run = pipeline.read_into(kept, sorted(reports.glob("*.txt")))
        record = kept.record()
    for line in summary(run, record, dossier=str(dossier)):
        typer.echo(line)
    typer.echo("")
    for line in show.lines(record, "statements"):
        typer.echo(line)
    page.write_text(show.page(record), encoding="utf-8", newline="")
    typer.echo(f"\nEvery entry opens at its words in {page}.")
