"""Conditions without a marker of their own: "leave or face sanctions", "They must leave. Otherwise …", "no withdrawal, no talks"."""

from communique.extract.conditions.joining import FILE, Joined, is_future, lemmas_of, own_words
from communique.model.parse import ROOT, Parse, Sentence
from communique.reference.lexicon import lists


def otherwise(parse: Parse, before: Sentence, here: Sentence) -> Joined | None:
    """Give "They must leave. Otherwise we will …": the condition is that what the sentence before asks for does not happen."""
    words = [i for i in range(here.first, here.last) if parse.tokens[i].upos != "PUNCT"]
    if len(words) < _SHORTEST or (linked := _linking(parse, words)) is None:
        return None
    marker, last = linked
    head, wanted = _clause_behind(parse, words, last), parse.root(before)
    wanted = next((c for c in parse.children(wanted, "ccomp") if not is_future(parse, wanted)), wanted)
    if head is None or not is_future(parse, head) or not _asks_for(parse, wanted):
        return None
    condition = tuple(i for i in range(before.first, before.last) if parse.tokens[i].upos != "PUNCT")
    rest = tuple(t for t in own_words(parse, head, ()) if t > last)
    return Joined(condition, rest, wanted, head, marker, negative=True) if condition and rest else None


_SHORTEST = 4
"""Words that a linking word and a clause have at least ("Otherwise we will act")."""


def _linking(parse: Parse, words: list[int]) -> tuple[str, int] | None:
    """Give the words that link a sentence to the one before, with the last of their tokens."""
    opening = [parse.text(i).lower() for i in words[:3]]
    for n in (3, 2, 1):
        if (told := " ".join(opening[:n])) in lists(FILE, "markers")["linked"]:
            return told, words[n - 1]
    return None


def _clause_behind(parse: Parse, words: list[int], last: int) -> int | None:
    """Give the first clause behind a linking word that tells what will be."""
    modals = [i for i in words if i > last and parse.related(i, "aux") and parse.tokens[i].head > last]
    return parse.tokens[modals[0]].head if modals else None


def _asks_for(parse: Parse, wanted: int) -> bool:
    """Say whether a clause asks for something: it must be, is ordered, or is asked of somebody."""
    return is_future(parse, wanted) or (
        bool(lemmas_of(parse, wanted) & lists(FILE, "markers")["asking"]) and bool(parse.children(wanted, "xcomp", "ccomp"))
    )


def otherwise_here(parse: Parse, i: int) -> Joined | None:
    """Give "They must leave, otherwise we will …" of one sentence, or of two that the parse takes for one."""
    head = parse.tokens[i].head
    if head == ROOT or not parse.related(i, "advcl", "advmod"):
        return None
    told = " ".join(parse.text(t).lower() for t in parse.subtree(i) if parse.tokens[t].upos != "PUNCT")
    if told not in lists(FILE, "markers")["linked"] or not is_future(parse, head):
        return None
    above = parse.tokens[head].head
    beside = () if above == ROOT else (*parse.children(above, "ccomp", "parataxis"), above)
    wanted = next((c for c in sorted(beside, reverse=True) if c < i and _asks_for(parse, c)), None)
    if wanted is None:
        return None
    rest = tuple(t for t in own_words(parse, head, parse.subtree(i)) if t > i)
    condition = tuple(t for t in parse.subtree(wanted) if t < i and t not in parse.subtree(head) and parse.tokens[t].upos != "PUNCT")
    return Joined(condition, rest, wanted, head, told, negative=True) if condition and rest else None


def alternative(parse: Parse, i: int) -> Joined | None:
    """Give "leave or face sanctions", "cross that line and we will act": an order and what comes without or with it."""
    head = parse.tokens[i].head
    if head == ROOT or not parse.related(i, "conj") or not is_ordered(parse, head):
        return None
    joint = parse.text(parse.subtree(i)[0]).lower()
    own = bool(parse.children(i, "nsubj")) and any(parse.text(c).lower() in _WILL for c in parse.children(i, "aux"))
    if not ((joint == "or" and (own or _is_harm(parse, i))) or (joint == "and" and own and not parse.children(head, "nsubj", "aux"))):
        return None
    rest = own_words(parse, i, ())
    condition = tuple(t for t in parse.subtree(head) if t not in parse.subtree(i) and t < i and parse.tokens[t].upos != "PUNCT")
    return Joined(condition, rest, head, i, joint, negative=joint == "or") if len(rest) > 1 and len(condition) > 1 else None


_WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})


def is_ordered(parse: Parse, head: int) -> bool:
    """Say whether a clause is an order, or an infinitive or a "must" that somebody is given."""
    bare = parse.text(head).lower() == parse.tokens[head].lemma.lower() and not parse.children(head, "nsubj", "aux", "mark", "cop")
    if bare and parse.tokens[head].upos == "VERB" and not parse.tokens[head].has("Tense=Past"):
        return True
    if parse.tokens[head].has("Mood=Imp") or any(parse.text(c).lower() in ("must", "should") for c in parse.children(head, "aux")):
        return not parse.children(head, "nsubj") or not parse.tokens[head].has("Mood=Imp")
    above = parse.tokens[head].head
    told = above != ROOT and parse.related(head, "xcomp", "ccomp") and lemmas_of(parse, above) & lists(FILE, "markers")["asking"]
    return bool(told) and parse.tokens[head].has("VerbForm=Inf")


def _is_harm(parse: Parse, i: int) -> bool:
    """Say whether what comes else is bad: a verb of harm, or a noun that the parser joined to one ("face sanctions")."""
    lemmas = frozenset().union(*(lemmas_of(parse, t) for t in (i, *parse.children(i, "compound"))))
    return bool(lemmas & (lists(FILE, "consequences")["harm"] - {"act", "cut", "stop", "close", "leave", "force"}))


def none_without(parse: Parse, i: int) -> Joined | None:
    """Give "no withdrawal, no talks": two nouns that are denied, the second something good or behind a question."""
    head = parse.tokens[i].head
    if head == ROOT or not parse.related(i, "parataxis", "conj", "appos", "dep") or parse.children(i, "cc") or head > i:
        return None
    if not (_is_none(parse, head) and _is_none(parse, i)) or len([c for c in parse.children(head) if _is_none(parse, c)]) > 1:
        return None
    between = parse.report.text[parse.tokens[head].end : parse.tokens[i].start]
    if "?" not in between and parse.tokens[i].lemma.lower() not in lists(FILE, "consequences")["help"]:
        return None
    rest = own_words(parse, i, ())
    condition = tuple(t for t in parse.subtree(head) if t < rest[0] and parse.tokens[t].upos != "PUNCT")
    return Joined(condition, rest, head, i, "no", negative=True)


def _is_none(parse: Parse, i: int) -> bool:
    return parse.tokens[i].upos == "NOUN" and any(parse.text(c).lower() == "no" for c in parse.children(i, "det"))
