"""Whether talks took place, take place, are planned or called off, and who says so: by tense, modality and the words around."""

from dataclasses import dataclass

from communique.extract.phrases import Cast, case, form, predicate
from communique.extract.talks.calendar import bounds
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.participants import subject
from communique.extract.talks.words import Words
from communique.model.kinds import Stance, Status
from communique.model.mention import Voice
from communique.model.parse import ROOT, Parse

_IMAGINING = frozenset(["could", "may", "might", "should", "must", "can", "cannot", "ought"])
_FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo", "going"])
_DOUBT = frozenset(["if", "unless", "whether"])
_NOT = frozenset(["not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "without", "none"])


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and the words it rests on, told."""

    status: Status
    why: str


def standing(parse: Parse, occasion: Occasion, *, day: str | None, words: Words) -> Standing | None:
    """Give the status of talks, None where they are denied, wished for, imagined, or where nothing tells.

    `day` is the EDTF date of the talks, if known; it decides where the words leave it open, against the report's date.
    """
    if _imagined(parse, occasion, words):
        return None
    told = _by_attributes(parse, occasion, words) or _by_predicate(parse, occasion, words) or _by_surroundings(parse, occasion, words)
    return _against_calendar(told, parse, day)


def voices(parse: Parse, occasion: Occasion, *, cast: Cast, words: Words) -> tuple[Voice, ...]:
    """Give who asserts the talks: the speaker whose reported clause tells of them, the outlet as its reporter; else the outlet alone."""
    clause = _speech(parse, occasion.top, words)
    if clause is None:
        return (Voice(None, Stance.ASSERTS, None, ()),)
    cue = parse.report.cite(parse.tokens[clause].start, parse.tokens[clause].end)
    speaker = subject(parse, clause)
    who = cast.who(speaker) if speaker is not None else ()
    said = tuple(Voice(w.actor, Stance.ASSERTS, None, (w.cite, cue) if w.cite else (cue,)) for w in who)
    return (*said, Voice(None, Stance.REPORTS, None, (cue,)))


def _speech(parse: Parse, i: int, words: Words) -> int | None:
    """Give the verb of saying whose clause holds token `i`, or that stands beside its clause ("…, she said")."""
    for node in (i, *parse.ancestors(i)):
        head = parse.tokens[node].head
        if parse.related(node, "ccomp") and head != ROOT and form(parse, head) in words.saying:
            return head
        beside = [c for c in parse.children(node, "parataxis") if form(parse, c) in words.saying and parse.children(c, "nsubj")]
        if beside:
            return beside[0]
    return None


def _imagined(parse: Parse, occasion: Occasion, words: Words) -> bool:
    """Say whether the talks are only thought of: asked about, under a condition, wished for, refused, denied."""
    if parse.report.text[: parse.sentence_of(occasion.trigger).end].rstrip('"”’ ').endswith("?"):
        return True
    if occasion.role is not Role.VERB and any(_wished(parse, n, words, alone=occasion.predicate is None) for n in occasion.nodes):
        return True
    start = occasion.predicate if occasion.predicate is not None else occasion.top
    return _climbs_into_doubt(parse, start, words, own=occasion.predicate is not None)


def _wished(parse: Parse, node: int, words: Words, *, alone: bool) -> bool:
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


def _climbs_into_doubt(parse: Parse, start: int, words: Words, *, own: bool) -> bool:
    """Walk up the clauses from the predicate (or the noun); say whether one of them takes the talks back.

    Conditions count all the way up. Negation, modal verbs and verbs of wishing count while the clause is still part of what is
    said of the talks: not beyond a relative clause, a verb of saying, or a verb with auxiliaries or a subject of its own.
    """
    i, inside = start, own
    if any(form(parse, m) in _DOUBT for c in parse.children(i, "advcl") for m in parse.children(c, "mark")):
        return True
    if inside and (_negated(parse, i) or _nobody(parse, i) or _modal(parse, i, words)):
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


def _nobody(parse: Parse, i: int) -> bool:
    return any(form(parse, d) in _NOT for s in parse.children(i, "nsubj", "obj") for d in (s, *parse.children(s, "det")))


def _modal(parse: Parse, i: int, words: Words) -> bool:
    """Say whether a verb stands under "could", "may", …, or under "would" outside reported speech (there it is the future of the past)."""
    auxiliaries = {form(parse, c) for c in parse.children(i, "aux")}
    if auxiliaries & _IMAGINING:
        return True
    head = parse.tokens[i].head
    reported = parse.related(i, "ccomp") and head != ROOT and form(parse, head) in words.saying
    return bool(auxiliaries & {"would", "'d", "’d"}) and not reported


def _takes_back(parse: Parse, i: int, words: Words) -> bool:
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


def _by_attributes(parse: Parse, occasion: Occasion, words: Words) -> Standing | None:
    """Judge by adjectives and participles at the noun: "upcoming talks", "the cancelled summit", "a meeting scheduled for Monday"."""
    beside = [c for n in occasion.nodes for c in parse.children(n, "amod", "acl") if not parse.related(c, "acl:relcl")]
    for key, status in _ATTRIBUTES.items():
        for c in beside:
            if (
                occasion.role is not Role.VERB
                and _said_of(parse, c) in words.attributes[key]
                and not (key == "planned" and form(parse, c) in ("next",))
            ):
                return Standing(status, f'"{parse.text(c)}" at the noun')
    return None


def _said_of(parse: Parse, i: int) -> str:
    """Give an attribute's word; "taking place" and "held" count as the attributes "ongoing" and "past"."""
    word = form(parse, i)
    if word == "taking" and any(form(parse, c) == "place" for c in parse.children(i)):
        return "ongoing"
    return "past" if word == "held" and parse.related(i, "acl") else word


_ATTRIBUTES = {
    "over": Status.CANCELLED,
    "planned": Status.PLANNED,
    "ongoing": Status.ONGOING,
    "alleged": Status.ALLEGED,
    "held": Status.HELD,
}


def _by_predicate(parse: Parse, occasion: Occasion, words: Words) -> Standing | None:
    verb = occasion.predicate
    if verb is None:
        return None
    if form(parse, verb) in words.over and (occasion.role is Role.SUBJECT or occasion.role is Role.OBJECT):
        return Standing(Status.CANCELLED, f'"{parse.text(verb)}"')
    if form(parse, verb) == "called" and any(form(parse, c) == "off" for c in parse.children(verb)):
        return Standing(Status.CANCELLED, '"called off"')
    return _announced(parse, verb, occasion.role, words) or _by_tense(parse, verb, words)


def _announced(parse: Parse, verb: int, role: Role, words: Words) -> Standing | None:
    """Judge by words that announce: "are due to meet", "are planned"; what is "expected to end" has begun."""
    if any(form(parse, c) in words.planning and parse.related(c, "mark", "aux", "advmod") for c in parse.children(verb)):
        return Standing(Status.PLANNED, f'"due" or the like before "{parse.text(verb)}"')
    if form(parse, verb) not in words.planning or role not in (Role.OBJECT, Role.SUBJECT):
        return None
    if role is Role.SUBJECT and _goes_on(parse, verb):
        return Standing(Status.ONGOING, f'"{parse.text(verb)}" to last or to end')
    return Standing(Status.PLANNED, f'"{parse.text(verb)}"')


def _goes_on(parse: Parse, verb: int) -> bool:
    """Say whether what is expected of talks shows that they have begun: that they "last", "continue" or "end"."""
    return any(form(parse, c) in ("last", "continue", "end", "conclude", "finish") for c in parse.children(verb, "xcomp"))


def _by_tense(parse: Parse, verb: int, words: Words) -> Standing | None:
    """Judge by tense: the verb's own; for infinitives the verb that plans them ("are expected to meet"); for participles their clause's."""
    if own := _own_tense(parse, verb, words):
        return own
    above = parse.tokens[verb].head
    if above == ROOT:
        return Standing(Status.PLANNED, f'"to {parse.text(verb)}"') if _infinitive(parse, verb) else None
    if form(parse, above) in words.planning:
        return Standing(Status.PLANNED, f'"{parse.text(above)}"')
    marks = {form(parse, c) for c in parse.children(verb, "mark")}
    if parse.related(verb, "xcomp", "conj", "advcl") and parse.tokens[above].upos in ("VERB", "AUX") and marks <= _WITH_IT:
        return _by_tense(parse, above, words)
    return None


_WITH_IT = frozenset(["to", "after", "while", "when", "by", "in"])
"""Words before a participle that leave it the tense of its clause: "after meeting her, he said"."""


def _infinitive(parse: Parse, verb: int) -> bool:
    return any(form(parse, c) == "to" for c in parse.children(verb, "mark"))


def _own_tense(parse: Parse, verb: int, words: Words) -> Standing | None:
    """Judge a verb by its own form: begun talks go on, past and present ones are held, "are meeting" goes on; None for bare participles."""
    auxiliaries = {form(parse, c) for c in parse.children(verb, "aux", "cop", "aux:pass")}
    word, token = parse.text(verb), parse.tokens[verb]
    if auxiliaries & (_FUTURE | {"would"}):
        return Standing(Status.PLANNED, f'future tense at "{word}"')
    if _infinitive(parse, verb):
        return None
    if form(parse, verb) in words.begun:
        return Standing(Status.ONGOING, f'"{word}"')
    if (form(parse, verb).endswith("ing") and token.upos == "VERB") or (auxiliaries & _NOW and case(parse, verb) == "in"):
        return _progressive(word, auxiliaries)
    if token.has("Tense=Past") or auxiliaries & {"was", "were", "had", "has", "have", "did"}:
        return Standing(Status.HELD, f'past tense of "{word}"')
    return Standing(Status.HELD, f'"{word}" in the present') if token.has("Tense=Pres") or token.has("VerbForm=Fin") else None


def _progressive(word: str, auxiliaries: set[str]) -> Standing | None:
    """Judge "are meeting", "is in talks" (goes on) and "were meeting" (held); None for a participle without auxiliary."""
    if auxiliaries & _NOW:
        return Standing(Status.ONGOING, f'"{word}" in the present progressive')
    return Standing(Status.HELD, f'"{word}" in the past progressive') if auxiliaries & {"was", "were"} else None


_NOW = frozenset(["is", "are", "'re", "’re", "'s", "’s", "been"])


def _by_surroundings(parse: Parse, occasion: Occasion, words: Words) -> Standing | None:
    """Judge a noun by its preposition and the tense of the clause it stands in: "after talks in Geneva", "ahead of the summit"."""
    if occasion.role not in (Role.ADJUNCT, Role.NAMED):
        return None
    preposition, head = case(parse, occasion.top), predicate(parse, occasion.top)
    if head is not None and form(parse, head) in ("followed", "follows") and parse.related(occasion.top, "obj"):
        return Standing(Status.HELD, f'"{parse.text(head)}" them')
    future = _clause_is_future(parse, occasion.top)
    if preposition in words.when["before"]:
        return Standing(Status.PLANNED, f'"{preposition}" before the noun')
    if preposition in words.when["after"] or preposition in words.when["during"]:
        status = Status.PLANNED if future else Status.HELD
        return Standing(status, f'"{preposition}" before the noun' + (" in a clause about the future" if future else ""))
    return None


def _clause_is_future(parse: Parse, i: int) -> bool:
    for node in (i, *parse.ancestors(i)):
        if {form(parse, c) for c in parse.children(node, "aux")} & (_FUTURE | {"would"}):
            return True
        if parse.children(node, "nsubj"):
            return False
    return False


def _against_calendar(told: Standing | None, parse: Parse, day: str | None) -> Standing | None:
    """Talks dated after the report are planned, whatever the tense; a past date alone does not say that talks were held."""
    dated, published = bounds(day), bounds(parse.report.published.value)
    if dated is None or published is None:
        return told
    if dated[0] > published[1] and (told is None or told.status in (Status.HELD, Status.ONGOING)):
        return Standing(Status.PLANNED, f"dated {day}, after the report of {parse.report.published.value}")
    return told
