"""One entry with everything behind it: its words in their paragraph, who its actors are and why, and who else tells of it."""

from collections.abc import Iterable, Iterator

from communique.analyse.bearing import bearing
from communique.errors import InputError
from communique.model.actor import Actor
from communique.model.citation import Citation
from communique.model.record import Record
from communique.model.report import Report
from communique.show.agreement_entries import agreement_groups
from communique.show.at_odds import at_odds_entries
from communique.show.dates_in_words import in_words
from communique.show.entries import event_entries, statement_entries, talks_entries
from communique.show.entry import Entry, Fact, Link, Quote
from communique.show.index import Index, anchor
from communique.show.registers import actor_groups, claim_entries, notice_entries
from communique.show.standpoints import (
    commitment_entries,
    condition_entries,
    conflict_entries,
    document_entries,
    issue_entries,
    number_entries,
    position_entries,
)
from communique.show.uses import Use, uses_of

_LONGEST = 600
"""Characters of a paragraph shown on each side of the words; longer ones are cut between words."""


def detailed(record: Record, wanted: str, index: Index) -> Entry:
    """Give the entry with a label ("S12") or an id, its words shown in their paragraphs and every reason told.

    Raises `InputError` where the record has no such entry.
    """
    entry = next((e for e in _entries(record, index) if wanted.casefold() == e.label.casefold() or e.anchor == anchor(wanted)), None)
    if entry is None:
        raise InputError(f"There is no entry {wanted!r} in this record. Name a label that `communique show` prints, such as S1, or an id.")
    id_ = next((i for i in index.labels if anchor(i) == entry.anchor), wanted)
    uses = [u for u in uses_of(record) if u.entry == id_]
    return _with_everything(entry, record, uses, index=index, id_=id_)


def _entries(record: Record, index: Index) -> Iterator[Entry]:
    for listing in (
        statement_entries,
        talks_entries,
        event_entries,
        document_entries,
        issue_entries,
        position_entries,
        condition_entries,
        commitment_entries,
        number_entries,
        conflict_entries,
        notice_entries,
    ):
        yield from listing(record, index)
    for grouping in (agreement_groups, actor_groups):
        for group in grouping(record, index):
            if group.anchor and group.label:
                yield Entry(group.anchor, group.label, "Agreement", (group.title,), facts=group.facts)
            yield from group.entries
    yield from claim_entries(record, index)
    yield from at_odds_entries(bearing(record).at_odds, index)


def _with_everything(entry: Entry, record: Record, uses: list[Use], *, index: Index, id_: str) -> Entry:
    main = sorted({u.cite for u in uses if u.main}) or sorted({u.cite for u in uses})[:1]
    facts = (*entry.facts, *_reports(main, index), *_actors(record, uses, index, id_), Fact("id", id_))
    quotes = tuple(_in_paragraph(c, index) for c in main) or entry.quotes
    return Entry(entry.anchor, entry.label, entry.kind, entry.title, entry.remarks, quotes, facts=facts, why=entry.why)


def _reports(cites: Iterable[Citation], index: Index) -> Iterator[Fact]:
    for id_ in dict.fromkeys(c.report for c in cites):
        report = index.reports[id_]
        yield Fact("in", _titled(report), (Link(index.labels[id_]),))
        if report.published.inferred and report.published.why:
            yield Fact("published", f"inferred: {report.published.why}")


def _titled(report: Report) -> str:
    published = in_words(report.published.value) if report.published.value else "date unknown"
    return ", ".join(w for w in (report.outlet or "outlet unknown", report.title, published, report.file) if w)


def _actors(record: Record, uses: list[Use], index: Index, id_: str) -> Iterator[Fact]:
    """Yield, for each actor whose name or alias stands among the entry's words, under which names it goes and why."""
    spans = [(u.cite.report, u.cite.span) for u in uses if not u.main]
    for actor in record.actors:
        here = [c for c in actor.cites if any(c.report == r and s.covers(c.span) for r, s in spans)]
        if here and actor.id != id_:
            yield Fact("actor", _known_as(actor), (Link(index.labels[actor.id]),))


def _known_as(actor: Actor) -> str:
    names = "; ".join(dict.fromkeys(f"“{a.name}” ({a.why})" for a in actor.aliases))
    roles = ", ".join(dict.fromkeys(r.title for r in actor.roles))
    return f"{actor.name}, {actor.kind.value}" + (f", {roles}" if roles else "") + (f", also {names}" if names else "")


def _in_paragraph(cite: Citation, index: Index) -> Quote:
    """Give the cited words with the rest of their paragraph."""
    text = index.reports[cite.report].text
    before, after = text[: cite.start].rpartition("\n")[2], text[cite.end :].partition("\n")[0]
    if len(before) > _LONGEST:
        before = "… " + before[-_LONGEST:].partition(" ")[2]
    if len(after) > _LONGEST:
        after = after[:_LONGEST].rpartition(" ")[0] + " …"
    return Quote(Link(" ".join(cite.quote.split()), place=index.place(cite)), before.lstrip(), after.rstrip())
