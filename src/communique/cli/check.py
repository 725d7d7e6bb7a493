"""`communique check`: whether an event keeps or breaks an agreement, with the derivation."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique import pipeline
from communique.analyse.bearing import bearing, findings_on
from communique.analyse.compliance import Assessor, Question, Reported, conducts, facts, question_in, reported
from communique.errors import InputError
from communique.model.finding import Finding
from communique.model.record import Record
from communique.reference import agreements
from communique.show.derivations import derivation_lines, named, touches
from communique.show.dossier_findings import Answered, dossier_lines
from communique.show.findings_json import findings_json
from communique.show.index import Index, index_of


class Answer(StrEnum):
    """What findings are printed as."""

    TEXT = "text"
    JSON = "json"


def check(
    dossier: Annotated[str | None, typer.Argument(help="A dossier: all its events, where no other is given.", metavar="[DOSSIER]")] = None,
    *,
    agreement: Annotated[str, typer.Option("--agreement", "-a", help="The agreement: its id (communique agreements), or a YAML file.")],
    event: Annotated[
        list[str] | None, typer.Option("--event", "-e", help="An event in words, with its date; or one of the dossier by its label: E3.")
    ] = None,
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
    if article and asked.instrument.article(article) is None:
        known = ", ".join(a.id for a in asked.instrument.articles)
        raise InputError(f"{asked.instrument.id} has no article {article!r}. Name one of {known}.")
    record = pipeline.open_record(dossier) if dossier else None
    asking = _Asking(asked, Assessor(asked.instrument, known=asked.known), article)
    for line in asking.lines(record, event or (), as_json=format_ is Answer.JSON):
        typer.echo(line)


class _Asking:
    """Puts the events that were given, or else all those of the dossier, to the agreement."""

    def __init__(self, asked: Question, assessor: Assessor, article: str | None) -> None:
        self.asked, self.assessor, self.article = asked, assessor, article
        self.instrument = asked.instrument

    def lines(self, record: Record | None, events: Sequence[str], *, as_json: bool) -> Iterator[str]:
        """Yield what the agreement says. Raise `InputError` where there is no event to put."""
        index = index_of(record) if record else None
        whole = record is not None and not (events or self.asked.conducts)
        put = reported(record, self.asked.known) if record else []
        answers = list(self._answers(put) if whole else self._given(events, put, index))
        if not (answers or whole):
            raise InputError("The what-if file holds no event. Put one under events, or give one with --event.")
        bears = bearing(record, [self.assessor]) if record and whole else None
        if as_json:
            yield findings_json(self.instrument, [(a.conduct, a.findings) for a in answers], bears.at_odds if bears else ())
        elif bears and index:
            yield from dossier_lines(self.instrument, answers, bears=bears, index=index, known=self.asked.known)
        else:
            yield from _derivations(self.asked, answers)

    def _given(self, events: Sequence[str], put: Sequence[Reported], index: Index | None) -> Iterator[Answered]:
        for conduct in self.asked.conducts:
            yield Answered(None, conduct, self._kept(self.assessor.findings(conduct)))
        for text in events:
            named = [e for e in put if any(text in {m.id, index.labels[m.id]} for m in e.mentions)] if index else []
            yield from self._answers(named)
            for conduct in conducts(text, self.asked.known) if not named else ():
                yield Answered(None, conduct, self._kept(self.assessor.findings(conduct)))

    def _answers(self, put: Iterable[Reported]) -> Iterator[Answered]:
        yield from (Answered(event, conduct, self._kept(found)) for event, conduct, found in findings_on(self.assessor, put))

    def _kept(self, findings: Sequence[Finding]) -> list[Finding]:
        return [f for f in findings if self.article in {None, f.article.id}]


def _derivations(asked: Question, answers: Sequence[Answered]) -> Iterator[str]:
    """Yield the derivation of each event; of several, those that touch no article are only counted."""
    yield named(asked.instrument)
    shown = [answer for answer in answers if len(answers) == 1 or touches(answer.findings)]
    for answer in shown:
        yield from derivation_lines(asked.instrument, answer.conduct, answer.findings, asked.known)
        yield ""
    if untouched := len(answers) - len(shown):
        yield f"{untouched} {'event touches' if untouched == 1 else 'events touch'} no article."
