"""Composing: what a denial or a condition beside a word makes of its stance, and how the derivation tells it."""

from communique.extract.positions.clause import is_conditional
from communique.extract.positions.denial import is_denied
from communique.extract.positions.taking import TURNED
from communique.extract.positions.words import lemma, stances, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance
_REASONS = {S.CONDITIONAL: "a condition stands beside it", S.UNDECIDED: "a denial leaves it open"}
"""What a stance became of another by, where it was not turned round."""


def composed(parse: Parse, i: int, stance: PositionStance, *, word: str | None = None) -> PositionStance | None:
    """Turn the stance of token `i` or of `word` before it by denial and condition; None where it then says nothing."""
    denied = is_denied(parse, i)
    if is_conditional(parse, i) and not (denied and not ends_denial(parse, i)):
        return S.CONDITIONAL
    if denied and _is_between(parse, i, stance):
        return S.UNDECIDED
    return _denied(word or lemma(parse, i), stance) if denied else stance


def _is_between(parse: Parse, i: int, stance: PositionStance) -> bool:
    """Say whether "neither … nor" denies a word and its contrary too ("neither supports nor opposes it")."""
    above = parse.tokens[i].head
    first = above if parse.related(i, "conj") else i
    if not any(parse.text(c).lower() == "neither" for c in parse.children(first, "advmod", "cc")):
        return False
    others = {stances("verbs").get(lemma(parse, k)) for k in (first, *parse.children(first, "conj")) if k != i}
    return bool(others & ({S.SUPPORTS, S.ACCEPTS} if stance is S.REJECTS else {S.REJECTS}))


def _denied(name: str, stance: PositionStance) -> PositionStance | None:
    """Give what a denial makes of a word's stance: what it leaves open, does not say, or turns round."""
    if name in words("denied_open"):
        return S.UNDECIDED
    if name in words("denied_against") and stance is S.DEMANDS:
        return S.REJECTS
    if name in words("denied_only") and stance is S.REJECTS:
        return S.SUPPORTS
    silent = name in words("denied_silent") or (stance is S.REJECTS and name not in words("denied_opposition"))
    return None if silent else TURNED.get(stance)


def ends_denial(parse: Parse, i: int) -> bool:
    """Say whether a condition would end a denial ("not until", "not unless"), as "does not favour it if …" does not."""
    marks = {parse.text(c).lower() for a in parse.children(i, "advcl") for c in parse.children(a, "mark", "advmod")}
    return bool(marks & {"until", "unless"})


def because(parse: Parse, i: int, was: PositionStance, now: PositionStance) -> str:
    """Give the rest of a derivation: what turned the stance, and what it is now."""
    if was is now:
        return f", so {now.value}"
    return f", {_REASONS.get(now, 'a denial turns it round')}, so {now.value}"
