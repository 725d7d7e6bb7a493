"""Timeline and changes as lines for a terminal, every line with the label of the entry that it rests on."""

from collections.abc import Iterator
from dataclasses import replace

from communique.analyse.changes import Changes, changes
from communique.analyse.dating import Clock
from communique.analyse.timeline import Moment, Told, timeline
from communique.errors import InputError
from communique.model.days import days
from communique.model.mention import Statement
from communique.model.record import Record
from communique.show.choosing import Choice, asked_days, chosen
from communique.show.dates_in_words import in_words
from communique.show.harmless import harmless
from communique.show.in_short import day, what
from communique.show.index import Index, index_of
from communique.show.wrapped import INDENT, WIDTH, hanging, indented


def timeline_lines(record: Record, *, choice: Choice | None = None, statements: bool = False) -> Iterator[str]:
    """Yield the timeline: one paragraph for each claim, its day, what the day is the day of, and the entries behind it."""
    index = index_of(record)
    asked = choice or Choice()
    wanted = asked_days(asked)
    part = chosen(record, replace(asked, since=None, until=None), index)
    every = timeline(part.record, statements=statements)
    moments = [m for m in every if wanted is None or (m.when.span is not None and m.when.span.overlaps(wanted))]
    if not moments:
        yield "Nothing is dated: no talks, events, documents or commitments."
    for moment in moments:
        yield from (harmless(line) for line in _moment(moment, index))
    if undated := sum(1 for m in every if m.when.span is None and m not in moments):
        yield from indented(f"Not shown: {undated} of no known date.")


def _moment(moment: Moment, index: Index) -> Iterator[str]:
    clock = {Clock.PUBLICATION: ", date of the report", Clock.STATEMENT: ", said then"}.get(moment.when.clock, "")
    told = f" ({moment.reports} reports)" if moment.reports > 1 else ""
    others = f", also {', '.join(index.labels.get(o, o) for o in moment.others)}" if moment.others else ""
    yield from hanging(f"{day(moment.when)}{clock}: {_told(moment.entry, index)} [{index.labels[moment.entry.id]}{others}]{told}")
    yield " " * INDENT + index.place(moment.entry.content[0] if isinstance(moment.entry, Statement) else moment.entry.cites[0])


def _told(entry: Told, index: Index) -> str:
    return what(entry, index, longest=3 * WIDTH)


def changes_lines(record: Record, since: str) -> Iterator[str]:
    """Yield what is new since a day, who moved, what failed and who says so. Raises `InputError` where `since` is no date with a year."""
    found = changes(record, _first_day(since))
    index = index_of(record)
    yield f"Since {in_words(since)}: {len(found.reports)} {'report' if len(found.reports) == 1 else 'reports'}."
    for lines in (_new(found, index), _moved(found, index), _failed(found, index)):
        yield ""
        yield from (harmless(line) for line in lines)
    if found.undated:
        yield ""
        have = "report has" if found.undated == 1 else "reports have"
        yield from indented(f"{found.undated} {have} no known date, not counted here.")


def _first_day(since: str) -> str:
    span = days(since)
    if span is None:
        raise InputError(f"{since!r} is no date with a year. Write 2022-01-10, 2022-01 or 2022.")
    return span.first


def _new(found: Changes, index: Index) -> Iterator[str]:
    yield "NEW" if found.new else "Nothing new."
    for moment in found.new:
        yield from _moment(moment, index)
    if found.recalled:
        yield ""
        yield "FIRST TOLD NOW, BUT OLDER"
    for moment in found.recalled:
        yield from _moment(moment, index)


def _moved(found: Changes, index: Index) -> Iterator[str]:
    yield "WHO MOVED" if found.moved else "Nobody moved."
    for cell in found.moved:
        actor, issue = index.name(cell.actor), index.labels[cell.issue]
        before = cell.before.value if cell.before else "unknown"
        yield from hanging(f"{actor} on {issue}: {before} before, now {cell.stance.value} [{index.labels[cell.positions[-1].id]}]")


def _failed(found: Changes, index: Index) -> Iterator[str]:
    yield "WHAT FAILED" if found.failed else "Nothing failed."
    for failed in found.failed:
        event = failed.events[0]
        voices = [v.by for e in failed.events for v in e.according_to] or [None]
        says = ", ".join(dict.fromkeys(index.name(by) if by else "the report itself" for by in voices))
        labels = ", ".join(index.labels[e.id] for e in failed.events)
        yield from hanging(f"{event.status.value}: {_told(event, index)} [{labels}], says {says}")
