"""`communique demo`: the bundled example."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline, show
from communique.cli.output import write
from communique.cli.summary import summary
from communique.errors import ExportError
from communique.record import create_dossier


def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where the dossier and the page go.")] = Path("communique-demo"),
) -> None:
    """Read the three bundled reports on the talks of January 2022, print who stands where and who said what, and write their page.

    Example: communique demo
    """
    _make(folder)
    dossier, page = folder / "demo.db", folder / "demo.html"
    with as_file(files("communique.data") / "demo") as reports, create_dossier(dossier) as kept:
        write(folder / pipeline.CODEBOOK, (reports / pipeline.CODEBOOK).read_text(encoding="utf-8"))
        pipeline.read_codebook(kept, dossier)
        run = pipeline.read_into(kept, sorted(reports.glob("*.txt")))
        record = kept.record()
    for line in summary(run, record, dossier=str(dossier)):
        typer.echo(line)
    for lines in (show.matrix_lines(record), show.lines(record, "statements")):
        typer.echo("")
        for line in lines:
            typer.echo(line)
    write(page, show.page(record))
    typer.echo(f"\nEvery entry opens at its words in {page}.")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: the folder cannot be made ({error.strerror}). Name another with --folder.") from error
