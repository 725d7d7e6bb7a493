"""Parse → Mention: what one report says, each with the words it rests on."""

from collections.abc import Callable, Iterator, Sequence

from communique.extract.actors import named
from communique.extract.provisions import provisions
from communique.extract.statements import statements
from communique.extract.talks import talks
from communique.model.actor import Named
from communique.model.mention import Mention
from communique.model.parse import Parse
from communique.reference import Tables

__all__ = ["READINGS", "mentions"]

Reading = Callable[[Parse, Sequence[Named], Tables], Iterator[Mention]]
"""Reads mentions of one kind from a parse, given the report's actors."""

READINGS: tuple[Reading, ...] = (
    statements,
    talks,
    provisions,
)
"""What is read after the actors, in this order. A new kind of mention is one file and one line here."""


def mentions(parse: Parse, tables: Tables) -> Iterator[Mention]:
    """Yield what a report says: its actors first, then its statements, talks and provisions, each kind in order of the text.

    `Who.actor` in a mention is the id of one of the actors yielded before.
    """
    actors = tuple(named(parse, tables))
    yield from actors
    for reading in READINGS:
        yield from reading(parse, actors, tables)
