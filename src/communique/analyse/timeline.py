"""What happened when: one moment for each claim, so that five reports of one thing stand once, with all five behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from communique.analyse.dating import Dated, Dating, dating
from communique.model.claim import Claim
from communique.model.kinds import Status
from communique.model.mention import Commitment, Document, Event, Statement
from communique.model.record import Record
from communique.model.report import Report

Told = Event | Document | Commitment | Statement


@dataclass(frozen=True, slots=True)
class Moment:
    """A claim at its day: the `entry` that dates it most precisely, the other mentions of it, and in how many reports."""

    when: Dating
    entry: Told
    others: tuple[str, ...]
    reports: int


def timeline(record: Record, *, statements: bool = False) -> list[Moment]:
    """Give events, documents and commitments (on request statements too) in the order of their days; what has no day comes last.

    Of one day what most reports tell comes first, then what stands first in them. A promise that an event tells in the same words is one
    moment with it.
    """
    reports = {r.id: r for r in record.reports}
    entries: dict[str, Told] = {e.id: e for e in record.events}
    entries |= {d.id: d for d in record.documents} | {c.id: c for c in record.commitments}
    entries |= {s.id: s for s in record.statements} if statements else {}
    moments = [_moment(ids, entries, reports) for ids in _with_promises(_claims(record, entries), record)]
    return sorted(moments, key=lambda m: (*m.when.order, -m.reports if m.when.span else 0, *_place(m.entry, reports), m.entry.id))


def _with_promises(claims: Iterable[tuple[str, ...]], record: Record) -> list[tuple[str, ...]]:
    """Join each claim about an event to the promise in whose words it is told by the same actor."""
    known = list(claims)
    home = {i: ids for ids in known for i in ids}
    promises = {e.id: home[c.id] for e in record.events for c in record.commitments if _tells(e, c)}
    groups: dict[tuple[str, ...], list[str]] = {}
    for ids in known:
        groups.setdefault(next((promises[i] for i in ids if i in promises), ids), []).extend(ids)
    return [tuple(dict.fromkeys((*first, *ids))) for first, ids in groups.items()]


def _tells(event: Event, promise: Commitment) -> bool:
    """Say whether an event is but the promise: told in its words, as an agreement or as an act to come of who promised."""
    here = [c for c in promise.cites if c.report == event.trigger.report]
    within = bool(here) and min(c.start for c in here) <= event.trigger.start and event.trigger.end <= max(c.end for c in here)
    by_him = event.status in _TO_COME and promise.by.actor in {w.actor for w in event.actors}
    return within and (event.type == "AGREE" or by_him)


_TO_COME = frozenset({Status.PLEDGED, Status.PLANNED})


def _place(entry: Told, reports: Mapping[str, Report]) -> tuple[str, int]:
    first = entry.content[0] if isinstance(entry, Statement) else entry.cites[0]
    return reports[first.report].file, first.start


def _claims(record: Record, entries: Mapping[str, object]) -> Iterable[tuple[str, ...]]:
    """Yield the mentions of every claim that is about one of the entries, and each entry that no claim holds alone."""
    held: set[str] = set()
    for claim in record.claims:
        if ours := _ours(claim, entries):
            held |= set(ours)
            yield ours
    yield from ((id_,) for id_ in sorted(entries.keys() - held))


def _ours(claim: Claim, entries: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(m for m in claim.mentions if m in entries)


def _moment(ids: tuple[str, ...], entries: Mapping[str, Told], reports: Mapping[str, Report]) -> Moment:
    dated = sorted(
        ((dating(entries[i], reports), entries[i]) for i in ids), key=lambda p: (_vague(p[0]), _open(p[1]), -_full(p[1]), p[1].id)
    )
    when, entry = dated[0]
    others = tuple(i for i in ids if i != entry.id)
    return Moment(when, voiced(entry, [entries[i] for i in others]), others, len({_report(entries[i]) for i in ids}))


def voiced(entry: Told, others: Iterable[Told]) -> Told:
    """Give an entry with the voices of every mention of its claim: a denial in one report is one of what another report asserts."""
    if isinstance(entry, Statement):
        return entry
    known = {(v.by, v.stance) for v in entry.according_to}
    more = [v for o in others if not isinstance(o, Statement) for v in o.according_to if (v.by, v.stance) not in known]
    return replace(entry, according_to=(*entry.according_to, *{(v.by, v.stance): v for v in more}.values())) if more else entry


def _vague(when: Dating) -> tuple[bool, bool, str, str]:
    """Give what makes a date worse than another: unknown, only that of publication, many days, late."""
    if when.span is None:
        return True, True, "", ""
    return False, when.clock == "publication", when.span.last, when.span.first


def _open(entry: Told) -> bool:
    """Say whether an entry tells of what was still to come: another report tells that it came."""
    return isinstance(entry, Event) and entry.status in (*_TO_COME, Status.HYPOTHETICAL)


def _full(entry: Told) -> int:
    """Give how much an entry tells of who took part; a promise tells more than the event in its words."""
    if isinstance(entry, Event):
        return sum(1 for w in (*entry.actors, *entry.recipients, entry.place) if w and w.actor)
    return sum(1 for w in (*entry.by, *entry.to) if w.actor) if isinstance(entry, Document) else _PROMISE


_PROMISE = 9


def _report(entry: Dated) -> str:
    return entry.content[0].report if isinstance(entry, Statement) else entry.cites[0].report
