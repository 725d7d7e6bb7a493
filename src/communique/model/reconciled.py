"""What `reconcile` gives: everything that depends on all reports at once. `record` stores it and `Record` shows it, judgements replayed."""

from dataclasses import dataclass

from communique.model.actor import Actor
from communique.model.agreement import Agreement
from communique.model.claim import Claim
from communique.model.mention import Event, Statement
from communique.model.notice import Notice


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Mentions brought together: in `statements`, `events` and `agreements` every `Who.actor` is the id of one of `actors`, or None."""

    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    claims: tuple[Claim, ...] = ()
    notices: tuple[Notice, ...] = ()
