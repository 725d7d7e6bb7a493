"""Whose a figure is: every position, condition, commitment and event in whose words it stands, else the statement that holds it.

What none of them holds is an entry of its own.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.model.citation import Citation
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.mention import Commitment, Condition, Event, Figure, Mention, Number, Position, Provision, Statement
from communique.model.span import Span


def with_figures(mentions: Iterable[Mention], figures: Sequence[Figure]) -> Iterator[Mention]:
    """Yield the mentions with the figures that stand in their words, then the numbers that stand in none's.

    A statement has those that no smaller entry has. Events come with those of their own clauses.
    """
    standing = _Standing(figures)
    found = [_own(m, standing) for m in mentions]
    held = [f.cite.span for m in found if isinstance(m, Event | Provision | Position | Condition | Commitment) for f in m.figures]
    taken = {n for span in held for n in standing.near(span)}
    for mention in found:
        inside = [n for n in standing.within(mention.content) if n not in taken] if isinstance(mention, Statement) else []
        if isinstance(mention, Statement) and inside:
            taken.update(inside)
            yield replace(mention, figures=standing.at(inside))
        else:
            yield mention
    yield from (_alone(f) for n, f in enumerate(standing.figures) if n not in taken)


class _Standing:
    """The figures of a report by where they stand; only those near a span are looked at, so that long reports are no burden."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self.figures = sorted(figures, key=lambda f: f.cite.start)
        self._starts = [f.cite.start for f in self.figures]
        self._longest = max((len(f.cite.span) for f in self.figures), default=0)

    def near(self, span: Span) -> Iterator[int]:
        """Yield the places of the figures that overlap a span."""
        first, end = bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
        yield from (n for n in range(first, end) if self.figures[n].cite.span.overlaps(span))

    def within(self, words: Iterable[Citation]) -> list[int]:
        """Give the places of the figures that stand in one of these stretches, in order of the text."""
        return sorted({n for c in words for n in self.near(c.span) if c.span.covers(self.figures[n].cite.span)})

    def at(self, places: Iterable[int]) -> tuple[Figure, ...]:
        """Give the figures at these places."""
        return tuple(self.figures[n] for n in places)


def _alone(figure: Figure) -> Number:
    id_ = mention_id(figure.cite.report, Kind.NUMBER, [figure.cite.span])
    return Number(id_, figure, f"“{figure.cite.quote}” counts something, and no other entry holds it", (figure.cite,))


def _own(mention: Mention, standing: _Standing) -> Mention:
    if not isinstance(mention, Provision | Position | Condition | Commitment):
        return mention
    inside = standing.within(_words(mention))
    return replace(mention, figures=standing.at(inside)) if inside else mention


def _words(mention: Provision | Position | Condition | Commitment) -> tuple[Citation, ...]:
    if isinstance(mention, Condition):
        return (*mention.condition, *mention.consequence)
    if isinstance(mention, Provision):
        return mention.content
    return mention.object if isinstance(mention, Position) else mention.wording
