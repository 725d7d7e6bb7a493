"""`communique annotate`: the language annotations of reports or of a treebank."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline, show
from communique.cli.summary import notice_line
from communique.errors import InputError
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
    treebanks = [p for p in paths if p.endswith(".conllu")]
    if treebanks and (format_ is not Output.CONLLU or annotator != DEFAULTS.pipeline):
        raise InputError(f"{treebanks[0]}: a treebank is read by {DEFAULTS.pipeline} and written as CoNLL-U. Give --format conllu alone.")
    for path in treebanks:
        for sentence in pipeline.treebank(Path(path)):
            typer.echo(sentence, nl=False)
    reports = [p for p in paths if p not in treebanks]
    if reports and not _written(reports, format_, annotator) and not treebanks:
        raise typer.Exit(1)


def _written(paths: list[str], format_: Output, annotator: str) -> int:
    """Write the annotations of each report and give how many there were."""
    count = 0
    for found in pipeline.annotations(paths, pipeline=annotator):
        if isinstance(found, Notice):
            typer.echo(f"communique: {notice_line(found)}", err=True)
        else:
            typer.echo(WRITERS[format_](found), nl=False)
            count += 1
    return count


WRITERS = {Output.JSONL: lambda parse: show.annotation_line(parse) + "\n", Output.CONLLU: show.conllu}
