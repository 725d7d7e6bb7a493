"""Entries of a record by kind and id, and the words they rest on. A provision lies inside its agreement and is an entry of its own.

A claim has the id of its smallest mention, so an id alone does not name an entry; kind and id do.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from communique.model.actor import Actor, Named
from communique.model.agreement import Agreement
from communique.model.citation import Citation
from communique.model.claim import Claim
from communique.model.conflict import Conflict
from communique.model.issue import Issue
from communique.model.mention import Commitment, Condition, Document, Event, Number, Position, Provision, Statement
from communique.model.record import Record

Entry = Actor | Statement | Event | Agreement | Provision | Document | Issue | Position | Condition | Commitment | Number | Claim | Conflict


class EntryKind(StrEnum):
    """What `Judgement.kind` names."""

    ACTOR = "actor"
    STATEMENT = "statement"
    EVENT = "event"
    AGREEMENT = "agreement"
    PROVISION = "provision"
    CLAIM = "claim"
    DOCUMENT = "document"
    ISSUE = "issue"
    POSITION = "position"
    CONDITION = "condition"
    COMMITMENT = "commitment"
    NUMBER = "number"
    CONFLICT = "conflict"


LISTS: Mapping[EntryKind, tuple[str, type]] = {
    EntryKind.ACTOR: ("actors", Actor),
    EntryKind.STATEMENT: ("statements", Statement),
    EntryKind.EVENT: ("events", Event),
    EntryKind.AGREEMENT: ("agreements", Agreement),
    EntryKind.DOCUMENT: ("documents", Document),
    EntryKind.ISSUE: ("issues", Issue),
    EntryKind.POSITION: ("positions", Position),
    EntryKind.CONDITION: ("conditions", Condition),
    EntryKind.COMMITMENT: ("commitments", Commitment),
    EntryKind.NUMBER: ("numbers", Number),
    EntryKind.CLAIM: ("claims", Claim),
    EntryKind.CONFLICT: ("conflicts", Conflict),
}
"""The list of the record, and the table, that entries of a kind lie in, and their class. Provisions lie inside their agreements."""

MENTIONS = (
    EntryKind.STATEMENT,
    EntryKind.EVENT,
    EntryKind.PROVISION,
    EntryKind.DOCUMENT,
    EntryKind.POSITION,
    EntryKind.CONDITION,
    EntryKind.COMMITMENT,
)
"""The kinds of entries that were found in one report, and that claims are made of."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What names an entry."""

    kind: str
    id: str


Entries = Mapping[Key, Entry]


def entries_of(record: Record, named: Iterable[Named] = ()) -> dict[Key, Entry]:
    """Give every entry of the record by its key; a claim also by the ids that merged away into it, an actor by its mentions' ids.

    An actor without a key has the id of the first mention that names it, which may be another one when more reports are read;
    a judgement that knows it by the earlier id finds it among the mentions `named`.
    """
    found = {Key(kind, entry.id): entry for kind, entry in _all(record)}
    merged: dict[Key, Entry] = {Key(EntryKind.CLAIM, was): claim for claim in record.claims for was in claim.was}
    by_cite = {cite: actor for actor in record.actors for cite in actor.cites}
    once: dict[Key, Entry] = {Key(EntryKind.ACTOR, n.id): by_cite[n.cites[0]] for n in named if n.cites[0] in by_cite}
    return merged | once | found


def places_of(entry: Entry, entries: Entries) -> tuple[Citation, ...]:
    """Give the citations that an entry is found by, its first one first; a claim's are those of its mentions."""
    if isinstance(entry, Claim):
        return tuple(c for mention in _mentions_of(entry, entries) for c in places_of(mention, entries))
    if isinstance(entry, Conflict):
        return tuple(c for side in entry.sides for c in side.cites)
    return _own_words(entry) or entry.cites


def _own_words(entry: Entry) -> tuple[Citation, ...]:
    """Give the words that an entry's id is made of, () for one that is known by all that it cites."""
    if isinstance(entry, Statement | Provision):
        return entry.content
    if isinstance(entry, Event):
        return (entry.trigger,)
    if isinstance(entry, Agreement):
        return entry.cites or tuple(c for p in entry.provisions for c in p.content)
    if isinstance(entry, Condition):
        return (*entry.condition, *entry.consequence)
    return entry.object if isinstance(entry, Position) else ()


def _mentions_of(claim: Claim, entries: Entries) -> Iterator[Entry]:
    for id_ in claim.mentions:
        for kind in MENTIONS:
            if mention := entries.get(Key(kind, id_)):
                yield mention


def _all(record: Record) -> Iterator[tuple[EntryKind, Entry]]:
    for kind, (name, _) in LISTS.items():
        yield from ((kind, entry) for entry in getattr(record, name))
    yield from ((EntryKind.PROVISION, p) for a in record.agreements for p in a.provisions)
