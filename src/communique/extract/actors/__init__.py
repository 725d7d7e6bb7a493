"""Actors: one `Named` for each referent of a report, from its entities, its chains and the tables."""

from collections.abc import Iterator

from communique.extract.actors.building import named_of
from communique.extract.actors.referents import Cast
from communique.model.actor import Named
from communique.model.parse import Parse
from communique.reference import Tables

__all__ = ["named"]


def named(parse: Parse, tables: Tables) -> Iterator[Named]:
    """Yield the actors that a report names, in order of their first place: each once, with all its places, names and roles.

    `cites[0]` is the fullest name; then follow all places in order of the text, pronouns and nouns of its chain too.
    """
    yield from named_of(Cast.of(parse, tables))
