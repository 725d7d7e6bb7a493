"""Whether talks took place, take place, are planned or called off: by tense, modality and the words around."""

from dataclasses import dataclass

from communique.extract.phrases import case, form, predicate
from communique.extract.talks.doubt import denied, imagined, possible
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.words import TalkWords
from communique.model.calendar import bounds
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


def _by_tense(parse: Parse, verb: int, words: TalkWords) -> Standing | None:
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
"""TalkWords before a participle that leave it the tense of its clause: "after meeting her, he said"."""


def _infinitive(parse: Parse, verb: int) -> bool:
    return any(form(parse, c) == "to" for c in parse.children(verb, "mark"))


def _own_tense(parse: Parse, verb: int, words: TalkWords) -> Standing | None:
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


def _by_surroundings(parse: Parse, occasion: Occasion, words: TalkWords) -> Standing | None:
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
