"""Groups of states that are told by what they did: "countries that joined the bloc after 1997". They have those words and no members."""

from collections.abc import Iterator

from communique.extract.actors.places import is_silent
from communique.extract.saying import lemmas
from communique.model.parse import Parse
from communique.model.span import Span

_STATES = frozenset({"country", "state", "nation", "republic", "member", "ally"})
_BELONGING = frozenset({"join", "enter", "accede", "leave", "quit", "belong", "sign", "ratify"})


def groups_of(parse: Parse) -> Iterator[Span]:
    """Yield the phrases for several states that a relative clause tells by what they joined, left or signed, without the article."""
    for i, token in enumerate(parse.tokens):
        plural = token.has("Number=Plur") and token.lemma.lower() in _STATES
        if not plural or is_silent(parse, token.start):
            continue
        verb = next((c for c in parse.children(i, "acl") if lemmas(parse, c) & _BELONGING and parse.children(c, "obj", "obl")), None)
        if verb is not None:
            yield _phrase(parse, i, verb)


def _phrase(parse: Parse, i: int, verb: int) -> Span:
    """Give the phrase from its first modifier to the end of the clause, up to a comma within it."""
    left = [n for c in parse.children(i, "amod", "compound", "nummod") if c < i for n in parse.subtree(c)]
    inside = [*left, i, *range(i + 1, parse.subtree(verb)[-1] + 1)]
    comma = next((n for n in inside if n > verb and parse.tokens[n].upos == "PUNCT"), inside[-1] + 1)
    return parse.span(tuple(n for n in inside if n < comma))
