"""Which of many mentions go together, given which pairs are alike: the surest pairs first, and no chain of near-misses.

Invariant: in every group all pairs are alike (or the share of them that is asked for), or all are surely like one of them; no two of it
are apart. The result is the same in whatever order mentions and pairs come, since pairs are taken by how sure they are, ties by their ids.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
"""Two ids, the smaller one first."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two mentions are, from 0 to 1, and why; `sure` where one may stand for the other (the same words)."""

    score: float
    why: str
    sure: bool = False


def pair(a: str, b: str) -> Pair:
    """Give two ids as a pair."""
    return (a, b) if a < b else (b, a)


def grouped(
    ids: Iterable[str], alike: Mapping[Pair, Likeness], *, apart: Callable[[str, str], bool], share: float = 1.0
) -> list[list[str]]:
    """Give the groups, each sorted, in the order of their first ids. `apart` says of two ids that nothing brings them together.

    `share`: how many of the pairs between two groups must be alike before they become one.
    """
    home = {i: [i] for i in sorted(ids)}
    for (a, b), _ in sorted(alike.items(), key=lambda item: (-item[1].score, item[0])):
        one, other = home[a], home[b]
        if one is not other and _held_together(one, other, alike, share) and not _divided(one, other, apart):
            one.extend(other)
            home.update(dict.fromkeys(other, one))
    return sorted(sorted(g) for g in {id(g): g for g in home.values()}.values())


def _divided(one: Collection[str], other: Collection[str], apart: Callable[[str, str], bool]) -> bool:
    return any(apart(a, b) for a in one for b in other)


def _held_together(one: Collection[str], other: Collection[str], alike: Mapping[Pair, Likeness], share: float) -> bool:
    """Say whether enough pairs across are alike, or one mention is surely like every other one."""
    if sum(pair(a, b) in alike for a in one for b in other) >= share * len(one) * len(other):
        return True
    everyone = [*one, *other]
    return any(all(i == centre or _surely(pair(i, centre), alike) for i in everyone) for centre in everyone)


def _surely(two: Pair, alike: Mapping[Pair, Likeness]) -> bool:
    found = alike.get(two)
    return found is not None and found.sure


def candidates(keys: Mapping[str, Iterable[str]], *, most: int) -> list[Pair]:
    """Give the pairs of ids that share a key, sorted; a key that more than `most` ids have says too little to compare by."""
    holders: dict[str, list[str]] = {}
    for id_, some in sorted(keys.items()):
        for key in sorted(set(some)):
            holders.setdefault(key, []).append(id_)
    few = (ids for ids in holders.values() if 1 < len(ids) <= most)
    return sorted({(a, b) for ids in few for n, a in enumerate(ids) for b in ids[n + 1 :]})
