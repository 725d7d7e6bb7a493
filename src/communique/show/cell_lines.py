"""A cell's positions as lines: each in the words of its report, from whose it is to what it is for or against, and those in no cell."""

from collections.abc import Iterable, Iterator

from communique.model.mention import Position
from communique.show.index import Index, one_line

NEAR = 90
"""Characters between two words of a position within which the words between them are shown too."""
LONGEST = 240
MOST = 15
"""Most positions on no issue that are listed."""


def position_line(position: Position, index: Index) -> str:
    """Give a position: its label, the report's own words for it, the actor's own stance where it was turned, and the place."""
    inferred = "" if position.expressed else ", inferred"
    words, tellers = in_context(position, index), _tellers(position, index)
    place = index.place((position.object or position.cites)[0])
    return f"{index.labels[position.id]} {position.stance.value}{inferred}: “{words}”{tellers}, {place}"


def _tellers(position: Position, index: Index) -> str:
    """Give who says that somebody else stands there; the outlet's own words, and an actor's own, need no teller."""
    others = [v.by for v in position.according_to if v.by and v.by != position.actor.actor and v.statement]
    return "".join(f", as told by {index.name(by)}" for by in dict.fromkeys(others))


def in_context(position: Position, index: Index) -> str:
    """Give the words of a report that hold a position, from the first that it rests on to its object's last, cut where they are long."""
    first, last = min(position.object or position.cites), max(position.object or position.cites)
    start, end = first.start, last.end
    for cite in sorted((c for c in position.cites if c.report == first.report), reverse=True):
        if cite.start < start and start - cite.end <= NEAR and end - cite.start <= LONGEST:
            start = cite.start
        elif cite.end > end and cite.start - end <= NEAR and cite.end - start <= LONGEST:
            end = cite.end
    text = one_line(index.reports[first.report].text[start:end])
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def unplaced_lines(positions: Iterable[Position], index: Index) -> Iterator[str]:
    """Yield the positions that are in no cell: on no issue of the dossier, or of nobody known; as far as they are not too many."""
    rest = sorted(
        (p for p in positions if p.issue is None or p.actor.actor is None), key=lambda p: (p.cites[0].report, p.cites[0].start, p.id)
    )
    if not rest:
        return
    yield f"On no issue of this dossier, or of nobody known by name ({len(rest)}); name issues in dossier.toml to have more in the grid:"
    for position in rest[:MOST]:
        yield f"  {index.called(position.actor) or 'somebody not named'}: {position_line(position, index)}"
    if len(rest) > MOST:
        yield f"  and {len(rest) - MOST} more: communique show DOSSIER positions"
