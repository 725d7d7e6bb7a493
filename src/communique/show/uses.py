"""Which words of the reports which entry rests on, and as what. The page marks every one of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.model.actor import Actor, Who
from communique.model.agreement import Agreement
from communique.model.citation import Citation
from communique.model.mention import Commitment, Condition, Document, Event, Number, Position, Provision, Statement, Voice
from communique.model.record import Record
from communique.model.report import Report


@dataclass(frozen=True, slots=True)
class Use:
    """Entry `entry` rests on `cite` as its `role` ("words", "speaker", …). `main`: they are what the entry is about."""

    cite: Citation
    entry: str
    role: str
    main: bool = False


def uses_of(record: Record) -> Iterator[Use]:
    """Yield each use of words by an entry of the record; the same words may be used often."""
    for report in record.reports:
        yield from of_report(report)
    for actor in record.actors:
        yield from of_actor(actor)
    for statement in record.statements:
        yield from of_statement(statement)
    for event in record.events:
        yield from of_event(event)
    for agreement in record.agreements:
        yield from of_agreement(agreement)
        for provision in agreement.provisions:
            yield from of_provision(provision)
    for document in record.documents:
        yield from of_document(document)
    for position in record.positions:
        yield from of_position(position)
    for condition in record.conditions:
        yield from of_condition(condition)
    for commitment in record.commitments:
        yield from of_commitment(commitment)
    for number in record.numbers:
        yield from of_number(number)
    yield from _of_notices(record)


def _of_notices(record: Record) -> Iterator[Use]:
    reports = {r.id: r for r in record.reports}
    for n, notice in enumerate(record.notices, start=1):
        report = reports.get(notice.report or "")
        if report and notice.span and notice.span.end <= len(report.text):
            yield Use(report.cite(notice.span.start, notice.span.end), notice_id(n), "words", main=True)


def notice_id(number: int) -> str:
    """Give the id by which the page knows the record's notice with this number (counted from 1)."""
    return f"notice-{number}"


def of_report(report: Report) -> Iterator[Use]:
    """Yield the words that date a report, those that anchor its regions, and those that credit its sources."""
    dates = [d.cite for d in report.dates] + [report.published.cite] + [r.anchor.cite for r in report.regions]
    yield from _each(report.id, "date", dates)
    yield from _each(report.id, "credit", (c.cite for c in report.credits))


def of_actor(actor: Actor) -> Iterator[Use]:
    """Yield the words that name an actor, and those that give its roles."""
    yield from _each(actor.id, "name", actor.cites)
    yield from _each(actor.id, "alias", (c for a in actor.aliases for c in a.cites))
    yield from _each(actor.id, "role", (c for r in actor.roles for c in r.cites))


def of_statement(statement: Statement) -> Iterator[Use]:
    """Yield a statement's words (main), and those for its speaker, cue, topic, addressee, date and relays."""
    id_ = statement.id
    yield from _each(id_, "words", statement.content, main=True)
    yield from _each(id_, "speaker", _named(statement.speaker))
    yield from _each(id_, "cue", [statement.cue])
    yield from _each(id_, "topic", statement.about)
    yield from _each(id_, "addressee", _named(statement.addressee))
    yield from _each(id_, "date", [statement.said_on.cite])
    yield from _each(id_, "relayed by", _named(*statement.via))
    yield from _each(id_, "figure", (f.cite for f in statement.figures))
    yield from _each(id_, "context", statement.cites)


def of_event(event: Event) -> Iterator[Use]:
    """Yield the word that tells of an event (main), and those for who, whom, where, when, how many, and who says so."""
    yield Use(event.trigger, event.id, "words", main=True)
    yield from _each(event.id, "participant", _named(*event.actors, *event.recipients))
    yield from _each(event.id, "place", _named(event.place))
    yield from _each(event.id, "date", [event.when.cite])
    yield from _each(event.id, "figure", (f.cite for f in event.figures))
    yield from _each(event.id, "according to", _voiced(event.according_to))
    yield from _each(event.id, "context", event.cites)


def of_agreement(agreement: Agreement) -> Iterator[Use]:
    """Yield the words that name an agreement, its parties and its date; its provisions yield their own."""
    yield from _each(agreement.id, "title", agreement.cites)
    yield from _each(agreement.id, "party", _named(*agreement.proposed_by, *agreement.parties))
    yield from _each(agreement.id, "date", [agreement.dated.cite])


def of_provision(provision: Provision) -> Iterator[Use]:
    """Yield a provision's text (main), and the words for its agreement, bearers, proposer and baseline."""
    id_ = provision.id
    yield from _each(id_, "words", provision.content, main=True)
    yield from _each(id_, "agreement", [provision.agreement])
    yield from _each(id_, "bearer", _named(*provision.bearer))
    yield from _each(id_, "proposed by", _named(provision.proposed_by))
    yield from _each(id_, "baseline", [provision.baseline.cite])
    yield from _each(id_, "figure", (f.cite for f in provision.figures))
    yield from _each(id_, "context", provision.cites)


def of_document(document: Document) -> Iterator[Use]:
    """Yield the words that name a document (main), and those for whose it is, to whom, when it was made or is due, and who says so."""
    yield Use(document.cites[0], document.id, "words", main=True)
    yield from _each(document.id, "author", _named(*document.by))
    yield from _each(document.id, "addressee", _named(*document.to))
    yield from _each(document.id, "date", [document.dated.cite, document.due.cite])
    yield from _each(document.id, "according to", _voiced(document.according_to))
    yield from _each(document.id, "context", document.cites)


def of_position(position: Position) -> Iterator[Use]:
    """Yield the words that an actor is for or against (main), and those for who, when, and who says so."""
    yield from _each(position.id, "words", position.object, main=True)
    yield from _each(position.id, "actor", _named(position.actor))
    yield from _each(position.id, "date", [position.on.cite])
    yield from _each(position.id, "according to", _voiced(position.according_to))
    yield from _each(position.id, "figure", (f.cite for f in position.figures))
    yield from _each(position.id, "context", position.cites)


def of_condition(condition: Condition) -> Iterator[Use]:
    """Yield condition and consequence (main), and the words for who speaks, to whom, and who would act."""
    yield from _each(condition.id, "condition", condition.condition, main=True)
    yield from _each(condition.id, "consequence", condition.consequence, main=True)
    yield from _each(condition.id, "speaker", _named(condition.speaker))
    yield from _each(condition.id, "target", _named(*condition.target))
    yield from _each(condition.id, "who would act", _named(*condition.by))
    yield from _each(condition.id, "figure", (f.cite for f in condition.figures))
    yield from _each(condition.id, "context", condition.cites)


def of_commitment(commitment: Commitment) -> Iterator[Use]:
    """Yield the words of a promise (main), and those for by whom, to whom, when, and who says so."""
    yield from _each(commitment.id, "words", commitment.wording, main=True)
    yield from _each(commitment.id, "by", _named(commitment.by))
    yield from _each(commitment.id, "to", _named(*commitment.to))
    yield from _each(commitment.id, "date", [commitment.on.cite])
    yield from _each(commitment.id, "according to", _voiced(commitment.according_to))
    yield from _each(commitment.id, "figure", (f.cite for f in commitment.figures))
    yield from _each(commitment.id, "context", commitment.cites)


def of_number(number: Number) -> Iterator[Use]:
    """Yield the words of a number that no other entry holds (main)."""
    yield from _each(number.id, "words", number.cites, main=True)


def _voiced(voices: Iterable[Voice]) -> Iterator[Citation]:
    yield from (c for v in voices for c in v.cites)


def _each(entry: str, role: str, cites: Iterable[Citation | None], *, main: bool = False) -> Iterator[Use]:
    yield from (Use(c, entry, role, main) for c in cites if c is not None)


def _named(*whos: Who | None) -> Iterator[Citation | None]:
    yield from (w.cite for w in whos if w is not None)
