"""Who moved: whose stance on an issue is another than on an earlier day. Two stances of one day are a contradiction, not a move."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.analyse.dating import Dating, dating
from communique.analyse.matrix import Cell, matrix
from communique.model.days import Days
from communique.model.kinds import PositionStance
from communique.model.mention import Position
from communique.model.record import Record
from communique.model.report import Report

_FOR = "for"
_SIDES = {PositionStance.DEMANDS: _FOR, PositionStance.SUPPORTS: _FOR, PositionStance.ACCEPTS: _FOR}
"""Stances of one side: who supports what he demanded has not moved. Every other stance is a side of its own."""


@dataclass(frozen=True, slots=True)
class Move:
    """An actor who moved on an issue: the position of before, the one of now, its day, and how often he took a stance there."""

    actor: str
    issue: str
    before: Position
    now: Position
    when: Dating
    claims: int


def moves(record: Record, since: str | None = None) -> list[Move]:
    """Give who moved, by actor and issue; with `since` (YYYY-MM-DD) who stands elsewhere than before that day, or moved after it."""
    reports = {r.id: r for r in record.reports}
    cells = matrix(record).cells
    return [move for _, cell in sorted(cells.items()) if (move := _move(cell, reports, since))]


@dataclass(frozen=True, slots=True)
class _Taken:
    position: Position
    days: Days


def _move(cell: Cell, reports: Mapping[str, Report], since: str | None) -> Move | None:
    taken = list(_dated(cell.positions, reports))
    if not taken or (since is not None and taken[-1].days.last < since):
        return None
    now = taken[-1]
    earlier = [t for t in taken if t.days.last < now.days.first]
    known = [t for t in earlier if since is not None and t.days.last < since]
    before = known[-1] if known else next((t for t in reversed(earlier) if _side(t) != _side(now)), None)
    if before is None or _side(before) == _side(now):
        return None
    return Move(cell.actor, cell.issue, before.position, now.position, dating(now.position, reports), cell.claims)


def _dated(positions: Sequence[Position], reports: Mapping[str, Report]) -> Iterator[_Taken]:
    for position in positions:
        if span := dating(position, reports).span:
            yield _Taken(position, span)


def _side(taken: _Taken) -> str:
    return _SIDES.get(taken.position.stance, taken.position.stance.value)
