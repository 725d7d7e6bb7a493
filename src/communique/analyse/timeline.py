"""What happened when: one moment for each claim, so that five reports of one thing stand once, with all five behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.analyse.dating import Dated, Dating, dating
from communique.model.claim import Claim
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
    """Give events, documents and commitments (on request statements too) in the order of their days; what has no day comes last."""
    reports = {r.id: r for r in record.reports}
    entries: dict[str, Told] = {e.id: e for e in record.events}
    entries |= {d.id: d for d in record.documents} | {c.id: c for c in record.commitments}
    entries |= {s.id: s for s in record.statements} if statements else {}
    moments = [m for claim in _claims(record, entries) if (m := _moment(claim, entries, reports))]
    return sorted(moments, key=lambda m: (*m.when.order, m.entry.id))


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
    dated = sorted(((dating(entries[i], reports), entries[i]) for i in ids), key=lambda pair: (_vague(pair[0]), pair[1].id))
    when, entry = dated[0]
    return Moment(when, entry, tuple(i for i in ids if i != entry.id), len({_report(entries[i]) for i in ids}))


def _vague(when: Dating) -> tuple[bool, bool, str, str]:
    """Give what makes a date worse than another: unknown, only that of publication, many days, late."""
    if when.span is None:
        return True, True, "", ""
    return False, when.clock == "publication", when.span.last, when.span.first


def _report(entry: Dated) -> str:
    return entry.content[0].report if isinstance(entry, Statement) else entry.cites[0].report
