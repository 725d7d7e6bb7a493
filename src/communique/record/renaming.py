"""Put one actor in the place of another wherever entries name it, or nobody where it is no actor at all."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from communique.model.actor import Actor, Alias, Membership, Role, Who
from communique.model.citation import Citation
from communique.model.claim import Claim, Value
from communique.model.mention import Statement, Voice

T = TypeVar("T")

_NAMES: Mapping[type, str] = {Who: "actor", Voice: "by", Role: "of", Membership: "of", Statement: "on_behalf_of", Value: "value"}
"""Where a noun holds an actor's id."""

Names = Mapping[str, str | None]
"""An actor's id to the id in its place, None for nobody."""


def renamed(noun: T, names: Names) -> T:
    """Give the noun with every actor's id in it replaced; citations are the report's words and stay."""
    result: T = _renamed(noun, names) if names else noun
    return result


def joined(kept: Actor, gone: Actor, by: str) -> Actor:
    """Give the actor `kept` with all that was known of `gone`, whose name becomes an alias."""
    name = Alias(gone.name, f"merged by {by}", gone.cites)
    known = {a.name for a in kept.aliases} | {kept.name}
    return replace(
        kept,
        country=kept.country or gone.country,
        aliases=kept.aliases + tuple(a for a in (name, *gone.aliases) if a.name not in known),
        roles=_union(kept.roles, gone.roles),
        memberships=_union(kept.memberships, gone.memberships),
        cites=tuple(sorted({*kept.cites, *gone.cites})),
    )


def _union(ours: tuple[T, ...], theirs: tuple[T, ...]) -> tuple[T, ...]:
    return ours + tuple(t for t in theirs if t not in ours)


def _renamed(value: Any, names: Names) -> Any:
    if isinstance(value, tuple):
        return tuple([_renamed(v, names) for v in value if not _nobody(v, names)])
    if isinstance(value, dict):
        said = {key: _merged_values(_renamed(v, names)) for key, v in value.items()}
        return {key: v for key, v in said.items() if v}
    if isinstance(value, Citation) or not is_dataclass(value) or isinstance(value, type):
        return value
    return _fields_renamed(value, names)


def _fields_renamed(noun: Any, names: Names) -> Any:
    place = _NAMES.get(type(noun))
    changed = {f.name: _of_field(getattr(noun, f.name), names, is_name=f.name == place) for f in fields(noun)}
    different = {name: value for name, value in changed.items() if value is not getattr(noun, name)}
    return replace(noun, **different) if different else noun


def _of_field(value: Any, names: Names, *, is_name: bool) -> Any:
    if is_name:
        return names.get(value, value)
    new = _renamed(value, names)
    return value if new == value else new


def _nobody(value: object, names: Names) -> bool:
    """Say whether a value of a claim, or a membership, would name nobody: then it goes."""
    if isinstance(value, Value | Membership):
        return names.get(value.value if isinstance(value, Value) else value.of, "") is None
    return False


def _merged_values(values: tuple[Value, ...]) -> tuple[Value, ...]:
    mentions: dict[str, list[str]] = {}
    for v in values:
        mentions.setdefault(v.value, []).extend(v.mentions)
    return tuple(Value(value, tuple(sorted(set(found)))) for value, found in mentions.items())


def restated(claim: Claim, mention: str, after: Mapping[str, str | None]) -> Claim:
    """Give the claim with what `mention` now says of some fields, in place of what it was read to say."""
    values = dict(claim.values)
    for name in after.keys() & values.keys():
        others = [replace(v, mentions=tuple(m for m in v.mentions if m != mention)) for v in values[name]]
        said = after[name]
        mine = [Value(said, (mention,))] if said is not None else []
        values[name] = _merged_values(tuple(v for v in (*others, *mine) if v.mentions))
    return replace(claim, values=values)
