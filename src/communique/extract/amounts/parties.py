"""Of what, where and for whom a number is: "$300 million in aid to Chad", "3,000 soldiers to Norway", "two tons of grain"."""

from dataclasses import dataclass

from communique.extract.amounts.counting import Counted
from communique.extract.amounts.numerals import FILE, PERCENT
from communique.extract.phrases import case, form
from communique.model.parse import ROOT, Parse
from communique.reference.lexicon import lists

_IN = frozenset({"in", "at", "on", "near", "inside", "across", "along", "within", "outside", "throughout"})
_TO = frozenset({"to", "into"})
_FOR = frozenset({"to", "for"})
_HELD = frozenset({"of", "in"})
_PLACES = frozenset({"LOC"})
_NAMES = frozenset({"LOC", "ORG", "NORP", "PER"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Of what, where and for whom a number is, each as the report words it."""

    of: str | None = None
    place: str | None = None
    recipient: str | None = None


def parties(parse: Parse, found: Counted) -> Parties:
    """Give of what, where and for whom a number is, as far as its own clause tells."""
    core = found.noun if found.noun is not None else found.head
    near = _near(parse, core)
    around = [*near, *(d for c in near if case(parse, c) in _HELD and not _name(parse, c, _PLACES) for d in parse.children(c, "nmod"))]
    place = next((n for c in around if case(parse, c) in _IN | _TO and (n := _name(parse, c, _PLACES))), None)
    given = next((n for c in around if (parse.related(c, "iobj") or case(parse, c) in _FOR) and (n := _name(parse, c, _NAMES))), None)
    money = found.noun is None and found.unit not in (None, PERCENT)
    return Parties(_of(parse, found, near), None if money and place == given else place, given)


def _near(parse: Parse, core: int) -> tuple[int, ...]:
    """Give the phrases behind a number's noun, and those behind the verb whose object it is."""
    above = parse.tokens[core].head
    governed = above != ROOT and parse.related(core, "obj", "nsubj:pass") and parse.tokens[above].upos == "VERB"
    return (*parse.children(core, "nmod"), *(parse.children(above, "obl", "iobj") if governed else ()))


def _name(parse: Parse, i: int, labels: frozenset[str]) -> str | None:
    """Give the name that a token stands in."""
    at = parse.tokens[i].start
    name = next((e for e in parse.entities if e.label in labels and e.start <= at < e.end), None)
    return parse.report.text[name.start : name.end] if name else None


def _of(parse: Parse, found: Counted, near: tuple[int, ...]) -> str | None:
    """Give what a measure holds ("tons of grain") and what money is given as ("in aid")."""
    noun = found.noun
    measured = noun is not None and bool({form(parse, noun), parse.tokens[noun].lemma.lower()} & lists(FILE, "measures")["words"])
    wanted = _HELD if noun is None and found.unit is not None else {"of"} if measured else set()
    held = next((c for c in near if _holds(parse, c, wanted)), None)
    return form(parse, held) if held is not None else None


def _holds(parse: Parse, i: int, wanted: frozenset[str] | set[str]) -> bool:
    """Say whether a phrase tells what is measured: behind one of the prepositions, and neither a name nor a number nor a time."""
    return case(parse, i) in wanted and parse.tokens[i].upos != "NUM" and not _name(parse, i, _NAMES) and not _timed(parse, i)


def _timed(parse: Parse, i: int) -> bool:
    return any(t.start <= parse.tokens[i].start < t.end for t in parse.times)
