"""Which day an entry is of: its own date, else that of the report that tells it, and which of the two it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from communique.model.dates import When
from communique.model.days import LAST, Days, days
from communique.model.mention import Commitment, Condition, Document, Event, Position, Statement
from communique.model.report import Report

Dated = Statement | Event | Document | Position | Condition | Commitment


class Clock(StrEnum):
    """What a day is the day of. The three are never mixed without saying so."""

    EVENT = "event"
    STATEMENT = "statement"
    PUBLICATION = "publication"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of an entry in EDTF (None where nobody knows), what it is the day of, and the days that it allows."""

    value: str | None
    clock: Clock
    span: Days | None

    @property
    def order(self) -> tuple[str, str]:
        """What entries are sorted by: the first day allowed, then the last; unknown ones come last."""
        return (self.span.first, self.span.last) if self.span else (LAST, LAST)


def dating(entry: Dated, reports: Mapping[str, Report]) -> Dating:
    """Give the day of an entry. An event or commitment has its own, what is said that of its statement; else the report's counts."""
    own, clock = _own(entry)
    if own.value is not None and (span := days(own.value)):
        return Dating(own.value, clock, span)
    published = reports[_report(entry)].published.value
    if published is not None and (span := days(published)):
        return Dating(published, Clock.PUBLICATION, span)
    return Dating(None, Clock.UNKNOWN, None)


def _own(entry: Dated) -> tuple[When, Clock]:
    if isinstance(entry, Statement):
        return entry.said_on, Clock.STATEMENT
    if isinstance(entry, Event):
        return entry.when, Clock.EVENT
    if isinstance(entry, Document):
        return entry.due if entry.due.value else entry.dated, Clock.EVENT
    if isinstance(entry, Position):
        return entry.on, Clock.STATEMENT
    return (entry.on, Clock.EVENT) if isinstance(entry, Commitment) else (When(None), Clock.UNKNOWN)


def _report(entry: Dated) -> str:
    return entry.content[0].report if isinstance(entry, Statement) else entry.cites[0].report
