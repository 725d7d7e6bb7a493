"""What changed since a day: what is new, who moved, what failed and who says so."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from communique.analyse.moves import Move, moves
from communique.analyse.timeline import Moment, timeline, voiced
from communique.model.days import days
from communique.model.kinds import DocumentStatus, Stance, Status
from communique.model.mention import Commitment, Document, Event, Statement
from communique.model.record import Record
from communique.model.report import Report

_HOPED = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
"""Types of acts that can fail: an attack that is denied has not."""
_FAILED = frozenset({Status.CANCELLED, Status.DENIED, Status.CONTESTED})


@dataclass(frozen=True, slots=True)
class Failed:
    """What did not come about: talks called off, a promise denied, a document withheld; every mention of one claim that says so."""

    entries: tuple[Event | Commitment | Document, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Since a day: new reports, moments first told then, who stands elsewhere than before, what failed, and what has no date.

    `recalled`: moments that were first told then, though they are of an earlier day.
    """

    reports: tuple[Report, ...]
    new: tuple[Moment, ...]
    recalled: tuple[Moment, ...]
    moved: tuple[Move, ...]
    failed: tuple[Failed, ...]
    undated: int


def changes(record: Record, since: str) -> Changes:
    """Give what changed on or after the day `since` (YYYY-MM-DD): told for the first time in a report published then.

    Reports of no known date are counted, not guessed at: what they tell too is as new as the dated ones make it.
    """
    published = {r.id: _last_day(r) for r in record.reports}
    fresh = {id_ for id_, day in published.items() if day is not None and day >= since}
    moments = [m for m in timeline(record) if _first_told(m, record, published) in fresh]
    return Changes(
        reports=tuple(r for r in record.reports if r.id in fresh),
        new=tuple(m for m in moments if not _is_older(m, since)),
        recalled=tuple(m for m in moments if _is_older(m, since)),
        moved=tuple(moves(record, since)),
        failed=tuple(failures(record, fresh)),
        undated=sum(1 for day in published.values() if day is None),
    )


def failures(record: Record, reports: Set[str]) -> list[Failed]:
    """Give what reports say to have failed, each claim once."""
    claims = {m: c.id for c in record.claims for m in c.mentions}
    told: dict[str, list[Event | Commitment | Document]] = {}
    entries: tuple[Event | Commitment | Document, ...] = (*record.events, *record.commitments, *record.documents)
    for entry in entries:
        if entry.cites[0].report in reports and _has_failed(entry):
            told.setdefault(claims.get(entry.id, entry.id), []).append(entry)
    known = {e.id: e for e in entries}
    others = {c.id: [known[m] for m in c.mentions if m in known] for c in record.claims}
    return [Failed(tuple(_voiced(e, others.get(claim, [])) for e in some)) for claim, some in told.items()]


def _voiced(entry: Event | Commitment | Document, others: Sequence[Event | Commitment | Document]) -> Event | Commitment | Document:
    heard = voiced(entry, [o for o in others if o is not entry])
    return entry if isinstance(heard, Statement) else heard


def _has_failed(entry: Event | Commitment | Document) -> bool:
    if isinstance(entry, Document):
        return entry.status is DocumentStatus.WITHHELD
    if isinstance(entry, Event) and entry.type not in _HOPED:
        return False
    denied = any(v.stance is Stance.DENIES for v in entry.according_to)
    return denied or (isinstance(entry, Event) and entry.status in _FAILED)


def _last_day(report: Report) -> str | None:
    span = days(report.published.value or "")
    return span.last if span else None


def _first_told(moment: Moment, record: Record, published: Mapping[str, str | None]) -> str | None:
    """Give the report of known date that told a moment first; None where none has a date."""
    places = {e.id: e.cites[0].report for some in (record.events, record.documents, record.commitments) for e in some}
    told = [r for r in (places[i] for i in (moment.entry.id, *moment.others)) if published[r] is not None]
    return min(told, key=lambda r: (published[r] or "", r), default=None)


def _is_older(moment: Moment, since: str) -> bool:
    """Say whether a moment is of a day before; one that is only dated by its report is not."""
    return moment.when.span is not None and moment.when.span.last < since
