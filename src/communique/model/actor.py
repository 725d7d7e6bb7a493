"""Actors: who acts and speaks. One actor per referent; every alias keeps why it matched."""

import re
from dataclasses import dataclass
from enum import StrEnum

from communique.model.citation import Citation


class ActorKind(StrEnum):
    """What an actor is. A bloc ("the West") is never expanded to members; `unnamed` is a source without a name."""

    STATE = "state"
    ALLIANCE = "alliance"
    ORGANISATION = "organisation"
    GROUP = "group"
    PERSON = "person"
    OUTLET = "outlet"
    BLOC = "bloc"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Who:
    """Who it is (`actor`: an id, or None where unknown) and the words that name them here.

    Before `reconcile`, `actor` is the id of a `Named` mention of the same report; after it, the id of an `Actor`.
    """

    actor: str | None
    cite: Citation | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that an actor goes by, why it is taken for this actor, and where it stands."""

    name: str
    why: str
    cites: tuple[Citation, ...] = ()


_PAST = frozenset({"former", "formerly", "ex", "onetime", "erstwhile", "previous", "retired", "late"})
"""Words of a title that say that it was held before."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a person holds: `title` in the report's words, `of` which body (actor id, or its words where unresolved)."""

    title: str
    of: str | None
    cites: tuple[Citation, ...]
    since: str | None = None
    until: str | None = None

    @property
    def is_past(self) -> bool:
        """Whether it is told as held no longer: "Former Foreign Minister", "ex-president"."""
        return self.until is not None or bool(_PAST & {*re.findall(r"[a-z]+", self.title.casefold())})


@dataclass(frozen=True, slots=True)
class Membership:
    """A membership from our tables: `of` an actor's key, EDTF dates, and the source of the fact."""

    of: str
    since: str | None
    until: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Named:
    """Mention of an actor in one report: a name with all its places there (its coreference chain's).

    `key` is the actor's key in our tables ("state:RUS"), `country` ISO 3166 alpha-3. `cites[0]` is the fullest name.
    """

    id: str
    name: str
    kind: ActorKind
    key: str | None
    country: str | None
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """One referent across reports. `id` is its key in our tables, else its first mention's id."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()
    memberships: tuple[Membership, ...] = ()
    cites: tuple[Citation, ...] = ()
