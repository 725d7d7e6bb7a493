"""States that no table knows, told by how the report speaks of them: a demonym before an office, "in", a minister of its own.

The network takes such a name for a person's now and then; a name with a title, an honorific or a given name stays one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.extract.actors.places import is_silent, party_of
from communique.model.parse import Entity, Parse
from communique.model.span import Span
from communique.reference import Tables

_WITHIN = frozenset({"in", "into", "throughout", "inside", "across", "within"})
_OWN = (
    "airspace army border capital coast constitution currency economy embassy exports frontier government military navy parliament "
    "people ports soil sovereignty territory troops waters"
)
_OWNED = frozenset(_OWN.split())
_MINISTRIES = ("foreign-ministry", "defence-ministry", "interior-ministry", "finance-ministry", "trade-ministry", "energy-ministry")
_OF_STATES = frozenset({*_MINISTRIES, "government", "parliament"})
_SHORT = 2
_STEMS = ("", "a", "e", "i", "o", "ia", "land")
_LANDS = ("ia", "land", "stan")
_DEMONYMS = ("an", "ian", "n", "ean", "ese", "i", "ish", "vian")


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A state without an entry: its name, the places of it, and those of its adjective."""

    name: str
    places: tuple[Span, ...]
    adjectives: tuple[Span, ...]


def states_of(parse: Parse, tables: Tables) -> Iterator[Unlisted]:
    """Yield the names of one word, taken for persons', that the report speaks of as of states."""
    found: dict[str, list[int]] = {}
    for entity in parse.entities:
        if entity.label == "PER" and (i := _single(parse, entity)) is not None and not is_silent(parse, entity.start):
            found.setdefault(parse.text(i), []).append(i)
    whole = {w for e in parse.entities if e.label == "PER" for w in parse.report.text[e.start : e.end].split()[1:]}
    capitals = [(i, w) for i, t in enumerate(parse.tokens) if t.upos == "ADJ" and (w := parse.text(i))[:1].isupper()] if found else []
    for name, tokens in found.items():
        adjectives = [i for other, places in found.items() if _is_demonym(other, name) for i in places]
        adjectives += [i for i, word in capitals if _is_demonym(word, name)]
        used = [i for i in adjectives if party_of(parse, i, tables) is not None]
        if name not in whole and not _is_called(parse, tokens, tables) and (used or _is_land(parse, tokens, tables)):
            spans = tuple(parse.tokens[i].span for i in tokens)
            yield Unlisted(name, spans, tuple(sorted({parse.tokens[i].span for i in adjectives})))


def _single(parse: Parse, entity: Entity) -> int | None:
    inside = parse.tokens_in(Span(entity.start, entity.end))
    return inside[0] if len(inside) == 1 else None


def _is_demonym(word: str, name: str) -> bool:
    """Say whether a word is the adjective of a name: "Zemblan" of "Zembla", "Ruritanian" of "Ruritania"."""
    if word == name or not word[:1].isupper() or word[: _SHORT + 1] != name[: _SHORT + 1]:
        return False
    bases = (name[: len(name) - len(end)] for end in _STEMS if name.endswith(end))
    return any(len(base) > _SHORT and word == base + ending for base in bases for ending in _DEMONYMS)


def _is_called(parse: Parse, tokens: Iterable[int], tables: Tables) -> bool:
    """Say whether a name has an honorific or an office right before it somewhere ("Mr. Hartz", "President Hartz")."""
    before = [parse.text(i - 1) for i in tokens if i > 0]
    return any(w in tables.honorifics or tables.office(w) is not None for w in before)


def _is_land(parse: Parse, tokens: Sequence[int], tables: Tables) -> bool:
    """Say whether a name has what states have, and is one that things happen in or that ends as states' names do."""
    owns = any(_owns(parse, i, tables) for i in tokens)
    inside = any(parse.text(c).lower() in _WITHIN for i in tokens for c in parse.children(i, "case"))
    return owns and (inside or parse.text(tokens[0]).endswith(_LANDS))


def _owns(parse: Parse, i: int, tables: Tables) -> bool:
    if not parse.related(i, "nmod:poss"):
        return False
    owned = parse.tokens[i].head
    words = parse.report.text[parse.tokens[i].end : parse.tokens[owned].end].lstrip("'’s ")
    office = tables.office(words)
    return parse.text(owned).lower() in _OWNED or (office is not None and office.entry.body in _OF_STATES)
