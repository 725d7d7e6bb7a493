"""Agreements: a proposed or signed text and its provisions, here as reports give them."""

from dataclasses import dataclass

from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.dates import UNKNOWN, When
from communique.model.mention import Provision


@dataclass(frozen=True, slots=True)
class Agreement:
    """A text with provisions; `title` in the words of the report that first names it, `instrument` which agreement of ours it is."""

    id: str
    title: str | None
    provisions: tuple[Provision, ...]
    proposed_by: tuple[Who, ...] = ()
    parties: tuple[Who, ...] = ()
    dated: When = UNKNOWN
    instrument: str | None = None
    cites: tuple[Citation, ...] = ()
