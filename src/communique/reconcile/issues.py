"""Issues: what is at stake in a dossier: the codebook's, those of provisions that reports give, or else recurring objects, as proposals."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from textwrap import shorten

from communique.model.agreement import Agreement
from communique.model.issue import Issue
from communique.model.kinds import PositionStance, ProvisionKind, Wording
from communique.model.mention import Position, Provision
from communique.reconcile.meaning import FILE, meaning, stems
from communique.reconcile.positions import on_issues
from communique.reference.lexicon import lists

MOST = 12
"""Most issues that are proposed: more are a list, no overview."""
LABEL = 60
"""Most characters of a label."""
_SAME = 0.72
"""How alike two provisions are that say the same of one thing; two articles of one draft on different things stay below it."""
_NUMBERED = re.compile(r"#art_(\d+)")
_BINDING = frozenset({ProvisionKind.PROHIBITION, ProvisionKind.OBLIGATION})
_TAKES_SIDES = frozenset({PositionStance.DEMANDS, PositionStance.REJECTS, PositionStance.SUPPORTS, PositionStance.CONDITIONAL})


def issues_of(codebook: Sequence[Issue], agreements: Iterable[Agreement], positions: Sequence[Position]) -> list[Issue]:
    """Give the issues of a dossier, sorted by id: the codebook's, those of provisions, and without a codebook proposed ones."""
    laid_down = [*codebook, *_from_provisions(agreements)]
    rest = [] if codebook else [p for p in on_issues(positions, laid_down) if p.issue is None]
    return sorted([*laid_down, *_proposed(rest)], key=lambda i: i.id)


def _from_provisions(agreements: Iterable[Agreement]) -> list[Issue]:
    """Give one issue for each article, and one for each thing else that provisions lay down, whatever report gives it."""
    held = [p for a in sorted(agreements, key=lambda a: a.id) for p in sorted(a.provisions, key=lambda p: p.id) if p.kind in _BINDING]
    groups: dict[str, list[Provision]] = {}
    for provision in sorted(held, key=lambda p: p.article is None):
        groups.setdefault(provision.article or _nearest(provision, groups) or provision.id, []).append(provision)
    return _told_apart([_laid_down(group) for group in groups.values()])


def _nearest(provision: Provision, groups: Mapping[str, Sequence[Provision]]) -> str | None:
    """Give the group that says the same as a provision of which no article is known."""
    words = meaning(_text(provision))
    near = [(max(words.alike(meaning(_text(p))) for p in group), key) for key, group in groups.items()]
    likeness, key = max(near, default=(0.0, ""))
    return key if likeness >= _SAME else None


def _told_apart(issues: Sequence[Issue]) -> list[Issue]:
    """Give issues whose labels differ: where drafts share a number, its words are added."""
    count = Counter(i.label for i in issues)
    return [i if count[i.label] == 1 else replace(i, label=_label(f"{i.label}: {i.proposition}")) for i in issues]


def _text(provision: Provision) -> str:
    return " ".join(c.quote for c in provision.content)


def _laid_down(group: Sequence[Provision]) -> Issue:
    first = min(group, key=lambda p: (p.wording is not Wording.VERBATIM, len(_text(p)), p.id))
    number = _number(group)
    label = f"Article {number}" if number else _label(_text(first))
    return Issue(
        id=f"iss-{min(p.id for p in group).removeprefix('pro-')}",
        label=label,
        proposition=" ".join(_text(first).split()).rstrip(" ."),
        source="provision",
        provisions=tuple(sorted(p.id for p in group)),
        terms=meaning(_text(first)).content[:8],
        cites=tuple(sorted(c for p in group for c in p.content)),
    )


def _number(group: Sequence[Provision]) -> str | None:
    """Give the number of the article that provisions are; where it is not known, the one that a report prints."""
    known = [m[1] for p in group if p.article and (m := _NUMBERED.search(p.article))]
    printed = [p.number for p in group if p.number and p.number[:1].isdigit()]
    return min(known or printed, default=None)


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
    return Issue(f"iss-{digest}", _label(words), words, "proposed", terms=meaning(words).content[:8], cites=group[0].object)


def _label(words: str) -> str:
    short = shorten(words, LABEL, placeholder=" …")
    return (short[:1].upper() + short[1:]).rstrip(" .,;:")
