"""Positions on issues: each is brought to the issue that its object speaks of, and its stance turned towards the issue's proposition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from communique.model.issue import Issue
from communique.model.kinds import PositionStance
from communique.model.mention import Position
from communique.reconcile.concepts import FILE as SYNONYMS
from communique.reconcile.direction import is_against, is_altered
from communique.reconcile.meaning import Meaning, meaning, stems
from communique.reconcile.packages import SOURCE, package_of
from communique.reference.lexicon import lists

ENOUGH = 0.5
"""Share of an object, by weight, from which on what it has in common with an issue is what it speaks of."""
ALIKE = 0.6
"""Likeness of vectors from which on an object is taken to speak of an issue."""
_OTHER_WORDS = 0.95
"""Fit of an issue of which a term is named in other words: below that of a provision for its own words."""
_LEAST = 2
"""Words that two phrases have at least which can be alike."""
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
        return _turned(position, text, _Match(package, 1, f"it names “{package.label}”"))
    if is_talk(text):
        return position
    fits = (_match(words, issue, phrases) for issue, phrases in known if issue.source != SOURCE and not _is_reshaped(text, issue))
    found = sorted((m for m in fits if m), key=lambda m: (-m.fit, -m.back, m.issue.id))
    if not found or (len(found) > 1 and _is_tie(found[0], found[1])):
        return position
    return _turned(position, text, found[0])


def _is_reshaped(text: str, issue: Issue) -> bool:
    """Say whether an object is another shape of what an issue is about ("changes to the bill"), where the issue is not about that too."""
    about = meaning(issue.proposition).topics | stems(w for t in issue.terms for w in meaning(t).content)
    return is_altered(text, about) and not is_altered(issue.proposition, about)


def _is_tie(best: _Match, other: _Match) -> bool:
    """Say whether two issues fit alike, and neither is a part of the other."""
    return (best.fit, best.back) == (other.fit, other.back) and best.issue.parent != other.issue.id


def is_talk(text: str) -> bool:
    """Say whether words are about what is said or felt of a thing ("claims about the exercises"), and not about the thing."""
    opening = _OPENING.findall(_CLAUSE.split(text, maxsplit=1)[0].lower())
    return any(w in _talk() or w.removesuffix("s") in _talk() for w in opening)


@cache
def _talk() -> frozenset[str]:
    return lists(SYNONYMS, "talk")["words"] | {f"{w[:-1]}ies" for w in lists(SYNONYMS, "talk")["words"] if w.endswith("y")}


def _match(words: Meaning, issue: Issue, phrases: Sequence[tuple[str, Meaning]]) -> _Match | None:
    """Give how an object fits an issue: a term whose words all stand in it, else a phrase that is alike in meaning."""
    terms = [(t, meaning(t)) for t in issue.terms if issue.source == "codebook"]
    named = [t for t, m in terms if words.names(m)]
    if named:
        longest = max(named, key=lambda t: (len(meaning(t).content), t))
        return _Match(issue, 1 + len(meaning(longest).content), f"“{longest}” is a term of “{issue.label}”")
    if meant := [t for t, m in terms if words.means(m)]:
        return _Match(issue, _OTHER_WORDS, f"it has other words for “{max(meant, key=len)}”, a term of “{issue.label}”")
    if issue.source == "proposed":
        shared = stems(issue.terms)
        return _Match(issue, 1 + len(shared), f"it speaks of “{issue.label}” too") if words.is_about(shared) else None
    near = ((max(words.covered(m), _alike(words, m, issue)), m.covered(words), p) for p, m in phrases if m.content)
    fit, back, phrase = max(near, default=(0.0, 0.0, ""))
    return _Match(issue, fit, f"it is alike to “{phrase}” of “{issue.label}” ({fit:.2f})", back) if fit >= ENOUGH else None


def _alike(words: Meaning, phrase: Meaning, issue: Issue) -> float:
    """Give the likeness by vectors and stems, where it is enough; single words are too little to be alike in."""
    if min(len(words.bare.content), len(phrase.bare.content)) < _LEAST or not _on_one_thing(words, phrase, issue):
        return 0.0
    likeness = words.bare.alike(phrase.bare)
    return likeness if likeness >= ALIKE else 0.0


def _on_one_thing(words: Meaning, phrase: Meaning, issue: Issue) -> bool:
    """Say whether an object can speak of an issue at all: of one that a person did not write, by words in common that are no names.

    Word vectors alone bring everything about one region together ("the sovereignty of Ukraine", "troops in Ukraine").
    """
    shared = words.topics & phrase.topics
    return issue.source == "codebook" or len(shared) >= min(SHARED, len(phrase.topics))


def _is_opposite(text: str, issue: Issue) -> bool:
    """Say whether object and proposition point in opposite directions, each towards what they both speak of."""
    shared = meaning(text).topics & meaning(issue.proposition).topics  # names are at issue nowhere: "NATO" acts and is acted on
    named = shared or frozenset(t for term in issue.terms for t in stems(meaning(term).content))
    return is_against(text, named) != is_against(issue.proposition, named)


def _turned(position: Position, text: str, match: _Match) -> Position:
    """Give the position on its issue: turned round where object and proposition point in opposite directions."""
    opposite = _is_opposite(text, match.issue)
    stance = _TURNED.get(position.stance, position.stance) if opposite else position.stance
    told = "the issue points the other way, so" if opposite else "the issue points the same way, so"
    why = f"{position.why}; {match.why}; {told} {stance.value}"
    return replace(position, issue=match.issue.id, stance=stance, why=why)
