"""Matrix, timeline and changes as lines for a terminal, every line with the label of the entry that it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from textwrap import wrap

from communique.analyse.bearing import AtOdds, bearing
from communique.analyse.changes import Changes, changes
from communique.analyse.dating import Clock
from communique.analyse.matrix import Cell, Matrix, matrix
from communique.analyse.timeline import Moment, Told, timeline
from communique.errors import InputError
from communique.model.actor import Actor
from communique.model.days import days
from communique.model.issue import Issue
from communique.model.kinds import PositionStance
from communique.model.mention import Statement
from communique.model.record import Record
from communique.show.at_odds import at_odds_lines, at_odds_words
from communique.show.choosing import Choice, asked_days, chosen
from communique.show.dates_in_words import in_words
from communique.show.harmless import harmless
from communique.show.in_short import day, what
from communique.show.index import Index, index_of, one_line

WIDTH, INDENT = 80, 5
_SIGNS = {
    PositionStance.DEMANDS: "++",
    PositionStance.SUPPORTS: "+",
    PositionStance.ACCEPTS: "(+)",
    PositionStance.CONDITIONAL: "if",
    PositionStance.UNDECIDED: "?",
    PositionStance.REJECTS: "-",
}
"""Signs of the grid; the legend under it spells them out."""
_NAME = 22
_COLUMNS = 12


def matrix_lines(record: Record, *, choice: Choice | None = None, issue: str | None = None) -> Iterator[str]:
    """Yield the matrix: a grid of signs, then every cell with its stance, count, latest date and the labels of its positions.

    Raises `InputError` where an actor or issue that is asked for is not in the record.
    """
    index = index_of(record)
    part = chosen(record, choice or Choice(), index).record
    found, odds = matrix(part), bearing(part).at_odds
    issues = [i for i in found.issues if issue is None or i.id == _issue_named(record, issue, index).id]
    if not found.cells or not issues:
        yield "No positions on any issue. Name issues in dossier.toml, or read reports that take a stand."
        return
    yield from (harmless(line) for line in _grid(found, issues, index, odds=odds))
    for one in issues:
        yield ""
        yield from _hanging(f"{index.labels[one.id]:<{INDENT - 1}} {one.label}: {one.proposition}")
        for actor in found.actors:
            if cell := found.cell(actor, one):
                yield from (harmless(line) for line in _cell(cell, actor, index))
                yield from (harmless(line) for line in _at_odds([o for o in odds if (o.actor, o.issue) == (actor.id, one.id)], index))


def _issue_named(record: Record, name: str, index: Index) -> Issue:
    wanted = name.casefold()
    found = [i for i in record.issues if wanted in {i.id.casefold(), i.label.casefold(), index.labels[i.id].casefold()}]
    if not found:
        known = ", ".join(i.label for i in record.issues) or "none"
        raise InputError(f"{name!r} is no issue of this record. Name one of: {known}.")
    if len(found) > 1:
        raise InputError(f"{name!r} names {len(found)} issues. Name one by its id: {', '.join(i.id for i in found)}.")
    return found[0]


def _grid(found: Matrix, issues: list[Issue], index: Index, *, odds: Sequence[AtOdds]) -> Iterator[str]:
    with_itself = {(o.actor, o.issue): "!" for o in odds}
    for start in range(0, len(issues), _COLUMNS):
        some = issues[start : start + _COLUMNS]
        yield " " * _NAME + "".join(f"{index.labels[i.id]:>5}" for i in some)
        for actor in found.actors:
            cells = [(found.cell(actor, i), with_itself.get((actor.id, i.id), "")) for i in some]
            signs = [_SIGNS[cell.stance] + odd if cell else "." for cell, odd in cells]
            if any(s != "." for s in signs):
                yield f"{actor.name[: _NAME - 1]:<{_NAME}}" + "".join(f"{s:>5}" for s in signs)
    legend = [f"{sign} {stance.value}" for stance, sign in _SIGNS.items()] + [". no position read"]
    yield from wrap(", ".join([*legend, *(["! but at odds with its own acts or plans"] if odds else [])]), WIDTH)


def _cell(cell: Cell, actor: Actor, index: Index) -> Iterator[str]:
    moved = f" (before: {cell.before.value})" if cell.before else ""
    times = "once" if cell.claims == 1 else f"{cell.claims} times"
    told = f" in {cell.reports} reports" if cell.reports > 1 else ""
    yield from _indented(f"{actor.name}: {cell.stance.value}{moved}, {times}{told}, latest {day(cell.latest)}")
    for position in cell.positions:
        words = " … ".join(one_line(c.quote) for c in (position.object or position.cites[:1]))
        yield from _indented(f"  {index.labels[position.id]} {position.stance.value}: “{words}”, {index.place(position.cites[0])}")


def _at_odds(odds: Iterable[AtOdds], index: Index) -> Iterator[str]:
    for one in odds:
        yield from _indented(f"  ! {at_odds_words(one, index)}")
        yield from (line for told in at_odds_lines(one, index) for line in _indented(f"    {told}"))


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
        yield from _indented(f"Not shown: {undated} of no known date.")


def _moment(moment: Moment, index: Index) -> Iterator[str]:
    clock = {Clock.PUBLICATION: ", date of the report", Clock.STATEMENT: ", said then"}.get(moment.when.clock, "")
    told = f" ({moment.reports} reports)" if moment.reports > 1 else ""
    others = f", also {', '.join(index.labels.get(o, o) for o in moment.others)}" if moment.others else ""
    yield from _hanging(f"{day(moment.when)}{clock}: {_told(moment.entry, index)} [{index.labels[moment.entry.id]}{others}]{told}")
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
        yield from _indented(f"{found.undated} {have} no known date, not counted here.")


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
        yield from _hanging(f"{actor} on {issue}: {before} before, now {cell.stance.value} [{index.labels[cell.positions[-1].id]}]")


def _failed(found: Changes, index: Index) -> Iterator[str]:
    yield "WHAT FAILED" if found.failed else "Nothing failed."
    for failed in found.failed:
        event = failed.events[0]
        voices = [v.by for e in failed.events for v in e.according_to] or [None]
        says = ", ".join(dict.fromkeys(index.name(by) if by else "the report itself" for by in voices))
        labels = ", ".join(index.labels[e.id] for e in failed.events)
        yield from _hanging(f"{event.status.value}: {_told(event, index)} [{labels}], says {says}")


def _indented(text: str) -> Iterator[str]:
    yield from wrap(text, WIDTH, initial_indent=" " * INDENT, subsequent_indent=" " * (INDENT + 2))


def _hanging(text: str) -> Iterator[str]:
    yield from wrap(text, WIDTH, subsequent_indent=" " * INDENT)
