"""Positions: where an actor stands on what, with the derivation in words.

A stance is composed over the tree: the force of the word ("demand", "reject", "welcome"), verbs that work for or against their object
("keep", "drop"), denial, modality, condition. Words within a statement count for their speaker, never for the outlet.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from communique.extract.known import Known
from communique.extract.positions.accusations import accusations
from communique.extract.positions.adjectives import adjective_attitudes, sides
from communique.extract.positions.alongside import alongside, compounds
from communique.extract.positions.deeds import deeds
from communique.extract.positions.denial import is_rare, is_withheld
from communique.extract.positions.dues import dues
from communique.extract.positions.effects import effects
from communique.extract.positions.epithets import descriptions, epithets
from communique.extract.positions.framing import framings
from communique.extract.positions.holders import holders
from communique.extract.positions.judgements import callings, judgements, warnings
from communique.extract.positions.needed import faultless, lackings, principles, wants
from communique.extract.positions.needs import needs
from communique.extract.positions.nouns import named_sides, noun_attitudes
from communique.extract.positions.obligations import obligations
from communique.extract.positions.parts import parts
from communique.extract.positions.receptions import receptions
from communique.extract.positions.referring import resolved
from communique.extract.positions.relayed import relayed
from communique.extract.positions.standings import standings
from communique.extract.positions.stirring import greetings, stirring, to_whom
from communique.extract.positions.strivings import efforts, strivings
from communique.extract.positions.taking import Taking
from communique.extract.positions.verbs import attitudes
from communique.extract.positions.will import aims, offers, own_acts, refusals
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.dates import UNKNOWN
from communique.model.ids import mention_id
from communique.model.kinds import Kind, Stance
from communique.model.mention import Position, Statement, Voice
from communique.model.parse import Parse
from communique.model.report import RegionKind
from communique.model.span import Span

__all__ = ["positions"]

Reading = Callable[[Known, int], Iterator[Taking]]
"""Reads the stances that one word takes."""

_NAMES: tuple[Reading, ...] = (sides, obligations, judgements, framings, dues, wants, epithets, descriptions, lackings)
READINGS: Mapping[str, tuple[Reading, ...]] = {
    "VERB": (
        *(attitudes, strivings, callings, warnings, efforts, deeds, adjective_attitudes, sides),
        *(refusals, offers, aims, relayed, obligations, own_acts, judgements, effects, needs),
        *(compounds, stirring, greetings),
        *(framings, dues, accusations, principles, wants),
    ),
    "NOUN": (noun_attitudes, receptions, alongside, standings, named_sides, needs, *_NAMES),
    "ADJ": (adjective_attitudes, compounds, to_whom, *_NAMES),
    "PROPN": _NAMES,
    "PRON": (faultless, wants, dues, framings),
    "ADV": (framings,),
    "ADP": (dues,),
}
"""What is read of words of each class, in this order. A new reading is one function and one entry here."""

_UNREAD = frozenset({RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT})


def positions(known: Known) -> Iterator[Position]:
    """Yield the positions of a report in order of the text, each actor's stance on the same words once."""
    seen: set[tuple[tuple[Span, ...], Who]] = set()
    placed: set[tuple[int, tuple[Span, ...], int]] = set()
    found: list[Taking] = []
    for taking in sorted(_takings(known), key=lambda t: (known.parse.tokens[t.word].start, t.object)):
        pointed = resolved(known, taking, found)
        if pointed is None:
            continue
        found.append(pointed)
        said = known.statement_at(known.parse.tokens[taking.word].span)
        for n, who in holders(known, taking, said):
            key = (tuple(map(known.parse.span, pointed.object)), replace(who, cite=None) if who.actor else who)
            if key not in seen:
                seen.add(key)
                free = next(k for k in count(n) if (taking.word, key[0], k) not in placed)  # two readings of a word, each of another
                placed.add((taking.word, key[0], free))
                yield _position(known, pointed, said, (who, free))


def _takings(known: Known) -> Iterator[Taking]:
    parse = known.parse
    for i, token in enumerate(parse.tokens):
        if token.upos in READINGS and parse.report.region_at(token.start).kind not in _UNREAD:
            for taking in (t for reading in READINGS[token.upos] for t in reading(known, i) if not _says_nothing(parse, t.word)):
                yield from parts(parse, taking)


def _says_nothing(parse: Parse, i: int) -> bool:
    """Say whether what stands beside or above a word of attitude leaves nothing to tell."""
    return is_rare(parse, i) or is_withheld(parse, i)


def _position(known: Known, taking: Taking, said: Statement | None, held: tuple[Who, int]) -> Position:
    parse, (who, n) = known.parse, held  # `n`, which holder of the word it is in the tree, tells ids apart; who it is never does
    spans = [parse.span(run) for run in taking.object]
    object_ = tuple(parse.report.cite(s.start, s.end) for s in spans)
    word = parse.tokens[taking.word]
    cue = parse.report.cite(word.start, word.end)
    spoken = said or known.told_by(word.span)
    voices = tuple(_voices(said, cue))
    cites = {*object_, cue, *((who.cite,) if who.cite else ()), *(c for v in voices for c in v.cites)}
    return Position(
        id=mention_id(parse.report.id, Kind.POSITION, [*spans, *[word.span] * (n + 1)]),
        actor=who,
        object=object_,
        stance=taking.stance,
        why=taking.why,
        on=spoken.said_on if spoken else UNKNOWN,
        statement=spoken.id if spoken else None,
        expressed=taking.expressed,
        according_to=voices,
        cites=tuple(sorted(cites)),
    )


def _voices(said: Statement | None, word: Citation) -> Sequence[Voice]:
    """Give who tells of the stance: the speaker whose words hold it, else the outlet, in its own voice."""
    if said is None:
        return (Voice(None, Stance.REPORTS, None, (word,)),)
    told = tuple(c for c in (said.speaker.cite, said.cue) if c) or (word,)
    return (Voice(said.speaker.actor, Stance.ASSERTS, said.id, told),)
