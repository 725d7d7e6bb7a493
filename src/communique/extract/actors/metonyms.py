"""Place or government: whether a seat of government or a building stands for those who decide there, by the words around it.

A city is a place unless something makes it a party: what it does, what it is asked, what is its own to decide, what is dealt with it.
"""

from communique.extract.saying import lemmas, saying
from communique.model.parse import Parse
from communique.reference import Metonyms, Tables
from communique.reference.scan import Hit

_WHERE = "at in inside outside near around behind opposite into onto beneath beside across through past within"
_LOCATIVE = frozenset(_WHERE.split())
_SUBJECT_OF = ("obj", "ccomp", "xcomp", "iobj")
_DEALT = {
    "with": "dealings",
    "between": "dealings",
    "against": "dealings",
    "towards": "dealings",
    "toward": "dealings",
    "from": "deeds",
    "to": "deeds",
    "on": "deeds",
    "of": "deeds",
    "by": "deeds",
}
"""Which list the word before a prepositional phrase must be of. "from": a signal; "on": pressure; "of": criticism."""
_TRAVEL = frozenset({"mission", "line", "missile", "missiles", "delegation", "launch", "supply", "withdrawal", "move", "troop", "troops"})
"""Deeds that go to and from places as well ("a mission to Moscow")."""


def is_government(parse: Parse, hit: Hit, tables: Tables) -> bool:
    """Say whether a seat of government stands for the government: as subject, addressee, owner or other side of what governments do."""
    return stands_for_government(parse, _head(parse, hit), tables)


def stands_for_government(parse: Parse, name: int, tables: Tables) -> bool:
    """Say whether the place named by a phrase with head `name` stands for who governs there."""
    head = _first_of_list(parse, name)
    token, words = parse.tokens[head], tables.metonyms
    if token.head < 0:
        return False
    if _told_to(parse, head):
        return True
    if parse.related(head, "nsubj") and token.rel != "nsubj:pass":
        return _decides(parse, token.head, words)
    if parse.related(head, "nsubj", "obj", "iobj"):
        return bool(lemmas(parse, token.head) & words.pressing) and parse.tokens[token.head].upos == "VERB"
    if parse.related(head, "nmod:poss"):
        return _owns(parse, head, tables)
    return parse.related(head, "obl", "nmod") and _is_dealt_with(parse, head, words)


def is_where(parse: Parse, hit: Hit, words: Metonyms) -> bool:
    """Say whether a body's name is only a place here ("outside the Kremlin", "in front of the Kremlin", "on Capitol Hill")."""
    head = _head(parse, hit)
    cases = {parse.text(c).lower() for c in parse.children(head, "case")}
    fronting = parse.related(head, "nmod") and parse.text(parse.tokens[head].head).lower() == "front"
    return parse.related(head, "obl", "nmod") and (bool(cases & _LOCATIVE) or fronting or ("on" in cases and is_ground(parse, hit, words)))


def is_ground(parse: Parse, hit: Hit, words: Metonyms) -> bool:
    """Say whether a name ends in a word for ground: "Capitol Hill"."""
    return parse.text(hit.last - 1) in words.ground


def _head(parse: Parse, hit: Hit) -> int:
    return next((i for i in range(hit.first, hit.last) if not hit.first <= parse.tokens[i].head < hit.last), hit.last - 1)


def _first_of_list(parse: Parse, i: int) -> int:
    """Give the first name of a list that a name is in ("Washington, Seoul and Tokyo believe"): what holds of it holds of all."""
    while parse.related(i, "conj") and parse.tokens[parse.tokens[i].head].upos == "PROPN" and not parse.children(i, "case"):
        i = parse.tokens[i].head
    return i


def _decides(parse: Parse, i: int, words: Metonyms) -> bool:
    """Say whether only who decides can be the subject of token `i`: a verb of saying or acting, one with an object, or an attitude."""
    if parse.tokens[i].upos == "VERB":
        found = lemmas(parse, i)
        if found & (words.acting | saying().verbs) - words.staying:
            return True
        return not found & words.staying and (bool(parse.children(i, *_SUBJECT_OF)) or parse.tokens[i].rel == "acl:relcl")
    return parse.tokens[i].lemma.lower() in words.minded


def _owns(parse: Parse, i: int, tables: Tables) -> bool:
    """Say whether a possessed noun is a government's ("Ankara's demand", "Ankara's envoy"), not a town's ("Ankara's mayor")."""
    owned = parse.tokens[i].head
    lemma = parse.tokens[owned].lemma.lower()
    if lemma in tables.metonyms.municipal:
        return False
    return lemma in tables.metonyms.deeds or (tables.office(parse.text(owned)) is not None and not parse.children(owned, "appos", "flat"))


def _is_dealt_with(parse: Parse, i: int, words: Metonyms) -> bool:
    """Say whether a prepositional phrase makes the name a party: agent of a passive, other side of talks, addressee of an answer."""
    over, cases = parse.tokens[i].head, {parse.text(c).lower() for c in parse.children(i, "case")}
    lemma = parse.tokens[over].lemma.lower()
    if "by" in cases and parse.tokens[over].upos == "VERB":
        return parse.tokens[over].has("VerbForm=Part") and not lemmas(parse, over) & words.staying
    if lemma in _TRAVEL and cases & {"to", "from"}:
        return False
    lists = {"dealings": words.dealings, "deeds": words.deeds | words.dealings}
    return any(lemma in lists[_DEALT[c]] for c in cases if c in _DEALT)


def _told_to(parse: Parse, i: int) -> bool:
    """Say whether an infinitive follows, which the name is to do: "calls for Ankara to withdraw"."""
    if not any(parse.text(c).lower() == "for" for c in parse.children(i, "case", "mark")):
        return False
    behind = parse.subtree(i)[-1] + 1
    return behind + 1 < len(parse.tokens) and parse.text(behind).lower() == "to" and parse.tokens[behind + 1].upos in {"VERB", "AUX"}
