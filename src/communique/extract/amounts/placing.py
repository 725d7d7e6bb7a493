"""Whose a figure is: every position, condition, commitment and event in whose words it stands, else the statement that holds it.

What none of them holds is an entry of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.model.citation import Citation
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.mention import Commitment, Condition, Event, Figure, Mention, Number, Position, Provision, Statement


def with_figures(mentions: Iterable[Mention], figures: Sequence[Figure]) -> Iterator[Mention]:
    """Yield the mentions with the figures that stand in their words, then the numbers that stand in none's.

    A statement has those that no smaller entry has. Events come with those of their own clauses.
    """
    found = [_own(m, figures) for m in mentions]
    held = [f.cite.span for m in found if isinstance(m, Event | Provision | Position | Condition | Commitment) for f in m.figures]
    left = [f for f in figures if not any(f.cite.span.overlaps(s) for s in held)]
    for mention in found:
        if isinstance(mention, Statement) and (inside := _within(mention.content, left)):
            left = [f for f in left if f not in inside]
            yield replace(mention, figures=inside)
        else:
            yield mention
    yield from (_alone(f) for f in left)


def _alone(figure: Figure) -> Number:
    id_ = mention_id(figure.cite.report, Kind.NUMBER, [figure.cite.span])
    return Number(id_, figure, f"“{figure.cite.quote}” counts something, and no other entry holds it", (figure.cite,))


def _own(mention: Mention, figures: Sequence[Figure]) -> Mention:
    if not isinstance(mention, Provision | Position | Condition | Commitment):
        return mention
    inside = _within(_words(mention), figures)
    return replace(mention, figures=inside) if inside else mention


def _words(mention: Provision | Position | Condition | Commitment) -> tuple[Citation, ...]:
    if isinstance(mention, Condition):
        return (*mention.condition, *mention.consequence)
    if isinstance(mention, Provision):
        return mention.content
    return mention.object if isinstance(mention, Position) else mention.wording


def _within(words: Iterable[Citation], figures: Sequence[Figure]) -> tuple[Figure, ...]:
    spans = [c.span for c in words]
    return tuple(f for f in figures if any(s.covers(f.cite.span) for s in spans))
