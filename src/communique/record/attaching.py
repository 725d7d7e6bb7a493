"""Find the entry that a judgement is about: by its id, else by its words, else not at all, and then say so."""

from collections.abc import Iterable

from communique.model.citation import Citation, Selector, found_again, selector
from communique.model.judgement import Judgement
from communique.model.notice import Notice, Stage
from communique.model.report import Report
from communique.model.span import Span
from communique.record.entries import Entries, Entry, Key, places_of

SAME = 0.5
"""Least share of characters (common to both, of those in either) at which a changed rule's entry counts as the one that was judged.

Chosen, not measured: below it more differs than agrees. An entry whose span moved further must be judged again.
"""


def attached(judgement: Judgement, entries: Entries, reports: Iterable[Report]) -> Key | None:
    """Give the key of the entry that the judgement is about now, None where it is detached.

    First by kind and id; else the selector's words are looked for in the report with the same id, else in those with the same file
    name, and the entry of that kind that overlaps them most, and by at least `SAME`, is taken. A tie decides nothing.
    """
    if found := entries.get(Key(judgement.kind, judgement.entry)):
        return Key(judgement.kind, found.id)
    if judgement.selector is None:
        return None
    for group in _where(judgement, tuple(reports)):
        best = _best(judgement, entries, [(r.id, span) for r in group if (span := found_again(judgement.selector, r.text))])
        if best:
            return best
    return None


def selector_of(entry: Entry, entries: Entries, reports: Iterable[Report]) -> tuple[Report, Selector] | None:
    """Give the report and the selector of an entry's first citation, None where it has no citation."""
    places = places_of(entry, entries)
    by_id = {r.id: r for r in reports}
    if not places or places[0].report not in by_id:
        return None
    report = by_id[places[0].report]
    return report, selector(places[0], report.text)


def detached(judgement: Judgement) -> Notice:
    """Give the notice that says which judgement found its entry no more. The judgement itself stays."""
    words = f", “{judgement.selector.quote}”," if judgement.selector else ""
    return Notice(
        stage=Stage.RECORD,
        what=f"the judgement {judgement.id} ({judgement.decision} by {judgement.by}, {judgement.at}) finds its {judgement.kind} "
        f"{judgement.entry}{words} no more",
        remedy="Judge the entry that took its place. The judgement is kept, and counts again when its words are read again.",
        file=judgement.file,
        report=judgement.report,
    )


def _where(judgement: Judgement, reports: tuple[Report, ...]) -> tuple[list[Report], list[Report]]:
    same_file = [r for r in reports if r.id != judgement.report and judgement.file is not None and r.file == judgement.file]
    return [r for r in reports if r.id == judgement.report], same_file


def _best(judgement: Judgement, entries: Entries, spans: list[tuple[str, Span]]) -> Key | None:
    shares: dict[Key, float] = {}
    for key, entry in entries.items():
        if key.kind == judgement.kind:
            places = places_of(entry, entries)
            shares[Key(key.kind, entry.id)] = max((_share(c, s) for r, s in spans for c in places if c.report == r), default=0.0)
    ranked = sorted(((share, key) for key, share in shares.items() if share >= SAME), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _share(cite: Citation, span: Span) -> float:
    common = min(cite.end, span.end) - max(cite.start, span.start)
    return max(0, common) / (max(cite.end, span.end) - min(cite.start, span.start))
