"""In which words two quotations of the same words differ: not by a cut at an end or an ellipsis, but in the middle."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from communique.reconcile.wording import gist, words

_BESIDE, _AROUND = 2, 6
"""Words that must agree on each side of those that differ, and on both together."""
_LONGEST = 3
"""Words that differ at most: more are another sentence, or another translation."""
_TURNS = frozenset(["not", "no", "never"])


_Code = tuple[str, int, int, int, int]
"""A step from one list of words to another, as difflib gives it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The words of one quotation and those of the other in the same place; `turns`: only one of the two denies."""

    one: str
    other: str
    turns: bool


@lru_cache(maxsize=1 << 12)
def differing(one: str, other: str) -> Difference | None:
    """Give the first words in which two quotations differ, None where each may be right.

    What an editor leaves out or puts into brackets, spellings and words that say little are no difference.
    """
    a, b = words(one), words(other)
    if any(sign in one + other for sign in ("[", "(", "…", "...")):
        return None
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    for n in range(1, len(codes) - 1):
        tag, i, j, k, m = codes[n]
        if tag == "equal" or not _surrounded(codes[n - 1], codes[n + 1]):
            continue
        here, there = a[i:j], b[k:m]
        turns = bool(_TURNS & {*here}) != bool(_TURNS & {*there})
        if turns or (max(len(here), len(there)) <= _LONGEST and _others(" ".join(here), " ".join(there))):
            return Difference(" ".join(here) or "nothing", " ".join(there) or "nothing", turns)
    return None


def _surrounded(before: _Code, after: _Code) -> bool:
    lengths = [code[2] - code[1] if code[0] == "equal" else 0 for code in (before, after)]
    return min(lengths) >= _BESIDE and sum(lengths) >= _AROUND


def _others(one: str, other: str) -> bool:
    """Say whether two short stretches both say something, and not the same but for spelling or form."""
    a, b = gist(one), gist(other)
    if not a.weights or not b.weights or a.weights.keys() & b.weights.keys() or _initials(one, other) or _initials(other, one):
        return False
    return SequenceMatcher(None, one.replace(" ", ""), other.replace(" ", ""), autojunk=False).ratio() < _SPELLING


def _initials(short: str, full: str) -> bool:
    return " " not in short and short == "".join(w[0] for w in full.split())


_SPELLING = 0.75
"""Likeness of letters from which on two words are taken for spellings of one ("defence", "defense")."""
