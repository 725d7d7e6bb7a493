"""A dossier on one page, to print or to paste into Word: plain tables in HTML without script or style that Word loses; or lines of text.

Every line ends with its sources: the entry's label, the outlet, and where its words stand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import wrap

from jinja2 import Environment, PackageLoader, StrictUndefined

from communique.analyse.bearing import AtOdds
from communique.analyse.brief import Brief, Open, Part, brief
from communique.analyse.matrix import Cell
from communique.analyse.timeline import Moment
from communique.model.actor import Actor
from communique.model.citation import Citation
from communique.model.conflict import Conflict, Side
from communique.model.issue import Issue
from communique.model.record import Record
from communique.show.at_odds import at_odds_words
from communique.show.dates_in_words import in_words
from communique.show.harmless import harmless
from communique.show.in_short import day, quoted, shortened, what
from communique.show.index import Index, index_of

WIDTH = 80
_WORDS, _HEADING = 64, 36
"""Characters of a report's words, and of a column's heading, that a line has room for."""
_SOURCES = 3
"""Mentions of one claim that a line names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is told, and on which words it rests."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, and how many more the record holds."""

    title: str
    lines: tuple[Line, ...]
    more: int
    nothing: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Who stands where: headings of the columns, rows of cells with the actor's name first, and what the cells rest on."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True)
class _Page:
    title: str
    about: str
    grid: Grid
    sections: tuple[Section, ...]


def brief_page(record: Record) -> str:
    """Give the brief as one HTML page in UTF-8 that fits one sheet of A4, the same for the same record."""
    return _environment().get_template("brief.html.j2").render(page=_page(record))


def brief_lines(record: Record) -> Iterator[str]:
    """Yield the brief as lines for a terminal."""
    page = _page(record)
    yield page.title.upper()
    yield from (harmless(line) for line in wrap(page.about, WIDTH))
    yield from (harmless(line) for line in ("", "WHO STANDS WHERE", *_grid_lines(page.grid)))
    for section in page.sections:
        yield from ("", section.title.upper())
        for line in section.lines or (Line(section.nothing, ()),):
            yield from (harmless(part) for part in wrap(line.text, WIDTH, subsequent_indent="  "))
            yield from (harmless(f"  {source}") for source in line.sources)
        if section.more:
            yield f"  and {section.more} more"


def _grid_lines(grid: Grid) -> Iterator[str]:
    if not grid.rows:
        yield "Nobody takes a stand on an issue."
    for n, column in enumerate(grid.columns, start=1):
        yield from wrap(column, WIDTH, subsequent_indent="  ")
        yield from (line for row in grid.rows if row[n] for line in wrap(f"  {row[0]}: {row[n]}", WIDTH, subsequent_indent="    "))
    yield from (line for source in grid.sources for line in wrap(source, WIDTH, initial_indent="  ", subsequent_indent="    "))
    if grid.more:
        yield f"  {grid.more}"


@cache
def _environment() -> Environment:
    loader = PackageLoader("communique.show", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _page(record: Record) -> _Page:
    found, index = brief(record), index_of(record)
    places = {e.id: e.cites[0] for some in (record.events, record.documents, record.conditions) for e in some}
    return _Page("Brief", _about(record), _grid(found, index), tuple(_sections(found, index, places)))


def _about(record: Record) -> str:
    """Say what the page was made from: reports, outlets and the days that they were published between."""
    outlets = sorted({r.outlet for r in record.reports if r.outlet})
    days = sorted(v for r in record.reports if (v := r.published.value))
    undated = len(record.reports) - len(days)
    parts = [_count(len(record.reports), "report", "reports") + (f" by {_some(outlets)}" if outlets else "")]
    parts += [f"{in_words(days[0])} to {in_words(days[-1])}" if days[0] != days[-1] else in_words(days[0])] if days else []
    parts += [f"{undated} without a date"] if undated else []
    return ", ".join(parts) + "."


def _some(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= 6 else f"{len(names)} outlets"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _grid(found: Brief, index: Index) -> Grid:
    issues = [i for i in found.matrix.issues if any(found.matrix.cell(a, i) for a in found.matrix.actors)]
    actors = [a for a in found.matrix.actors if any(found.matrix.cell(a, i) for i in issues)]
    cells = [c for a in actors for i in issues if (c := found.matrix.cell(a, i))]
    return Grid(
        columns=tuple(f"{index.labels[i.id]} {shortened(i.label, _HEADING)}" for i in issues),
        rows=tuple((a.name, *(_cell(found, a, i, index) for i in issues)) for a in actors),
        sources=tuple(_by_report([(c.positions[-1].id, c.positions[-1].cites[0]) for c in cells], index)),
        more=_left_out(found.actors, found.issues),
    )


def _cell(found: Brief, actor: Actor, issue: Issue, index: Index) -> str:
    cell = found.matrix.cell(actor, issue)
    if cell is None:
        return ""
    times = f" ×{cell.claims}" if cell.claims > 1 else ""
    return f"{cell.stance.value}{times} ({index.labels[cell.positions[-1].id]})"


def _left_out(actors: int, issues: int) -> str:
    parts = [_count(actors, "more actor", "more actors") if actors else "", _count(issues, "more issue", "more issues") if issues else ""]
    return "and " + ", ".join(p for p in parts if p) if actors or issues else ""


def _sections(found: Brief, index: Index, places: Mapping[str, Citation]) -> Iterator[Section]:
    def moments(part: Part[Moment]) -> tuple[Line, ...]:
        return tuple(_moment(m, index, places) for m in part.shown)

    conditions = tuple(_condition(c, index, places) for c in found.conditions.shown)
    yield Section("Who moved", tuple(_moved(c, index) for c in found.moved.shown), found.moved.more, "Nobody, as far as the reports tell.")
    if found.at_odds.shown:
        yield Section("At odds with themselves", tuple(_at_odds(o, index) for o in found.at_odds.shown), found.at_odds.more, "")
    yield Section("Talks held", moments(found.held), found.held.more, "None told of.")
    yield Section("Talks planned", moments(found.planned), found.planned.more, "None told of.")
    yield Section("Open conditions", conditions, found.conditions.more, "None told of.")
    yield Section("Documents due", moments(found.due), found.due.more, "None told of.")
    yield Section("Conflicts", tuple(_conflict(c, index) for c in found.conflicts.shown), found.conflicts.more, "None found.")


def _moved(cell: Cell, index: Index) -> Line:
    before = next(p for p in reversed(cell.positions) if p.stance is cell.before)
    text = f"{index.name(cell.actor)} on {index.labels[cell.issue]}: {before.stance.value} before, now {cell.stance.value}"
    return Line(f"{text}, {day(cell.latest)}", tuple(_sources([(p.id, p.cites[0]) for p in (before, cell.positions[-1])], index)))


def _at_odds(found: AtOdds, index: Index) -> Line:
    acts = [(e.id, e.cites[0]) for e in found.under.mentions[:_SOURCES]]
    return Line(
        at_odds_words(found, index),
        tuple(_sources([(found.position.id, min(found.position.object or found.position.cites)), *acts], index)),
    )


def _moment(moment: Moment, index: Index, places: Mapping[str, Citation]) -> Line:
    text = f"{day(moment.when)}: {what(moment.entry, index, longest=_WORDS)}{_told(moment.reports)}"
    return Line(text, _also(moment.entry.id, moment.others, index, places))


def _condition(found: Open, index: Index, places: Mapping[str, Citation]) -> Line:
    entry = found.entry
    who = index.called(entry.speaker) or "somebody not named"
    parts = f"“{quoted(entry.condition, _WORDS)}”: “{quoted(entry.consequence, _WORDS)}”"
    return Line(f"{who}, {entry.kind.value}: {parts}{_told(found.reports)}", _also(entry.id, found.others, index, places))


def _also(id_: str, others: Sequence[str], index: Index, places: Mapping[str, Citation]) -> tuple[str, ...]:
    """Give the sources of a claim: the entry's, and those of its other mentions as far as there is room."""
    ids = [id_, *others]
    more = [f"and {len(ids) - _SOURCES} more"] if len(ids) > _SOURCES else []
    return (*_sources([(i, places[i]) for i in ids[:_SOURCES]], index), *more)


def _conflict(conflict: Conflict, index: Index) -> Line:
    sides = "; ".join(f"“{shortened(s.value, _WORDS)}”{_datum(s)}" for s in conflict.sides[:2])
    rests_on = [(conflict.about, s.cites[0]) for s in conflict.sides[:2] if s.cites]
    return Line(
        f"{conflict.kind.value}: {sides}: {shortened(conflict.why, _WORDS)} ({index.labels[conflict.id]})", tuple(_sources(rests_on, index))
    )


def _datum(side: Side) -> str:
    return f" ({shortened(side.source, _HEADING)})" if side.source else ""


def _told(reports: int) -> str:
    return f" ({reports} reports)" if reports > 1 else ""


def _by_report(entries: Iterable[tuple[str, Citation]], index: Index) -> Iterator[str]:
    """Yield for each report its outlet and file once, with the label and place of each entry there."""
    places: dict[str, list[str]] = {}
    for id_, cite in dict.fromkeys(entries):
        file, _, place = index.place(cite).rpartition(":")
        outlet = index.reports[cite.report].outlet or "outlet unknown"
        places.setdefault(f"{outlet}, {file}", []).append(f"{index.labels.get(id_, id_)} {place}")
    yield from (f"{report}: {', '.join(some)}" for report, some in sorted(places.items()))


def _sources(entries: Iterable[tuple[str, Citation]], index: Index) -> Iterator[str]:
    """Yield each entry's label with the outlet and the place of its words, each once."""
    for id_, cite in dict.fromkeys(entries):
        outlet = index.reports[cite.report].outlet or "outlet unknown"
        yield f"{index.labels.get(id_, id_)} {outlet}, {index.place(cite)}"
