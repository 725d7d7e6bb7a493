"""Judgements: a person's decisions about entries. They win over what is read, survive every re-run, and are never lost."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.citation import Selector


class Decision(StrEnum):
    """What a person decided about an entry."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: on which entry, by whom, when (ISO 8601, UTC), why; `before` and `after` hold the corrected fields.

    `selector` is that of the entry's first citation, to find the entry again in changed text; `report` says in which report.
    """

    id: str
    entry: str
    kind: str
    decision: Decision
    by: str
    at: str
    report: str | None = None
    file: str | None = None
    selector: Selector | None = None
    why: str | None = None
    before: dict[str, str | None] | None = None
    after: dict[str, str | None] | None = None
