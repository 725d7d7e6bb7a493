"""The record: everything a dossier holds, as one value. What `record` gives, `analyse` asks and `show` writes."""

from dataclasses import dataclass

from communique.model.actor import Actor
from communique.model.agreement import Agreement
from communique.model.claim import Claim
from communique.model.conflict import Conflict
from communique.model.issue import Issue
from communique.model.judgement import Judgement
from communique.model.mention import Commitment, Condition, Document, Event, Number, Position, Statement
from communique.model.notice import Notice
from communique.model.report import Report


@dataclass(frozen=True, slots=True)
class Record:
    """Reports and what they say, each list sorted by id (reports by file and id), with judgements replayed."""

    reports: tuple[Report, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    judgements: tuple[Judgement, ...]
    weights: str
    documents: tuple[Document, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    conditions: tuple[Condition, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    numbers: tuple[Number, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def talks(self) -> tuple[Event, ...]:
        """The events that are talks (PLOVER's CONSULT)."""
        return tuple(e for e in self.events if e.type == "CONSULT")
