"""Conflicts: values of one claim that cannot both be right, each side with its words.

A less precise date is no conflict, nor is a list of participants within another, nor talks that were planned and then held. Where values
may both be right, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from communique.model.actor import Actor, ActorKind, Who
from communique.model.citation import Citation
from communique.model.claim import Claim
from communique.model.conflict import Conflict, ConflictKind, Side
from communique.model.dates import When
from communique.model.days import days
from communique.model.figure_words import figure_in_words
from communique.model.ids import SEPARATOR
from communique.model.kinds import Form, Stance, Status
from communique.model.mention import Commitment, Document, Event, Figure, Provision, Statement
from communique.reconcile.alike import sides_of
from communique.reconcile.claim_values import Claimed, figures_of
from communique.reconcile.differing import differing
from communique.reconcile.same_statements import speakers_differ

_CAME_ABOUT = frozenset({Status.HELD, Status.ONGOING})
_DID_NOT = frozenset({Status.CANCELLED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class _Given:
    """One value that a mention gives, with its words: what a side is made of."""

    value: str
    cites: tuple[Citation, ...]


def conflicts_of(claims: Sequence[Claim], mentions: Mapping[str, Claimed], actors: Mapping[str, Actor]) -> list[Conflict]:
    """Give the conflicts within claims, sorted by id; `mentions` by their ids."""
    told = [(c.id, [mentions[m] for m in c.mentions]) for c in claims]
    found = (x for claim, some in told if len(some) > 1 for x in _within(claim, some, actors))
    return sorted((*found, *(x for claim, some in told for x in _voices_differ(claim, some, actors))), key=lambda x: x.id)


def _within(claim: str, told: Sequence[Claimed], actors: Mapping[str, Actor]) -> Iterator[Conflict]:
    said = [m for m in told if isinstance(m, Statement)]
    events = [m for m in told if isinstance(m, Event)]
    if said:
        yield from _of_statements(claim, said, actors)
    if events:
        yield from _of_events(claim, events, actors)
    apart = [_Given(figure_in_words(f), (f.cite,)) for f in _other_numbers([figures_of(m) for m in told])]
    yield from _made(claim, ConflictKind.NUMBER, apart, "the numbers count the same, and no number is in both")
    for name, which in _DATES.items():
        dates = [(w, _cited(w, m)) for m in told if (w := which(m))]
        yield from _made(claim, ConflictKind.DATE, _other_days(dates), f"the dates{name} have no day in common", of=name)
    numbers = [_Given(p.number, p.content) for p in told if isinstance(p, Provision) and p.number and not p.article]
    if len({_WHOLE.split(n.value)[0] for n in numbers}) > 1:
        yield from _made(claim, ConflictKind.REFERENCE, numbers, "one provision by its words, but another number")


_WHOLE = re.compile(r"[.(]")
"""What opens the number of a part: of one article several reports name other parts."""


def _of_statements(claim: str, said: Sequence[Statement], actors: Mapping[str, Actor]) -> Iterator[Conflict]:
    speakers = [(a, _Given(a.name, _named(s))) for s in said if (a := actors.get(s.speaker.actor or "")) and _by_name(a, s)]
    apart = [g for a, g in speakers if any(_two_persons(a, b) for b, _ in speakers)]
    yield from _made(claim, ConflictKind.ATTRIBUTION, apart, "the same words are given to different speakers")
    quoted = [(s, " … ".join(c.quote for c in s.content)) for s in said if s.form is Form.DIRECT]
    for n, (one, words) in enumerate(quoted):
        for other, others in quoted[n + 1 :]:
            if (found := differing(words, others)) and one.content[0].report != other.content[0].report:
                sides = [_Given(words, one.content), _Given(others, other.content)]
                kind = ConflictKind.POLARITY if found.turns else ConflictKind.WORDING
                yield from _made(claim, kind, sides, f"one quotation, but “{found.one}” here and “{found.other}” there")
                return


def _by_name(actor: Actor, said: Statement) -> bool:
    """Say whether the report names the speaker at the words themselves: a pronoun may be read wrongly, and then nobody contradicts."""
    cite = said.speaker.cite
    return cite is not None and actor.name.split()[-1].casefold() in cite.quote.casefold()


def _named(said: Statement) -> tuple[Citation, ...]:
    return (said.speaker.cite,) if said.speaker.cite else said.content[:1]


def _two_persons(a: Actor, b: Actor) -> bool:
    """Say whether two speakers cannot be one: two persons of other names, or two states."""
    kinds = {a.kind, b.kind}
    return len(kinds) == 1 and kinds <= {ActorKind.PERSON, ActorKind.STATE} and speakers_differ(a, b)


def _of_events(claim: str, events: Sequence[Event], actors: Mapping[str, Actor]) -> Iterator[Conflict]:
    came = [e for e in events if e.status in _CAME_ABOUT]
    not_so = [e for e in events if e.status in _DID_NOT]
    if came and not_so:
        sides = [_Given(e.status.value, (e.trigger,)) for e in (*came, *not_so)]
        yield from _made(claim, ConflictKind.STATUS, sides, "it took place, or it did not")
    yield from _made(claim, ConflictKind.PARTICIPANTS, _other_parties(events, actors), "each list has somebody whom the other has not")


def _other_numbers(told: Sequence[tuple[Figure, ...]]) -> Iterator[Figure]:
    """Yield the numbers that two mentions of one claim give for the same thing and that cannot both be right.

    What one of them leaves out is no contradiction: each must have a number that the other's do not allow.
    """
    for n, these in enumerate(told):
        for those in told[n + 1 :]:
            mine = [a for a in these if not any(_may_be_same(a, b) for b in those)]
            yours = [b for b in those if not any(_may_be_same(a, b) for a in these)]
            apart = [(a, b) for a in mine for b in yours if _counts_same(a, b)]
            yield from dict.fromkeys(f for pair in apart for f in pair)


def _counts_same(a: Figure, b: Figure) -> bool:
    """Say whether two numbers count the same; numbers of one report never contradict each other here."""
    return a.cite.report != b.cite.report and (a.unit, a.of) == (b.unit, b.of)


def _may_be_same(a: Figure, b: Figure) -> bool:
    return (a.unit, a.of) == (b.unit, b.of) and a.allowed.meets(b.allowed)


def _other_parties(events: Sequence[Event], actors: Mapping[str, Actor]) -> list[_Given]:
    """Give the lists of parties of talks, where none of two holds the other."""
    lists = [(sides_of(e.actors, actors).parties, e) for e in events if e.type == "CONSULT"]
    apart = [(p, e) for p, e in lists if any(not p <= q and not q <= p for q, _ in lists)]
    return [_Given(_parties(e.actors, actors), tuple(w.cite for w in e.actors if w.cite) or (e.trigger,)) for _, e in apart]


def _parties(whos: Iterable[Who], actors: Mapping[str, Actor]) -> str:
    return ", ".join(sorted({a.name for w in whos if (a := actors.get(w.actor or ""))}))


def _date_of(mention: Claimed) -> When | None:
    """Give the date of what happens once; a position is held on many days."""
    if isinstance(mention, Event):
        return mention.when
    if isinstance(mention, Statement):
        return mention.said_on
    if isinstance(mention, Document):
        return mention.dated
    return mention.on if isinstance(mention, Commitment) else None


def _due_of(mention: Claimed) -> When | None:
    return mention.due if isinstance(mention, Document) else None


def _baseline_of(mention: Claimed) -> When | None:
    return mention.baseline if isinstance(mention, Provision) else None


_DATES = {"": _date_of, " by which it is due": _due_of, " since which it counts": _baseline_of}
"""The dates that mentions give, each compared with its like, by what follows "the dates"."""


def _cited(when: When, mention: Claimed) -> tuple[Citation, ...]:
    return (when.cite,) if when.cite else _words(mention)


def _words(mention: Claimed) -> tuple[Citation, ...]:
    return mention.content[:1] if isinstance(mention, Statement | Provision) else mention.cites[:1]


def _other_days(dates: Sequence[tuple[When, tuple[Citation, ...]]]) -> list[_Given]:
    known = [(span, _Given(w.value or "", cites)) for w, cites in dates if (span := days(w.value or ""))]
    return [g for span, g in known if any(not span.overlaps(other) for other, _ in known)]


def _voices_differ(claim: str, told: Iterable[Claimed], actors: Mapping[str, Actor]) -> Iterator[Conflict]:
    """Yield what one voice asserts and another denies, of an event or a commitment, in whichever reports."""
    heard = [v for m in told if isinstance(m, Event | Commitment) for v in m.according_to]
    voices = [(v, a.name) for v in heard if (a := actors.get(v.by or "")) and v.cites]
    sides = [_Given(f"{name} {v.stance.value} it", v.cites) for v, name in voices if v.stance in (Stance.ASSERTS, Stance.DENIES)]
    if {v.stance for v, _ in voices} >= {Stance.ASSERTS, Stance.DENIES}:
        yield from _made(claim, ConflictKind.POLARITY, sides, "one says that it is so, another that it is not")


def _made(about: str, kind: ConflictKind, given: Iterable[_Given], why: str, *, of: str = "") -> Iterator[Conflict]:
    """Yield the conflict whose sides are the given values, each with all its words; nothing where they are not two.

    `of` tells two conflicts of one kind about one claim apart.
    """
    sides: dict[str, set[Citation]] = {}
    for one in given:
        sides.setdefault(one.value, set()).update(one.cites)
    if len(sides) > 1:
        cited = tuple(Side(value, tuple(sorted(cites))) for value, cites in sorted(sides.items()))
        digest = sha256(f"{about}{SEPARATOR}{kind.value}{of}".encode()).hexdigest()[:16]
        yield Conflict(f"cfl-{digest}", kind, about, cited, why)
