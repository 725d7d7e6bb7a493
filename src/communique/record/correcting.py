"""Set a field of an entry to what a person says. What a person can say in one line is a text, a yes or no, one of a set, a date, or who."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from communique.errors import DateError, RecordError
from communique.model.actor import Who
from communique.model.dates import When
from communique.record.entries import Entry

E = TypeVar("E", bound=Entry)

_ANSWERS = {"true": True, "false": False}
_FIXED = frozenset({"id", "why"})


def corrected(entry: E, after: Mapping[str, str | None]) -> E:
    """Give the entry with the fields of `after` set.

    A `Who` becomes that actor with the words it had, a `When` that EDTF date. RecordError where a field or a value cannot be.
    """
    changed: dict[str, Any] = {name: _value(entry, name, value) for name, value in after.items()}
    result: E = replace(entry, **changed)
    return result


def explained(entry: E, corrections: Mapping[str, str]) -> E:
    """Give the entry with a `why` that names who corrected which field, and why it was read as it was; `corrections` is field to person.

    An entry that has no `why`, or that nobody corrected, stays as it is.
    """
    if not corrections or not hasattr(entry, "why"):
        return entry
    people = dict.fromkeys(corrections.values())
    said = (f"{', '.join(sorted(f for f, by in corrections.items() if by == person))} corrected by {person}" for person in people)
    result: E = replace(entry, why=f"{', '.join(said)}; read as: {entry.why}")  # type: ignore[arg-type]  # asked above
    return result


def before(entry: Entry, names: Mapping[str, str | None]) -> dict[str, str | None]:
    """Give what the fields named were read as, in the form in which a correction is written."""
    return {name: _written(getattr(entry, name)) for name in names if name in _correctable(entry)}


def who_fields(entry: Entry, names: Mapping[str, str | None]) -> dict[str, str]:
    """Give those of the fields that name an actor, with the actor's id."""
    return {name: value for name, value in names.items() if value is not None and _correctable(entry).get(name) is Who}


def _value(entry: Entry, name: str, value: str | None) -> object:
    kind = _correctable(entry).get(name)
    if kind is None:
        possible = ", ".join(sorted(_correctable(entry)))
        raise RecordError(f"{entry.id}: {name!r} of this entry cannot be corrected. Give one of: {possible}.")
    optional = NoneType in get_args(get_type_hints(type(entry))[name])
    if value is None and (optional or kind in (Who, When)):
        return None if optional else _unknown(getattr(entry, name))
    if value is None:
        raise RecordError(f"{entry.id}: {name!r} cannot be left unknown. Give a value, or reject the entry.")
    make = _MAKERS.get(kind)
    try:
        return make(getattr(entry, name), value) if make else kind(value)
    except (ValueError, KeyError, DateError) as error:
        raise RecordError(f"{entry.id}: {value!r} cannot be the {name} of this entry ({error}).") from error


def _correctable(entry: Entry) -> dict[str, Any]:
    hints = get_type_hints(type(entry))
    kinds = {f.name: _alone(hints[f.name]) for f in fields(entry) if f.name not in _FIXED}
    return {name: kind for name, kind in kinds.items() if kind in _MAKERS or (isinstance(kind, type) and issubclass(kind, Enum))}


def _alone(hint: Any) -> Any:
    known = [a for a in get_args(hint) if a is not NoneType] if get_origin(hint) is UnionType else [hint]
    return known[0] if len(known) == 1 else hint


def _unknown(was: Who | When) -> Who | When:
    return replace(was, actor=None) if isinstance(was, Who) else When(None, was.text, was.cite)


def _who(was: Who | None, value: str) -> Who:
    return Who(value, was.cite if was else None)


def _when(was: When | None, value: str) -> When:
    return When(value, was.text, was.cite) if was else When(value)


_MAKERS: Mapping[Any, Callable[[Any, str], object]] = {
    str: lambda _, value: value,
    bool: lambda _, value: _ANSWERS[value],
    Who: _who,
    When: _when,
}


def _written(value: object) -> str | None:
    if isinstance(value, Who):
        return value.actor
    if isinstance(value, When):
        return value.value
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)
