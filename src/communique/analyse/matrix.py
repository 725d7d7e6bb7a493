"""Where they stand: actor × issue, each cell with its latest stance, how many positions it rests on, and every one of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from communique.analyse.dating import Dating, dating
from communique.model.actor import Actor
from communique.model.issue import Issue
from communique.model.kinds import Kind, PositionStance
from communique.model.mention import Position
from communique.model.record import Record
from communique.model.report import Report

T = TypeVar("T", Actor, Issue)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor holds on one issue: `positions` in order of time, and the last one's stance.

    `claims`: how often a stance was taken; a position that several reports tell of, or one report twice, counts once.
    """

    actor: str
    issue: str
    positions: tuple[Position, ...]
    latest: Dating
    claims: int

    @property
    def reports(self) -> int:
        """In how many reports the positions stand."""
        return len({p.cites[0].report for p in self.positions})

    @property
    def stance(self) -> PositionStance:
        """The stance of the latest position."""
        return self.positions[-1].stance

    @property
    def others(self) -> tuple[PositionStance, ...]:
        """The other stances that its positions take, each once, in order of time."""
        return tuple(dict.fromkeys(p.stance for p in self.positions if p.stance is not self.stance))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors (rows) and issues (columns) that have a position, the fullest first, and the cells by actor and issue."""

    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]
    cells: Mapping[tuple[str, str], Cell]

    def cell(self, actor: Actor, issue: Issue) -> Cell | None:
        """Give a cell, None where no position of the actor on the issue was read."""
        return self.cells.get((actor.id, issue.id))


def matrix(record: Record) -> Matrix:
    """Give who stands where. Positions on no issue, or of nobody known, are in no cell; nothing is inferred from silence."""
    reports = {r.id: r for r in record.reports}
    held: dict[tuple[str, str], list[Position]] = {}
    for position in record.positions:
        if position.actor.actor and position.issue:
            held.setdefault((position.actor.actor, position.issue), []).append(position)
    claims = {m: c.id for c in record.claims if c.kind == Kind.POSITION for m in c.mentions}
    cells = {key: _cell(key, some, reports, claims) for key, some in held.items()}
    actors = _ranked(record.actors, [key[0] for key, some in held.items() for _ in some])
    issues = _ranked(record.issues, [key[1] for key, some in held.items() for _ in some])
    return Matrix(tuple(actors), tuple(issues), cells)


def _cell(key: tuple[str, str], some: Iterable[Position], reports: Mapping[str, Report], claims: Mapping[str, str]) -> Cell:
    ordered = sorted(some, key=lambda p: (*_when(p, reports).order, p.cites[0].report, p.cites[0].start, p.id))
    undated_last = [p for p in ordered if _when(p, reports).span is None] + [p for p in ordered if _when(p, reports).span]
    return Cell(*key, tuple(undated_last), _when(undated_last[-1], reports), len({claims.get(p.id, p.id) for p in ordered}))


def _when(position: Position, reports: Mapping[str, Report]) -> Dating:
    return dating(position, reports)


def _ranked(some: Iterable[T], ids: Sequence[str]) -> list[T]:
    return sorted((s for s in some if s.id in set(ids)), key=lambda s: (-ids.count(s.id), s.id))
