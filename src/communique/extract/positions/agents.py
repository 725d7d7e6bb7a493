"""Agents: whose attitude a verb tells, also where the subject stands in another clause, or where a participle has none."""

from communique.extract.phrases import case
from communique.extract.positions.clause import is_ing
from communique.extract.positions.denial import is_denied
from communique.extract.positions.words import lemma, words
from communique.extract.saying import saying
from communique.extract.subjects import subject
from communique.model.parse import ROOT, Parse

_DASHES = frozenset({"—", "–", "-", "--"})
_PLACE = 8
"""Words that a dateline can have before its dash."""


def agent(parse: Parse, i: int) -> int | None:
    """Give whose attitude a verb tells: its subject; of a passive its agent, None where none is named."""
    if parse.children(i, "nsubj:pass", "aux:pass") or is_reduced(parse, i):
        return next(iter(parse.children(i, "obl:agent")), None)
    who = next((c for c in parse.children(i, "nsubj") if parse.text(c).lower() == "who"), 0)
    if who and parse.tokens[who - 1].upos in {"NOUN", "PROPN"}:
        return who - 1
    if who and (one := _one_of(parse, parse.tokens[i].head)) is not None:
        return one
    if (author := _text_of(parse, i)) is not None:
        return author
    if parse.related(i, "acl") and not parse.related(i, "acl:relcl") and is_ing(parse, i) and not parse.children(i, "nsubj"):
        return _behind_noun(parse, i)
    return _behind_dateline(parse, i, subject(parse, i))


def _behind_noun(parse: Parse, i: int) -> int | None:
    """Give of whom a participle behind a noun tells ("senators opposing the deal", "Norway's statement condemning it")."""
    above = parse.tokens[i].head
    if lemma(parse, above) in saying().utterances or lemma(parse, above) in words("holders", "suits"):
        return _utterer(parse, above)
    return None if parse.children(i, "mark") else _addressing(parse, above)


def _addressing(parse: Parse, i: int) -> int | None:
    """Give of whom a participle behind a noun tells: the noun, or who writes to them ("letters to members calling for a truce")."""
    text = parse.tokens[i].head
    written = text != ROOT and parse.related(i, "nmod") and case(parse, i) == "to" and lemma(parse, text) in words("holders", "suits")
    return _utterer(parse, text) if written else i


def _utterer(parse: Parse, i: int) -> int | None:
    """Give whose words a noun tells of: its owner, from or by whom it is, else the subject of what governs it."""
    owners = [*parse.children(i, "nmod:poss"), *(c for c in parse.children(i, "nmod") if case(parse, c) in {"by", "from"})]
    if owners:
        return owners[0]
    return subject(parse, parse.tokens[i].head) if parse.related(i, "obj", "obl") else None


def is_reduced(parse: Parse, i: int) -> bool:
    """Say whether a verb is a participle that tells by whom something is done ("the bill backed by the unions")."""
    return parse.related(i, "acl", "advcl") and not is_ing(parse, i) and bool(parse.children(i, "obl:agent"))


def _one_of(parse: Parse, i: int) -> int | None:
    """Give who is said to be "among those" or "one of those" of whom a relative clause tells."""
    if i == ROOT or parse.text(i).lower() != "those":
        return None
    be = i if parse.children(i, "cop") else parse.tokens[i].head
    among = case(parse, i) in {"among", "of"} and be != ROOT and bool(parse.children(be, "cop")) and not is_denied(parse, be)
    return next(iter(parse.children(be, "nsubj")), None) if among else None


def _text_of(parse: Parse, i: int) -> int | None:
    """Give who adopts or writes a text that takes a stance ("adopted a resolution condemning it")."""
    while parse.related(i, "conj") and not parse.children(i, "nsubj") and parse.tokens[parse.tokens[i].head].upos == "VERB":
        i = parse.tokens[i].head  # "a resolution condemning it and calling for a truce"
    above = parse.tokens[i].head
    if above == ROOT or not parse.related(i, "acl") or lemma(parse, above) not in words("holders", "suits"):
        return None
    verb = parse.tokens[above].head
    made = verb != ROOT and parse.related(above, "obj", "obl") and lemma(parse, verb) in words("acts", "making")
    return subject(parse, verb) if made and not parse.children(verb, "aux:pass") else None


def _behind_dateline(parse: Parse, i: int, found: int | None) -> int | None:
    """Give the subject that the tree took for an apposition of the place of a dateline ("KELVA — Ada Lund rejected …")."""
    if found is None or parse.related(found, "nsubj:pass"):
        return found
    first = parse.sentence_of(i).first
    opens = found == first and parse.text(found).isupper() and len(parse.text(found)) > len("UNO")
    dashes = [k for k in range(first, min(first + _PLACE, i)) if parse.text(k) in _DASHES]
    if not opens or not dashes:
        return found
    behind = [c for c in (*parse.children(found, "appos"), *parse.children(i, "nsubj")) if c > dashes[0]]
    return min(behind, default=found)
