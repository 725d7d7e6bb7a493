"""`communique check`: whether an event keeps or breaks an agreement, with the derivation."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline
from communique.analyse.compliance import Assessor, Facts, Question, conducts, conducts_of, facts, question_in
from communique.errors import InputError
from communique.model.conduct import Conduct
from communique.model.finding import Finding
from communique.model.instrument import Instrument
from communique.reference import agreements
from communique.show.derivations import derivation_lines, touches
from communique.show.findings_json import findings_json


class Answer(StrEnum):
    """What findings are printed as."""

    TEXT = "text"
    JSON = "json"


def check(
    dossier: Annotated[str | None, typer.Argument(help="A dossier: all its events, where no other is given.", metavar="[DOSSIER]")] = None,
    *,
    agreement: Annotated[str, typer.Option("--agreement", "-a", help="The agreement: its id (communique agreements), or a YAML file.")],
    event: Annotated[list[str] | None, typer.Option("--event", "-e", help="An event in words, with its date.")] = None,
    what_if: Annotated[
        Path | None, typer.Option("--what-if", help="A YAML file: events, changed facts, dropped or amended articles.")
    ] = None,
    article: Annotated[str | None, typer.Option("--article", help="Only this article, by its id: art_4.")] = None,
    format_: Annotated[Answer, typer.Option("--format", "-f", help="How to print it.")] = Answer.TEXT,
) -> None:
    """Say whether an event keeps or breaks the articles of an agreement, in every reading, and derive it.

    Example: communique check --agreement ru-nato-2021 --event "US deploys 5,000 troops to Romania on 2022-02-02"
    """
    if not (dossier or event or what_if):
        raise InputError('Nothing to check. Give an event with --event "…", a file with --what-if FILE.yml, or a dossier.')
    asked = question_in(what_if, agreement) if what_if else Question(agreements.agreement(agreement), facts(), ())
    instrument = asked.instrument
    if article and instrument.article(article) is None:
        raise InputError(f"{instrument.id} has no article {article!r}. Name one of {', '.join(a.id for a in instrument.articles)}.")
    put = [*asked.conducts, *(conduct for text in event or () for conduct in conducts(text, asked.known))]
    if not (put or dossier):
        raise InputError(f"{what_if} holds no event. Put one under events, or give one with --event.")
    reported = [] if put or not dossier else list(_reported(dossier, asked.known))
    assessor = Assessor(instrument, known=asked.known)
    answers = [(c, [f for f in assessor.findings(c) if article in {None, f.article.id}]) for c in (*put, *reported)]
    for line in [findings_json(instrument, answers)] if format_ is Answer.JSON else _lines(instrument, answers, asked.known):
        typer.echo(line)


def _reported(dossier: str, known: Facts) -> Iterator[Conduct]:
    record = pipeline.open_record(dossier)
    files = {report.id: report.file for report in record.reports}
    for event in record.events:
        yield from conducts_of(event, known, files=files)


def _lines(instrument: Instrument, answers: list[tuple[Conduct, list[Finding]]], known: Facts) -> Iterator[str]:
    """Yield the derivation of each event; of several, those that touch no article are only counted."""
    if not answers:
        yield "The dossier holds no event."
    shown = [answer for answer in answers if len(answers) == 1 or touches(answer[1])]
    for conduct, findings in shown:
        yield from derivation_lines(instrument, conduct, findings, known)
        yield ""
    if untouched := len(answers) - len(shown):
        yield f"{untouched} {'event touches' if untouched == 1 else 'events touch'} no article."
