"""Names that several actors share, given to the one that the report names otherwise: "Brussels" to the EU or NATO, "the North" to a Korea.

Where the report names none of them, or two, the name stays nobody's.
"""

from collections.abc import Iterator, Sequence

from communique.extract.actors.metonyms import stands_for_government
from communique.extract.actors.places import Place, is_silent
from communique.model.parse import Parse
from communique.reference import SharedName, Tables

_MODIFIES = ("compound", "amod", "flat", "nmod:desc")


def shared(parse: Parse, tables: Tables, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the places at which a shared name stands for the one actor of it that `places` name."""
    named = {p.entry.key: p.entry for p in places}
    held = {i for p in places for i in range(p.span.start, p.span.end)}
    for name in tables.shared:
        meant = [named[key] for key in name.of if key in named]
        if len(meant) != 1:
            continue
        for i, token in enumerate(parse.tokens):
            free = parse.text(i) == name.name and token.start not in held and not is_silent(parse, token.start)
            if free and _stands(parse, i, name, tables):
                yield Place(token.span, meant[0], "of the actors that it may be, the one that this report names")


def _stands(parse: Parse, i: int, name: SharedName, tables: Tables) -> bool:
    """Say whether the word at `i` can be the actor: a seat that acts or is dealt with, or a name with "the" and no noun behind it."""
    if name.articled:
        before = parse.text(i - 1).lower() if i else ""
        return before == "the" and not parse.related(i, *_MODIFIES) and not parse.children(i, "compound", "amod", "flat")
    return stands_for_government(parse, i, tables)
