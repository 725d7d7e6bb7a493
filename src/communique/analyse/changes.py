"""What changed since a day: what is new, who moved, what failed and who says so."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from communique.analyse.dating import dating
from communique.analyse.matrix import Cell, matrix
from communique.analyse.timeline import Moment, timeline
from communique.model.days import days
from communique.model.kinds import Status
from communique.model.mention import Event
from communique.model.record import Record
from communique.model.report import Report

_FAILED = frozenset({Status.CANCELLED, Status.DENIED, Status.CONTESTED})


@dataclass(frozen=True, slots=True)
class Failed:
    """What did not come about: every event that says so of one claim, the first of them to stand for it."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Since a day: new reports, moments first told then, cells whose stance then differs from before, what failed, and what has no date.

    `recalled`: moments that were first told then, though they are of an earlier day.
    """

    reports: tuple[Report, ...]
    new: tuple[Moment, ...]
    recalled: tuple[Moment, ...]
    moved: tuple[Cell, ...]
    failed: tuple[Failed, ...]
    undated: int


def changes(record: Record, since: str) -> Changes:
    """Give what changed on or after the day `since` (YYYY-MM-DD): told for the first time in a report published then.

    Reports of no known date are counted, not guessed at: what they tell too is as new as the dated ones make it.
    """
    published = {r.id: _last_day(r) for r in record.reports}
    fresh = {id_ for id_, day in published.items() if day is not None and day >= since}
    moments = [m for m in timeline(record) if _first_told(m, record, published) in fresh]
    return Changes(
        reports=tuple(r for r in record.reports if r.id in fresh),
        new=tuple(m for m in moments if not _is_older(m, since)),
        recalled=tuple(m for m in moments if _is_older(m, since)),
        moved=tuple(c for c in _cells(record) if _moved_since(c, record, since)),
        failed=tuple(_failed(record, fresh)),
        undated=sum(1 for day in published.values() if day is None),
    )


def _failed(record: Record, fresh: Set[str]) -> Iterator[Failed]:
    """Yield what fresh reports say to have failed, each claim once."""
    claims = {m: c.id for c in record.claims for m in c.mentions}
    told: dict[str, list[Event]] = {}
    for event in record.events:
        if event.status in _FAILED and event.trigger.report in fresh:
            told.setdefault(claims.get(event.id, event.id), []).append(event)
    yield from (Failed(tuple(events)) for events in told.values())


def _last_day(report: Report) -> str | None:
    span = days(report.published.value or "")
    return span.last if span else None


def _first_told(moment: Moment, record: Record, published: Mapping[str, str | None]) -> str | None:
    """Give the report of known date that told a moment first; None where none has a date."""
    places = {e.id: e.cites[0].report for some in (record.events, record.documents, record.commitments) for e in some}
    told = [r for r in (places[i] for i in (moment.entry.id, *moment.others)) if published[r] is not None]
    return min(told, key=lambda r: (published[r] or "", r), default=None)


def _is_older(moment: Moment, since: str) -> bool:
    """Say whether a moment is of a day before; one that is only dated by its report is not."""
    return moment.when.span is not None and moment.when.span.last < since


def _cells(record: Record) -> list[Cell]:
    return [cell for _, cell in sorted(matrix(record).cells.items())]


def _moved_since(cell: Cell, record: Record, since: str) -> bool:
    """Say whether the latest stance is of that day or later, and differs from the one before."""
    reports = {r.id: r for r in record.reports}
    latest = dating(cell.positions[-1], reports).span
    return cell.before is not None and latest is not None and latest.last >= since
