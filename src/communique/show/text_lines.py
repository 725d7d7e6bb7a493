"""Plain text for the terminal: 80 columns, every entry with its quotes and where they stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from textwrap import wrap

from communique.analyse.bearing import bearing
from communique.errors import InputError
from communique.model.record import Record
from communique.show.agreement_entries import agreement_groups
from communique.show.at_odds import at_odds_entries
from communique.show.choosing import Choice, chosen
from communique.show.detail import detailed
from communique.show.entries import event_entries, statement_entries, talks_entries
from communique.show.entry import Entry, Fact, Group, Link
from communique.show.harmless import harmless
from communique.show.index import Index, index_of
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

WIDTH = 80
"""Columns of the narrowest terminal that we write for."""

INDENT = 5
"""Columns that labels ("S12") stand in."""


def lines(record: Record, kind: str, *, choice: Choice | None = None) -> Iterator[str]:
    """Yield the lines of one view (`VIEWS`) of a record, or of what a choice leaves of it.

    Lines have no newline and at most 80 columns, but a citation "file:start-end" is never broken. Control characters of the
    reports are replaced, so that no report can steer a terminal. Raises `InputError` for another kind.
    """
    if kind not in VIEWS:
        raise InputError(f"There is no view {kind!r} of a record. Ask for one of: {', '.join(VIEWS)}.")
    index = index_of(record)
    part = chosen(record, choice or Choice(), index)
    yield from (harmless(line) for line in VIEWS[kind](part.record, index))
    if undated := part.undated.get(LISTS.get(kind, kind), 0):
        yield from _indented(f"Not shown: {undated} {'entry' if undated == 1 else 'entries'} of no known date.")


def entry_lines(record: Record, wanted: str) -> Iterator[str]:
    """Yield the lines of one entry, by its label or id, with its words in their paragraph and every reason.

    Raises `InputError` where the record has no such entry.
    """
    yield from (harmless(line) for line in _entry(detailed(record, wanted, index_of(record))))


def _listing(entries: Callable[[Record, Index], Iterable[Entry]], noun: str) -> Callable[[Record, Index], Iterator[str]]:
    return lambda record, index: _all(entries(record, index), nothing=f"No {noun}.")


def _grouping(groups: Callable[[Record, Index], Iterable[Group]], noun: str) -> Callable[[Record, Index], Iterator[str]]:
    return lambda record, index: _grouped(groups(record, index), nothing=f"No {noun}.")


VIEWS: Mapping[str, Callable[[Record, Index], Iterator[str]]] = {
    "statements": _listing(statement_entries, "statements"),
    "actors": _grouping(actor_groups, "actors"),
    "talks": _listing(talks_entries, "talks"),
    "events": _listing(event_entries, "other events"),
    "documents": _listing(document_entries, "documents"),
    "provisions": _grouping(agreement_groups, "agreements and no provisions"),
    "issues": _listing(issue_entries, "issues"),
    "positions": _listing(position_entries, "positions"),
    "at-odds": _listing(lambda record, index: at_odds_entries(bearing(record).at_odds, index), "actors at odds with themselves"),
    "conditions": _listing(condition_entries, "conditions"),
    "commitments": _listing(commitment_entries, "commitments"),
    "numbers": _listing(number_entries, "numbers beside other entries"),
    "claims": _listing(claim_entries, "claims that more than one mention makes"),
    "conflicts": _listing(conflict_entries, "conflicts"),
    "notices": _listing(notice_entries, "notices"),
}
"""The views by name, in the order in which a reader wants them."""


LISTS = {"talks": "events"}
"""The list of the record that a view shows, where it has another name."""


def _all(entries: Iterable[Entry], *, nothing: str) -> Iterator[str]:
    empty = True
    for entry in entries:
        if not empty:
            yield ""
        empty = False
        yield from _entry(entry)
    if empty:
        yield nothing


def _grouped(groups: Iterable[Group], *, nothing: str) -> Iterator[str]:
    empty = True
    for group in groups:
        if not empty:
            yield ""
        empty = False
        yield from wrap(_heading(group), WIDTH)
        for fact in group.facts:
            yield from _fact(fact)
        for entry in group.entries:
            yield ""
            yield from _entry(entry)
    if empty:
        yield nothing


def _heading(group: Group) -> str:
    title = group.title.text.upper() if group.anchor is None else group.title.text
    return f"{group.label}  {title}" if group.label else title


def _entry(entry: Entry) -> Iterator[str]:
    title = " → ".join(", ".join(link.text for link in links) for links in (entry.title, entry.towards) if links)
    head = f"{title} ({', '.join(entry.remarks)})" if entry.remarks else title
    yield from _hanging(f"{entry.label:<{INDENT - 1}} {head}")
    for quote in entry.quotes:
        words = f"“{quote.link.text}”" if entry.in_marks else f"{quote.before}[{quote.link.text}]{quote.after}"
        yield from _indented(words if entry.in_marks or quote.before or quote.after else quote.link.text)
        yield from _place(quote.link)
    for fact in entry.facts:
        yield from _fact(fact)
    if entry.more and entry.more[0].links:
        yield from _indented(f"{entry.more_title}; first named as:")
        yield from _indented(entry.more[0].links[0].text)
        yield from _place(entry.more[0].links[0])
    if entry.why:
        yield from _indented(f"why: {entry.why}")


def _fact(fact: Fact) -> Iterator[str]:
    numbered = [link for link in fact.links if link.place is not None and link.role is None]
    words = [_in_role(link) for link in fact.links if link not in numbered]
    yield from _indented(f"{fact.term}: {', '.join(w for w in [fact.text, *words] if w)}")
    for link in numbered[:1]:
        yield from _place(link)


def _in_role(link: Link) -> str:
    return link.text if link.role is None else f"{link.role} “{link.text}”".lstrip()


def _place(link: Link) -> Iterator[str]:
    if link.place:
        yield " " * INDENT + link.place


def _indented(text: str) -> Iterator[str]:
    yield from wrap(text, WIDTH, initial_indent=" " * INDENT, subsequent_indent=" " * INDENT)


def _hanging(text: str) -> Iterator[str]:
    yield from wrap(text, WIDTH, subsequent_indent=" " * INDENT)
