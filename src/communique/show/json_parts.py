"""The building blocks of the record as JSON: citations, dates, who, voices."""

from collections.abc import Iterable

from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.dates import When
from communique.model.mention import Figure, Voice

Json = dict[str, object]
"""One JSON object; its values are what `json.dumps` takes."""


def cite(given: Citation | None) -> Json | None:
    """Give a citation, null for none."""
    return None if given is None else {"report": given.report, "start": given.start, "end": given.end, "quote": given.quote}


def cites(given: Iterable[Citation]) -> list[Json | None]:
    """Give citations by where they stand."""
    return [cite(c) for c in sorted(given)]


def when(given: When) -> Json:
    """Give a date with the words that it was read from."""
    return {"value": given.value, "text": given.text, "cite": cite(given.cite), "inferred": given.inferred, "why": given.why}


def who(given: Who | None) -> Json | None:
    """Give who it is and the words that name them, null for none."""
    return None if given is None else {"actor": given.actor, "cite": cite(given.cite)}


def whos(given: Iterable[Who]) -> list[Json | None]:
    """Give several, by who they are and where they are named."""
    return [who(w) for w in sorted(given, key=_who_order)]


def figures(given: Iterable[Figure]) -> list[Json]:
    """Give numbers by where they stand."""
    return [_figure(f) for f in sorted(given, key=lambda f: f.cite)]


def _figure(figure: Figure) -> Json:
    names: Json = {"value": _number(figure.value), "upper": None if figure.upper is None else _number(figure.upper), "unit": figure.unit}
    names |= {"bound": figure.bound, "of": figure.of, "place": figure.place, "recipient": figure.recipient}
    return names | {"cite": cite(figure.cite)}


def _number(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def voices(given: Iterable[Voice]) -> list[Json]:
    """Give who says so, by who they are."""
    return [_voice(v) for v in sorted(given, key=_voice_order)]


def _voice(voice: Voice) -> Json:
    return {"by": voice.by, "stance": voice.stance.value, "statement": voice.statement, "cites": cites(voice.cites)}


def _voice_order(voice: Voice) -> tuple[str, str, str, tuple[Citation, ...]]:
    return (voice.by or "", voice.stance.value, voice.statement or "", voice.cites)


def _who_order(who: Who) -> tuple[str, str, int, int]:
    return (who.actor or "", who.cite.report, who.cite.start, who.cite.end) if who.cite else (who.actor or "", "", -1, -1)
