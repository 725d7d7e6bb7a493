"""Documents, issues, positions, conditions, commitments and conflicts as entries."""

from collections.abc import Iterable, Iterator

from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.conflict import Conflict, Side
from communique.model.issue import Issue
from communique.model.kinds import Stance
from communique.model.mention import Commitment, Condition, Document, Number, Position, Voice
from communique.model.record import Record
from communique.show import uses
from communique.show.entries import also, date, grounds, in_context, quoted, reason, to_actor, to_entry, voice_fact
from communique.show.entry import Entry, Fact, Link, Quote
from communique.show.figures import figure_facts, placed_in_words
from communique.show.index import Index, anchor, commitments, conditions, documents, numbers, one_line, positions

NAMES = {"fact_sheet": "fact sheet"}
"""Kinds of document whose name in the record is not a reader's."""


def document_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield the documents that reports speak of, in reading order."""
    yield from (_document(d, index) for d in documents(record))


def issue_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield the issues by their label."""
    yield from (_issue(i, index) for i in record.issues)


def position_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield the positions in reading order."""
    labels = {i.id: i.label for i in record.issues}
    yield from (_position(p, index, labels.get(p.issue or "")) for p in positions(record))


def condition_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield threats, promises and warnings in reading order."""
    yield from (_condition(c, index) for c in conditions(record))


def commitment_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield what actors are said to have promised, in reading order; a denial in any mention of a claim is one of them all."""
    own = {c.id for c in record.commitments if any(v.stance is Stance.DENIES for v in c.according_to)}
    denied = own | {m for id_ in own for m in index.same.get(id_, ())}
    yield from (_commitment(c, index, denied=c.id in denied) for c in commitments(record))


def number_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield the numbers that no other entry holds, in reading order."""
    yield from (_number(n, index) for n in numbers(record))


def conflict_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield what cannot all be right, each side with its words."""
    yield from (_conflict(c, index) for c in record.conflicts)


def _document(document: Document, index: Index) -> Entry:
    by, to = _people(document.by, index), _people(document.to, index)
    kind = NAMES.get(document.kind.value, document.kind.value)
    remarks = (
        kind,
        f"by {_listed(by)}" if by else "author unknown",
        f"to {_listed(to)}" if to else None,
        document.status and document.status.value,
        f"of {date(document.dated)}" if date(document.dated) else None,
        f"due {date(document.due)}" if date(document.due) else None,
    )
    return Entry(
        anchor(document.id),
        index.labels[document.id],
        "Document",
        (Link(document.title),),
        remarks=_kept(remarks),
        quotes=_quotes(document.cites[:1], index),
        facts=(
            *_said_so(document.id, document.according_to, index),
            *reason(document.dated),
            *reason(document.due),
            *grounds(uses.of_document(document), index),
        ),
        why=document.why or None,
    )


def _issue(issue: Issue, index: Index) -> Entry:
    facts = [Fact("terms", ", ".join(issue.terms))] if issue.terms else []
    facts += [Fact("laid down by", links=tuple(to_entry(p, index) for p in issue.provisions))] if issue.provisions else []
    facts += [Fact("part of", links=(to_entry(issue.parent, index),))] if issue.parent else []
    facts += [Fact("as one", links=tuple(quoted(c, index) for c in issue.together))] if issue.together else []
    remarks = {
        "codebook": "from the codebook",
        "provision": "from a provision",
        "package": "what one side proposes",
        "proposed": "proposed: no codebook names it",
    }
    same = issue.label.casefold() == issue.proposition.casefold()
    return Entry(
        anchor(issue.id),
        index.labels[issue.id],
        "Issue",
        (Link(issue.label if same else f"{issue.label}: {issue.proposition}"),),
        remarks=(remarks.get(issue.source, issue.source),),
        quotes=_quotes(issue.cites[:1], index),
        facts=tuple(facts),
    )


def _position(position: Position, index: Index, issue: str | None) -> Entry:
    actor = to_actor(position.actor, index) or Link("Actor unknown")
    remarks = (
        position.stance.value,
        issue or "on no issue of this dossier",
        date(position.on) or "date unknown",
        None if position.expressed else "inferred, not said",
    )
    said = [Fact("said in", links=(to_entry(position.statement, index),))] if position.statement else []
    voices = _said_so(position.id, position.according_to, index)
    return Entry(
        anchor(position.id),
        index.labels[position.id],
        "Position",
        (actor,),
        remarks=_kept(remarks),
        quotes=_quotes(position.object or position.cites[:1], index),
        facts=(*said, *figure_facts(position.figures), *voices, *reason(position.on), *grounds(uses.of_position(position), index)),
        why=position.why or None,
    )


def _condition(condition: Condition, index: Index) -> Entry:
    target, by = _people(condition.target, index), _people(condition.by, index)
    said = [Fact("said in", links=(to_entry(condition.statement, index),))] if condition.statement else []
    facts = [Fact("if", _words(condition.condition)), Fact("then", _words(condition.consequence))]
    facts += [Fact("to", links=target)] if target else []
    facts += [Fact("who would act", links=by)] if by else []
    return Entry(
        anchor(condition.id),
        index.labels[condition.id],
        "Condition",
        (to_actor(condition.speaker, index) or Link("Speaker unknown"),),
        remarks=(condition.kind.value,),
        quotes=_quotes((*condition.condition, *condition.consequence), index),
        facts=(*facts, *figure_facts(condition.figures), *said, *also(condition.id, index), *grounds(uses.of_condition(condition), index)),
        why=condition.why or None,
    )


def _commitment(commitment: Commitment, index: Index, *, denied: bool) -> Entry:
    to = _people(commitment.to, index)
    remarks = (
        f"to {_listed(to)}" if to else None,
        date(commitment.on) or "date unknown",
        "denied" if denied else "no denial in this dossier",
    )
    scope = [Fact("reaching", commitment.scope)] if commitment.scope else []
    voices = _said_so(commitment.id, commitment.according_to, index)
    return Entry(
        anchor(commitment.id),
        index.labels[commitment.id],
        "Commitment",
        (to_actor(commitment.by, index) or Link("Promised by somebody not named"),),
        remarks=_kept(remarks),
        quotes=_quotes(commitment.wording, index),
        facts=(
            *scope,
            *figure_facts(commitment.figures),
            *voices,
            *also(commitment.id, index),
            *reason(commitment.on),
            *grounds(uses.of_commitment(commitment), index),
        ),
        why=commitment.why or None,
    )


def _number(number: Number, index: Index) -> Entry:
    return Entry(
        anchor(number.id),
        index.labels[number.id],
        "Number",
        (Link(placed_in_words(number.figure)),),
        quotes=(in_context(number.figure.cite, index),),
        facts=(),
        why=number.why,
    )


def _conflict(conflict: Conflict, index: Index) -> Entry:
    return Entry(
        anchor(conflict.id),
        index.labels[conflict.id],
        "Conflict",
        (Link(f"Not all can be right: {conflict.kind.value}"),),
        quotes=(),
        facts=(Fact("about", links=(to_entry(conflict.about, index),)), *(_side(s, index) for s in conflict.sides)),
        why=conflict.why or None,
    )


def _side(side: Side, index: Index) -> Fact:
    source = f" (source: {side.source})" if side.source else ""
    return Fact("says", side.value + source, tuple(quoted(c, index) for c in sorted(side.cites)))


def _said_so(id_: str, voices: Iterable[Voice], index: Index) -> tuple[Fact, ...]:
    return (*(voice_fact(v, index) for v in voices), *also(id_, index))


def _people(whos: Iterable[Who], index: Index) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(link for w in whos if (link := to_actor(w, index))))


def _words(cites: Iterable[Citation]) -> str:
    return " … ".join(f"“{one_line(c.quote)}”" for c in sorted(cites))


def _listed(links: Iterable[Link]) -> str:
    return ", ".join(link.text for link in links)


def _quotes(cites: Iterable[Citation], index: Index) -> tuple[Quote, ...]:
    return tuple(Quote(quoted(c, index)) for c in sorted(cites))


def _kept(remarks: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(r for r in remarks if r)
