"""Acronyms that a report gives its names: "the National Fishermen's Union (NFU)" and "the NFU" are one, and why.

Only a bracket right behind the name, or initials that no other name of the report has, make two names one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.extract.actors.referents import Cast, Referent
from communique.model.actor import ActorKind
from communique.model.span import Span
from communique.reference.spelling import acronym_of, initials, plain

_GIVEN = re.compile(r"\s*(?:\(|, (?:or|known as) )(?:the )?[“\"']?(?P<acronym>[A-Z][A-Za-z.&-]{1,9})[”\"']?(?=[),; ])")
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.ALLIANCE, ActorKind.GROUP})
_LEAST = 3
"""Letters from which initials alone tell a name."""


_Free = Mapping[str, Sequence[Span]]
"""Places of acronyms by their letters."""


def with_acronyms(cast: Cast, referents: Sequence[Referent]) -> list[Referent]:
    """Give the referents with each acronym's places among those of the name that it is short for."""
    bodies = [r for r in referents if r.kind in _BODIES]
    short = {plain(r.name): r for r in bodies if acronym_of(r.name) and r.key is None}
    taken: set[int] = set()
    spelt = Counter(initials(r.name) for r in bodies)
    free: _Free | None = None
    for body in bodies:
        for acronym, why in (*_given(cast, body), *_spelt(body, spelt)):
            other = short.get(acronym)
            if other is not None and other is not body and id(other) not in taken:
                body.names.update(dict.fromkeys(other.names, why))
                body.others.update(other.others)
                taken.add(id(other))
            elif other is None:
                free = _free(cast) if free is None else free
                body.names.update(dict.fromkeys(_not_held(free.get(acronym, ()), referents), why))
    return [r for r in referents if id(r) not in taken]


def _given(cast: Cast, body: Referent) -> Iterator[tuple[str, str]]:
    """Yield the acronyms that stand in a bracket or behind "or" right after the name, and begin as it does."""
    text = cast.parse.report.text
    for span in sorted(body.names):
        found, name = _GIVEN.match(text, span.end), text[span.start : span.end]
        acronym = acronym_of(found["acronym"]) if found and " " in name else ""
        if found and acronym and acronym[0] == plain(name)[:1].upper() and ("(" in found[0] or acronym == initials(name)):
            yield acronym, f"acronym that the report gives for {' '.join(name.split())}"


def _spelt(body: Referent, spelt: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield a name's initials where no other name of the report has them."""
    letters = initials(body.name)
    if len(letters) >= _LEAST and spelt[letters] == 1:
        yield letters, f"initials of {body.name}, and of no other name in this report"


def _free(cast: Cast) -> _Free:
    """Give the names of a report that are acronyms, by their letters."""
    found: dict[str, list[Span]] = {}
    for i, token in enumerate(cast.parse.tokens):
        if token.upos == "PROPN" and (acronym := acronym_of(cast.parse.text(i))):
            found.setdefault(acronym, []).append(token.span)
    return found


def _not_held(places: Iterable[Span], referents: Iterable[Referent]) -> list[Span]:
    """Give the places that are no other actor's name."""
    held = {s.start for r in referents for s in r.names}
    return [p for p in places if p.start not in held]
