"""What the tables hold: states, organisations, bodies, offices, outlets, blocs and name patterns, each with its source."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from communique.model.actor import ActorKind

T = TypeVar("T")


class How(StrEnum):
    """How a text matched an entry: what kind of name it is."""

    NAME = "name"
    FORM = "form"
    ACRONYM = "acronym"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    SEAT = "seat"
    COMPOSED = "composed"


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a former one (`until`). `seats` are places that stand for its government when they act or speak.

    `beside`: its name is also something else's, so it counts only in a report that has one of these words ("Georgia").
    """

    code: str
    name: str
    forms: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str | None
    seats: tuple[str, ...]
    since: str | None
    until: str | None
    successor: str | None
    source: str
    beside: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The state's actor key, `state:RUS`."""
        return f"state:{self.code}"


@dataclass(frozen=True, slots=True)
class Member:
    """One state's membership: ISO 3166 alpha-3 code, first and last day in EDTF, and where the fact comes from."""

    country: str
    since: str
    until: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An alliance, organisation or group. `descriptions` are words that stand for it only where the report names it."""

    id: str
    name: str
    kind: ActorKind
    forms: tuple[str, ...]
    acronyms: tuple[str, ...]
    descriptions: tuple[str, ...]
    country: str | None
    part_of: str | None
    since: str | None
    until: str | None
    members: tuple[Member, ...]
    source: str

    @property
    def key(self) -> str:
        """The organisation's actor key, `org:NATO`."""
        return f"org:{self.id}"


@dataclass(frozen=True, slots=True)
class BodyType:
    """A kind of state body and the words that name it beside a state's adjective or name."""

    type: str
    nouns: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state; `country` None where the text names only the kind ("the foreign ministry"). `building`: names a place too.

    `nicknames` name it as well ("the Quai d'Orsay"), but head it only where nothing plainer is written.
    """

    name: str
    country: str | None
    type: str
    forms: tuple[str, ...] = ()
    common_word: bool = False
    building: bool = False
    source: str = ""
    nicknames: tuple[str, ...] = ()

    @property
    def key(self) -> str | None:
        """The body's actor key, `body:RUS:foreign-ministry`; None without a state."""
        return f"body:{self.country}:{self.type}" if self.country else None


@dataclass(frozen=True, slots=True)
class Office:
    """A title in lower case with its plural. `unnamed`: the noun alone can name a source without a name ("US officials").

    `seated`: who has it sits for a state of a federation or a district.
    """

    words: str
    people: str
    body: str | None
    unnamed: bool
    source: str
    seated: bool = False


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency, broadcaster or site."""

    id: str
    name: str
    forms: tuple[str, ...]
    country: str
    type: str
    common_word: bool
    source: str

    @property
    def key(self) -> str:
        """The outlet's actor key, `outlet:TASS`."""
        return f"outlet:{self.id}"


@dataclass(frozen=True, slots=True)
class Bloc:
    """A loose set of states, never expanded to members. `articled`: forms that count only after "the"."""

    id: str
    name: str
    forms: tuple[str, ...]
    articled: tuple[str, ...]
    source: str

    @property
    def key(self) -> str:
        """The bloc's actor key, `bloc:WEST`."""
        return f"bloc:{self.id}"


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern for names of treaties and laws (LAW), of wars, summits and battles (EVENT), or of military units (ORG)."""

    label: str
    pattern: re.Pattern[str]
    example: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Metonyms:
    """Lemmas that tell when a place or a noun stands for a government; `metonyms.yml` says what each list is for."""

    acting: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    staying: frozenset[str] = frozenset()
    minded: frozenset[str] = frozenset()
    pressing: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    dealings: frozenset[str] = frozenset()
    municipal: frozenset[str] = frozenset()
    ground: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SharedName:
    """A name that one of several actors is meant by, where the report names just that one. `articled`: only after "the"."""

    name: str
    of: tuple[str, ...]
    articled: bool
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """Words for religious, political or regional groups and peoples without a state (NORP)."""

    kind: str
    words: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """An entry and how the text named it."""

    entry: T
    how: How
