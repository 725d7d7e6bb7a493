"""Replay what people decided on what was read: reject, correct, accept, merge. Pure; the last word on a thing wins.

Invariant: every judgement comes out again. One that found its entry names that entry's id of today; one that did not is in a notice.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from communique.errors import RecordError
from communique.model.actor import Named
from communique.model.agreement import Agreement
from communique.model.claim import Claim, Origins, Value
from communique.model.judgement import Decision, Judgement
from communique.model.mention import Commitment, Condition, Document, Event, Position
from communique.model.notice import Notice, Stage
from communique.model.record import Record
from communique.record.attaching import attached, detached
from communique.record.correcting import corrected, explained, who_fields
from communique.record.entries import LISTS, MENTIONS, Entries, Entry, EntryKind, Key, entries_of, places_of
from communique.record.renaming import joined, renamed, restated
from communique.record.rows import notice_order

INTO = "into"
"""The key in `Judgement.after` of a merge: the id of the actor that stays."""

E = TypeVar("E", bound=Entry)
V = TypeVar("V", Event, Document, Position, Commitment)
S = TypeVar("S", Position, Condition)


@dataclass(slots=True)
class _Decided:
    """What holds at the end of all judgements."""

    rejected: set[Key] = field(default_factory=set)
    corrections: dict[Key, list[Judgement]] = field(default_factory=dict)
    merges: dict[str, Judgement] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def replayed(record: Record, named: Iterable[Named] = ()) -> Record:
    """Give the record as people decided it: corrected, then without what was rejected, then with actors merged.

    `named` are mentions of actors that judgements know by another id than they have today.
    """
    entries = entries_of(record, named)
    keys = {j.id: attached(j, entries, record.reports) for j in record.judgements}
    current = tuple(_today(j, keys[j.id]) for j in record.judgements)
    decided = _decided((replace(j, after=_actors_of_today(j, entries)) for j in current), keys)
    decided.notices += [detached(j) for j in record.judgements if keys[j.id] is None]
    built = _merged(_without(_with_corrections(record, decided, entries), decided.rejected), decided)
    notices = tuple(sorted((*record.notices, *decided.notices), key=notice_order))
    return replace(built, judgements=current, notices=notices)


def _today(judgement: Judgement, key: Key | None) -> Judgement:
    return replace(judgement, entry=key.id) if key else judgement


def _actors_of_today(judgement: Judgement, entries: Entries) -> dict[str, str | None] | None:
    """Give what a judgement sets, with the ids that its actors have today."""
    if judgement.after is None:
        return None
    actors = {i: entries.get(Key(EntryKind.ACTOR, i or "")) for i in judgement.after.values()}
    return {name: actor.id if (actor := actors[value]) else value for name, value in judgement.after.items()}


def _decided(judgements: Iterable[Judgement], keys: dict[str, Key | None]) -> _Decided:
    decided = _Decided()
    for judgement in judgements:
        if key := keys[judgement.id]:
            _decide(decided, judgement, key)
    return decided


def _decide(decided: _Decided, judgement: Judgement, key: Key) -> None:
    if judgement.decision is Decision.REJECT:
        decided.rejected.add(key)
        return
    decided.rejected.discard(key)
    if judgement.decision is Decision.CORRECT:
        decided.corrections.setdefault(key, []).append(judgement)
    elif judgement.decision is Decision.MERGE:
        decided.merges[key.id] = judgement
    elif judgement.decision is Decision.SPLIT:
        decided.merges.pop(key.id, None)


def _with_corrections(record: Record, decided: _Decided, entries: Entries) -> Record:
    new: dict[Key, Entry] = {}
    claims = record.claims
    for key, judgements in decided.corrections.items():
        entry, who = entries[key], dict[str, str]()
        for judgement in judgements:
            try:
                entry = _corrected(entry, judgement, entries)
            except RecordError as error:
                decided.notices.append(_unusable(judgement, str(error)))
                continue
            who |= dict.fromkeys(judgement.after or {}, judgement.by)
            if key.kind != EntryKind.CLAIM:
                claims = tuple(restated(c, key.id, judgement.after or {}) if key.id in c.mentions else c for c in claims)
        new[key] = explained(entry, who)
    built = replace(record, **_lists(replace(record, claims=claims), lambda entries, kind: _replaced(entries, kind, new)))
    agreements = tuple(replace(a, provisions=_replaced(a.provisions, EntryKind.PROVISION, new)) for a in built.agreements)
    return replace(built, agreements=agreements)


def _corrected(entry: Entry, judgement: Judgement, entries: Entries) -> Entry:
    after = judgement.after or {}
    for name, actor in who_fields(entry, after).items():
        if Key(EntryKind.ACTOR, actor) not in entries:
            raise RecordError(f"its {name} is to be actor {actor}, who is not in the record. Correct it again, to one who is.")
    return corrected(entry, after)


def _unusable(judgement: Judgement, why: str) -> Notice:
    return Notice(
        stage=Stage.RECORD,
        what=f"the judgement {judgement.id} (correct by {judgement.by}, {judgement.at}) cannot be followed: {why}",
        remedy="Judge the entry again. The judgement is kept.",
        file=judgement.file,
        report=judgement.report,
    )


def _replaced(entries: tuple[E, ...], kind: EntryKind, new: dict[Key, Entry]) -> tuple[E, ...]:
    return tuple(new.get(Key(kind, e.id), e) for e in entries)  # type: ignore[misc]  # a key's kind decides its entry's class


def _without(record: Record, rejected: set[Key]) -> Record:
    if not rejected:
        return record
    gone = {k.id for k in rejected if k.kind in MENTIONS}
    nobody: dict[str, str | None] = {k.id: None for k in rejected if k.kind == EntryKind.ACTOR}
    entries = entries_of(record)
    kept = replace(record, **_lists(record, lambda some, kind: _kept(some, kind, rejected)))
    left = replace(
        kept,
        events=tuple(_unvoiced(e, gone) for e in kept.events),
        documents=tuple(_unvoiced(d, gone) for d in kept.documents),
        positions=tuple(_unvoiced(_unsaid(p, gone), gone) for p in kept.positions),
        conditions=tuple(_unsaid(c, gone) for c in kept.conditions),
        commitments=tuple(_unvoiced(c, gone) for c in kept.commitments),
        agreements=tuple(_agreement_without(a, rejected) for a in kept.agreements),
        claims=tuple(c for r in kept.claims if (c := _claim_without(r, gone, record, entries))),
    )
    return _everywhere(left, lambda noun: renamed(noun, nobody))


def _kept(entries: tuple[E, ...], kind: EntryKind, rejected: set[Key]) -> tuple[E, ...]:
    return tuple(e for e in entries if Key(kind, e.id) not in rejected)


def _unvoiced(entry: V, gone: set[str]) -> V:
    """Give an entry without the voices whose statement was rejected."""
    voices = tuple(v for v in entry.according_to if v.statement not in gone)
    return entry if voices == entry.according_to else replace(entry, according_to=voices)


def _unsaid(entry: S, gone: set[str]) -> S:
    """Give an entry that no longer names its statement where that was rejected."""
    return replace(entry, statement=None) if entry.statement in gone else entry


def _agreement_without(agreement: Agreement, rejected: set[Key]) -> Agreement:
    return replace(agreement, provisions=_kept(agreement.provisions, EntryKind.PROVISION, rejected))


def _claim_without(claim: Claim, gone: set[str], record: Record, entries: Entries) -> Claim | None:
    """Give the claim without the mentions that are gone, None where none is left. Its id stays: judgements know it by that."""
    left = tuple(m for m in claim.mentions if m not in gone)
    if left == claim.mentions:
        return claim
    if not left:
        return None
    reports = {c.report for c in places_of(replace(claim, mentions=left), entries)}
    values = {name: _values_without(v, gone) for name, v in claim.values.items()}
    outlets = {r.outlet for r in record.reports if r.id in reports and r.outlet}
    return replace(
        claim,
        mentions=left,
        values={name: v for name, v in values.items() if v},
        reports=tuple(r for r in claim.reports if r in reports),
        outlets=tuple(o for o in claim.outlets if o in outlets),
        origins=Origins(min(claim.origins.min, len(reports)), min(claim.origins.max, len(reports))),
    )


def _values_without(values: tuple[Value, ...], gone: set[str]) -> tuple[Value, ...]:
    left = (replace(v, mentions=tuple(m for m in v.mentions if m not in gone)) for v in values)
    return tuple(v for v in left if v.mentions)


def _merged(record: Record, decided: _Decided) -> Record:
    for gone, judgement in decided.merges.items():
        record = _merge(record, gone, judgement, decided)
    return record


def _merge(record: Record, gone: str, judgement: Judgement, decided: _Decided) -> Record:
    actors = {a.id: a for a in record.actors}
    wanted = (judgement.after or {}).get(INTO)
    into = _final(wanted, decided)
    if gone not in actors or wanted == gone:  # rejected, or brought together by the rules of today
        return record
    if into is None or into not in actors or into == gone:
        decided.notices.append(_unusable(judgement, f"it merges actor {gone} into {into}, who is not another actor of the record."))
        return record
    actors[into] = joined(actors[into], actors.pop(gone), judgement.by)
    left = replace(record, actors=tuple(actors[a] for a in sorted(actors)))
    return _everywhere(left, lambda noun: renamed(noun, {gone: into}))


def _final(actor: str | None, decided: _Decided) -> str | None:
    """Follow merges of merges to the actor that stays; a ring comes back to where it began."""
    seen: set[str] = set()
    while actor in decided.merges and actor not in seen:
        seen.add(actor)
        actor = (decided.merges[actor].after or {}).get(INTO)
    return actor


def _everywhere(record: Record, change: Callable[[Entry], Entry]) -> Record:
    return replace(record, **_lists(record, lambda entries, _: _mapped(entries, change)))


def _lists(record: Record, change: Callable[[tuple[Any, ...], EntryKind], tuple[Any, ...]]) -> dict[str, Any]:  # Any: lists of any entry
    """Give every list of entries by its name, changed."""
    return {name: change(getattr(record, name), kind) for kind, (name, _) in LISTS.items()}


def _mapped(entries: tuple[E, ...], change: Callable[[Entry], Entry]) -> tuple[E, ...]:
    return tuple(change(e) for e in entries)  # type: ignore[misc]  # a change keeps the class
