"""Reports, actors and mentions written by hand, for the tests of what becomes one claim."""

from collections.abc import Sequence
from dataclasses import replace

from tests.support import report_of

from communique.model.actor import Actor, ActorKind, Who
from communique.model.dates import When
from communique.model.ids import mention_id
from communique.model.kinds import Form, Kind, PositionStance, Status
from communique.model.mention import Event, Position, Statement
from communique.model.report import Report


def actor(id_: str, name: str, country: str | None, kind: ActorKind = ActorKind.STATE) -> Actor:
    """Give an actor of no alias and no place."""
    return Actor(id_, name, kind, country)


ACTORS = {
    a.id: a
    for a in (
        actor("NOR", "Norway", "NOR"),
        actor("CAN", "Canada", "CAN"),
        actor("EGY", "Egypt", "EGY"),
        actor("lund", "Ada Lund", "NOR", ActorKind.PERSON),
        actor("berg", "Ole Berg", "NOR", ActorKind.PERSON),
        actor("ministry", "Norwegian Ministry of Fisheries", "NOR", ActorKind.ORGANISATION),
        actor("roy", "Paul Roy", "CAN", ActorKind.PERSON),
    )
}


def report(text: str, number: int, published: str | None = "2031-05-02", outlet: str | None = None) -> Report:
    """Give a report of a text, each of its own outlet unless named."""
    made = report_of(text, file=f"{number}.txt")
    return replace(made, published=When(published), outlet=outlet or f"Outlet {number}")


def statement(held: Report, words: str, by: str = "lund", form: str = "direct", on: str | None = None) -> Statement:
    """Give the statement of words that stand in a report."""
    start = held.text.index(words)
    cite = held.cite(start, start + len(words))
    named = held.text.find(ACTORS[by].name.split()[-1]) if by else -1
    who = held.cite(named, named + len(ACTORS[by].name.split()[-1])) if named >= 0 else None
    id_ = mention_id(held.id, Kind.STATEMENT, [cite.span])
    return Statement(id_, (cite,), Form(form), Who(by or None, who), None, "test", said_on=When(on))


def event(
    held: Report, told: Sequence[str], trigger: str, status: Status = Status.HELD, *, nouns: Sequence[str] = ("", ""), place: str = ""
) -> Event:
    """Give the event of type, actor, recipient, words and day (or ""). `nouns`: the words of sides that nobody knows."""
    type_, by, to, words, day = told
    start = held.text.index(words)
    at = held.text.index(trigger, start)
    return Event(
        id=mention_id(held.id, Kind.EVENT, [held.cite(at, at + len(trigger)).span]),
        type=type_,
        trigger=held.cite(at, at + len(trigger)),
        actors=_side(held, by, nouns[0]),
        recipients=_side(held, to, nouns[1]),
        place=_words(held, place) if place else None,
        status=status,
        why="test",
        when=When(day or None),
        cites=(held.cite(start, start + len(words)),),
    )


def _side(held: Report, id_: str, noun: str) -> tuple[Who, ...]:
    if id_:
        return (_named(held, id_),)
    return (_words(held, noun),) if noun else ()


def _words(held: Report, words: str) -> Who:
    at = held.text.index(words)
    return Who(None, held.cite(at, at + len(words)))


def _named(held: Report, id_: str) -> Who:
    at = held.text.find(ACTORS[id_].name)
    return Who(id_, held.cite(at, at + len(ACTORS[id_].name)) if at >= 0 else None)


def position(held: Report, words: str, stance: PositionStance, issue: str | None = "iss-1", on: str | None = None) -> Position:
    """Give Norway's position on words of a report."""
    start = held.text.index(words)
    cite = held.cite(start, start + len(words))
    id_ = mention_id(held.id, Kind.POSITION, [cite.span])
    return Position(id_, Who("NOR"), (cite,), stance, "test", issue=issue, on=When(on), cites=(cite,))
