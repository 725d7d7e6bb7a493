"""Where a condition is joined to a consequence, by the tree and by its marker."""

from collections.abc import Iterator

from communique.extract.conditions.clauses import clause, opened, turned
from communique.extract.conditions.joining import Joined
from communique.extract.conditions.linked import alternative, none_without, otherwise, otherwise_here
from communique.extract.conditions.nominal import any_such, day, held_out, on_condition, phrase
from communique.model.parse import Parse

_WAYS = (clause, turned, opened, held_out, on_condition, phrase, day, any_such, otherwise_here, alternative, none_without)
"""The ways in which words of one sentence are a condition with its consequence; the first that reads a word counts."""


def joined(parse: Parse) -> Iterator[Joined]:
    """Yield every condition with its consequence, in order of the text. A marker that asks ("asked if") is none."""
    for n, sentence in enumerate(parse.sentences):
        for i in range(sentence.first, sentence.last):
            if found := next((j for way in _WAYS if (j := way(parse, i))), None):
                yield found
        if n and (linked := otherwise(parse, parse.sentences[n - 1], sentence)):
            yield linked
