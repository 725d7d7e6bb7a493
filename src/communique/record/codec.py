"""Nouns to JSON and back, driven by the fields and type hints of the frozen dataclasses.

Invariant: `decoded(type(noun), encoded(noun), texts) == noun`, or an error; never something a little different. A citation is checked
against its report's text again whenever it is decoded, so one that no longer resolves cannot come back to life.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from communique.errors import CitationError, RecordError
from communique.model.citation import Citation

Texts = Mapping[str, str]
"""Report id to report text."""

_Decoder = Callable[[Any, Texts], Any]  # Any: what json.loads gives, and a noun of any class

T = TypeVar("T")


def encoded(noun: object) -> str:
    """Give a noun as JSON: its fields in their order, every field written, no character lost (lone surrogates raise RecordError)."""
    try:
        payload = _JSON.encode(_plain(noun))
        payload.encode("utf-8")
    except UnicodeEncodeError as error:
        raise RecordError(
            f"{_named(noun)} holds half a character at {error.object[error.start - 20 : error.end]!r}. Decode it again."
        ) from error
    except ValueError as error:
        raise RecordError(f"{_named(noun)} holds a number that JSON cannot write: {error}. Leave it out.") from error
    return payload


def decoded(noun: type[T], payload: str, texts: Texts) -> T:
    """Give the noun of class `noun` back from its JSON; raise CitationError where a quote is not at its span in `texts`.

    RecordError says which field is missing or unknown: then the payload was written by another version, and a migration is missing.
    """
    try:
        value: T = _decoder(cast(Hashable, noun))(json.loads(payload), texts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"a stored {noun.__name__} cannot be read ({error}): {payload[:80]}… Read its report again.") from error
    return value


_ENCODERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Enum, lambda value: value.value),
    (str, lambda value: value),
    (int, lambda value: value),
    (float, lambda value: value),
    (bytes, lambda value: b64encode(value).decode("ascii")),
    (tuple, lambda value: [_plain(v) for v in value]),
    (dict, lambda value: {key: _plain(value[key]) for key in sorted(value)}),
)
"""How what is no dataclass is written, by its class; an enum may be a string too, and is its value."""


def _named(noun: object) -> str:
    return f"{type(noun).__name__} {getattr(noun, 'id', '')}".strip()


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_AS_THEY_ARE = frozenset({str, int, float, bool, NoneType})


def _plain(value: object) -> Any:
    kind: Any = type(value)
    return value if kind in _AS_THEY_ARE else _encoder(kind)(value)


@cache  # of types only, as `_decoder`
def _encoder(kind: Hashable) -> Callable[[Any], Any]:
    assert isinstance(kind, type)
    if is_dataclass(kind):
        names = tuple(f.name for f in fields(kind) if f.init)
        return lambda noun: {name: _plain(getattr(noun, name)) for name in names}
    return next((encode for known, encode in _ENCODERS if issubclass(kind, known)), _refused)


def _refused(value: object) -> Any:
    raise RecordError(f"{value!r} cannot be stored: the codec knows no {type(value).__name__}. Use a noun of communique.model.")


@cache  # of types only: pure, and a dossier decodes the same dozen classes many thousand times
def _decoder(hint: Hashable) -> _Decoder:
    if hint is Citation:
        return _citation
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda raw, _: hint(raw)
    if hint is bytes:
        return lambda raw, _: b64decode(raw, validate=True)
    if isinstance(hint, type) and hint in (str, int, float, bool):
        return _scalar((int, float) if hint is float else (hint,))
    return _generic(hint)


def _generic(hint: Hashable) -> _Decoder:
    arguments = get_args(hint)
    if get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        item = _decoder(arguments[0])
        return lambda raw, texts: tuple([item(r, texts) for r in raw])
    if get_origin(hint) is dict and arguments[0] is str:
        item = _decoder(arguments[1])
        return lambda raw, texts: {key: item(r, texts) for key, r in raw.items()}
    if get_origin(hint) in (Union, UnionType) and len(arguments) == 2 and NoneType in arguments:
        item = _decoder(next(a for a in arguments if a is not NoneType))
        return lambda raw, texts: None if raw is None else item(raw, texts)
    raise TypeError(f"the codec knows no {hint}")


def _scalar(allowed: tuple[type, ...]) -> _Decoder:
    def scalar(raw: Any, _: Texts) -> Any:
        if type(raw) not in allowed:
            raise TypeError(f"{raw!r} is not {allowed[-1].__name__}")
        return raw

    return scalar


def _citation(raw: Any, texts: Texts) -> Citation:
    report = raw["report"]
    if report not in texts:
        raise CitationError(f"an entry cites report {report}, which is not in the dossier. Read that report again.")
    return Citation(report, raw["start"], raw["end"], raw["quote"], texts[report])


def _dataclass(noun: type) -> _Decoder:
    hints = get_type_hints(noun)
    parts = {f.name: _decoder(hints[f.name]) for f in fields(noun) if f.init}
    needed = {f.name for f in fields(noun) if f.init and _is_needed(f)}

    def build(raw: Any, texts: Texts) -> Any:
        if raw.keys() != parts.keys():
            if unknown := raw.keys() - parts.keys():
                raise TypeError(f"unknown fields of {noun.__name__}: {', '.join(sorted(unknown))}")
            if missing := needed - raw.keys():
                raise TypeError(f"missing fields of {noun.__name__}: {', '.join(sorted(missing))}")
        return noun(**{name: parts[name](value, texts) for name, value in raw.items()})

    return build


def _is_needed(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING
