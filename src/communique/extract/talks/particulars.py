"""What is told of talks beside the word for them: who takes part, when, where, as part of what; and whether that is enough for an entry."""

from dataclasses import dataclass

from communique.extract.phrases import case, form
from communique.extract.subjects import subject
from communique.extract.talks import details
from communique.extract.talks.lasting import length
from communique.extract.talks.occasions import Role
from communique.extract.talks.participants import hosts
from communique.extract.talks.standing import definite
from communique.extract.talks.vicinity import Vicinity
from communique.model.actor import ActorKind, Who
from communique.model.calendar import is_day
from communique.model.dates import When

_MONTHLY = 7
"""Characters of an EDTF date that names at least a month: "2031-05"."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who takes part in talks, when, where, and as part of what; `carried`: those who take part were told before."""

    actors: tuple[Who, ...]
    when: When
    place: Who | None
    part_of: details.Detail | None
    carried: bool = False

    @property
    def told(self) -> bool:
        """Whether a time, a place or a format is told."""
        return bool(self.when.cite or self.place or self.part_of)


def is_public(vicinity: Vicinity, particulars: Particulars) -> bool:
    """Say whether someone takes part in a public role, or the word is one for public talks; two private persons' dinner is none.

    A newspaper or a firm that "spoke with" somebody asked him, and who meets his own people holds no talks.

    Without any name: "the two delegations", or talks that are told of for their own sake, with a date.
    """
    known, occasion = {n.id: n for n in vicinity.cast.named}, vicinity.occasion
    found = [known[w.actor] for w in particulars.actors if w.actor in known]
    formal = occasion.group in ("talks", "summit") and occasion.role is not Role.VERB
    firm = any(n.kind is ActorKind.ORGANISATION and not n.key and n.name.lower().split()[-1] not in vicinity.words.delegates for n in found)
    if _inner(vicinity, particulars) or (firm and occasion.group in ("speak", "talk")):
        return False
    if any(formal or n.kind is not ActorKind.PERSON or n.roles or n.country or n.key for n in found):
        return True
    sides = any(w.cite and w.cite.quote.lower().split()[-1] in vicinity.words.sides for w in particulars.actors) or _of_sides(vicinity)
    dated = len(particulars.when.value or "") >= _MONTHLY
    told = occasion.role is Role.SUBJECT or (occasion.role is Role.OBJECT and hosts(vicinity.parse, occasion, vicinity.words))
    own = (formal or occasion.group == "call") and told and occasion.also not in ("held", "series")
    return not found and dated and (sides or own or _known_by_day(vicinity, particulars))


def _known_by_day(vicinity: Vicinity, particulars: Particulars) -> bool:
    """Say whether talks of which nobody is named are told by day and place, as known ("Monday's talks in Geneva"), or as set for a day."""
    occasion, words = vicinity.occasion, vicinity.words
    if (
        occasion.role is Role.VERB
        or occasion.group not in ("talks", "summit", "meeting")
        or occasion.also
        or not is_day(particulars.when.value)
    ):
        return False
    set_ = any(form(vicinity.parse, c) in words.attributes["planned"] for n in occasion.nodes for c in vicinity.parse.children(n, "acl"))
    return definite(vicinity.parse, occasion) and (set_ or particulars.place is not None)


def _inner(vicinity: Vicinity, particulars: Particulars) -> bool:
    """Say whether one side only meets its own people: "his advisers", "its members"."""
    parse = vicinity.parse
    heads = [i for w in particulars.actors if w.cite for i in parse.tokens_in(w.cite.span) if form(parse, i) in vicinity.words.inner]
    return any(parse.tokens[c].upos == "PRON" for i in heads for c in parse.children(i, "nmod:poss"))


def _of_sides(vicinity: Vicinity) -> bool:
    """Say whether those who talk are told as negotiators: "negotiators of …", "a meeting of the two sides"."""
    parse, occasion = vicinity.parse, vicinity.occasion
    holder = subject(parse, occasion.predicate) if occasion.predicate is not None and occasion.role is Role.VERB else None
    heads = [c for n in occasion.nodes for c in parse.children(n, "nmod") if case(parse, c) in ("of", "between")]
    return any(form(parse, i) in vicinity.words.sides for i in (*heads, *([holder] if holder is not None else [])))


def is_enough(vicinity: Vicinity, particulars: Particulars) -> bool:
    """Say whether enough is told for an entry: two who take part; one with a time, place or format, where the word asks for no more.

    Parties taken over from before are not enough: a time, a place, a format, a length or an outcome must be new.
    """
    occasion, several = vicinity.occasion, len(particulars.actors) > 1
    if particulars.carried:
        return particulars.told or _tells_more(vicinity)
    if several or occasion.also == "two" or _own_sitting(vicinity, particulars):
        return several
    return particulars.told and (occasion.also != "held" or occasion.role in (Role.OBJECT, Role.SUBJECT))


def _tells_more(vicinity: Vicinity) -> bool:
    """Say whether talks that are only pointed back to are said to have lasted or ended somehow: "the talks lasted two hours"."""
    parse, occasion, words = vicinity.parse, vicinity.occasion, vicinity.words
    return length(parse, occasion, words) is not None or details.outcome(parse, occasion, words) is not None


def _own_sitting(vicinity: Vicinity, particulars: Particulars) -> bool:
    """Say whether the only one who takes part is a body of one state or a firm: "a meeting of Congress" is no talks."""
    actors = [n for n in vicinity.cast.named if any(n.id == w.actor for w in particulars.actors)]
    quotes = [w.cite.quote.lower().split() for w in particulars.actors if w.cite]
    inner = any(n.kind is ActorKind.ORGANISATION and not (n.key or "").startswith("org:") for n in actors)
    return len(particulars.actors) == 1 and (inner or any(q[-1] in vicinity.words.assemblies for q in quotes))
