"""Mentions of the same document in one report become one entry with all their citations; what cannot be the same stays apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.extract.according import both
from communique.model.calendar import may_be_same
from communique.model.dates import When
from communique.model.kinds import DocumentStatus
from communique.model.mention import Document


@dataclass(frozen=True, slots=True)
class Account:
    """A document that one place tells of. `back`: the words point back ("the letter", "this draft"); `enough`: it is one by itself.

    `fresh`: they tell another one ("a second letter"). `by` and `to` are the states, or else the actors, behind its sides.
    """

    document: Document
    by: frozenset[str]
    to: frozenset[str]
    back: bool
    enough: bool
    fresh: bool


_ORDER = (None, DocumentStatus.ANNOUNCED, DocumentStatus.SENT, DocumentStatus.WITHHELD, DocumentStatus.PUBLISHED)


def with_new(kept: Sequence[Account], new: Account) -> list[Account]:
    """Give the documents so far with one more place: joined to that of the same document, else an entry where enough is told."""
    place = next((n for n in reversed(range(len(kept))) if _same(kept[n], new)), None)
    if place is not None:
        return [*kept[:place], _with(kept[place], new), *kept[place + 1 :]]
    return [*kept, new] if new.enough else [*kept]


def _same(old: Account, new: Account) -> bool:
    """Decide: kind and sides must agree where both are known, and the words point back, or name the same sides or title."""
    a, b = old.document, new.document
    if a.kind is not b.kind or new.fresh or not _agree(old.by, new.by) or not _agree(old.to, new.to):
        return False
    if not may_be_same(a.dated.value, b.dated.value):
        return False
    alone = bool(old.to & new.to) and not (old.by and new.by)
    both_sides = bool(old.by & new.by) and bool(old.to & new.to)
    return new.back or both_sides or alone or bool(old.by & new.by and {*a.title.casefold().split()} & {*b.title.casefold().split()})


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _with(old: Account, new: Account) -> Account:
    return replace(old, document=_joined(old.document, new.document), by=old.by | new.by, to=old.to | new.to)


def _finer(a: When, b: When) -> When:
    return a if len(a.value or "") >= len(b.value or "") else b


def _joined(a: Document, b: Document) -> Document:
    further = max(a.status, b.status, key=_ORDER.index)
    return replace(
        a,
        by=a.by or b.by,
        to=a.to or b.to,
        status=further,
        why=a.why if further is a.status else b.why,
        due=a.due if a.due.value else b.due,
        dated=_finer(a.dated, b.dated),
        according_to=both(a.according_to, b.according_to),
        cites=tuple(sorted({*a.cites, *b.cites})),
    )
