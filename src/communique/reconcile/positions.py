"""Positions on issues: each is brought to the issue that its object speaks of, and its stance turned towards the issue's proposition."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.model.issue import Issue
from communique.model.kinds import PositionStance
from communique.model.mention import Position
from communique.reconcile.meaning import Meaning, meaning, parts, stems

ENOUGH = 0.55
"""Likeness from which on an object is taken to speak of an issue."""
SHARED = 2
"""Words, names left out, that an object shares with an issue that was not written by a person."""
_TURNED = {
    PositionStance.DEMANDS: PositionStance.REJECTS,
    PositionStance.SUPPORTS: PositionStance.REJECTS,
    PositionStance.ACCEPTS: PositionStance.REJECTS,
    PositionStance.REJECTS: PositionStance.SUPPORTS,
}


@dataclass(frozen=True, slots=True)
class _Match:
    """An issue, how well it fits (1 is best) and why."""

    issue: Issue
    fit: float
    why: str


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
    words = meaning(" ".join(c.quote for c in position.object or position.cites[:1]))
    found = sorted((m for issue, phrases in known if (m := _match(words, issue, phrases))), key=lambda m: (-m.fit, m.issue.id))
    if not found or (len(found) > 1 and found[1].fit == found[0].fit and found[0].issue.parent != found[1].issue.id):
        return position
    return _turned(position, words, found[0])


def _match(words: Meaning, issue: Issue, phrases: Sequence[tuple[str, Meaning]]) -> _Match | None:
    """Give how an object fits an issue: a term whose words all stand in it, else a phrase that is alike in meaning."""
    terms = [(t, meaning(t)) for t in issue.terms if issue.source == "codebook"]
    named = [t for t, m in terms if words.names(m)]
    if named:
        longest = max(named, key=lambda t: (len(meaning(t).content), t))
        return _Match(issue, 1 + len(meaning(longest).content), f"“{longest}” is a term of “{issue.label}”")
    if issue.source == "proposed":
        shared = meaning(issue.proposition).topics
        return _Match(issue, 1 + len(shared), f"it speaks of “{issue.label}” too") if words.is_about(shared) else None
    near = ((words.bare.alike(m.bare), p) for p, m in phrases if m.content and _on_one_thing(words, m, issue))
    fit, phrase = max(near, default=(0.0, ""))
    return _Match(issue, fit, f"it is alike to “{phrase}” of “{issue.label}” ({fit:.2f})") if fit >= ENOUGH else None


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
