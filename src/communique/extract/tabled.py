"""What somebody's own draft lays down is what they ask for: a position of the proposer on each binding provision."""

from collections.abc import Iterable, Iterator

from communique.model.ids import mention_id
from communique.model.kinds import Kind, PositionStance, ProvisionKind, Stance
from communique.model.mention import Position, Provision, Voice

_BINDING = frozenset({ProvisionKind.PROHIBITION, ProvisionKind.OBLIGATION})


def tabled(provisions: Iterable[Provision], positions: Iterable[Position]) -> Iterator[Position]:
    """Yield what proposers demand by their drafts, in order of the provisions; words that hold a position already are left to it."""
    taken = {c for p in positions for c in p.object}
    for provision in provisions:
        who = provision.proposed_by
        if who is not None and who.actor and provision.kind in _BINDING and not taken & set(provision.content):
            named = tuple(c for c in (who.cite, provision.agreement) if c)
            yield Position(
                id=mention_id(provision.content[0].report, Kind.POSITION, [c.span for c in provision.content]),
                actor=who,
                object=provision.content,
                stance=PositionStance.DEMANDS,
                why="it is what a draft of the actor's own lays down, so demands",
                expressed=False,
                according_to=(Voice(None, Stance.REPORTS, None, named or provision.content),),
                cites=tuple(sorted({*provision.content, *named})),
            )
