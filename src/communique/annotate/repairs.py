"""Trees set right where their own labels contradict each other.

A coordinating conjunction hangs on the conjunct that follows it (Universal Dependencies, `cc`). A name or noun that has one before it
is therefore a conjunct, not an apposition, and it is joined to the phrase, not to a title inside it: in "Deputy Secretary Ann Lee and
Deputy Minister Max Ott met" both are subjects.
"""

from collections.abc import Sequence

_INSIDE_A_NAME = frozenset({"nmod:desc", "flat", "compound"})
"""Relations by which a word is part of the name or title that its head carries."""


def conjuncts(heads: Sequence[int], relations: Sequence[str]) -> tuple[list[int], list[str]]:
    """Give heads (indices in the sentence, -1 the root) and relations with appositions that have a conjunction made conjuncts."""
    heads_, relations_ = list(heads), list(relations)
    for i, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        if relation != "cc":
            continue
        joined = _carrier(heads, relations, head)
        if relations[joined] == "appos" and i < joined and heads[joined] < i:
            relations_[joined] = "conj"
            heads_[joined] = _carrier(heads, relations, heads[joined])
    return heads_, relations_


def _carrier(heads: Sequence[int], relations: Sequence[str], i: int) -> int:
    """Give the word that carries the name or title that word `i` is part of."""
    while relations[i] in _INSIDE_A_NAME:
        i = heads[i]
    return i
