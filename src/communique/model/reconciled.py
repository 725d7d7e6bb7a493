"""What `reconcile` gives: everything that depends on all reports at once. `record` stores it and `Record` shows it, judgements replayed."""

from dataclasses import dataclass

from communique.model.actor import Actor
from communique.model.agreement import Agreement
from communique.model.claim import Claim
from communique.model.conflict import Conflict
from communique.model.issue import Issue
from communique.model.mention import Commitment, Condition, Document, Event, Number, Position, Statement
from communique.model.notice import Notice


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Mentions brought together: in every entry `Who.actor` is the id of one of `actors`, or None. Each list is sorted by id."""

    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    claims: tuple[Claim, ...] = ()
    documents: tuple[Document, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    conditions: tuple[Condition, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    numbers: tuple[Number, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    notices: tuple[Notice, ...] = ()
