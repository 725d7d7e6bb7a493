"""Whether talks took place, take place, are planned or called off: by tense, modality and the words around."""

from dataclasses import dataclass

from communique.extract.phrases import case, form, predicate
from communique.extract.talks.doubt import denied, imagined, possible
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.words import TalkWords
from communique.model.calendar import bounds, is_day
from communique.model.kinds import Status
from communique.model.parse import ROOT, Parse

_FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo", "going"])


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and the words it rests on, told; `denied_by`: the verb whose subject denies the talks."""

    status: Status
    why: str
    denied_by: int | None = None


def standing(parse: Parse, occasion: Occasion, *, day: str | None, words: TalkWords) -> Standing | None:
    """Give the status of talks, None where they are wished for, imagined, or where nothing tells.

    `day` is the EDTF date of the talks, if known; it decides where the words leave it open, against the report's date.
    """
    if (verb := denied(parse, occasion, words)) is not None:
        return Standing(Status.DENIED, f'"{parse.text(verb)}"', verb)
    if (modal := possible(parse, occasion)) is not None:
        return Standing(Status.HYPOTHETICAL, f'"{modal}"')
    if imagined(parse, occasion, words):
        return None
    told = (
        _called_off(parse, occasion, words)
        or _by_attributes(parse, occasion, words)
        or _by_predicate(parse, occasion, words)
        or _by_surroundings(parse, occasion, words)
        or _presupposed(parse, occasion, day)
    )
    return _against_calendar(told, parse, day)


def _by_attributes(parse: Parse, occasion: Occasion, words: TalkWords) -> Standing | None:
    """Judge by adjectives and participles at the noun: "upcoming talks", "the cancelled summit", "a meeting scheduled for Monday"."""
    beside = [c for n in occasion.nodes for c in parse.children(n, "amod", "acl") if not parse.related(c, "acl:relcl")]
    for key, status in _ATTRIBUTES.items():
        for c in beside:
            if (
                occasion.role is not Role.VERB
                and _said_of(parse, c) in words.attributes[key]
                and not (key == "planned" and form(parse, c) in ("next",))
            ):
                return Standing(status, f'"{parse.text(c)}" beside it')
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


def _by_predicate(parse: Parse, occasion: Occasion, words: TalkWords) -> Standing | None:
    verb = occasion.predicate
    if verb is None:
        return None
    return _announced(parse, verb, occasion.role, words) or _by_tense(parse, verb, words)


def _called_off(parse: Parse, occasion: Occasion, words: TalkWords) -> Standing | None:
    """Judge by verbs that call talks off, whatever else is said of them: "the meeting planned for Monday was cancelled"."""
    verb = occasion.predicate
    if verb is None:
        return None
    if form(parse, verb) in words.over and (occasion.role is Role.SUBJECT or occasion.role is Role.OBJECT):
        return Standing(Status.CANCELLED, f'"{parse.text(verb)}"')
    if form(parse, verb) == "called" and any(form(parse, c) == "off" for c in parse.children(verb)):
        return Standing(Status.CANCELLED, '"called off"')
    return None


def _announced(parse: Parse, verb: int, role: Role, words: TalkWords) -> Standing | None:
    """Judge by words that announce: "are due to meet", "are planned"; what is "expected to end" has begun."""
    due = [c for c in parse.children(verb) if form(parse, c) in words.planning and parse.related(c, "mark", "aux", "advmod")]
    if due and not form(parse, verb).endswith("ing"):
        return Standing(Status.PLANNED, f'told as to come: "{parse.text(due[0])} to {parse.text(verb)}"')
    if form(parse, verb) not in words.planning or role not in (Role.OBJECT, Role.SUBJECT):
        return None
    if role is Role.SUBJECT and _goes_on(parse, verb):
        return Standing(Status.ONGOING, f'begun, as they are "{parse.text(verb)}" to last or to end')
    return Standing(Status.PLANNED, f'told as to come: "{parse.text(verb)}"')


def _goes_on(parse: Parse, verb: int) -> bool:
    """Say whether what is expected of talks shows that they have begun: that they "last", "continue" or "end"."""
    return any(form(parse, c) in ("last", "continue", "end", "conclude", "finish") for c in parse.children(verb, "xcomp"))


def _by_tense(parse: Parse, verb: int, words: TalkWords) -> Standing | None:
    """Judge by tense: the verb's own; for infinitives the verb that plans them ("are expected to meet"); for participles their clause's."""
    if own := _own_tense(parse, verb, words):
        return own
    above = parse.tokens[verb].head
    if above == ROOT:
        return Standing(Status.PLANNED, f'told as to come: "to {parse.text(verb)}"') if _infinitive(parse, verb) else None
    if form(parse, above) in words.planning:
        return Standing(Status.PLANNED, f'told as to come: "{parse.text(above)}"')
    marks = {form(parse, c) for c in parse.children(verb, "mark")}
    if parse.related(verb, "xcomp", "conj", "advcl") and parse.tokens[above].upos in ("VERB", "AUX") and marks <= _WITH_IT:
        return _by_tense(parse, above, words)
    return None


_WITH_IT = frozenset(["to", "after", "while", "when", "by", "in"])
"""TalkWords before a participle that leave it the tense of its clause: "after meeting her, he said"."""


def _infinitive(parse: Parse, verb: int) -> bool:
    return any(form(parse, c) == "to" for c in parse.children(verb, "mark"))


def _own_tense(parse: Parse, verb: int, words: TalkWords) -> Standing | None:
    """Judge a verb by its own form: begun talks go on, past and present ones are held, "are meeting" goes on; None for bare participles."""
    auxiliaries = {form(parse, c) for c in parse.children(verb, "aux", "cop", "aux:pass")}
    said, token = _with_auxiliaries(parse, verb), parse.tokens[verb]
    if auxiliaries & (_FUTURE | {"would"}):
        return Standing(Status.PLANNED, f'told as to come: "{said}"')
    if _infinitive(parse, verb):
        return None
    if form(parse, verb) in words.begun:
        return Standing(Status.ONGOING, f'told as going on: "{said}"')
    if (form(parse, verb).endswith("ing") and token.upos == "VERB") or (auxiliaries & _NOW and case(parse, verb) == "in"):
        return _progressive(said, auxiliaries)
    if token.has("Tense=Past") or auxiliaries & {"was", "were", "had", "has", "have", "did"}:
        return Standing(Status.HELD, f'told as past: "{said}"')
    return Standing(Status.HELD, f'told as a fact: "{said}"') if token.has("Tense=Pres") or token.has("VerbForm=Fin") else None


def _with_auxiliaries(parse: Parse, verb: int) -> str:
    """Give a verb with its auxiliaries as they stand: "will … be held"; what stands between them is left out."""
    told = [c for c in parse.children(verb, "aux", "cop", "aux:pass") if c < verb]
    words = [parse.text(i) + ("" if i + 1 in (*told, verb) or i == verb else " …") for i in (*told, verb)]
    return " ".join(words)


def _progressive(said: str, auxiliaries: set[str]) -> Standing | None:
    """Judge "are meeting", "is in talks" (goes on) and "were meeting" (held); None for a participle without auxiliary."""
    if auxiliaries & _NOW:
        return Standing(Status.ONGOING, f'told as going on: "{said}"')
    return Standing(Status.HELD, f'told as past: "{said}"') if auxiliaries & {"was", "were"} else None


_NOW = frozenset(["is", "are", "'re", "’re", "'s", "’s", "been"])


def _by_surroundings(parse: Parse, occasion: Occasion, words: TalkWords) -> Standing | None:
    """Judge a noun by its preposition and the tense of the clause it stands in: "after talks in Geneva", "ahead of the summit"."""
    if occasion.role not in (Role.ADJUNCT, Role.NAMED):
        return None
    preposition, head = case(parse, occasion.top), predicate(parse, occasion.top)
    if head is not None and form(parse, head) in ("followed", "follows", "follow", "following") and parse.related(occasion.top, "obj"):
        return Standing(Status.HELD, f'told as past: something "{parse.text(head)}" them')
    future = _clause_is_future(parse, occasion.top)
    if preposition in words.when["before"]:
        return Standing(Status.PLANNED, f'told as to come: "{preposition}" them')
    if preposition in words.when["after"] or preposition in words.when["during"]:
        status = Status.PLANNED if future else Status.HELD
        return Standing(status, f'told as {"to come" if future else "past"}: "{preposition}" them')
    return None


def _presupposed(parse: Parse, occasion: Occasion, day: str | None) -> Standing | None:
    """Judge talks that are spoken of as known by their day: "Monday's talks", and "the summit on 16 June" of which something is said."""
    dated, published = bounds(day), bounds(parse.report.published.value)
    known = definite(parse, occasion) and (_of_a_day(parse, occasion) or parse.related(occasion.top, "nsubj", "nsubj:pass"))
    if occasion.role is Role.VERB or not is_day(day) or dated is None or published is None or not known:
        return None
    if dated[1] < published[0]:
        return Standing(Status.HELD, f"spoken of as known, and dated {day}, before the report of {parse.report.published.value}")
    if dated[0] > published[1]:
        return Standing(Status.PLANNED, f"dated {day}, after the report of {parse.report.published.value}")
    return None


def _of_a_day(parse: Parse, occasion: Occasion) -> bool:
    """Say whether talks are called by their day: "Monday's talks"."""
    owners = [parse.tokens[c] for n in occasion.nodes for c in parse.children(n, "nmod:poss")]
    return any(t.start <= o.start < t.end for o in owners for t in parse.times)


def definite(parse: Parse, occasion: Occasion) -> bool:
    """Say whether a noun names talks that the reader is taken to know: behind "the" or "this", a day or somebody whose they are."""
    said = [c for n in occasion.nodes for c in parse.children(n, "det", "nmod:poss")]
    return any(parse.related(c, "nmod:poss") or form(parse, c) in ("the", "this", "that", "these", "those") for c in said)


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
