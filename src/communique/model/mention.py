"""Mentions: what one report says, each with the words it rests on. A mention without a citation cannot be built."""

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import CitationError
from communique.model.actor import Named, Who
from communique.model.citation import Citation
from communique.model.dates import UNKNOWN, When


class Kind(StrEnum):
    """Kinds of mention, as in ids and claims. Their first three letters differ: ids begin with them."""

    NAMED = "named"
    STATEMENT = "statement"
    EVENT = "event"
    PROVISION = "provision"


class Form(StrEnum):
    """How a statement's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What a voice does with an entry."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    REPORTS = "reports"


class Status(StrEnum):
    """How far an event is known to have happened."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PLEDGED = "pledged"
    ALLEGED = "alleged"
    DENIED = "denied"
    CONTESTED = "contested"
    CANCELLED = "cancelled"
    HYPOTHETICAL = "hypothetical"


class Wording(StrEnum):
    """Whether a provision's words are the text's own."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    TRANSLATED = "translated"


class ProvisionKind(StrEnum):
    """What a provision does."""

    PROHIBITION = "prohibition"
    OBLIGATION = "obligation"
    PERMISSION = "permission"
    DECLARATION = "declaration"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who asserts, denies, doubts or reports an entry: `by` an actor's or the outlet's id, in which statement, in which words."""

    by: str | None
    stance: Stance
    statement: str | None
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with unit and bound (exact, about, at_least, at_most), of what, where, for whom."""

    value: float
    unit: str | None
    bound: str
    of: str | None
    place: str | None
    recipient: str | None
    cite: Citation


@dataclass(frozen=True, slots=True)
class Statement:
    """An actor's words. `content`: the words themselves, several where the cue interrupts them; `why`: how the speaker was found."""

    id: str
    content: tuple[Citation, ...]
    form: Form
    speaker: Who
    cue: Citation | None
    why: str
    on_behalf_of: str | None = None
    about: tuple[Citation, ...] = ()
    addressee: Who | None = None
    channel: str | None = None
    said_on: When = UNKNOWN
    via: tuple[Who, ...] = ()
    negated: bool = False
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.content, self.id)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned or is alleged; `type` and `mode` are PLOVER's, talks are CONSULT."""

    id: str
    type: str
    trigger: Citation
    actors: tuple[Who, ...]
    status: Status
    why: str
    mode: str | None = None
    recipients: tuple[Who, ...] = ()
    place: Who | None = None
    when: When = UNKNOWN
    figures: tuple[Figure, ...] = ()
    part_of: str | None = None
    topic: str | None = None
    outcome: str | None = None
    according_to: tuple[Voice, ...] = ()
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.cites, self.id)


@dataclass(frozen=True, slots=True)
class Provision:
    """One article or paragraph of an agreement as a report gives it; `agreement` is the words that name the agreement."""

    id: str
    number: str | None
    content: tuple[Citation, ...]
    wording: Wording
    agreement: Citation | None
    why: str
    kind: ProvisionKind | None = None
    bearer: tuple[Who, ...] = ()
    action: str | None = None
    object: str | None = None
    place: str | None = None
    baseline: When = UNKNOWN
    proposed_by: Who | None = None
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.content, self.id)


Mention = Named | Statement | Event | Provision


def _cited(cites: tuple[Citation, ...], id_: str) -> None:
    if not cites:
        raise CitationError(f"mention {id_} cites nothing. An entry needs the words it rests on.")
