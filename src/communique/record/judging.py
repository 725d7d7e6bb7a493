"""Check a new judgement against the record, and write down with it what it needs to find its entry again."""

from collections.abc import Iterable
from dataclasses import replace

from communique.errors import RecordError
from communique.model.judgement import Decision, Judgement
from communique.model.record import Record
from communique.record.attaching import attached, selector_of
from communique.record.correcting import before, corrected, who_fields
from communique.record.entries import Entries, Entry, EntryKind, Key, entries_of
from communique.record.replay import INTO


def completed(judgement: Judgement, read: Record, kept: Iterable[Judgement]) -> Judgement:
    """Give the judgement with selector, report, file and the corrected fields' values before, where they are missing.

    `read` is the record as it was read, without judgements. RecordError says why a decision cannot be taken on this entry.
    """
    entries = entries_of(read)
    key = attached(judgement, entries, read.reports)
    if key is None and judgement.selector is None:
        raise RecordError(f"there is no {judgement.kind} {judgement.entry} in the record. Name one that `communique show` lists.")
    if key is None:
        return judgement
    entry = entries[key]
    _check(judgement, entry, entries, kept)
    return _with_before(_with_words(judgement, entry, entries, read), entry)


def _check(judgement: Judgement, entry: Entry, entries: Entries, kept: Iterable[Judgement]) -> None:
    after = judgement.after or {}
    if judgement.decision is Decision.CORRECT:
        if not after:
            raise RecordError(f"the correction of {judgement.kind} {judgement.entry} sets nothing. Give the fields in `after`.")
        corrected(entry, after)
        for name, actor in who_fields(entry, after).items():
            _need_actor(actor, entries, f"{name} of {judgement.kind} {judgement.entry}")
    elif judgement.decision in (Decision.MERGE, Decision.SPLIT) and judgement.kind != EntryKind.ACTOR:
        raise RecordError(f"{judgement.kind} {judgement.entry}: only actors can be merged or split so far. Reject one of the two entries.")
    elif judgement.decision is Decision.MERGE:
        into = after.get(INTO)
        if into is None or into == judgement.entry:
            raise RecordError(f"the merge of actor {judgement.entry} needs another actor's id. Give it as {INTO!r} in `after`.")
        _need_actor(into, entries, f"merge of actor {judgement.entry}")
    elif judgement.decision is Decision.SPLIT and not _merged_before(judgement, kept):
        raise RecordError(f"actor {judgement.entry} was not merged by a judgement, so nothing can be split. Correct its mentions instead.")


def _need_actor(actor: str, entries: Entries, where: str) -> None:
    if Key(EntryKind.ACTOR, actor) not in entries:
        raise RecordError(f"{where}: there is no actor {actor} in the record. Name one that `communique show … actors` lists.")


def _merged_before(judgement: Judgement, kept: Iterable[Judgement]) -> bool:
    return any(k.entry == judgement.entry and k.decision is Decision.MERGE for k in kept)


def _with_words(judgement: Judgement, entry: Entry, entries: Entries, read: Record) -> Judgement:
    found = selector_of(entry, entries, read.reports)
    if judgement.selector is not None or found is None:
        return judgement
    report, words = found
    return replace(judgement, report=report.id, file=report.file, selector=words)


def _with_before(judgement: Judgement, entry: Entry) -> Judgement:
    if judgement.decision is not Decision.CORRECT or judgement.before is not None:
        return judgement
    return replace(judgement, before=before(entry, judgement.after or {}))
