"""Whether talks are only thought of (asked about, under a condition, wished for, refused) or denied by the words around them."""

from communique.extract.according import denied_by, speech_of
from communique.extract.phrases import case, form, predicate
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.words import TalkWords
from communique.model.parse import ROOT, Parse

_IMAGINING = frozenset(["could", "may", "might", "should", "must", "can", "cannot", "ought"])
_DOUBT = frozenset(["if", "unless", "whether"])
_NOT = frozenset(["not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "without", "none"])


_SPOKEN_OF = frozenset(["about", "on", "against"])
"""Prepositions before a gerund that make it only what is spoken of: "spoke about meeting them"."""


def imagined(parse: Parse, occasion: Occasion, words: TalkWords) -> bool:
    """Say whether the talks are only thought of: asked about, under a condition, wished for, refused, denied."""
    if parse.report.text[: parse.sentence_of(occasion.trigger).end].rstrip('"”’ ').endswith("?"):
        return True
    if occasion.role is not Role.VERB and any(_wished(parse, n, words, alone=occasion.predicate is None) for n in occasion.nodes):
        return True
    if occasion.role is Role.VERB and any(form(parse, c) in _SPOKEN_OF for c in parse.children(occasion.trigger, "mark", "case")):
        return True
    start = occasion.predicate if occasion.predicate is not None else occasion.top
    return _climbs_into_doubt(parse, start, words, own=occasion.predicate is not None, first=occasion.top)


def _wished(parse: Parse, node: int, words: TalkWords, *, alone: bool) -> bool:
    """Say whether a noun is only thought of: "no talks", "possible talks", "hopes of talks"; `alone`: no verb tells of it."""
    if any(form(parse, c) in _NOT for c in parse.children(node, "det", "advmod", "case")):
        return True
    thought = words.attributes["imagined"] | (words.attributes["loose"] if alone else frozenset())
    if any(form(parse, c) in thought for c in parse.children(node, "amod", "det")) and not _dated(parse, node):
        return True
    head = predicate(parse, node)
    if head is None or not parse.related(node, "nmod", "obl", "obj"):
        return False
    asked = case(parse, node) == "for" and form(parse, head) == "called"
    return (
        asked
        or form(parse, head) in words.wishing | words.refusing
        or (not parse.related(node, "obj") and form(parse, head) in words.wished_nouns)
    )


def _dated(parse: Parse, node: int) -> bool:
    inside = parse.span(parse.subtree(node))
    return any(inside.start <= t.start < inside.end for t in parse.times)


def _climbs_into_doubt(parse: Parse, start: int, words: TalkWords, *, own: bool, first: int) -> bool:
    """Walk up the clauses from the predicate (or the noun); say whether one of them takes the talks back.

    Conditions count all the way up. Negation, modal verbs and verbs of wishing count while the clause is still part of what is
    said of the talks: not beyond a relative clause, a verb of saying, or a verb with auxiliaries or a subject of its own.
    `first`: the talks' own word.
    """
    i, inside = start, own
    if any(form(parse, m) in _DOUBT for c in parse.children(i, "advcl") for m in parse.children(c, "mark")):
        return True
    if inside and (_negated(parse, i) or _nobody(parse, i, start=first) or _modal(parse, i, words)):
        return True
    while True:
        if any(form(parse, c) in _DOUBT for c in parse.children(i, "mark")) or (inside and _takes_back(parse, i, words)):
            return True
        head = parse.tokens[i].head
        if head == ROOT:
            return False
        shared = parse.related(i, "xcomp", "ccomp", "csubj", "advcl", "acl") and not parse.related(i, "acl:relcl")
        joined = parse.related(i, "conj") and not parse.children(i, "nsubj", "aux")
        said = parse.related(i, "ccomp") and form(parse, head) in words.saying
        inside = inside and (shared or joined) and not _temporal(parse, i)
        if inside and (_negated(parse, head) or (_modal(parse, head, words) and not said)):
            return True
        inside, i = inside and not said, head


def _negated(parse: Parse, i: int) -> bool:
    return any(form(parse, c) in _NOT for c in parse.children(i, "advmod", "det", "case", "mark"))


def _nobody(parse: Parse, i: int, start: int | None = None) -> bool:
    """Say whether nobody does what a verb tells, or does it to nobody; talks themselves (`start`) that "brought no result" were held."""
    own = start is not None and parse.related(start, "nsubj") and parse.tokens[start].head == i
    return any(
        form(parse, d) in _NOT for s in parse.children(i, "nsubj", *(() if own else ("obj",))) for d in (s, *parse.children(s, "det"))
    )


def _modal(parse: Parse, i: int, words: TalkWords) -> bool:
    """Say whether a verb stands under "could", "may", …, or under "would" outside reported speech (there it is the future of the past)."""
    auxiliaries = {form(parse, c) for c in parse.children(i, "aux")}
    if auxiliaries & _IMAGINING:
        return True
    head = parse.tokens[i].head
    reported = parse.related(i, "ccomp") and head != ROOT and form(parse, head) in words.saying
    return bool(auxiliaries & {"would", "'d", "’d"}) and not reported


def _takes_back(parse: Parse, i: int, words: TalkWords) -> bool:
    """Say whether the word above the clause of `i` refuses it or wishes for it: "refused to meet", "offered to hold talks"."""
    head = parse.tokens[i].head
    if head == ROOT or not parse.related(i, "xcomp", "ccomp", "advcl", "acl", "csubj"):
        return False
    above = form(parse, head)
    if above in words.refusing | words.wishing | words.wished_nouns and not parse.related(i, "acl:relcl"):
        return not (above in words.saying and parse.related(i, "ccomp")) and not _temporal(parse, i)
    purpose = (
        parse.related(i, "advcl", "acl")
        and not parse.related(i, "acl:relcl")
        and any(form(parse, c) == "to" for c in parse.children(i, "mark"))
    )
    return purpose and above not in words.planning


def _temporal(parse: Parse, i: int) -> bool:
    return parse.related(i, "advcl") and any(
        form(parse, c) in ("after", "when", "as", "while", "before") for c in parse.children(i, "mark")
    )


def possible(parse: Parse, occasion: Occasion) -> str | None:
    """Give the word by which talks only may take place ("may meet", "could hold talks"); None for what was, will or might have been."""
    verb = occasion.predicate
    if verb is None or occasion.role in (Role.NAMED, Role.ADJUNCT) or _negated(parse, verb) or _nobody(parse, verb):
        return None
    auxiliaries = [form(parse, c) for c in parse.children(verb, "aux")]
    asked = any(form(parse, m) in _DOUBT for v in (verb, *parse.ancestors(verb)) for m in parse.children(v, "mark"))
    unsure = next((a for a in auxiliaries if a in ("may", "might", "could")), None)
    return None if asked or "have" in auxiliaries or parse.tokens[verb].rel == "acl:relcl" else unsure


def denied(parse: Parse, occasion: Occasion, words: TalkWords) -> int | None:
    """Give the verb by which somebody denies talks: "denied holding talks", "denied reports of talks"; None where nobody does.

    Where a speaker says that they did not take place ("held no talks, she said") it is the verb of saying.
    """
    i = occasion.predicate if occasion.predicate is not None else occasion.top
    if (verb := denied_by(parse, i, words.denying)) is not None:
        return verb
    speech = speech_of(parse, occasion.top, words.saying)
    return speech if speech is not None and _not_held(parse, occasion) else None


def _not_held(parse: Parse, occasion: Occasion) -> bool:
    """Say whether talks are told not to have taken place: past tense and "not" at the verb, or "no" at the noun."""
    verb = occasion.predicate
    if verb is None:
        return False
    auxiliaries = {form(parse, c) for c in parse.children(verb, "aux", "aux:pass")}
    past = auxiliaries & {"did", "has", "have", "had", "was", "were"} or (parse.tokens[verb].has("Tense=Past") and not auxiliaries)
    none = any(form(parse, c) == "no" for n in occasion.nodes for c in parse.children(n, "det"))
    doubted = auxiliaries & (_IMAGINING | {"would", "will"}) or any(form(parse, c) in _DOUBT for c in parse.children(verb, "mark"))
    return bool(past) and not doubted and (none or _negated(parse, verb))
