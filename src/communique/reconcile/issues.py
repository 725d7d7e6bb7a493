"""Issues: what is at stake in a dossier: the codebook's, those of provisions that reports give, or else recurring objects, as proposals."""

from collections.abc import Sequence
from hashlib import sha256

from communique.model.issue import Issue
from communique.model.kinds import PositionStance
from communique.model.mention import Position
from communique.reconcile.laid_down import label
from communique.reconcile.meaning import FILE, meaning, stems
from communique.reconcile.positions import on_issues
from communique.reference.lexicon import lists

MOST = 12
"""Most issues that are proposed: more are a list, no overview."""
_TAKES_SIDES = frozenset({PositionStance.DEMANDS, PositionStance.REJECTS, PositionStance.SUPPORTS, PositionStance.CONDITIONAL})


def issues_of(codebook: Sequence[Issue], drafted: Sequence[Issue], positions: Sequence[Position]) -> list[Issue]:
    """Give the issues of a dossier, sorted by id: the codebook's, those of drafts, and without a codebook proposed ones."""
    written = [*codebook, *drafted]
    rest = [] if codebook else [p for p in on_issues(positions, written) if p.issue is None]
    return sorted([*written, *_proposed(rest)], key=lambda i: i.id)


def _proposed(positions: Sequence[Position]) -> list[Issue]:
    """Give the objects that recur among positions of several actors or reports, those with most positions first, as propositions."""
    sides = [p for p in positions if p.stance in _TAKES_SIDES and p.object and _topics(p) - _vague()]
    groups: dict[frozenset[str], list[Position]] = {}
    by_stem: dict[str, list[frozenset[str]]] = {}  # a group stands under one of its stems, so that few are compared
    for position in sorted(sides, key=lambda p: (len(_topics(p)), len(_object(p)), p.id)):
        own = _topics(position)
        near = [topics for s in own for topics in by_stem.get(s, ()) if meaning(_object(position)).is_about(topics)]
        key = max(near, key=lambda t: (len(t), sorted(t)), default=own)
        if key not in groups:
            by_stem.setdefault(min(key), []).append(key)
        groups.setdefault(key, []).append(position)
    recurring = [g for g in groups.values() if len({p.actor.actor for p in g}) > 1 or len({p.cites[0].report for p in g}) > 1]
    ranked = sorted(recurring, key=lambda g: (-len(g), g[0].id))[:MOST]
    return [_proposal(g) for g in ranked]


def _topics(position: Position) -> frozenset[str]:
    return meaning(_object(position)).topics


def _vague() -> frozenset[str]:
    """Give the stems of words that name nothing by themselves ("the idea")."""
    return stems(lists(FILE, "vague")["words"])


def _object(position: Position) -> str:
    return " ".join(c.quote for c in position.object)


def _proposal(group: Sequence[Position]) -> Issue:
    """Give what is at stake in the words of the first object, the shortest, which all others hold."""
    words = " ".join(_object(group[0]).split())
    digest = sha256(min(p.id for p in group).encode()).hexdigest()[:16]
    return Issue(f"iss-{digest}", label(words), words, "proposed", terms=meaning(words).content[:8], cites=group[0].object)
