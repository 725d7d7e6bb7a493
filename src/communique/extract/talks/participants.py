"""Who takes part in talks: by the grammar of the noun or verb that names them."""

from collections.abc import Iterable, Iterator, Sequence

from communique.extract.phrases import Cast, case, conjuncts, form, phrase
from communique.extract.subjects import subject
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.words import TalkWords
from communique.model.actor import ActorKind, Who
from communique.model.citation import Citation
from communique.model.parse import Parse

_SIDES = frozenset(["between", "with", "among", "of", "within", "involving", "including", "through"])
"""Prepositions after a noun for talks that lead to those who take part."""


def participants(parse: Parse, occasion: Occasion, *, cast: Cast, words: TalkWords) -> tuple[Who, ...]:
    """Give those who take part, in order of the text, each once."""
    tokens = _verb_sides(parse, occasion, cast, words) if occasion.role is Role.VERB else _noun_sides(parse, occasion, cast, words)
    return distinct([who for i in tokens for who in _each(parse, i, cast)])


def distinct(found: Sequence[Who]) -> tuple[Who, ...]:
    """Give each actor once, by its first words, in order of the text; people without a name once for each place."""
    unique = {who.actor or who.cite: who for who in reversed(found)}.values()
    return tuple(sorted(unique, key=lambda w: (w.cite.start, w.cite.end) if w.cite else (0, 0)))


def _each(parse: Parse, i: int, cast: Cast) -> Iterator[Who]:
    for one in conjuncts(parse, i):
        who = dashed(parse, one, cast) or cast.who(one) or (cast.modifier(one) if parse.related(one, "amod", "compound", "conj") else ())
        yield from (w if w.actor else Who(None, _own_words(parse, one, w.cite)) for w in who or _nameless(parse, one))


_BEFORE_WHOM = frozenset([("in", "front"), ("in", "presence")])
"""Phrases at people that tell before whom they stood; "the ambassador in Vienna" is who he is."""


def _own_words(parse: Parse, i: int, cite: Citation | None) -> Citation | None:
    """Give the words for people without what only tells where they are: "officials" of "officials in front of cameras"."""
    beside = [c for c in parse.children(i, "nmod") if c > i and (case(parse, c), form(parse, c)) in _BEFORE_WHOM]
    apart = [min(parse.subtree(c)) for c in beside]
    starts = [parse.tokens[a].start for a in apart if cite and cite.start < parse.tokens[a].start < cite.end]
    if cite is None or not starts:
        return cite
    end = max(t.end for t in parse.tokens[: min(apart)] if t.end <= min(starts))
    return parse.report.cite(cite.start, end)


def _nameless(parse: Parse, i: int) -> tuple[Who, ...]:
    """Give the words of another side that bears a name, but nobody's that is known."""
    named = parse.tokens[i].upos == "PROPN" and parse.related(i, "nmod", "obl", "conj") and case(parse, i) in ("with", "between", "and", "")
    place = any(e.label == "LOC" and e.start <= parse.tokens[i].start < e.end for e in parse.entities)
    if not named or place or any(t.start <= parse.tokens[i].start < t.end for t in parse.times):
        return ()
    span = phrase(parse, i)
    return (Who(None, parse.report.cite(span.start, span.end)),)


def dashed(parse: Parse, i: int, cast: Cast) -> tuple[Who, ...]:
    """Give the two whose names a dash joins before a body's noun: Norway and Canada of "the Norwegian–Canadian Border Commission"."""
    named = cast.at(i)
    if named is not None and (named.kind is not ActorKind.ORGANISATION or named.key):
        return ()
    inside = [j for j in parse.subtree(i) if j < i]
    for j in inside:
        if parse.text(j) in "-–" and j - 1 in inside and j + 1 in inside:
            both = (*cast.modifier(j - 1), *cast.modifier(j + 1))
            if len({w.actor for w in both}) == 2:
                return both
    return ()


def _noun_sides(parse: Parse, occasion: Occasion, cast: Cast, words: TalkWords) -> Iterator[int]:
    verb = occasion.predicate
    if occasion.role is Role.OBJECT and verb is not None:
        others = [c for c in parse.children(verb, "obl") if case(parse, c) in ("with", "between")] + _behind_place(parse, verb)
        if others or not hosts(parse, occasion, words):
            yield from _maybe(subject(parse, verb))
        yield from others
        yield from (c for c in parse.children(verb, "obj") if case(parse, occasion.top) == "for")
    elif occasion.role is Role.SUBJECT and verb is not None:
        yield from (
            c
            for c in parse.children(verb, "obl")
            if case(parse, c) in ("with", "between") or (case(parse, c) == "by" and form(parse, verb) not in words.hosting | {"followed"})
        )
    elif occasion.role is Role.NAMED and case(parse, occasion.top) == "in":
        yield from parse.children(occasion.top, "nsubj")
    elif occasion.role is Role.ADJUNCT:
        yield from _maybe(_host(parse, occasion, cast, words))
    for node in occasion.nodes:
        held = occasion.role is Role.OBJECT
        yield from _behind_place(parse, node)
        yield from (
            i for i in _beside(parse, node, words) if not (held and parse.tokens[i].upos == "PRON" and parse.related(i, "nmod:poss"))
        )
    if parse.related(occasion.top, "nmod"):
        after = (c for c in parse.children(parse.tokens[occasion.top].head, "acl") if c > occasion.top and form(parse, c) == "involving")
        yield from (who for clause in after for who in parse.children(clause, "obj"))


def _behind_place(parse: Parse, i: int) -> list[int]:
    """Give the other side that the parser hung on a place: "held talks in Oslo with Canada"."""
    places = [c for c in parse.children(i, "nmod", "obl") if case(parse, c) in ("in", "at")]
    return [o for p in places for o in parse.children(p, "nmod") if case(parse, o) == "with"]


def hosts(parse: Parse, occasion: Occasion, words: TalkWords) -> bool:
    """Say whether the subject only brings the parties together: "hosted talks between …", not "hosted talks with …" or "… for talks"."""
    verb = occasion.predicate
    with_ = any(case(parse, c) == "with" for n in occasion.nodes for c in parse.children(n, "nmod", "obl"))
    return verb is not None and form(parse, verb) in words.hosting and case(parse, occasion.top) == "" and not with_


def _maybe(i: int | None) -> tuple[int, ...]:
    return () if i is None else (i,)


def _host(parse: Parse, occasion: Occasion, cast: Cast, words: TalkWords) -> int | None:
    """Give the person whose clause the talks stand in, where only the other side is told: "after a meeting with B, A said".

    Of a call without sides, those who do something in it together: "A and B agreed in a phone call".
    """
    top = occasion.top
    near = words.when["after"] | words.when["during"]
    one_side = any(case(parse, c) == "with" for n in occasion.nodes for c in parse.children(n, "nmod"))
    no_side = occasion.group == "call" and not any(case(parse, c) in _SIDES for n in occasion.nodes for c in parse.children(n, "nmod"))
    owned = any(cast.who(c) for n in occasion.nodes for c in parse.children(n, "nmod:poss", "compound", "amod"))
    if case(parse, top) not in near or not (one_side or no_side) or owned:
        return None
    verb = next((a for a in parse.ancestors(top) if parse.tokens[a].upos == "VERB"), None)
    found = subject(parse, verb) if verb is not None else None
    if found is None or (no_side and not _several(parse, found, cast)):
        return None
    return found if any(cast.is_person(w) for w in cast.who(found)) else None


def _beside(parse: Parse, node: int, words: TalkWords) -> Iterator[int]:
    """Yield the dependents of a noun that may name who takes part; a city before it ("Geneva talks") is left to the place."""
    for child in parse.children(node):
        if (parse.related(child, "nmod:poss", "compound", "amod") and form(parse, child) not in words.nouns) or (
            parse.related(child, "nmod", "obl") and case(parse, child) in _SIDES
        ):
            yield from (g for g in parse.children(child, "amod", "compound") if _hyphened(parse, g, child))
            yield child
            yield from _second_of_two(parse, node, child)
        elif parse.related(child, "acl"):
            yield from _in_clause(parse, child)


def _second_of_two(parse: Parse, node: int, first: int) -> Iterator[int]:
    """Yield the second of those "between" whom talks are, where the parser joined it to the talks' noun: between stand two at least."""
    if case(parse, first) == "between" and not parse.children(first, "conj"):
        yield from (c for c in parse.children(node, "conj") if c > first and not case(parse, c))


def _hyphened(parse: Parse, before: int, i: int) -> bool:
    """Say whether two names are joined by a hyphen ("Russian-American talks"), not a name and a participle ("UN-brokered talks")."""
    return before < i and parse.text(i - 1) in ("-", "–") and parse.tokens[i].upos in ("ADJ", "PROPN")


def _in_clause(parse: Parse, verb: int) -> Iterable[int]:
    """Yield those who take part by a clause at the noun: "talks involving A and B", "talks held between A and B"."""
    for clause in (verb, *parse.children(verb, "advcl", "acl", "xcomp")):
        if form(parse, clause) in ("involving", "bringing", "including", "gathering"):
            yield from parse.children(clause, "obj")
    if form(parse, verb) in ("held", "scheduled", "planned", "conducted"):
        yield from (c for c in parse.children(verb, "obl") if case(parse, c) in ("between", "with", "by"))


def _verb_sides(parse: Parse, occasion: Occasion, cast: Cast, words: TalkWords) -> Iterator[int]:
    """Yield subject and other side of "met", "spoke with", …, or those by whom something "is discussed"; nothing without other side."""
    verb = words.verbs[form(parse, occasion.trigger)]
    if verb.thing and parse.children(occasion.trigger, "aux:pass"):
        agents = [c for c in parse.children(occasion.trigger, "obl") if case(parse, c) == "by"]
        yield from (a for a in agents if _several(parse, a, cast))
        return
    holder = subject(parse, occasion.trigger)
    others = list(_others(parse, occasion, cast, words))
    if not any(who.actor or _described(parse, o) for o in others for who in _each(parse, o, cast)):
        others = []
    again = any(form(parse, c) == "again" for c in parse.children(occasion.trigger, "advmod"))
    several = holder is not None and (_several(parse, holder, cast) or _group(parse, holder, cast, words))
    several = several or (again and holder is not None and form(parse, holder) in words.sides)
    if holder is not None and (others or (verb.together and several and _together(parse, occasion, verb.together))):
        yield holder
        yield from others


def _others(parse: Parse, occasion: Occasion, cast: Cast, words: TalkWords) -> Iterator[int]:
    """Yield the other side: "with …", "to …" over a line, or as object."""
    verb, beside = words.verbs[form(parse, occasion.trigger)], parse.children(occasion.trigger, "obl")
    line = any(form(parse, c) in words.lines for c in beside)
    inside = [c for o in parse.children(occasion.trigger, "obj") for c in parse.children(o, "nmod")] if verb.thing else []
    beside = (*beside, *inside, *_behind_place(parse, occasion.trigger))
    yield from (c for c in beside if verb.takes_with and case(parse, c) in (("with", "to") if line else ("with",)))
    if verb.takes_object and not (verb.strict and _said_of(parse, occasion.trigger, words)):
        things = parse.children(occasion.trigger, "obj", "xcomp" if verb.strict else "obj")
        yield from (c for c in things if not verb.strict or any(cast.is_person(w) for w in cast.who(c)))


def _described(parse: Parse, i: int) -> bool:
    """Say whether people without a known name are told by whose they are: "the island's ambassador", "envoys of Qasran"."""
    beside = [
        *parse.children(i, "nmod:poss", "amod", "compound"),
        *(c for c in parse.children(i, "nmod") if case(parse, c) in ("of", "from")),
    ]
    return any(parse.tokens[c].upos == "PROPN" or (parse.tokens[c].upos == "ADJ" and parse.text(c)[0].isupper()) for c in beside)


def _group(parse: Parse, i: int, cast: Cast, words: TalkWords) -> bool:
    """Say whether a plural noun for negotiators is several parties: counted, of a body with members, or of two that are told."""
    if form(parse, i) not in words.delegates or not (parse.tokens[i].has("Number=Plur") or parse.text(i).endswith("s")):
        return form(parse, i) in words.numbers and parse.tokens[i].upos in ("NUM", "PRON", "DET")
    kinds = {n.id: (n.kind, n.key or "") for n in cast.named}
    found = [kinds[w.actor] for w in cast.who(i) if w.actor in kinds]
    if any(kind in (ActorKind.ALLIANCE, ActorKind.BLOC) or key.startswith("org:") for kind, key in found):
        return True
    joined = any(parse.children(c, "conj") for c in parse.children(i, "nmod") if case(parse, c) in ("of", "from"))
    heads = (i, *(c for c in parse.children(i, "nmod") if case(parse, c) in ("of", "from")))
    counted = any(form(parse, c) in words.numbers for h in heads for c in (*parse.children(h, "nummod", "det"), h))
    return not any(kind is ActorKind.PERSON for kind, _ in found) and (joined or (counted and not found))


_CALLED_TO = frozenset(["for", "on", "as", "to", "into"])
"""Prepositions behind "called somebody" that make something else of it than a call: "to task", "into her office"."""


def _said_of(parse: Parse, verb: int, words: TalkWords) -> bool:
    """Say whether a verb says something of its object, or calls for or on it; a purpose ("to discuss …") is nothing of the kind."""
    told = parse.children(verb, "xcomp", "ccomp", "iobj", "compound:prt")
    more = [c for c in told if form(parse, c) not in words.topics["purposes"] and not _named(parse, c)]
    things = [c for c in parse.children(verb, "obj") if not _named(parse, c)]
    return (
        bool(more)
        or len(things) > 1
        or any(case(parse, c) in _CALLED_TO for c in _untimed(parse, verb) if form(parse, c) not in words.topics["purposes"])
    )


def _named(parse: Parse, i: int) -> bool:
    """Say whether a token is of a person's name: parsers hang a title and the name behind it apart ("called King Harald")."""
    return parse.tokens[i].upos == "PROPN" and any(e.label == "PER" and e.start <= parse.tokens[i].start < e.end for e in parse.entities)


def _untimed(parse: Parse, verb: int) -> tuple[int, ...]:
    times = parse.times
    return tuple(c for c in parse.children(verb, "obl") if not any(t.start <= parse.tokens[c].start < t.end for t in times))


def _several(parse: Parse, i: int, cast: Cast) -> bool:
    return len({w.actor or w.cite for w in _each(parse, i, cast)}) > 1


def _together(parse: Parse, occasion: Occasion, how: str) -> bool:
    """Say whether a verb with a plural subject tells of one conversation: "met", or "spoke" for a while or over a line."""
    more = [c for c in parse.children(occasion.trigger, "obj", "obl", "ccomp") if form(parse, c) != "face"]
    if parse.tokens[occasion.trigger].lemma.lower() == "discuss":
        more = [c for c in more if not parse.related(c, "obj")]
    if any(parse.related(c, "obj", "ccomp") or case(parse, c) == "to" for c in more):
        return False
    return how == "plural" or any(
        case(parse, c) in ("for", "by", "via", "on") and form(parse, c) in _LASTING for c in parse.children(occasion.trigger, "obl")
    )


_LASTING = frozenset(["hour", "hours", "minute", "minutes", "day", "days", "phone", "telephone", "video", "link"])
