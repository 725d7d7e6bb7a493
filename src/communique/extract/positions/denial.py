"""Denial: whether a word is denied, by itself, by what it takes, by its subject or by the word above it."""

from communique.extract.positions.words import lemma, words
from communique.extract.subjects import subject
from communique.model.memory import remembered
from communique.model.parse import ROOT, Parse

_JOINED = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "xcomp")
"""Relations of what "neither … nor" stands before, so that it denies the word that takes them."""


@remembered
def is_denied(parse: Parse, i: int) -> bool:
    """Say whether a word is denied: by "not", by "neither … nor" before what it takes, or by "refuse to", if that is not denied too."""
    around = parse.children(i, "advmod", "det", "cc", "case")
    longer = [k for c in around if parse.text(c).lower() == "longer" for k in parse.children(c)]  # "will no longer allow it"
    own = any(is_denying(parse, c) and not _is_before_only(parse, i, c) for c in (*around, *longer))
    return (own or _takes_neither(parse, i)) != _is_denied_above(parse, i)


def _is_denied_above(parse: Parse, i: int) -> bool:
    """Say whether the verb above an infinitive denies it: by refusing, or by its own denial, which is meant of the infinitive."""
    above = parse.tokens[i].head
    if above == ROOT or not parse.related(i, "xcomp"):
        return False
    name = lemma(parse, above)
    return (name in words("denial", "refusing") and not is_denied(parse, above)) or (
        name in words("denial", "raising") and is_denied(parse, above)
    )


def is_withheld(parse: Parse, i: int) -> bool:
    """Say whether the will to do something is denied, of which no stance on the thing follows ("never pledged to support it")."""
    above = parse.tokens[i].head
    if above == ROOT or not parse.related(i, "xcomp") or not is_denied(parse, above):
        return False
    willing = words("linked", "governing") - words("denial", "raising") - words("denial", "refusing")
    return lemma(parse, above) in willing


def is_denying(parse: Parse, c: int) -> bool:
    """Say whether a token is a word of denial."""
    return parse.text(c).lower() in words("denial", "denying")


def is_none(parse: Parse, c: int) -> bool:
    """Say whether a token says that there is none or little of what it stands for or before."""
    return parse.text(c).lower() in words("denial", "none")


def _is_before_only(parse: Parse, i: int, c: int) -> bool:
    """Say whether a "not" is that of "not only": another one beside it still denies ("not only would I not support it")."""
    later = c + 1 < len(parse.tokens) and parse.text(c + 1).lower() in words("denial", "only")
    return later and parse.text(c).lower() in words("denial", "bare") and (parse.tokens[c + 1].head == i or parse.tokens[c].head == c + 1)


def does_only(parse: Parse, i: int) -> bool:
    """Say whether something "would only" do what it does, by which speakers mean what is bad in it, whatever the verb."""
    return any(parse.text(c).lower() in words("denial", "only") for c in parse.children(i, "advmod")) and not is_only(parse, i)


def is_only(parse: Parse, i: int) -> bool:
    """Say whether "not" stands before "only", "just": the rest is told all the same."""
    told = [c for c in parse.children(i, "advmod", "cc") if c and parse.text(c).lower() in words("denial", "only")]
    return any(parse.text(c - 1).lower() in words("denial", "bare") for c in told)


def is_rare(parse: Parse, i: int) -> bool:
    """Say whether something is so at times or just so, of which no stance follows ("rarely supports bans", "barely backs it")."""
    above = parse.tokens[i].head
    governing = (above,) if above != ROOT and parse.related(i, "xcomp", "obj") else ()
    return any(parse.text(c).lower() in words("denial", "rare") for n in (i, *governing) for c in parse.children(n, "advmod"))


def _takes_neither(parse: Parse, i: int) -> bool:
    """Say whether "neither" stands before the first of several that a word takes or that do it."""
    shared = subject(parse, i) if parse.related(i, "conj") and not parse.children(i, "nsubj") else None
    taken = (*parse.children(i, *_JOINED), *((shared,) if shared is not None else ()))
    return any(parse.text(c).lower() == "neither" for t in taken for c in parse.children(t, "cc"))
