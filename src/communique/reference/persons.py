"""Names of persons: which words are the family name, and when two names can be one person's. Pure; on doubt, no."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from communique.reference.spelling import name_key

_INITIAL = 1
"""Letters of an initial without its full stop."""
_FULL = 2
"""Words of a name with nothing between the given and the family name."""
_THREE = 3
"""Words from which a name that begins with a family name is surely in that order."""


@dataclass(frozen=True, slots=True)
class PersonNames:
    """What names of persons are made of; `persons.yml` says what each list is for."""

    suffixes: frozenset[str] = frozenset()
    family_first: frozenset[str] = frozenset()
    given_too: frozenset[str] = frozenset()
    nicknames: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def suffix(self, words: Sequence[str]) -> str:
        """Give the suffix that a name ends with, without its full stop, or ""."""
        return words[-1].rstrip(".") if len(words) > 1 and words[-1] in self.suffixes else ""

    def bare(self, words: Sequence[str]) -> tuple[str, ...]:
        """Give a name's words without a suffix and a comma."""
        kept = words[:-1] if self.suffix(words) else words
        return tuple(w.rstrip(",") for w in kept)

    def families(self, words: Sequence[str]) -> frozenset[str]:
        """Give the words that may stand for a full name by themselves: the last, or the first where the family name stands there."""
        kept = self.bare(words)
        if not kept:
            return frozenset()
        sure = len(kept) >= _THREE or "-" in kept[-1] or kept[0] not in self.given_too
        return frozenset({kept[0]} if len(kept) > 1 and kept[0] in self.family_first and sure else {kept[-1]})

    def fit(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Say whether two names of two words or more can be one person's.

        They have the same suffix and the same first and last word in any spelling, and no middle names that differ: the shorter
        has none, or the longer adds initials only ("Denis Sassou Nguesso" is not his son Denis Christel). Or one is the end of the
        other ("Wasserman Schultz").
        """
        if self.suffix(one) != self.suffix(other):
            return False
        a, b = (name_key(" ".join(self.bare(w))).split() for w in sorted((one, other), key=len))
        if len(a) < 2 or a == b:
            return len(a) > 1
        ends = a[0] == b[0] and a[-1] == b[-1] and _middles(a[1:-1], b[1:-1])
        return (ends and (len(a) == _FULL or _only_initials(a, b))) or b[-len(a) :] == a

    def given_alike(self, one: str, other: str) -> bool:
        """Say whether one given name is short for the other ("Rick", "Richard"), by the table."""
        return other in self.nicknames.get(one, ()) or one in self.nicknames.get(other, ())


def _middles(some: Sequence[str], more: Sequence[str]) -> bool:
    """Say whether middle names can be the same: each of the fewer is, in order, one of the others or its initial."""
    left = iter(more)
    return all(any(_alike(m, n) for n in left) for m in some)


def _only_initials(some: Sequence[str], more: Sequence[str]) -> bool:
    """Say whether the longer name adds nothing but initials."""
    return sum(len(w) > _INITIAL for w in more) <= len(some)


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == _INITIAL and a[0] == b[0])
