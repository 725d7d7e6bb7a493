"""What a force makes of an act: giving to come is agreed to, harm to come is threatened, giving denied is rejected.

Source: the PLOVER 2.0 manual (openeventdata/PLOVER, CC BY-SA 4.0) on AGREE, REJECT and THREATEN, and its table of CAMEO codes.
"""

from dataclasses import dataclass

from communique.extract.events.force import Force, Told
from communique.extract.events.words import plover

GIVING = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE"})
HARM = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})
CONFLICT = HARM | {"MOBILIZE"}


@dataclass(frozen=True, slots=True)
class Turned:
    """A type and mode, and why where a force changed them."""

    type: str
    mode: str | None
    why: str | None = None


def turned(type_: str, mode: str | None, told: Told) -> Turned | None:
    """Give what an act of a type is in a force; None where it then is no act ("did not attack")."""
    if told.negated:
        return _negated(type_, told)
    if told.force is Force.FACT or (told.planned and type_ in CONFLICT):
        return Turned(type_, mode)
    if type_ in GIVING:
        return Turned("AGREE", None, f"“{told.by}”: {type_} to come") if type_ != "AGREE" else Turned(type_, mode)
    if type_ in HARM:
        return Turned("THREATEN", threatened(type_), f"“{told.by}”: {type_} to come")
    return Turned(type_, mode)


def _negated(type_: str, told: Told) -> Turned | None:
    if type_ in GIVING:
        return Turned("REJECT", asked(type_), f"not {type_}")
    if type_ in CONFLICT and told.force is Force.FUTURE:
        return Turned("AGREE", None, f"no {type_} to come")
    return None


def vowed(content: str | None) -> str:
    """Give what a vow of an act is: harm a threat, a refusal a refusal, all else a promise."""
    if content in HARM or content == "THREATEN":
        return "THREATEN"
    return "REJECT" if content == "REJECT" else "AGREE"


def asked(content: str | None) -> str | None:
    """Give PLOVER's mode of REQUEST and REJECT for the act that is asked for or refused."""
    return plover().asked.get(content or "")


def threatened(content: str | None) -> str | None:
    """Give PLOVER's mode of THREATEN for the act that is threatened."""
    return plover().threats.get(content or "")
