"""Whether positions, conditions and commitments of several reports are the same: one actor, one matter, about one time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from communique.model.actor import Actor, Who
from communique.model.citation import Citation
from communique.model.dates import When
from communique.model.days import Days, days
from communique.model.mention import Commitment, Condition, Position
from communique.model.report import Report
from communique.reconcile.grouping import Likeness, Pair, candidates
from communique.reconcile.nearness import apart_in_days
from communique.reconcile.wording import gist

MOST = 80
"""Entries that may share a key."""
FEW_DAYS = 2
"""Days between two reports of one position that names no day; what is said later is said again."""
ALIKE_OBJECT, ALIKE_PART = 0.6, 0.5
"""Share of the words' weight that two objects, or two halves of a condition, have in common."""

LIGHTEST = 1.5
"""Weight of the words that two objects on no issue have in common: "this law" may be any."""

T = TypeVar("T", Position, Condition, Commitment)
Published = Mapping[str, Days | None]


def published_days(reports: Iterable[Report]) -> dict[str, Days | None]:
    """Give the days on which reports may have been published, by their ids."""
    return {r.id: days(r.published.value or "") for r in reports}


def same_positions(positions: Sequence[Position], published: Published) -> dict[Pair, Likeness]:
    """Give the pairs of positions that are the same: actor, issue, stance, and the same day or reports of the same days."""
    return _pairs(positions, _position_key, lambda a, b: _positions_alike(a, b, published))


def _position_key(position: Position) -> Iterable[str]:
    if position.actor.actor:
        yield f"{position.actor.actor}\n{position.issue}\n{position.stance}"


def _positions_alike(a: Position, b: Position, published: Published) -> Likeness | None:
    gap = _gap(a.on, b.on, a.cites[0], b.cites[0], published)
    one, other = gist(_text(a.object or a.cites)), gist(_text(b.object or b.cites))
    words = one.shared(other)
    if gap is None or gap > FEW_DAYS or (a.issue is None and (words < ALIKE_OBJECT or one.common(other) < LIGHTEST)):
        return None
    on = "on the same issue" if a.issue else f"towards like words ({words:.0%} shared)"
    return Likeness(0.5 + words / 2, f"the same actor takes the same stance {on} within {FEW_DAYS} days")


def same_conditions(conditions: Sequence[Condition], actors: Mapping[str, Actor]) -> dict[Pair, Likeness]:
    """Give the pairs of conditions that are the same: the speaker's side, kind, and like words in both halves."""
    return _pairs(conditions, lambda c: _side_keys(c.speaker, c.kind, actors), _conditions_alike)


def _conditions_alike(a: Condition, b: Condition) -> Likeness | None:
    shares = [gist(_text(x)).shared(gist(_text(y))) for x, y in ((a.condition, b.condition), (a.consequence, b.consequence))]
    if min(shares) < ALIKE_PART:
        return None
    return Likeness(
        sum(shares) / 2, f"the same side and kind, with like words: {shares[0]:.0%} of the condition, {shares[1]:.0%} of the rest"
    )


def same_commitments(commitments: Sequence[Commitment], actors: Mapping[str, Actor]) -> dict[Pair, Likeness]:
    """Give the pairs of commitments that are the same: who promised, dates that can be one, and like words."""
    return _pairs(commitments, lambda c: _side_keys(c.by, "", actors), _commitments_alike)


def _commitments_alike(a: Commitment, b: Commitment) -> Likeness | None:
    first, second = days(a.on.value or ""), days(b.on.value or "")
    share = gist(_text(a.wording)).shared(gist(_text(b.wording)))
    if share < ALIKE_PART or (first and second and not first.overlaps(second)):
        return None
    return Likeness(share, f"promised by the same side in like words ({share:.0%} shared)")


def _pairs(some: Sequence[T], keys: Callable[[T], Iterable[str]], alike: Callable[[T, T], Likeness | None]) -> dict[Pair, Likeness]:
    known = {one.id: one for one in some}
    pairs = candidates({i: keys(one) for i, one in known.items()}, most=MOST)
    return {(a, b): like for a, b in pairs if (like := alike(known[a], known[b]))}


def _side_keys(who: Who, kind: str, actors: Mapping[str, Actor]) -> Iterable[str]:
    if actor := actors.get(who.actor or ""):
        yield f"{actor.country or actor.id}\n{kind}"


def _gap(one: When, other: When, here: Citation, there: Citation, published: Published) -> int | None:
    """Give the days between two entries by their own dates, else by their reports'; None where nobody knows."""
    first = days(one.value or "") or published.get(here.report)
    second = days(other.value or "") or published.get(there.report)
    if here.report == there.report and one.value == other.value:
        return 0
    return None if first is None or second is None else apart_in_days(first, second)


def _text(cites: Iterable[Citation]) -> str:
    return " ".join(c.quote for c in cites)
