"""What a mention of talks takes over from an earlier one: "the two sides will meet again", "the next session", "in the same city".

Only where the words point back: a group with "the", "both" or a number, an ordinal or "next" at the noun, or a verb of resuming.
"""

from collections.abc import Iterator, Sequence

from communique.extract.phrases import Cast, case, conjuncts, form
from communique.extract.subjects import subject
from communique.extract.talks.merging import Account
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.participants import distinct
from communique.extract.talks.words import TalkWords
from communique.model.actor import ActorKind, Who
from communique.model.parse import Parse

_POINTING = frozenset(["the", "both", "these", "those", "their"])
_BODIES = frozenset([ActorKind.STATE, ActorKind.ALLIANCE, ActorKind.ORGANISATION, ActorKind.GROUP])
_TOWNS = frozenset(["city", "capital", "town", "resort", "village"])


def carried(parse: Parse, occasion: Occasion, earlier: Sequence[Account], *, cast: Cast, words: TalkWords) -> tuple[Who, ...]:
    """Give the parties that a mention points back to: those of the last talks that fit, else a list of as many before it.

    Talks fit that had as many parties, or that were told of with the same word for negotiators ("EU ambassadors", "the ambassadors").
    """
    groups = [i for i in _group_heads(parse, occasion, words) if _definite(parse, i)]
    if not groups and not _again(parse, occasion, words):
        return ()
    number = next((n for i in groups if (n := _number(parse, i, words))), None)
    nouns = {form(parse, i) for i in groups} & words.sides
    for old in reversed(earlier):
        told = old.event.actors
        again = any(w.cite and w.cite.quote.lower().split()[-1] in nouns for w in told)
        if again or (any(w.actor for w in told) and (len(told) == number or (number is None and len(told) > 1))):
            return told
    return _listed(parse, occasion, number, cast) if number else ()


def place_before(parse: Parse, occasion: Occasion, earlier: Sequence[Account]) -> Who | None:
    """Give the place of the talks before, where these are "in the Swiss city" or "there"."""
    near = {*occasion.nodes, *([occasion.predicate] if occasion.predicate is not None else [])}
    below = [c for n in near for c in parse.subtree(n) if parse.tokens[c].head in near or parse.tokens[parse.tokens[c].head].head in near]
    towns = [c for c in below if form(parse, c) in _TOWNS and case(parse, c) == "in" and _definite(parse, c)]
    if not any(not parse.children(c, "nmod", "appos", "flat") for c in towns):
        return None
    return next((old.event.place for old in reversed(earlier) if old.event.place), None)


def _group_heads(parse: Parse, occasion: Occasion, words: TalkWords) -> Iterator[int]:
    """Yield the nouns that may stand for the parties: subject, "of …", "between …", "by …"."""
    verb = occasion.predicate
    if verb is not None and occasion.role in (Role.VERB, Role.OBJECT):
        holder = subject(parse, verb)
        heads = [holder] if holder is not None else []
    else:
        heads = []
    beside = [c for n in (*occasion.nodes, *([verb] if verb is not None else [])) for c in parse.children(n, "nmod", "obl", "nmod:poss")]
    for i in (
        *heads,
        *(c for c in beside if case(parse, c) in ("of", "between", "by", "with", "") and not parse.related(c, "obl:unmarked")),
    ):
        yield from (j for j in (i, *parse.children(i, "nmod")) if form(parse, j) in words.delegates | words.numbers.keys())


def _definite(parse: Parse, i: int) -> bool:
    return form(parse, i) == "both" or any(form(parse, c) in _POINTING for c in parse.children(i, "det", "nmod:poss"))


def _number(parse: Parse, i: int, words: TalkWords) -> int | None:
    forms = [form(parse, i), *(form(parse, c) for c in parse.children(i, "nummod", "det"))]
    return next((words.numbers[f] for f in forms if f in words.numbers), None)


def _again(parse: Parse, occasion: Occasion, words: TalkWords) -> bool:
    """Say whether the noun counts on in a series ("a second round", "the next session"), is "the talks", or the verb resumes them."""
    if occasion.role is Role.VERB:
        return False
    beside = [form(parse, c) for n in occasion.nodes for c in parse.children(n, "amod", "det")]
    resumed = occasion.predicate is not None and form(parse, occasion.predicate) in words.resuming
    pointing = words.counting | words.further | (_POINTING if occasion.role is not Role.ADJUNCT else frozenset())
    return resumed or any(b in pointing for b in beside)


def _listed(parse: Parse, occasion: Occasion, number: int, cast: Cast) -> tuple[Who, ...]:
    """Give the parties of the nearest list of just as many states or bodies in the sentences before."""
    start = parse.sentence_of(occasion.trigger).first
    kinds = {n.id: n.kind for n in cast.named}
    for i in reversed(range(start)):
        if parse.children(i, "conj") and not parse.related(i, "conj"):
            found = distinct([w for one in conjuncts(parse, i) for w in cast.who(one)])
            if len(found) == number > 2 and all(kinds.get(w.actor or "") in _BODIES for w in found):
                return found
    states = distinct(
        [Who(n.id, n.cites[0]) for n in cast.named if n.kind is ActorKind.STATE and n.cites[0].start < parse.tokens[start].start]
    )
    return states if len(states) == number == 2 else ()
