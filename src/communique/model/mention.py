"""Mentions: what one report says, each with the words it rests on. A mention without a citation cannot be built."""

from dataclasses import dataclass

from communique.errors import CitationError
from communique.model.actor import Named, Who
from communique.model.citation import Citation
from communique.model.dates import UNKNOWN, When
from communique.model.kinds import ConditionKind, DocumentKind, DocumentStatus, Form, PositionStance, ProvisionKind, Stance, Status, Wording
from communique.model.quantity import Quantity, bounded


@dataclass(frozen=True, slots=True)
class Voice:
    """Who asserts, denies, doubts or reports an entry: `by` an actor's or the outlet's id, in which statement, in which words."""

    by: str | None
    stance: Stance
    statement: str | None
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with unit and bound (exact, about, at_least, at_most), of what, where, for whom; `upper`: the end of a range."""

    value: float
    unit: str | None
    bound: str
    of: str | None
    place: str | None
    recipient: str | None
    cite: Citation
    upper: float | None = None

    @property
    def allowed(self) -> Quantity:
        """The numbers that it allows: of a range those between its ends, which "at least" and "at most" leave open on one side."""
        return bounded(self.bound, self.value, self.value if self.upper is None else self.upper)


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
    figures: tuple[Figure, ...] = ()
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
    """One article or paragraph of an agreement as a report gives it; `agreement` is the words that name the agreement.

    `article`, known after `reconcile`: which article of an agreement of ours it is ("ru-nato-2021#art_4").
    """

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
    article: str | None = None
    figures: tuple[Figure, ...] = ()
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.content, self.id)


@dataclass(frozen=True, slots=True)
class Document:
    """A reply, letter, bill, fact sheet or draft that a report speaks of: by whom, to whom, how far it has come.

    `dated`: when it was made, sent or published; `due`: when one that is announced is to come.
    """

    id: str
    kind: DocumentKind
    title: str
    why: str
    by: tuple[Who, ...] = ()
    to: tuple[Who, ...] = ()
    status: DocumentStatus | None = None
    due: When = UNKNOWN
    dated: When = UNKNOWN
    according_to: tuple[Voice, ...] = ()
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.cites, self.id)


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands. `object`: the words of what it is for or against, `stance` towards them as `why` derives it.

    Before `reconcile`, `issue` is None; after it, the id of an `Issue`, and `stance` is towards that issue's proposition.
    `expressed` False: inferred from an act or from context.
    """

    id: str
    actor: Who
    object: tuple[Citation, ...]
    stance: PositionStance
    why: str
    issue: str | None = None
    on: When = UNKNOWN
    statement: str | None = None
    expressed: bool = True
    according_to: tuple[Voice, ...] = ()
    figures: tuple[Figure, ...] = ()
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.cites, self.id)


@dataclass(frozen=True, slots=True)
class Condition:
    """`if X then Y`: a threat, promise or warning split into condition and consequence; `target`: to whom, `by`: who would act."""

    id: str
    kind: ConditionKind
    speaker: Who
    condition: tuple[Citation, ...]
    consequence: tuple[Citation, ...]
    why: str
    statement: str | None = None
    target: tuple[Who, ...] = ()
    by: tuple[Who, ...] = ()
    figures: tuple[Figure, ...] = ()
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.cites, self.id)


@dataclass(frozen=True, slots=True)
class Commitment:
    """What an actor is said to have promised: in which words, to whom, when, how far it reached, and who says or denies so."""

    id: str
    by: Who
    wording: tuple[Citation, ...]
    why: str
    to: tuple[Who, ...] = ()
    on: When = UNKNOWN
    scope: str | None = None
    according_to: tuple[Voice, ...] = ()
    figures: tuple[Figure, ...] = ()
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.cites, self.id)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a report tells and that no other entry holds: how many of what, in which words."""

    id: str
    figure: Figure
    why: str
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        _cited(self.cites, self.id)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The number, as other entries give theirs."""
        return (self.figure,)


Mention = Named | Statement | Event | Provision | Document | Position | Condition | Commitment | Number


def _cited(cites: tuple[Citation, ...], id_: str) -> None:
    if not cites:
        raise CitationError(f"mention {id_} cites nothing. An entry needs the words it rests on.")
