"""What talks are part of: standing formats, and larger gatherings on whose sidelines they are held."""

from communique.extract.phrases import case, form
from communique.extract.talks.vicinity import Vicinity, rank_of
from communique.model.parse import Parse
from communique.model.span import Span


def formats_of(vicinity: Vicinity) -> tuple[int, ...]:
    """Give the heads of the standing formats that the talks belong to: "session of the NATO-Russia Council", "talks in the … format"."""
    parse, sentence = vicinity.parse, vicinity.parse.sentence_of(vicinity.occasion.trigger)
    found = []
    for i in range(sentence.first, sentence.last):
        if form(parse, i) not in vicinity.words.formats or not _is_name(parse, i):
            continue
        before = parse.related(i, "compound", "nmod:poss") and parse.tokens[i].head in vicinity.occasion.nodes
        if before or (case(parse, i) in _WITHIN and rank_of(vicinity, i) is not None):
            found.append(i)
    return tuple(found)


def _is_name(parse: Parse, i: int) -> bool:
    """Say whether a noun ends a name: "the NATO-Russia Council", "the Normandy format"."""
    return parse.tokens[i].upos == "PROPN" or any(parse.tokens[c].upos == "PROPN" for c in parse.children(i, "compound"))


def margins_of(vicinity: Vicinity) -> Span | None:
    """Give the words that tell on whose sidelines the talks are: "sidelines of the G20 summit"."""
    parse, words = vicinity.parse, vicinity.words
    sentence = parse.sentence_of(vicinity.occasion.trigger)
    for i in range(sentence.first, sentence.last):
        if form(parse, i) in words.margins and case(parse, i) in ("on", "at") and rank_of(vicinity, i) is not None:
            larger = next((c for c in parse.children(i, "nmod") if case(parse, c) == "of"), i)
            return parse.span((i, larger))
    return None


_WITHIN = frozenset(["of", "within", "through", "in", "under", "at"])
