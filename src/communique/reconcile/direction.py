"""Direction: whether words work against the thing that they share with an issue, by what stands before it and what is done to it."""

from collections.abc import Sequence
from functools import lru_cache

from communique.reconcile.concepts import key
from communique.reconcile.meaning import FILE, JOINED, is_limiting, spelled
from communique.reference.lexicon import lists


@lru_cache(maxsize=1 << 14)
def is_against(text: str, topics: frozenset[str]) -> bool:
    """Say whether words are against what `topics` name in them ("the troop withdrawal" against troops); two limits turn back.

    Of joined things the one that shares most counts; one without a limit of its own has that of the thing before it. What follows a
    thing works on it only as a passive ("be halted") or as its own noun ("troop withdrawal"), not in a clause about it ("a law that bans").
    """
    parts = [words for part in JOINED.split(text) if (words := spelled(part))] or [[]]
    shared = [len({key(w) for w in words} & topics) for words in parts]
    best = shared.index(max(shared))
    limits = _limits(parts[best], topics)
    while limits == 0 and best > 0 and not any(is_limiting(w) for w in parts[best]):
        best -= 1
        limits = sum(is_limiting(w) for w in parts[best])
    return limits % 2 == 1


def is_altered(text: str, topics: frozenset[str]) -> bool:
    """Say whether words are for another shape of what `topics` name ("changes to the bill"), which is neither for nor against it."""
    words = spelled(text)
    first = _first(words, topics)
    return any(w in lists(FILE, "altering")["words"] for w in words[:first])


def _limits(words: Sequence[str], topics: frozenset[str]) -> int:
    first = _first(words, topics)
    if first == len(words):
        return sum(is_limiting(w) for w in words)
    before = sum(is_limiting(w) for w in words[:first])
    return before + _behind(words, first)


def _first(words: Sequence[str], topics: frozenset[str]) -> int:
    return next((n for n, w in enumerate(words) if key(w) in topics), len(words))


def _behind(words: Sequence[str], first: int) -> int:
    """Count what is done to a thing behind it: its own noun, and passives up to a clause about it."""
    behind = words[first + 1] if first + 1 < len(words) else ""
    own = int(is_limiting(behind) and "_" not in behind and behind not in lists(FILE, "direction")["not"])
    end = next((n for n in range(first + 1, len(words)) if words[n] in lists(FILE, "direction")["clauses"]), len(words))
    passive = lists(FILE, "direction")["passive"]
    return own + sum(is_limiting(words[n]) for n in range(first + 2, end) if words[n - 1] in passive)
