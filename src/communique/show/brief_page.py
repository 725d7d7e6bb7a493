"""A dossier on one page, to print or to paste into Word: plain tables in HTML without script or style that Word loses; or lines of text.

Every line ends with its sources: the entry's label, the outlet, and where its words stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import wrap

from jinja2 import Environment, PackageLoader, StrictUndefined

from communique.analyse.brief import Brief, brief
from communique.model.actor import Actor
from communique.model.citation import Citation
from communique.model.issue import Issue
from communique.model.record import Record
from communique.show.brief_sections import Section, sections
from communique.show.dates_in_words import in_words
from communique.show.harmless import harmless
from communique.show.in_short import shortened
from communique.show.index import Index, index_of

WIDTH = 80
_WORDS, _HEADING = 64, 36
"""Characters of a report's words, and of a column's heading, that a line has room for."""
_SOURCES = 3
"""Mentions of one claim that a line names; the others are counted."""


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
    nothing: str


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
        for line in section.lines:
            yield from (harmless(part) for part in wrap(line.text, WIDTH, subsequent_indent="  "))
            yield from (harmless(f"  {source}") for source in line.sources)
        if section.more:
            yield f"  and {section.more} more"
    if page.nothing:
        yield from ("", *wrap(page.nothing, WIDTH))


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
    places = {e.id: e.cites[0] for some in (record.events, record.documents, record.conditions, record.commitments) for e in some}
    every = list(sections(found, index, places=places, issues={i.id: i.label for i in record.issues}))
    return _Page("Brief", _about(record), _grid(found, index), tuple(s for s in every if s.lines), _nothing(every))


def _nothing(every: Iterable[Section]) -> str:
    """Say of which sections the reports tell nothing: what is not shown was looked for."""
    empty = [s.title[0].lower() + s.title[1:] for s in every if not s.lines]
    return f"Nothing was read of: {', '.join(empty)}." if empty else ""


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


def _by_report(entries: Iterable[tuple[str, Citation]], index: Index) -> Iterator[str]:
    """Yield for each report its outlet and file once, with the label and place of each entry there."""
    places: dict[str, list[str]] = {}
    for id_, cite in dict.fromkeys(entries):
        file, _, place = index.place(cite).rpartition(":")
        outlet = index.reports[cite.report].outlet or "outlet unknown"
        places.setdefault(f"{outlet}, {file}", []).append(f"{index.labels.get(id_, id_)} {place}")
    yield from (f"{report}: {', '.join(some)}" for report, some in sorted(places.items()))
