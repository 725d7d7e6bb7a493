"""Packages: what one side proposes as a whole is an issue of its own; its parts may be said to stand or fall together ("not a menu")."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from communique.model.actor import Actor, ActorKind
from communique.model.agreement import Agreement
from communique.model.citation import Citation
from communique.model.issue import Issue
from communique.model.mention import Statement
from communique.reconcile.concepts import FILE, stem
from communique.reconcile.laid_down import laid_down
from communique.reconcile.meaning import meaning, stems
from communique.reference.lexicon import lists

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SOURCE = "package"
_POINTING = frozenset({"the", "these", "those", "both"})
_SHORTEST = 4
"""Letters that a name has in common with its adjective at least."""


def drafted(agreements: Sequence[Agreement], actors: Mapping[str, Actor], statements: Iterable[Statement]) -> list[Issue]:
    """Give the issues of drafts, sorted by id: what each side proposes as a whole, and under it what its provisions lay down."""
    whole = packages(agreements, actors, statements)
    return sorted((*whole, *(_within(i, whole) for i in laid_down(agreements))), key=lambda i: i.id)


def _within(issue: Issue, whole: Sequence[Issue]) -> Issue:
    own = set(issue.provisions)
    return replace(issue, parent=next((p.id for p in whole if own <= set(p.provisions)), None))


def packages(agreements: Sequence[Agreement], actors: Mapping[str, Actor], statements: Iterable[Statement]) -> list[Issue]:
    """Give one issue for each side whose drafts reports tell of: that what it proposes is accepted, sorted by id."""
    sides: dict[str, list[Agreement]] = {}
    for agreement in sorted(agreements, key=lambda a: a.id):
        for actor in (actors[w.actor] for w in agreement.proposed_by[:1] if w.actor and w.actor in actors):
            sides.setdefault(_side(actor), []).append(agreement)
    held = sorted(statements, key=lambda s: s.id)
    return sorted((_package(side, group, actors, held) for side, group in sides.items()), key=lambda i: i.id)


def _speaks_for(actor: Actor) -> bool:
    """Say whether an actor can speak for its side: its state, its bodies, and who holds an office; no outlet, group or private person."""
    if actor.kind is ActorKind.PERSON:
        return any(r.of and not r.is_past for r in actor.roles)
    return actor.kind not in {ActorKind.OUTLET, ActorKind.GROUP, ActorKind.UNNAMED}


def _side(actor: Actor) -> str:
    """Give what an actor proposes for: its state, else itself."""
    return actor.country or actor.id


def _package(side: str, group: Sequence[Agreement], actors: Mapping[str, Actor], statements: Sequence[Statement]) -> Issue:
    own = [a for a in actors.values() if _side(a) == side and _speaks_for(a)]
    names = sorted({n for a in own for n in (a.name, *(alias.name for alias in a.aliases))})
    first = min((w.actor for a in group for w in a.proposed_by[:1] if w.actor), key=lambda i: (_rank(actors[i]), i))
    digest = sha256(min(a.id for a in group).encode()).hexdigest()[:16]
    whose = _genitive(actors[first].name)
    return Issue(
        id=f"iss-{digest}",
        label=f"{whose} proposals as a whole",
        proposition=f"{whose} proposals are accepted as a whole",
        source=SOURCE,
        provisions=tuple(sorted(p.id for a in group for p in a.provisions)),
        terms=tuple(names),
        examples=tuple(sorted({a.title for a in group if a.title})),
        cites=tuple(sorted({c for a in group for c in a.cites})),
        together=_together(statements, {a.id for a in own}),
    )


def _rank(actor: Actor) -> int:
    return 0 if actor.kind is ActorKind.STATE else 1


def _genitive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _together(statements: Sequence[Statement], own: set[str]) -> tuple[Citation, ...]:
    """Give the words of a side that say that its proposals are one whole."""
    said = [c for s in statements if s.speaker.actor in own or s.on_behalf_of in own for c in s.content]
    return tuple(sorted(c for c in said if _is_one(c.quote)))


def _is_one(text: str) -> bool:
    plain = " ".join(text.lower().replace("\u201c", "").replace("\u201d", "").replace('"', "").split())
    named = {stem(w) for w in _WORD.findall(plain)} & _texts()
    return bool(named) and any(phrase in plain for phrase in lists(FILE, "packages")["words"])


def _texts() -> frozenset[str]:
    return frozenset(stem(w) for w in lists(FILE, "packages")["texts"])


def package_of(object_: str, report: str, whole: Iterable[Issue]) -> Issue | None:
    """Give the package that words of a report name and nothing else ("Moscow's demands"); None where none or several fit.

    Proposals without a side's name are those that the same report tells of.
    """
    fitting = [issue for issue in whole if _names(object_, issue, here=any(c.report == report for c in issue.cites))]
    return fitting[0] if len(fitting) == 1 else None


def _names(object_: str, issue: Issue, *, here: bool) -> bool:
    """Say whether words name a package: proposals of its side, with no other's name before them, on the matter of its titles."""
    words = _WORD.findall(object_)
    head = next((n for n, w in enumerate(words) if stem(w.lower()) in _texts()), None)
    if head is None:
        return False
    own = {stem(w.lower()) for name in issue.terms for w in _WORD.findall(name) if w[:1].isupper()}
    names = [_belongs(stem(w.lower()), own) for w in words if w[:1].isupper()]
    before = [_belongs(stem(w.lower()), own) for w in words[:head] if w[:1].isupper()]
    title = stems(w for t in issue.examples for w in meaning(t).content)
    content = [w for w in meaning(object_).bare.content if not w.isdigit() and w not in lists(FILE, "packages")["parts"]]
    rest = [w for w in content if stem(w) not in _texts() and not _belongs(stem(w), own) and not stems([w]) <= title]
    whose = any(names) and all(before)
    return not rest and (whose or (here and words[0].lower() in _POINTING and not names))


def _belongs(word: str, own: Iterable[str]) -> bool:
    """Say whether a word is of a side's names, or an adjective of one ("Russian" of "Russia")."""
    return any(word == name or (len(name) >= _SHORTEST and word.startswith(name[: max(_SHORTEST, len(name) - 1)])) for name in own)
