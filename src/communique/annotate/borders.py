"""Whole names: pieces of one name are joined, two names that ran together are parted, places taken for persons set right.

Names that training never saw are sometimes given in two pieces ("Gulzat" a person, "Marlenova" a place). In the tree they are one:
the parts of a name hang on its first word by `flat` (Universal Dependencies, names).
"""

from communique.model.parse import Entity, Parse
from communique.model.span import Span

_HYPHENS = ("-", "‐", "‑")
"""The signs that join double names."""

_BETWEEN_TWO = frozenset(
    ["call", "conversation", "summit", "meeting", "talk", "talks", "encounter", "dialogue", "exchange", "relationship"]
)
"""Lemmas of what two persons have together: "a Biden-Putin call" is one of Biden with Putin."""


def whole_names(parse: Parse) -> tuple[Entity, ...]:
    """Give the parse's PER, ORG and LOC entities, each a whole name of one: persons' pieces joined, what ran together parted, in order."""
    joined: list[Entity] = []
    for entity in sorted(_without_half_bracket(parse, e) for e in parse.entities):
        whole = _with_double_name(parse, entity) if entity.label == "PER" else entity
        if joined and _one_name(parse, joined[-1], whole):
            joined[-1] = Entity(joined[-1].start, max(joined[-1].end, whole.end), "PER")
        else:
            joined.append(whole)
    joined = [piece for entity in joined for piece in _parted(parse, entity, joined)]
    places = _places(parse, joined)
    return tuple(Entity(e.start, e.end, "LOC") if _words(parse, e) in places else e for e in joined)


def _without_half_bracket(parse: Parse, entity: Entity) -> Entity:
    """Give an entity without a bracket that it does not hold whole: of "UN) General Assembly" the longer side, of "Lund)" the name."""
    tokens = _tokens(parse, entity)
    texts = [parse.text(i) for i in tokens]
    if texts.count("(") == texts.count(")"):
        return entity
    cut = next(n for n, t in enumerate(texts) if t in {"(", ")"})
    side = max(tokens[:cut], tokens[cut + 1 :], key=len)
    return Entity(parse.tokens[side[0]].start, parse.tokens[side[-1]].end, entity.label) if side else entity


def _parted(parse: Parse, entity: Entity, others: list[Entity]) -> list[Entity]:
    """Give the two persons of a pair, an organisation's name as far as a preposition "to", any other entity as it is."""
    if entity.label == "ORG":
        return [_before_to(parse, entity)]
    tokens = _tokens(parse, entity)
    if entity.label != "PER" or len(tokens) != 3 or parse.text(tokens[1]) not in _HYPHENS or not _is_pair(parse, entity, others):
        return [entity]
    return [Entity(parse.tokens[i].start, parse.tokens[i].end, "PER") for i in (tokens[0], tokens[2])]


def _is_pair(parse: Parse, entity: Entity, others: list[Entity]) -> bool:
    """Say whether two surnames with a hyphen stand before what two have together, and nowhere else as one person's double name."""
    name = _words(parse, entity)
    if any(o != entity and name in _words(parse, o) and len(_words(parse, o)) > len(name) for o in others):
        return False
    inside = _tokens(parse, entity)
    heads = {parse.tokens[i].head for i in inside} - set(inside)
    return any(h > inside[-1] and parse.tokens[h].lemma.lower() in _BETWEEN_TWO for h in heads)


def _before_to(parse: Parse, entity: Entity) -> Entity:
    """Cut an organisation's name before the preposition "to" ("accession to the Alliance to States"); "Committee to Protect …" is whole."""
    tokens = _tokens(parse, entity)
    cut = next((n for n, i in enumerate(tokens) if n and parse.text(i) == "to" and parse.tokens[i].upos == "ADP"), None)
    return entity if cut is None else Entity(entity.start, parse.tokens[tokens[cut - 1]].end, entity.label)


def _places(parse: Parse, entities: list[Entity]) -> set[str]:
    """Give the one-word names taken for persons that something happens "in" somewhere in the report: nothing happens in a person.

    Only obliques count ("was arrested in Qasran"); what is in a person is a noun's ("trust in Merkel").
    """
    persons = [e for e in entities if e.label == "PER"]
    last_names = {_words(parse, e).split()[-1] for e in persons if " " in _words(parse, e)}
    found = set()
    for entity in persons:
        tokens = _tokens(parse, entity)
        if len(tokens) == 1 and _words(parse, entity) not in last_names and parse.tokens[tokens[0]].rel == "obl":
            cases = {parse.tokens[c].lemma for c in parse.children(tokens[0], "case")}
            found |= {_words(parse, entity)} if cases == {"in"} else set()
    return found


def _words(parse: Parse, entity: Entity) -> str:
    return parse.report.text[entity.start : entity.end]


def _one_name(parse: Parse, a: Entity, b: Entity) -> bool:
    """Say whether two neighbours are one person's name: only a space or hyphen between, and both persons or one flat name."""
    text = parse.report.text
    if b.start < a.end:
        return a.label == b.label == "PER"
    between = text[a.end : b.start]
    if between not in (" ", *_HYPHENS) or "PER" not in (a.label, b.label):
        return False
    return a.label == b.label or (a.label == "PER" and _flat(parse, a, b))


def _flat(parse: Parse, a: Entity, b: Entity) -> bool:
    """Say whether the first word of `b` hangs by `flat` on a word of `a`."""
    first, others = _tokens(parse, b), set(_tokens(parse, a))
    return bool(first) and parse.related(first[0], "flat") and parse.tokens[first[0]].head in others


def _with_double_name(parse: Parse, entity: Entity) -> Entity:
    """Widen a person's name by what a hyphen joins to its end: "Tremblay-Okafor"."""
    text, tokens = parse.report.text, parse.tokens
    last = max(_tokens(parse, entity), default=len(tokens))
    while last + 2 < len(tokens) and text[tokens[last].end : tokens[last + 2].start] in _HYPHENS and text[tokens[last + 2].start].isupper():
        last += 2
    return Entity(entity.start, tokens[last].end, entity.label) if last < len(tokens) else entity


def _tokens(parse: Parse, entity: Entity) -> tuple[int, ...]:
    return parse.tokens_in(Span(entity.start, entity.end))
