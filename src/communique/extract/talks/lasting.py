"""How long talks lasted: a length that belongs to their noun or verb, as a figure."""

import re

from communique.extract.phrases import case, form
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.words import TalkWords
from communique.model.mention import Figure
from communique.model.parse import ROOT, Parse, Time

_LENGTH = re.compile(r"P(?:T(?P<n>\d+(?:\.\d+)?)(?P<clock>[HM])|(?P<m>\d+(?:\.\d+)?)(?P<calendar>[DWMY]))")
_CLOCK = {"H": "hour", "M": "minute"}
_CALENDAR = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_LONGER, _SHORTER = re.compile(r"\b(?:more than|at least)\b"), re.compile(r"\b(?:less than|up to|at most)\b")
_BEFORE = 12
"""Characters before a length in which "more than" stands; it is 9 long."""


def length(parse: Parse, occasion: Occasion, words: TalkWords) -> Figure | None:
    """Give how long talks lasted ("for nearly eight hours", "three-hour talks", "two days of talks"), None where nothing tells."""
    sentence = parse.sentence_of(occasion.trigger)
    for time in parse.times:
        inside = sentence.start <= time.start < sentence.end and time.type == "DURATION"
        found = _LENGTH.fullmatch(time.value or "") if inside else None
        if found and _theirs(parse, occasion, time):
            unit = _CLOCK[found["clock"]] if found["clock"] else _CALENDAR[found["calendar"]]
            cite = parse.report.cite(time.start, time.end)
            return Figure(float(found["n"] or found["m"]), unit, _bound(parse, time, words), "length", None, None, cite)
    return None


def _theirs(parse: Parse, occasion: Occasion, time: Time) -> bool:
    """Say whether a length is that of the talks: before their noun, counted by it, or how long their verb went on."""
    tokens = [i for i, t in enumerate(parse.tokens) if t.start < time.end and time.start < t.end]
    head = next((i for i in tokens if parse.tokens[i].head not in tokens), tokens[0])
    owner = parse.tokens[head].head
    if any(n in tokens for n in occasion.nodes):
        return True
    if owner in occasion.nodes and occasion.role is not Role.VERB:
        return case(parse, head) in ("", "of")
    if owner != ROOT and form(parse, owner) == "lasting" and {owner - 1, parse.tokens[owner].head} & {*occasion.nodes}:
        return True
    told = owner != ROOT and owner == occasion.predicate and occasion.role is not Role.ADJUNCT
    return told and (case(parse, head) == "for" or (case(parse, head) == "" and form(parse, owner) in _LASTED))


_LASTED = frozenset(["last", "lasts", "lasted", "lasting", "took", "ran"])


def _bound(parse: Parse, time: Time, words: TalkWords) -> str:
    """Give whether a length is exact, about, at least or at most what its number says."""
    around = parse.report.text[max(0, time.start - _BEFORE) : time.end].lower()
    if _LONGER.search(around):
        return "at_least"
    if _SHORTER.search(around):
        return "at_most"
    said = {*around.split()[:-1]}
    return next((bound for bound, forms in words.bounds.items() if said & forms), "exact")
