"""Issues: what is at stake in a dossier: the codebook's, those of provisions that reports give, or else recurring objects, as proposals."""

import re
from collections.abc import Sequence
from hashlib import sha256

from communique.model.issue import Issue
from communique.model.kinds import PositionStance
from communique.model.mention import Position
from communique.reconcile.laid_down import label
from communique.reconcile.meaning import FILE, meaning, stems
from communique.reconcile.positions import is_talk, on_issues
from communique.reference.lexicon import lists

MOST = 12
"""Most issues that are proposed: more are a list, no overview."""
_FEWEST, _MOST_WORDS = 3, 9
"""Words that an object has which tells by itself what is at stake."""
_DANGLING = re.compile(r"(?:\s+(?:of|to|for|in|on|at|by|with|from|and|or))+$")
"""Words that cannot end what is at issue: an object was cut behind them."""
_TAKES_SIDES = frozenset({PositionStance.DEMANDS, PositionStance.REJECTS, PositionStance.SUPPORTS, PositionStance.CONDITIONAL})


def issues_of(codebook: Sequence[Issue], drafted: Sequence[Issue], positions: Sequence[Position]) -> list[Issue]:
    """Give the issues of a dossier, sorted by id: the codebook's, those of drafts, and without a codebook proposed ones."""
    written = [*codebook, *drafted]
    rest = [] if codebook else [p for p in on_issues(positions, written) if p.issue is None]
    return sorted([*written, *_proposed(rest)], key=lambda i: i.id)


def _proposed(positions: Sequence[Position]) -> list[Issue]:
    """Give the objects that recur, those on which most actors take a side first, as propositions; what is only talk of a thing is none."""
    sides = [p for p in positions if p.stance in _TAKES_SIDES and p.object and _topics(p) - _vague() and not is_talk(_object(p))]
    groups: dict[frozenset[str], list[Position]] = {}
    by_stem: dict[str, list[frozenset[str]]] = {}  # a group stands under one of its stems, so that few are compared
    for position in sorted(sides, key=lambda p: (len(_topics(p)), len(_object(p)), p.id)):
        own = _topics(position)
        near = [topics for s in own for topics in by_stem.get(s, ()) if meaning(_object(position)).is_about(topics)]
        key = max(near, key=lambda t: (len(t), sorted(t)), default=own)
        if key not in groups:
            by_stem.setdefault(min(key), []).append(key)
        groups.setdefault(key, []).append(position)
    recurring = [g for g in groups.values() if len({p.statement or (p.actor.actor, p.object) for p in g}) > 1]
    ranked = sorted(recurring, key=lambda g: (-len({p.actor.actor for p in g}), -len(g), g[0].id))[:MOST]
    return [_proposal(g) for g in ranked]


def _topics(position: Position) -> frozenset[str]:
    return meaning(_object(position)).topics


def _vague() -> frozenset[str]:
    """Give the stems of words that name nothing by themselves ("the idea")."""
    return stems(lists(FILE, "vague")["words"])


def _object(position: Position) -> str:
    return " ".join(c.quote for c in position.object)


def _proposal(group: Sequence[Position]) -> Issue:
    """Give what is at stake in the words of the object that tells it best; its terms are the shortest one's, which all others hold."""
    best = min(group, key=lambda p: (*_told_badly(_object(p)), p.id))
    words = _DANGLING.sub("", _unquoted(" ".join(_object(best).split())))
    digest = sha256(min(p.id for p in group).encode()).hexdigest()[:16]
    return Issue(f"iss-{digest}", label(words), words, "proposed", terms=meaning(_object(group[0])).bare.content, cites=best.object)


def _told_badly(words: str) -> tuple[bool, bool, int]:
    """Say how badly words tell by themselves what is at stake: too few or too many of them, none a name ("the test"); then their length."""
    count = len(words.split())
    return not _FEWEST <= count <= _MOST_WORDS, not meaning(words).capitals, len(words)


def _unquoted(words: str) -> str:
    """Give words without a quotation mark that stands alone, whose partner was left outside."""
    for opening, closing in (("“", "”"), ('"', '"'), ("‘", "’")):
        if words.count(opening) + (opening != closing) * words.count(closing) == 1:
            words = words.replace(opening, "").replace(closing, "") if opening != "‘" else words.replace(opening, "")
    return words
