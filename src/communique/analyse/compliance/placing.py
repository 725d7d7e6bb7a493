"""What the names of a question do in it: who acts, where it is done, towards whom, near whom, and by whose consent.

No name is passed over: a second place, target, neighbour or consent is an error that says what to write instead.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.analyse.compliance import wording
from communique.analyse.compliance.wording import Remaining
from communique.errors import InputError
from communique.model.truth import Truth

PLACING = frozenset({"to", "in", "into", "inside", "within", "at", "over", "on"})
FACING = frozenset({"against", "with", "towards", "toward", "for"})
LEAVING = frozenset({"from"})
JOINED = (*PLACING, *FACING, *LEAVING, "territory", "soil", "and", "by", "as")
"""Words that belong to what stands beside them."""

DIRECT = frozenset(
    {
        "admit",
        "join",
        "apply",
        "train_abroad",
        "train_nuclear",
        "arm",
        "attack",
        "military_cooperation",
        "undermine_security",
        "sanction",
        "consult",
        "threaten",
    }
)
"""Actions whose object is another actor: "admits Finland", "trains Ukraine's army"."""

HOSTED = frozenset({"train_abroad", "train_nuclear", "arm", "attack", "use_infrastructure", "military_cooperation"})
"""Actions that take place in the state they are towards, unless another place is given."""

_DISTANCE = r"(?:to )?within [\d.,]+ (?:km|kilomet(?:re|er)s?|miles) (?:of|from)"
_EDGE = r"(?:border|frontier|coast)s?"
_NEAR_BEFORE = re.compile(
    rf"(?:{_DISTANCE}|near(?: to)?|close to|next to|along|beside|not far from|off)\s+(?:the |its |their )?(?:{_EDGE}(?: with| of)?\s+)?$"
    rf"|(?:(?:at|to|on|along|towards)\s+)?(?:the |its |their )?{_EDGE}\s+(?:with|of|to)\s+(?:the )?$",
    re.IGNORECASE,
)
_NEAR_BEHIND = re.compile(rf"(?:[’']s)?\s+{_EDGE}\b", re.IGNORECASE)
_UP_TO = re.compile(rf"(?:{_DISTANCE}|(?:at|to|on|along|near|close to|towards))\s+(?:the )?$", re.IGNORECASE)
"""Words that place an act beside a state, not in it: what is near a state may be in any other."""

_CONSENT = re.compile(
    r"(?P<how>with|without|at|by|on)\s+(?:the\s+)?(?:consent|agreement|invitation|invitations|request|approval)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CONSENT_BEHIND = re.compile(r"[’']s?\s+(?:consent|agreement|invitation|request|approval)\b", re.IGNORECASE)
_HOW = re.compile(r"(?P<how>with|without|at|by|on)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question: the actor's key, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Roles:
    """What names do: where it is done, and towards or near whom."""

    place: str | None = None
    target: str | None = None


def roles(words: Remaining, names: Sequence[Name], *, beside: Sequence[Name], action: str) -> Roles:
    """Give place and target by the preposition before each name; a state that the act is near is no place of it.

    Raise `InputError` for a second place, neighbour or target: one of them would be passed over.
    """
    places, targets = list[Name](), list(beside[:1])
    _only(words, beside[:1], beside[1:], "neighbours")
    for name in names:
        before = _before(words, name)
        if before in PLACING:
            _only(words, places, [name], "places")
            places.append(name)
        elif before in FACING or (before is None and action in DIRECT and not _is_listed(words, name)):
            _only(words, targets, [name], "targets")
            targets.append(name)
        elif before not in LEAVING:
            if _is_listed(words, name):
                _only(words, places, [name], "places")
                _only(words, targets, [name], "targets")
            raise _unclear(words, name)
    return Roles(*(next((n.key for n in some), None) for some in (places, targets)))


def _only(words: Remaining, some: Sequence[Name], more: Sequence[Name], kind: str) -> None:
    """Raise where a question has more of a kind than one."""
    if some and more:
        written = words.text[more[0].start : more[0].end]
        raise InputError(f"“{words.text}” names two {kind}. Ask of {written} in a question of its own, with its own figure.")


def _is_listed(words: Remaining, name: Name) -> bool:
    """Say whether a name stands behind a comma or "and"."""
    return re.search(r"(?:,|\band)\s+(?:the\s+)?$", words.text[: name.start], re.IGNORECASE) is not None


def _unclear(words: Remaining, name: Name) -> InputError:
    written = words.text[name.start : name.end]
    remedy = f"Write “in {written}” for a place, “near {written}” for a neighbour, “against {written}” for a target."
    return InputError(f"“{words.text}”: it is not clear what {written} does there. {remedy}")


def invited(words: Remaining, agreeing: Mapping[Name, Truth], host: str | None) -> Truth | None:
    """Say whether the host agreed; None where nobody's consent is told. Raise `InputError` for anybody's but the host's."""
    if not agreeing:
        return None
    first, *others = agreeing
    written = words.text[first.start : first.end]
    if other := next((n for n in others if n.key != first.key), None):
        asked = words.text[other.start : other.end]
        raise InputError(f"“{words.text}” names the consent of two. Ask of {asked} in a question of its own.")
    if len({*agreeing.values()}) > 1:
        raise InputError(f"“{words.text}” is put both with and without the consent of {written}. Leave one out.")
    if first.key != host:
        remedy = f"Write “in {written}” where it is done there; of the host, as in “in Moldova with the consent of Moldova”."
        raise InputError(f"“{words.text}”: {written} is not where it is done, and only a host's consent is asked. {remedy}")
    return agreeing[first]


def near(words: Remaining, name: Name) -> bool:
    """Say whether a question places its act beside a state, and take the words that say so out."""
    behind = _NEAR_BEHIND.match(words.text, name.end)
    found = (_UP_TO if behind else _NEAR_BEFORE).search(words.text, 0, name.start)
    if behind:
        words.drop(*behind.span())
    if found:
        words.drop(*found.span())
    return bool(found or behind)


def consent(words: Remaining, name: Name) -> Truth | None:
    """Say whether a question states a host's consent by its name ("with the consent of Moldova"), and take the words out; None if not."""
    behind = _CONSENT_BEHIND.match(words.text, name.end)
    found = (_HOW if behind else _CONSENT).search(words.text, 0, name.start)
    if found is None:
        return None
    words.drop(*found.span())
    if behind:
        words.drop(*behind.span())
    return Truth.NO if found["how"].casefold() == "without" else Truth.YES


def _before(words: Remaining, name: Name) -> str | None:
    """Give the preposition before a name, past "the territory of"; None where no word stands between it and what was understood."""
    left = words.rest[: name.start].split(wording.TAKEN)[-1]
    said = re.findall(r"\w+", left.casefold())
    told = [w for w in said if w in PLACING | FACING | LEAVING]
    if told[:1] == ["on"] and not {"territory", "soil"} & {*said}:
        return "against"  # "sanctions on Iran" are towards it
    return told[0] if told else None
