"""Positions on issues: each is brought to the issue that its object speaks of, and its stance turned towards the issue's proposition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from communique.model.issue import Issue
from communique.model.kinds import PositionStance
from communique.model.mention import Position
from communique.reconcile.concepts import FILE as SYNONYMS
from communique.reconcile.concepts import stem
from communique.reconcile.meaning import Meaning, meaning, parts, stems
from communique.reconcile.packages import SOURCE, package_of
from communique.reference.lexicon import lists

ENOUGH = 0.5
"""Likeness from which on an object is taken to speak of an issue."""
SHARED = 2
"""Words, names left out, that an object shares with an issue that was not written by a person."""
_TURNED = {
    PositionStance.DEMANDS: PositionStance.REJECTS,
    PositionStance.SUPPORTS: PositionStance.REJECTS,
    PositionStance.ACCEPTS: PositionStance.REJECTS,
    PositionStance.REJECTS: PositionStance.SUPPORTS,
}


_CLAUSE = re.compile(r"\b(?:about|that|of|over|on|regarding|concerning|by|from|in|to)\b", re.IGNORECASE)
"""Words behind which a noun's own phrase has ended."""
_OPENING = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Match:
    """An issue, how well it fits and why; `back`: how much of what the issue says the object covers.

    A fit is a likeness up to 1; where a term or a proposed issue is named, 1 and the number of words that name it.
    """

    issue: Issue
    fit: float
    why: str
    back: float = 0.0


def on_issues(positions: Sequence[Position], issues: Sequence[Issue]) -> list[Position]:
    """Give the positions with their issues, sorted by id. What speaks of no issue, or of two alike, keeps none."""
    known = [(i, _phrases(i)) for i in issues]
    return sorted((_on_issue(p, known) for p in positions), key=lambda p: p.id)


def _phrases(issue: Issue) -> list[tuple[str, Meaning]]:
    by_hand = (*issue.terms, *issue.examples, issue.label) if issue.source == "codebook" else ()
    paraphrased = tuple(c.quote for c in issue.cites) if issue.source == "provision" else ()
    written = (issue.proposition, *by_hand, *paraphrased)
    return [(w, meaning(w)) for w in dict.fromkeys(written)]


def _on_issue(position: Position, known: Sequence[tuple[Issue, list[tuple[str, Meaning]]]]) -> Position:
    text = " ".join(c.quote for c in position.object or position.cites[:1])
    words = meaning(text)
    package = package_of(text, position.cites[0].report, (i for i, _ in known if i.source == SOURCE))
    if package is not None:
        return _turned(position, words, _Match(package, 1, f"it names “{package.label}”"))
    if is_talk(text):
        return position
    fits = (_match(words, issue, phrases) for issue, phrases in known if issue.source != SOURCE)
    found = sorted((m for m in fits if m), key=lambda m: (-m.fit, -m.back, m.issue.id))
    if not found or (len(found) > 1 and _is_tie(found[0], found[1])):
        return position
    return _turned(position, words, found[0])


def _is_tie(best: _Match, other: _Match) -> bool:
    """Say whether two issues fit alike, and neither is a part of the other."""
    return (best.fit, best.back) == (other.fit, other.back) and best.issue.parent != other.issue.id


def is_talk(text: str) -> bool:
    """Say whether words are about what is said or felt of a thing ("claims about the exercises"), and not about the thing."""
    opening = _OPENING.findall(_CLAUSE.split(text, maxsplit=1)[0].lower())
    return bool({stem(w) for w in opening} & _talk())


@cache
def _talk() -> frozenset[str]:
    return frozenset(stem(w) for w in lists(SYNONYMS, "talk")["words"])


def _match(words: Meaning, issue: Issue, phrases: Sequence[tuple[str, Meaning]]) -> _Match | None:
    """Give how an object fits an issue: a term whose words all stand in it, else a phrase that is alike in meaning."""
    terms = [(t, meaning(t)) for t in issue.terms if issue.source == "codebook"]
    named = [t for t, m in terms if words.names(m)]
    if named:
        longest = max(named, key=lambda t: (len(meaning(t).content), t))
        return _Match(issue, 1 + len(meaning(longest).content), f"“{longest}” is a term of “{issue.label}”")
    if issue.source == "proposed":
        shared = stems(issue.terms)
        return _Match(issue, 1 + len(shared), f"it speaks of “{issue.label}” too") if words.is_about(shared) else None
    near = ((max(words.covered(m), _alike(words, m, issue)), m.covered(words), p) for p, m in phrases if m.content)
    fit, back, phrase = max(near, default=(0.0, 0.0, ""))
    return _Match(issue, fit, f"it is alike to “{phrase}” of “{issue.label}” ({fit:.2f})", back) if fit >= ENOUGH else None


def _alike(words: Meaning, phrase: Meaning, issue: Issue) -> float:
    return words.bare.alike(phrase.bare) if _on_one_thing(words, phrase, issue) else 0.0


def _on_one_thing(words: Meaning, phrase: Meaning, issue: Issue) -> bool:
    """Say whether an object can speak of an issue at all: of one that a person did not write, by words in common that are no names.

    Word vectors alone bring everything about one region together ("the sovereignty of Ukraine", "troops in Ukraine").
    """
    shared = words.topics & phrase.topics
    return issue.source == "codebook" or len(shared) >= min(SHARED, len(phrase.topics))


def _towards(position: Position, words: Meaning, issue: Issue) -> bool:
    """Say whether object and proposition point in opposite directions, in those of their parts that speak of one thing."""
    proposed = parts(issue.proposition) or [meaning(issue.proposition)]
    named = parts(" ".join(c.quote for c in position.object)) or [words]
    pairs = [(len(stems(a.content) & stems(b.content)), -n, -m) for n, a in enumerate(named) for m, b in enumerate(proposed)]
    _, n, m = max(pairs)
    return named[-n].is_against != proposed[-m].is_against


def _turned(position: Position, words: Meaning, match: _Match) -> Position:
    """Give the position on its issue: turned round where object and proposition point in opposite directions."""
    opposite = _towards(position, words, match.issue)
    stance = _TURNED.get(position.stance, position.stance) if opposite else position.stance
    told = "the issue points the other way, so" if opposite else "the issue points the same way, so"
    why = f"{position.why}; {match.why}; {told} {stance.value}"
    return replace(position, issue=match.issue.id, stance=stance, why=why)
