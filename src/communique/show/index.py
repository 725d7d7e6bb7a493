"""What a reader finds things by: report and actor by id, a short label for every entry, and the order in which to read them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from communique.model.actor import Actor, ActorKind, Who
from communique.model.citation import Citation
from communique.model.claim import Claim
from communique.model.mention import Commitment, Condition, Document, Event, Number, Position, Provision, Statement
from communique.model.record import Record
from communique.model.report import Report
from communique.show.uses import notice_id

LONGEST_NAME = 40
"""Characters of a file's name that a place shows; ids of rows are longer, and tell a reader nothing."""

_UNSAFE = re.compile(r"[^A-Za-z0-9:_-]")


@dataclass(frozen=True, slots=True)
class Index:
    """A record's reports and actors by id, and the label of every entry by its id: R1 a report, S4 a statement, T2 talks, …

    `same` holds, by a mention's id, the other mentions of its claim: those that tell of the same thing.
    """

    reports: Mapping[str, Report]
    actors: Mapping[str, Actor]
    labels: Mapping[str, str]
    same: Mapping[str, tuple[str, ...]]

    def name(self, actor: str) -> str:
        """Give an actor's name; where no actor of the record has the id, the id without its kind ("org:G7" as "G7")."""
        return self.actors[actor].name if actor in self.actors else actor.rpartition(":")[2]

    def called(self, who: Who | None) -> str | None:
        """Give the actor's name, else the words that name them here, else None."""
        if who is None or (who.actor is None and who.cite is None):
            return None
        return one_line(who.cite.quote) if who.actor is None and who.cite else self.name(who.actor or "")

    def place(self, cite: Citation) -> str:
        """Give "file:start-end", characters of the text, end exclusive; a long row id gives way to label and outlet."""
        report = self.reports[cite.report]
        name = (
            report.file
            if len(report.file) <= LONGEST_NAME
            else f"{self.labels[report.id]} {report.outlet or report.file[:LONGEST_NAME] + '…'}"
        )
        return f"{name}:{cite.start}-{cite.end}"


def index_of(record: Record) -> Index:
    """Give the index of a record. Labels count in reading order, so they change when reports are added; ids do not."""
    labels: dict[str, str] = {}  # a claim's id is also its first mention's, which keeps its own label
    for letter, ids in (
        ("R", (r.id for r in record.reports)),
        ("S", (s.id for s in statements(record))),
        ("T", (e.id for e in talks(record))),
        ("E", (e.id for e in other_events(record))),
        ("G", (a.id for a in record.agreements)),
        ("P", (p.id for a in record.agreements for p in provisions(record, a.provisions))),
        ("D", (d.id for d in documents(record))),
        ("I", (i.id for i in record.issues)),
        ("O", (p.id for p in positions(record))),
        ("F", (c.id for c in conditions(record))),
        ("M", (c.id for c in commitments(record))),
        ("Q", (n.id for n in numbers(record))),
        ("X", (c.id for c in record.conflicts)),
        ("A", (a.id for a in actors(record))),
        ("C", (c.id for c in shared_claims(record))),
        ("N", (notice_id(n) for n in range(1, len(record.notices) + 1))),
        ("J", (j.id for j in record.judgements)),
    ):
        labels = {id_: f"{letter}{n}" for n, id_ in enumerate(ids, start=1)} | labels
    same = {m: tuple(o for o in c.mentions if o != m) for c in shared_claims(record) for m in c.mentions}
    return Index({r.id: r for r in record.reports}, {a.id: a for a in record.actors}, labels, same)


def statements(record: Record) -> list[Statement]:
    """Give the statements in reading order: by report, then by where their words begin."""
    order = _report_order(record)
    return sorted(record.statements, key=lambda s: (*_place(order, min(s.content)), s.id))


def talks(record: Record) -> list[Event]:
    """Give the talks in reading order."""
    return _events(record, record.talks)


def other_events(record: Record) -> list[Event]:
    """Give the events that are no talks, in reading order."""
    are_talks = {e.id for e in record.talks}
    return _events(record, (e for e in record.events if e.id not in are_talks))


def _events(record: Record, events: Iterable[Event]) -> list[Event]:
    order = _report_order(record)
    return sorted(events, key=lambda e: (*_place(order, e.trigger), e.id))


def provisions(record: Record, some: Iterable[Provision]) -> list[Provision]:
    """Give provisions in the order of their numbers ("Article 4" before "Article 10"), those without one behind them."""
    order = _report_order(record)
    return sorted(some, key=lambda p: (p.number is None, _natural(p.number or ""), *_place(order, min(p.content)), p.id))


def documents(record: Record) -> list[Document]:
    """Give the documents in reading order."""
    order = _report_order(record)
    return sorted(record.documents, key=lambda d: (*_place(order, d.cites[0]), d.id))


def positions(record: Record) -> list[Position]:
    """Give the positions in reading order."""
    order = _report_order(record)
    return sorted(record.positions, key=lambda p: (*_place(order, min(p.object or p.cites)), p.id))


def conditions(record: Record) -> list[Condition]:
    """Give the conditions in reading order."""
    order = _report_order(record)
    return sorted(record.conditions, key=lambda c: (*_place(order, min(c.cites)), c.id))


def commitments(record: Record) -> list[Commitment]:
    """Give the commitments in reading order."""
    order = _report_order(record)
    return sorted(record.commitments, key=lambda c: (*_place(order, min(c.wording or c.cites)), c.id))


def numbers(record: Record) -> list[Number]:
    """Give the numbers that no other entry holds, in reading order."""
    order = _report_order(record)
    return sorted(record.numbers, key=lambda n: (*_place(order, min(n.cites)), n.id))


def actors(record: Record) -> list[Actor]:
    """Give the actors by kind, in the order in which the kinds are declared, then by name."""
    kinds = {kind: n for n, kind in enumerate(ActorKind)}
    return sorted(record.actors, key=lambda a: (kinds[a.kind], a.name.casefold(), a.id))


def shared_claims(record: Record) -> list[Claim]:
    """Give the claims that more than one mention makes; the others say no more than their mention."""
    return [c for c in record.claims if len(c.mentions) > 1]


def claim_labels(record: Record) -> dict[str, str]:
    """Give the id of each shared claim by its label. A claim's id is its first mention's, which has a label of its own."""
    return {f"C{n}": claim.id for n, claim in enumerate(shared_claims(record), start=1)}


def anchor(*parts: str) -> str:
    """Give a name that can stand as an element's id and behind "#" in a link; different parts give different names."""
    return ".".join(_UNSAFE.sub(lambda m: f".{ord(m[0]):x}.", part) for part in parts)


def mark_anchor(cite: Citation) -> str:
    """Give the anchor of the marked words of a citation."""
    return anchor(cite.report, f"{cite.start}-{cite.end}")


def one_line(text: str) -> str:
    """Give the text with every run of white space as one space."""
    return " ".join(text.split())


def _report_order(record: Record) -> dict[str, int]:
    return {r.id: n for n, r in enumerate(record.reports)}


def _place(order: Mapping[str, int], cite: Citation) -> tuple[int, int]:
    return order[cite.report], cite.start


def _natural(number: str) -> tuple[tuple[int, str], ...]:
    parts = chain.from_iterable(re.findall(r"(\d+)|(\D+)", number))
    return tuple((int(p), "") if p.isdigit() else (-1, p) for p in parts if p)
