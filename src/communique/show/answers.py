"""Timeline and changes as lines for a terminal, every line with the label of the entry that it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from communique.analyse.changes import Changes, changes
from communique.analyse.dating import Clock
from communique.analyse.timeline import Moment, Told, timeline
from communique.errors import InputError
from communique.model.citation import Citation
from communique.model.days import days
from communique.model.mention import Statement
from communique.model.record import Record
from communique.show.choosing import Choice, asked_days, chosen
from communique.show.dates_in_words import in_words
from communique.show.harmless import harmless
from communique.show.in_short import capitalised, day, quoted, unquoted, what
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
    dated = [m for m in moments if m.when.span]
    for moment in dated:
        yield from _moment(moment, index)
    yield from _of_no_day([m for m in moments if not m.when.span], index)
    if undated := sum(1 for m in every if m.when.span is None and m not in moments):
        yield from indented(f"Not shown: {undated} of no known date.")


def _of_no_day(moments: Sequence[Moment], index: Index) -> Iterator[str]:
    """Yield what has no day, under the report that tells it first."""
    for report, some in groupby(moments, key=lambda m: _first(m).report):
        held = index.reports[report]
        yield ""
        yield from hanging(f"NO DATE KNOWN: told by {held.outlet or 'an unknown outlet'} in a report without a date, {held.file}")
        for moment in some:
            yield from _moment(moment, index)


def _moment(moment: Moment, index: Index) -> Iterator[str]:
    told = f" ({moment.reports} reports)" if moment.reports > 1 else ""
    others = f", also {', '.join(index.labels.get(o, o) for o in moment.others)}" if moment.others else ""
    lines = hanging(f"{_when(moment)}{_told(moment.entry, index)} [{index.labels[moment.entry.id]}{others}]{told}")
    yield from (harmless(line) for line in (*lines, " " * INDENT + index.place(_first(moment))))


def _when(moment: Moment) -> str:
    """Give "10 January 2022: ", and what it is the day of where it is not that of the thing itself; nothing for no day."""
    if moment.when.span is None:
        return ""
    clock = {Clock.PUBLICATION: "reported ", Clock.STATEMENT: "said "}.get(moment.when.clock, "")
    return capitalised(f"{clock}{day(moment.when)}: ")


def _first(moment: Moment) -> Citation:
    return moment.entry.content[0] if isinstance(moment.entry, Statement) else moment.entry.cites[0]


def _told(entry: Told, index: Index) -> str:
    return what(entry, index, longest=3 * WIDTH)


def changes_lines(record: Record, since: str) -> Iterator[str]:
    """Yield what is new since a day, who moved, what failed and who says so. Raises `InputError` where `since` is no date with a year."""
    found = changes(record, _first_day(since))
    index = index_of(record)
    yield f"Since {in_words(since)}: {len(found.reports)} {'report' if len(found.reports) == 1 else 'reports'}."
    issues = {i.id: i.label for i in record.issues}
    for lines in (_new(found, index), _moved(found, index, issues), _failed(found, index)):
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


def _moved(found: Changes, index: Index, issues: Mapping[str, str]) -> Iterator[str]:
    yield "WHO MOVED" if found.moved else "Nobody moved."
    for move in found.moved:
        stances = f"from {move.before.stance.value} to {move.now.stance.value}, {day(move.when)}"
        yield from hanging(f"{index.name(move.actor)} on {issues[move.issue]} [{index.labels[move.issue]}]: {stances}")
        for when, position in (("before", move.before), ("now", move.now)):
            words = quoted(position.object or position.cites, WIDTH)
            yield from indented(f"{when}: {position.stance.value} “{unquoted(words)}” [{index.labels[position.id]}]")
            yield " " * INDENT + index.place((position.object or position.cites)[0])


def _failed(found: Changes, index: Index) -> Iterator[str]:
    yield "WHAT FAILED" if found.failed else "Nothing failed."
    for failed in found.failed:
        entry = next((e for e in failed.entries if e.according_to), failed.entries[0])
        labels = ", ".join(index.labels[e.id] for e in failed.entries)
        outlets = dict.fromkeys(index.reports[e.cites[0].report].outlet or "an unknown outlet" for e in failed.entries)
        says = "" if entry.according_to else f", says {', '.join(outlets)}"
        yield from hanging(f"{_told(entry, index)} [{labels}]{says}")
        yield " " * INDENT + index.place(entry.cites[0])
