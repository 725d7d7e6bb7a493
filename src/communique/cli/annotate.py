"""`communique annotate`: the language annotations of reports or of a treebank."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline, show
from communique.model.notice import Notice
from communique.settings import Settings

DEFAULTS = Settings()


class Output(StrEnum):
    """What annotations are written as."""

    JSONL = "jsonl"
    CONLLU = "conllu"


def annotate(
    paths: Annotated[list[str], typer.Argument(help="Reports; or CoNLL-U files, whose words and sentences are kept.")],
    format_: Annotated[Output, typer.Option("--format", "-f", help="JSON lines, or CoNLL-U.")] = Output.JSONL,
    annotator: Annotated[str, typer.Option("--pipeline", help="The language pipeline.")] = DEFAULTS.pipeline,
) -> None:
    """Write the annotations of reports: sentences, words, trees, names, times, chains.

    Example: communique annotate report.txt > report.jsonl
    """
    treebanks = [p for p in paths if p.endswith((".conllu", ".conllup"))]
    if treebanks:
        for path in treebanks:
            typer.echo(pipeline.treebank(Path(path)), nl=False)
    for found in pipeline.annotations([p for p in paths if p not in treebanks], pipeline=annotator) if len(treebanks) < len(paths) else ():
        if isinstance(found, Notice):
            print(f"communique: {found.file}: {found.what} {found.remedy}", file=sys.stderr)  # noqa: T201
        else:
            typer.echo(show.annotation_line(found) if format_ is Output.JSONL else show.conllu(found), nl=format_ is Output.JSONL)
