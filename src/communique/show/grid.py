"""The matrix as a table of the page: actors and issues, and in each cell the latest stance with the positions that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.analyse.matrix import Cell, Matrix, matrix
from communique.analyse.moves import Move, moves
from communique.model.actor import Actor, Who
from communique.model.issue import Issue
from communique.model.record import Record
from communique.show.entries import to_actor, to_entry
from communique.show.entry import Link
from communique.show.in_short import day, shortened
from communique.show.index import Index, anchor

_HEADING = 48
"""Most characters of an issue's name above its column."""
_COLUMNS = 6
"""Issues that stand beside one another before a second table begins: more do not fit a sheet."""


@dataclass(frozen=True, slots=True)
class Square:
    """One cell: the stance in a word, what is to be known of it, and the positions; empty where none was read."""

    stance: str = ""
    told: str = ""
    positions: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One actor and its cells."""

    actor: Link
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Some issues as columns and the actors that have a position on any of them."""

    columns: tuple[Link, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """The record's index, and who moved, by actor and issue."""

    index: Index
    moved: Mapping[tuple[str, str], Move]


def grids(record: Record, index: Index) -> list[Grid]:
    """Give the tables of the matrix, none where nobody stands anywhere."""
    found = matrix(record)
    parts = [found.issues[n : n + _COLUMNS] for n in range(0, len(found.issues), _COLUMNS)]
    known = _Known(index, {(m.actor, m.issue): m for m in moves(record)})
    return [_grid(found, some, known) for some in parts]


def _grid(found: Matrix, issues: tuple[Issue, ...], known: _Known) -> Grid:
    actors = [a for a in found.actors if any(found.cell(a, i) for i in issues)]
    columns = tuple(Link(f"{known.index.labels[i.id]} {shortened(i.label, _HEADING)}", "#" + anchor(i.id)) for i in issues)
    return Grid(columns, tuple(_row(found, a, issues, known) for a in actors))


def _row(found: Matrix, actor: Actor, issues: tuple[Issue, ...], known: _Known) -> Row:
    name = to_actor(Who(actor.id), known.index) or Link(actor.name)
    cells = ((found.cell(actor, i), known.moved.get((actor.id, i.id))) for i in issues)
    return Row(name, tuple(_square(cell, moved, known.index) if cell else Square() for cell, moved in cells))


def _square(cell: Cell, moved: Move | None, index: Index) -> Square:
    before = f"before: {moved.before.stance.value}; " if moved else _also(cell)
    links = tuple(to_entry(p.id, index) for p in cell.positions)
    return Square(cell.stance.value, f"{before}{day(cell.latest)}", links)


def _also(cell: Cell) -> str:
    return f"also: {', '.join(s.value for s in cell.others)}; " if cell.others else ""
