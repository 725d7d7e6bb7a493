"""Idioms of attitude: a verb with words beside it says where its subject stands ("took issue with", "threw its weight behind")."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from communique.extract.known import Known
from communique.extract.positions.denial import is_denied, is_denying, is_none
from communique.extract.positions.extents import extent, objects
from communique.extract.positions.issue import at_issue
from communique.extract.positions.words import by_head, lemma, stances
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance
_REASONS = ("over", "for")
_REACH = 9
"""Words behind the verb among which those of an idiom stand."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """A verb with the words beside it, `leading` to the object ("" for the verb's own), as it stands in a report."""

    told: str
    beside: tuple[int, ...]
    leading: str
    stance: PositionStance
    denied: bool


def idiom(parse: Parse, i: int) -> Idiom | None:
    """Give the idiom that a verb begins; one of many words goes before one of few."""
    denied = is_denied(parse, i)
    for words_, leading, stances_ in _entries().get(lemma(parse, i), ()):
        beside = _beside(parse, i, words_)
        if beside is None or not _taken(parse, i, beside, leading):
            continue
        refused = denied or any(is_none(parse, c) or is_denying(parse, c) for k in beside for c in parse.children(k, "det", "advmod"))
        stance = stances_[refused]
        if stance is not None:
            return Idiom(" ".join((parse.text(i), *words_, leading)).rstrip(), beside, leading, stance, refused)
    return None


def idiom_objects(known: Known, i: int, found: Idiom) -> Iterator[tuple[int, ...]]:
    """Yield what an idiom takes; of a person, what they are blamed for ("hit back at the minister over the tax")."""
    parse = known.parse
    heads = _taken(parse, i, found.beside, found.leading)
    if any(S.REJECTS in {s for _, s in by_head("nouns").get(lemma(parse, h), ())} and parse.children(h, "acl", "nmod") for h in heads):
        return  # "will not budge from its refusal to leave" is read at the noun
    at = [h for h in heads if at_issue(known, h, found.stance)]
    if not at and found.stance is S.REJECTS:
        behind = (h for p in _REASONS for k in (i, *found.beside, *heads) for h in objects(parse, k, p) if h not in heads)
        at = [h for h in behind if h > i and at_issue(known, h, found.stance)]
    yield from (extent(parse, h, i) for h in at[:1])


def _beside(parse: Parse, i: int, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
    """Give where the words of an idiom stand behind its verb, in order, each under the verb or under another of them."""
    found: list[int] = []
    for word in wanted:
        start = found[-1] + 1 if found else i + 1
        fits = (
            k
            for k in range(start, min(start + _REACH, parse.sentence_of(i).last))
            if word in {parse.text(k).lower(), parse.tokens[k].lemma.lower()} and _under(parse, k, {i, *found})
        )
        where = next(fits, None)
        if where is None:
            return None
        found.append(where)
    return tuple(found)


def _under(parse: Parse, k: int, above: set[int]) -> bool:
    """Say whether a token hangs on one of some, or is the preposition or the adjective of a noun that does."""
    head = parse.tokens[k].head
    return head in above or (parse.related(k, "case", "amod", "fixed") and head >= 0 and parse.tokens[head].head in above)


def _taken(parse: Parse, i: int, beside: tuple[int, ...], leading: str) -> list[int]:
    """Give the heads of what an idiom takes, behind its last word or, where the verb's own object is meant, anywhere."""
    if not leading:
        return [h for h in (*parse.children(i, "iobj"), *objects(parse, i, None)) if h not in beside]
    last = beside[-1] if beside else i
    within = [parse.tokens[last].head] if parse.related(last, "case") and _is_led(parse, parse.tokens[last].head, leading) else []
    return [h for k in (i, *beside) for h in objects(parse, k, leading) if h > last or parse.related(i, "acl:relcl")] + within


def _is_led(parse: Parse, head: int, leading: str) -> bool:
    """Say whether one of the prepositions before a noun is the one wanted ("out of")."""
    return any(parse.text(c).lower() == leading for c in parse.children(head, "case"))


@cache
def _entries() -> Mapping[str, tuple[tuple[tuple[str, ...], str, tuple[PositionStance | None, PositionStance | None]], ...]]:
    """Give by verb the words beside it, the preposition, and the stance as it stands and denied."""
    plain, denied = stances("idioms"), stances("idioms_denied")
    found: dict[str, list[tuple[tuple[str, ...], str, tuple[PositionStance | None, PositionStance | None]]]] = {}
    for entry in sorted({*plain, *denied}, key=lambda e: (-e.count("-"), e)):
        verb, *beside = entry.split("-")
        words_, leading = tuple(w for w in beside[:-1] if w), beside[-1]
        found.setdefault(verb, []).append((words_, leading, (plain.get(entry), denied.get(entry))))
    return {verb: tuple(some) for verb, some in found.items()}
