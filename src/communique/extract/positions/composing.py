"""Composing: what a denial or a condition beside a word makes of its stance, and how the derivation tells it."""

from communique.extract.positions.clause import is_conditional, is_denied
from communique.extract.positions.taking import TURNED
from communique.extract.positions.words import lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance


def composed(parse: Parse, i: int, stance: PositionStance) -> PositionStance | None:
    """Turn a stance by denial and condition; None where the clause then says nothing of where its subject stands."""
    denied = is_denied(parse, i)
    if is_conditional(parse, i) and not (denied and not ends_denial(parse, i)):
        return S.CONDITIONAL
    return _denied(parse, i, stance) if denied else stance


def _denied(parse: Parse, i: int, stance: PositionStance) -> PositionStance | None:
    """Give what a denial makes of a stance: what a word leaves open, does not say, or turns round."""
    name = lemma(parse, i)
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
    reason = "a condition stands beside it" if now is S.CONDITIONAL else "a denial turns it round"
    return f", {reason}, so {now.value}"
