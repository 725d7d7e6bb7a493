"""The matrix as a table of the page: actors and issues, and in each cell the latest stance with the positions that it rests on."""

from dataclasses import dataclass

from communique.analyse.matrix import Cell, Matrix, matrix
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


def grids(record: Record, index: Index) -> list[Grid]:
    """Give the tables of the matrix, none where nobody stands anywhere."""
    found = matrix(record)
    parts = [found.issues[n : n + _COLUMNS] for n in range(0, len(found.issues), _COLUMNS)]
    return [_grid(found, some, index) for some in parts]


def _grid(found: Matrix, issues: tuple[Issue, ...], index: Index) -> Grid:
    actors = [a for a in found.actors if any(found.cell(a, i) for i in issues)]
    columns = tuple(Link(f"{index.labels[i.id]} {shortened(i.label, _HEADING)}", "#" + anchor(i.id)) for i in issues)
    return Grid(columns, tuple(_row(found, a, issues, index) for a in actors))


def _row(found: Matrix, actor: Actor, issues: tuple[Issue, ...], index: Index) -> Row:
    name = to_actor(Who(actor.id), index) or Link(actor.name)
    return Row(name, tuple(_square(cell, index) if (cell := found.cell(actor, i)) else Square() for i in issues))


def _square(cell: Cell, index: Index) -> Square:
    before = f"before: {cell.before.value}; " if cell.before else ""
    links = tuple(to_entry(p.id, index) for p in cell.positions)
    return Square(cell.stance.value, f"{before}{day(cell.latest)}", links)
