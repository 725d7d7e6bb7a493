"""An act as a clause tells it, before it is an event of the record."""

from dataclasses import dataclass

from communique.extract.events.clauses import Clause
from communique.extract.events.force import Told
from communique.model.kinds import Status


@dataclass(frozen=True, slots=True)
class Act:
    """An act as its clause tells it: type and mode, the tokens it is told with, the heads of both sides, and how it is told."""

    type: str
    mode: str | None
    triggers: tuple[int, ...]
    agents: tuple[int, ...]
    recipients: tuple[int, ...]
    clause: Clause
    told: Told
    why: str
    status: Status | None = None
    governs: bool = False
