"""A dossier on one page: who stands where, who moved, who is at odds with itself, what was done, what is to come, what conflicts.

The rest is counted, not shown. What most independent origins tell comes first, then what is latest, in the order of its days.
Conflicts between reports come before those with our tables, and what a paraphrase leaves out comes last.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from communique.analyse.bearing import AtOdds, bearing
from communique.analyse.changes import Failed, failures
from communique.analyse.dating import Dating, dating
from communique.analyse.matrix import Matrix, matrix
from communique.analyse.moves import Move, moves
from communique.analyse.timeline import Moment, timeline
from communique.model.claim import Claim
from communique.model.conflict import Conflict, ConflictKind
from communique.model.kinds import DocumentStatus, Status
from communique.model.mention import Commitment, Condition, Document, Event, Statement
from communique.model.record import Record
from communique.model.report import Report

ACTORS, ISSUES = 6, 6
MOVED, ODDS, HELD, DEEDS, TO_COME, CONDITIONS, PROMISES, FAILED, CONFLICTS = 3, 2, 4, 4, 4, 3, 2, 2, 2
"""Rows, columns and lines that fill one page of A4 together."""
_TALKS = "CONSULT"
_MATERIAL = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
"""Types that are done, not said: what is said stands in the matrix, unless several reports tell of it."""
_ANNOUNCED = frozenset({Status.PLANNED, Status.PLEDGED})
_TOOK_PLACE = frozenset({Status.HELD, Status.ONGOING})

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What is shown of one kind, and how many more there are."""

    shown: tuple[T, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Open:
    """A condition that several reports may tell of: the entry, its day, the other mentions of it, and in how many reports."""

    entry: Condition
    when: Dating
    others: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The page: the fullest rows and columns of the matrix, and of everything else the best told; a promise denied stands with promises."""

    matrix: Matrix
    actors: int
    issues: int
    moved: Part[Move]
    at_odds: Part[AtOdds]
    held: Part[Moment]
    deeds: Part[Moment]
    to_come: Part[Moment]
    conditions: Part[Open]
    promises: Part[Moment]
    failed: Part[Failed]
    conflicts: Part[Conflict]


def brief(record: Record) -> Brief:
    """Give the page of a record."""
    whole, told = matrix(record), _Told.of(record)
    moments = timeline(record)
    return Brief(
        matrix=Matrix(whole.actors[:ACTORS], whole.issues[:ISSUES], whole.cells),
        actors=max(0, len(whole.actors) - ACTORS),
        issues=max(0, len(whole.issues) - ISSUES),
        moved=_part(moves(record), MOVED, lambda m: (m.claims, m.when)),
        at_odds=_first(sorted(bearing(record).at_odds, key=lambda o: -told.most(o.under.mentions)), ODDS),
        held=_part([m for m in moments if _is_talks(m) and _status(m) in _TOOK_PLACE], HELD, told.rank),
        deeds=_part([m for m in moments if _is_deed(m)], DEEDS, told.rank),
        to_come=_part([m for m in moments if _is_to_come(m)], TO_COME, told.rank),
        conditions=_part(_open(record), CONDITIONS, lambda c: (told.origins(c.entry.id), c.when)),
        promises=_part([m for m in moments if isinstance(m.entry, Commitment)], PROMISES, told.rank),
        failed=_failed(record, told),
        conflicts=_conflicts(record, told),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """The claims of a record by the ids of their mentions."""

    claims: Mapping[str, Claim]

    @classmethod
    def of(cls, record: Record) -> "_Told":
        """Give what is told of each mention."""
        return cls({m: c for c in record.claims for m in c.mentions})

    def origins(self, mention: str) -> int:
        """Give how many independent sources tell of a mention's claim at least; 1 where no claim holds it."""
        claim = self.claims.get(mention)
        return claim.origins.min if claim else 1

    def most(self, mentions: Iterable[Event | Document | Commitment]) -> int:
        """Give how many independent sources tell of the best told of some mentions."""
        return max(self.origins(m.id) for m in mentions)

    def rank(self, moment: Moment) -> tuple[int, Dating]:
        """Give what a moment is chosen by."""
        return max(self.origins(moment.entry.id), min(moment.reports, 2)), moment.when


def _part(some: Iterable[T], most: int, rank: Callable[[T], tuple[int, Dating]]) -> Part[T]:
    """Choose by rank, the highest and then the latest first, and give what is chosen in the order of days."""
    everything = sorted(some, key=lambda one: _earliest(rank(one)[1]))
    best = sorted(everything, key=lambda one: (rank(one)[1].span is not None, rank(one)[0], _latest(rank(one)[1])), reverse=True)[:most]
    kept = {id(one) for one in best}
    return Part(tuple(one for one in everything if id(one) in kept), len(everything) - len(best))


def _earliest(when: Dating) -> tuple[str, str]:
    return when.order


def _latest(when: Dating) -> str:
    return when.span.last if when.span else ""


def _is_talks(moment: Moment) -> bool:
    return isinstance(moment.entry, Event) and moment.entry.type == _TALKS


def _is_deed(moment: Moment) -> bool:
    """Say whether somebody known did something, or is said to have; what is only said counts where several reports tell of it."""
    entry = moment.entry
    if not isinstance(entry, Event) or _is_talks(moment) or entry.status in (*_ANNOUNCED, Status.HYPOTHETICAL):
        return False
    return any(w.actor for w in (*entry.actors, *entry.recipients)) and (entry.type in _MATERIAL or moment.reports > 1)


def _is_to_come(moment: Moment) -> bool:
    """Say whether it is announced: talks, something done, a document."""
    known = isinstance(moment.entry, Event) and (_is_talks(moment) or moment.entry.type in _MATERIAL)
    return (known and _status(moment) in _ANNOUNCED) or _is_due(moment)


def _status(moment: Moment) -> Status | None:
    return moment.entry.status if isinstance(moment.entry, Event) else None


def _is_due(moment: Moment) -> bool:
    """Say whether a document is to come: announced, or with a day by which it is due, and neither sent nor published."""
    entry = moment.entry
    if not isinstance(entry, Document) or entry.status in (DocumentStatus.SENT, DocumentStatus.PUBLISHED):
        return False
    return entry.status is DocumentStatus.ANNOUNCED or entry.due.value is not None


def _open(record: Record) -> list[Open]:
    """Give each condition once, as the first of its claim's mentions tells it."""
    reports = {r.id: r for r in record.reports}
    entries = {c.id: c for c in record.conditions}
    said = {s.id: s for s in record.statements}
    once = [[m for m in c.mentions if m in entries] for c in record.claims if c.kind == "condition"]
    held = {m for g in once for m in g}
    groups = [g for g in once if g] + [[i] for i in entries if i not in held]
    return [_one(sorted(g), entries, said, reports) for g in groups]


def _one(ids: Sequence[str], entries: Mapping[str, Condition], said: Mapping[str, Statement], reports: Mapping[str, Report]) -> Open:
    entry = entries[ids[0]]
    when = dating(said.get(entry.statement or "", entry), reports)
    return Open(entry, when, tuple(ids[1:]), len({entries[i].cites[0].report for i in ids}))


def _failed(record: Record, told: _Told) -> Part[Failed]:
    """Give what failed, the best told first; promises stand with promises."""
    failed = (f for f in failures(record, {r.id for r in record.reports}) if not isinstance(f.entries[0], Commitment))
    return _first(sorted(failed, key=lambda f: -told.most(f.entries)), FAILED)


def _conflicts(record: Record, told: _Told) -> Part[Conflict]:
    """Give the conflicts between reports first, then those with our tables, what a paraphrase leaves out last."""
    ordered = sorted(record.conflicts, key=lambda c: (c.kind is _LEFT_OUT, any(s.source for s in c.sides), -told.origins(c.about), c.id))
    return _first(ordered, CONFLICTS)


_LEFT_OUT = ConflictKind.CONTENT


def _first(some: Sequence[T], most: int) -> Part[T]:
    return Part(tuple(some[:most]), max(0, len(some) - most))
