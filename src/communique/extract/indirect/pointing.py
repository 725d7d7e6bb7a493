"""Nouns that only point to what is told elsewhere (`that claim`, `a move`), and bare names: alone, they tell nothing of what is said."""

from communique.extract.indirect.acts import acts
from communique.model.parse import Parse

_NAME = ("compound", "flat", "det", "nmod:desc", "case", "punct")


def only_points(parse: Parse, i: int) -> bool:
    """Say whether a noun stands with nothing but "that", "a" or "the" and points elsewhere: "that claim", "such a step", "the reports"."""
    beside = [c for c in parse.children(i) if parse.tokens[c].upos != "PUNCT"]
    if parse.tokens[i].upos != "NOUN" or any(not parse.related(c, "det", "det:predet", "case") for c in beside):
        return False
    shown = any(parse.tokens[c].has("PronType=Dem") for c in beside)
    return shown or parse.tokens[i].lemma.lower() in acts().pointing


def is_bare_name(parse: Parse, i: int) -> bool:
    """Say whether a noun phrase is a name and nothing else: to endorse somebody is an act, and tells no words."""
    return parse.tokens[i].upos == "PROPN" and all(parse.related(c, *_NAME) for c in parse.children(i))
