"""`communique check`: whether an event keeps or breaks an agreement, with the derivation."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline
from communique.analyse.compliance import Assessor, Facts, facts
from communique.analyse.compliance.asking import conducts
from communique.analyse.compliance.happened import conducts_of
from communique.analyse.compliance.questions import question_in
from communique.errors import InputError
from communique.model.conduct import Conduct
from communique.reference import agreements
from communique.show.derivations import derivation_lines, touches


def check(
    dossier: Annotated[str | None, typer.Argument(help="A dossier whose events are checked.", metavar="[DOSSIER]")] = None,
    *,
    agreement: Annotated[str, typer.Option("--agreement", "-a", help="The agreement: its id (communique agreements), or a YAML file.")],
    event: Annotated[list[str] | None, typer.Option("--event", "-e", help="An event in words, with its date.")] = None,
    what_if: Annotated[
        Path | None, typer.Option("--what-if", help="A YAML file: events, changed facts, dropped or amended articles.")
    ] = None,
    article: Annotated[str | None, typer.Option("--article", help="Only this article, by its id: art_4.")] = None,
) -> None:
    """Say whether an event keeps or breaks the articles of an agreement, in every reading, and derive it.

    Example: communique check --agreement ru-nato-2021 --event "US deploys 5,000 troops to Romania on 2022-02-02"
    """
    if not (dossier or event or what_if):
        raise InputError('Nothing to check. Give an event with --event "…", a file with --what-if FILE.yml, or a dossier.')
    asked = question_in(what_if, agreement) if what_if else None
    known = asked.known if asked else facts()
    instrument = asked.instrument if asked else agreements.agreement(agreement)
    if article and instrument.article(article) is None:
        raise InputError(f"{instrument.id} has no article {article!r}. Name one of {', '.join(a.id for a in instrument.articles)}.")
    assessor = Assessor(instrument, known=known)
    untouched = 0
    for conduct in [*(asked.conducts if asked else ()), *_conducts(dossier, event or [], known)]:
        findings = [f for f in assessor.findings(conduct) if article in {None, f.article.id}]
        if dossier and not touches(findings):
            untouched += 1
            continue
        for line in (*derivation_lines(instrument, conduct, findings, known), ""):
            typer.echo(line)
    if untouched:
        typer.echo(f"{untouched} {'event touches' if untouched == 1 else 'events touch'} no article.")


def _conducts(dossier: str | None, events: list[str], known: Facts) -> Iterator[Conduct]:
    for text in events:
        yield from conducts(text, known)
    for event in pipeline.open_record(dossier).events if dossier else ():
        yield from conducts_of(event, known)
