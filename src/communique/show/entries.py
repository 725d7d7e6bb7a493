"""Statements and events as entries: who, what, when, in which words, and why we think so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.dates import When
from communique.model.kinds import Form
from communique.model.mention import Event, Statement, Voice
from communique.model.record import Record
from communique.show import uses
from communique.show.dates_in_words import in_words
from communique.show.entry import Entry, Fact, Link, Quote
from communique.show.figures import figure_facts
from communique.show.index import Index, anchor, mark_anchor, one_line, other_events, statements, talks

FORMS = {Form.DIRECT: "quoted", Form.INDIRECT: "reported", Form.MIXED: "reported, partly quoted"}
"""How a statement's form is said to a reader."""

AROUND = 120
"""Characters shown on each side of an event's trigger; about two lines of print, enough to hold most sentences."""


def statement_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield the statements in reading order."""
    yield from (_statement(s, index) for s in statements(record))


def talks_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield the talks in reading order."""
    yield from (_event(e, index, kind="Talks") for e in talks(record))


def event_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield the events that are no talks, in reading order."""
    yield from (_event(e, index, kind="Event") for e in other_events(record))


def quoted(cite: Citation, index: Index) -> Link:
    """Give a citation's words on one line, leading to their mark."""
    return Link(one_line(cite.quote), "#" + mark_anchor(cite), index.place(cite))


def to_actor(who: Who | None, index: Index) -> Link | None:
    """Give an actor's name, leading to its entry if the record has one; None where nothing is known."""
    name = index.called(who)
    if who is None or name is None:
        return None
    return Link(name, "#" + anchor(who.actor) if who.actor is not None and who.actor in index.actors else None)


def to_entry(id_: str, index: Index) -> Link:
    """Give the label of an entry, leading to it; an id that the record does not hold stands as it is."""
    return Link(index.labels[id_], "#" + anchor(id_)) if id_ in index.labels else Link(id_)


def date(when: When) -> str | None:
    """Give a date in words, or the words that name one which is not resolved; None where nothing names one."""
    if when.value is None:
        return f"“{one_line(when.text)}”" if when.text else None
    return in_words(when.value) + (" (inferred)" if when.inferred else "")


def reason(when: When, *, term: str = "date") -> tuple[Fact, ...]:
    """Give the fact that says how a date was completed, if it was."""
    return (Fact(term, f"inferred: {when.why}"),) if when.inferred else ()


def _statement(statement: Statement, index: Index) -> Entry:
    speaker = to_actor(statement.speaker, index) or Link("Speaker unknown")
    addressee = index.called(statement.addressee)
    remarks = (
        f"for {index.name(statement.on_behalf_of)}" if statement.on_behalf_of else None,
        f"to {addressee}" if addressee else None,
        date(statement.said_on) or "date unknown",
        statement.channel,
        FORMS[statement.form],
        "negated" if statement.negated else None,
    )
    return Entry(
        anchor(statement.id),
        index.labels[statement.id],
        "Statement",
        (speaker,),
        remarks=tuple(r for r in remarks if r),
        quotes=tuple(Quote(quoted(c, index)) for c in sorted(statement.content)),
        in_marks=statement.form is Form.DIRECT,
        facts=(
            *figure_facts(statement.figures),
            *also(statement.id, index),
            *reason(statement.said_on),
            *grounds(uses.of_statement(statement), index),
        ),
        why=statement.why or None,
    )


def _event(event: Event, index: Index, *, kind: str) -> Entry:
    doing = once(tuple(link for w in event.actors if (link := to_actor(w, index))))
    others = once(tuple(link for w in event.recipients if (link := to_actor(w, index)) and link not in doing))
    met = event.type == "CONSULT"  # of talks all take part alike
    where = index.called(event.place)
    what = () if kind == "Talks" else (event.type.lower() + (f" ({event.mode})" if event.mode else ""),)
    remarks = (*what, date(event.when) or "date unknown", where or "place unknown", event.status.value, event.part_of)
    return Entry(
        anchor(event.id),
        index.labels[event.id],
        kind,
        (once((*doing, *others)) if met else doing) or (Link("Participants unknown" if met else "Nobody named"),),
        remarks=tuple(r for r in remarks if r),
        quotes=(in_context(event.trigger, index),),
        facts=(*_event_facts(event, index), *also(event.id, index), *reason(event.when), *grounds(uses.of_event(event), index)),
        why=event.why or None,
        towards=() if met else others,
    )


def also(id_: str, index: Index) -> tuple[Fact, ...]:
    """Give the fact that names the other entries that tell of the same thing, if there are any."""
    others = index.same.get(id_, ())
    return (Fact("same as", links=tuple(to_entry(o, index) for o in others)),) if others else ()


def _event_facts(event: Event, index: Index) -> Iterator[Fact]:
    if event.topic:
        yield Fact("on", event.topic)
    if event.outcome:
        yield Fact("outcome", event.outcome)
    yield from figure_facts(event.figures)
    for voice in event.according_to:
        yield voice_fact(voice, index)


def voice_fact(voice: Voice, index: Index) -> Fact:
    """Give the fact that says who asserts, denies, doubts or reports an entry, and in which statement."""
    nobody = "somebody not named" if voice.statement else "the report itself"
    by = index.name(voice.by) if voice.by else nobody
    return Fact("voice", f"{by} {voice.stance.value} it", (to_entry(voice.statement, index),) if voice.statement else ())


def grounds(some: Iterable[uses.Use], index: Index) -> Iterator[Fact]:
    """Yield the marked words that the entry rests on beside its own, with their roles; words that play two are shown once.

    A role is named once for all the words behind it: the others have "".
    """
    roles: dict[Citation, str] = {}
    own = set()
    for use in some:
        roles.setdefault(use.cite, use.role)
        own |= {use.cite} if use.main else set()
    kept = [(c, role) for c, role in roles.items() if c not in own]
    before = ["", *(role for _, role in kept)]
    links = (replace(quoted(c, index), role=role if role != b else "") for (c, role), b in zip(kept, before, strict=False))
    if kept:
        yield Fact("rests on", links=tuple(links))


def in_context(cite: Citation, index: Index) -> Quote:
    """Give the cited words with what stands around them on their line, cut between words."""
    text = index.reports[cite.report].text
    before = text[max(0, cite.start - AROUND) : cite.start].rpartition("\n")
    after = text[cite.end : cite.end + AROUND].partition("\n")
    cut_before = not before[1] and cite.start > AROUND
    cut_after = not after[1] and cite.end + AROUND < len(text)
    lead = "… " + before[2].partition(" ")[2] if cut_before else before[2]
    rest = after[0].rpartition(" ")[0] + " …" if cut_after else after[0]
    return Quote(quoted(cite, index), lead.lstrip(), rest.rstrip())


def once(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Give each link once."""
    return tuple(dict.fromkeys(links))
