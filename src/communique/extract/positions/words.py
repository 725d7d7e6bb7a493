"""The words that say where somebody stands, from `data/positions.yml` and `data/polarity.yml`."""

from collections.abc import Mapping
from functools import cache

from communique.extract.saying import lemmas
from communique.model.kinds import PositionStance
from communique.model.memory import remembered
from communique.model.parse import Parse
from communique.reference.lexicon import lexicon, lists

FILE = "positions.yml"


@cache
def stances(section: str) -> Mapping[str, PositionStance]:
    """Give the stance of each word of a section ("call-for"); a word of two stances has the first."""
    found: dict[str, PositionStance] = {}
    for stance in PositionStance:
        for word in lists(FILE, section).get(stance.value, frozenset()):
            found.setdefault(word, stance)
    return found


@cache
def by_head(section: str) -> Mapping[str, tuple[tuple[str, PositionStance], ...]]:
    """Give for each noun or adjective of a section the prepositions of its object, with the stance."""
    found: dict[str, list[tuple[str, PositionStance]]] = {}
    for word, stance in sorted(stances(section).items()):
        head, _, preposition = word.rpartition("-")
        found.setdefault(head, []).append((preposition, stance))
    return {head: tuple(pairs) for head, pairs in found.items()}


@cache
def words(section: str, field: str = "words") -> frozenset[str]:
    """Give the words of a list of `positions.yml`."""
    return lists(FILE, section)[field]


@cache
def refused() -> Mapping[str, tuple[str, ...]]:
    """Give the nouns that with "no" say what their owner will not do, with the prepositions of their object."""
    found: dict[str, list[str]] = {}
    for word in sorted(words("refused")):
        head, _, preposition = word.rpartition("-")
        found.setdefault(head, []).append(preposition)
    return {head: tuple(some) for head, some in found.items()}


@cache
def works_against() -> frozenset[str]:
    """Give the words that work against what they take: verbs, their nouns, and words of denial."""
    return lists("polarity.yml", "limiting")["words"]


@remembered
def lemma(parse: Parse, i: int) -> str:
    """Give the lemma of token `i` in lower case; of one that was lemmatised badly ("criticis"), the word of the lexicon that it is."""
    own = parse.tokens[i].lemma.lower()
    if parse.tokens[i].upos == "VERB" and (verb := _irregular().get(parse.text(i).lower())):
        return verb
    form = parse.text(i).lower()
    if (
        parse.tokens[i].upos == "VERB"
        and form.endswith("ing")
        and not parse.children(i, "obj")
        and form in {**stances("judgements"), **stances("tastes")}
    ):
        return form  # "called it appalling"
    if parse.tokens[i].upos == "NOUN" and own not in _vocabulary() and own.removesuffix("s") in _vocabulary():
        return own.removesuffix("s")  # a plural that was lemmatised as a name at the head of a sentence
    if own in _vocabulary() or parse.tokens[i].upos != "VERB":
        return own
    return min(lemmas(parse, i) & _vocabulary(), default=own)


def places(parse: Parse, name: str) -> tuple[int, ...]:
    """Give the tokens of a lemma, in order."""
    return _by_lemma(parse, 0).get(name, ())


@remembered
def _by_lemma(parse: Parse, first: int) -> Mapping[str, tuple[int, ...]]:
    """Give the tokens from `first` on by their lemmas."""
    found: dict[str, list[int]] = {}
    for i in range(first, len(parse.tokens)):
        found.setdefault(lemma(parse, i), []).append(i)
    return {name: tuple(tokens) for name, tokens in found.items()}


@cache
def _irregular() -> Mapping[str, str]:
    """Give the verbs of irregular past forms, which are often lemmatised badly ("fought")."""
    pairs = (entry.partition("-") for entry in words("irregular"))
    return {form: verb for form, _, verb in pairs}


@cache
def _vocabulary() -> frozenset[str]:
    """Give the first word of every entry, verbs that work against their object included."""
    known = lexicon(FILE)
    entries = (entry for name in known.names for listed in known[name].values() for entry in listed)
    return frozenset(entry.partition("-")[0] for entry in entries) | works_against()
