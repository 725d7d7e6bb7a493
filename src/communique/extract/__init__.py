"""Parse → Mention: what one report says, each with the words it rests on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.extract.according import with_statements
from communique.extract.actors import named
from communique.extract.amounts import figures
from communique.extract.amounts.placing import with_figures
from communique.extract.commitments import commitments
from communique.extract.conditions import conditions
from communique.extract.documents import documents
from communique.extract.events import events
from communique.extract.known import Known
from communique.extract.positions import positions
from communique.extract.provisions import provisions
from communique.extract.statements import statements
from communique.extract.tabled import tabled
from communique.extract.talks import talks
from communique.model.actor import Named
from communique.model.citation import Citation
from communique.model.mention import Condition, Event, Mention, Position, Provision, Statement
from communique.model.notice import Notice
from communique.model.parse import Parse
from communique.reference import Tables

__all__ = ["READINGS", "Findings", "findings", "mentions"]

Reading = Callable[[Parse, Sequence[Named], Tables], Iterator[Mention]]
"""Reads mentions of one kind from a parse, given the report's actors."""

READINGS: tuple[Reading, ...] = (
    statements,
    talks,
    provisions,
    documents,
)
"""What is read after the actors, in this order. A new kind of mention is one file and one line here."""


Later = Callable[[Known], Iterator[Mention | Notice]]
"""Reads mentions of one kind from what is known once statements are read, and tells what it leaves out."""

LATER: tuple[Later, ...] = (
    commitments,
    conditions,
    events,
    positions,
)
"""What is read after the statements, in this order."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a report says, and what is left out where in doubt."""

    mentions: tuple[Mention, ...]
    notices: tuple[Notice, ...]


def mentions(parse: Parse, tables: Tables) -> Iterator[Mention]:
    """Yield what a report says: its actors first, then its statements, talks, provisions and documents, each kind in order of the text."""
    yield from findings(parse, tables).mentions


def findings(parse: Parse, tables: Tables) -> Findings:
    """Give what a report says, its actors first, with notices of what is left out.

    `Who.actor` in a mention is the id of one of the actors before it. Words of a provision are no statement too.
    """
    actors = tuple(named(parse, tables))
    found = [mention for reading in READINGS for mention in reading(parse, actors, tables)]
    provisions_ = [m for m in found if isinstance(m, Provision)]
    first = [m for m in found if not isinstance(m, Statement) or not _is_laid_down(m.content, provisions_)]
    said, held = [m for m in first if isinstance(m, Statement)], [m for m in first if isinstance(m, Event)]
    numbers = tuple(figures(parse))
    known = Known(parse, actors, said, provisions_, tables, held, numbers)
    later = [m for read in LATER for m in read(known)]
    notices = tuple(m for m in later if isinstance(m, Notice))
    more = [m for m in later if not isinstance(m, Notice) and not _is_laid_down(_words(m), provisions_)]
    asked = tabled(provisions_, [m for m in more if isinstance(m, Position)])
    told = with_figures(_once(with_statements([*first, *more, *asked])), numbers)
    return Findings((*actors, *told), notices)


def _once(found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield each mention once: two readings of the same words are one entry, the first."""
    seen: set[str] = set()
    for mention in found:
        if mention.id not in seen:
            seen.add(mention.id)
            yield mention


def _words(mention: Mention) -> tuple[Citation, ...]:
    """Give the words that a later mention is about."""
    if isinstance(mention, Event):
        return (mention.trigger,)
    if isinstance(mention, Condition):
        return (*mention.condition, *mention.consequence)
    return mention.object if isinstance(mention, Position) else mention.cites


LAID_DOWN = 0.8
"""Share of words from which on they are a provision's: a stop or a joining "and" between two provisions lies in neither."""


def _is_laid_down(words: Sequence[Citation], provisions: Sequence[Provision]) -> bool:
    """Say whether words are provisions': what a draft lays down for its parties is nobody's utterance, act or stance."""
    held = [c.span for p in provisions for c in p.content]
    within = sum(max(0, min(c.end, h.end) - max(c.start, h.start)) for c in words for h in held)
    return bool(words) and within >= LAID_DOWN * sum(c.end - c.start for c in words)
