"""The sections of a brief under its matrix: each line tells one claim, and ends with the words that it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from communique.analyse.bearing import AtOdds
from communique.analyse.brief import Brief, Open, Part
from communique.analyse.changes import Failed
from communique.analyse.dating import Clock
from communique.analyse.moves import Move
from communique.analyse.timeline import Moment, Told
from communique.model.citation import Citation
from communique.model.conflict import Conflict, ConflictKind, Side
from communique.model.kinds import ConditionKind
from communique.show.at_odds import at_odds_words
from communique.show.in_short import capitalised, day, met, names, promised, quoted, shortened, unquoted, what
from communique.show.index import Index

WORDS, ASIDE = 76, 36
"""Characters of a report's words that a line has room for, and of what is told beside them."""
SOURCES = 2
"""Mentions of one claim that a line names; the others are counted."""
ASKED = {
    ConflictKind.NUMBER: "how many",
    ConflictKind.DATE: "when",
    ConflictKind.PLACE: "where",
    ConflictKind.PARTICIPANTS: "who took part",
    ConflictKind.ATTRIBUTION: "who said it",
    ConflictKind.POLARITY: "whether it is so",
    ConflictKind.STATUS: "whether it took place",
    ConflictKind.WORDING: "in which words",
    ConflictKind.NAMING: "what it is called",
    ConflictKind.REFERENCE: "which article it is",
    ConflictKind.CONTENT: "what the article says",
}
"""What the sides of a conflict answer differently."""
_DOES = {ConditionKind.THREAT: "threatens", ConditionKind.PROMISE: "promises", ConditionKind.WARNING: "warns"}


class Telling(Protocol):
    """Tells an entry in words: with its kind, or without where the heading names it."""

    def __call__(self, entry: Told, index: Index, *, longest: int) -> str:
        """Give the entry in words, those of the report no longer than `longest`."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is told, and on which words it rests."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, and how many more the record holds."""

    title: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class _Known:
    """What a line needs beside its entry: labels, the places of entries, the names of issues."""

    index: Index
    places: Mapping[str, Citation]
    issues: Mapping[str, str]


def sections(found: Brief, index: Index, *, places: Mapping[str, Citation], issues: Mapping[str, str]) -> Iterator[Section]:
    """Yield the sections in the order of the page, empty ones too."""
    known = _Known(index, places, issues)
    yield Section("Who moved", tuple(_moved(m, known) for m in found.moved.shown), found.moved.more)
    yield Section("At odds with themselves", tuple(_at_odds(o, known) for o in found.at_odds.shown), found.at_odds.more)
    yield _of("Talks held", found.held, known, telling=met)
    yield _of("What else happened", found.deeds, known, telling=what)
    yield _of("To come", found.to_come, known, telling=what)
    yield Section("Open conditions", tuple(_condition(c, known) for c in found.conditions.shown), found.conditions.more)
    yield _of("Promises", found.promises, known, telling=promised)
    yield Section("What failed", tuple(_failed(f, known) for f in found.failed.shown), found.failed.more)
    yield Section("Conflicts", tuple(_conflict(c, known) for c in found.conflicts.shown), found.conflicts.more)


def _of(title: str, part: Part[Moment], known: _Known, *, telling: Telling) -> Section:
    return Section(title, tuple(_moment(m, known, telling) for m in part.shown), part.more)


def _moved(move: Move, known: _Known) -> Line:
    before, now = ((p.stance.value, unquoted(quoted(p.object or p.cites, WORDS // 2))) for p in (move.before, move.now))
    on = f"{known.index.name(move.actor)} on {shortened(known.issues[move.issue], ASIDE)} ({known.index.labels[move.issue]})"
    text = f"{on}: {before[0]} before, “{before[1]}”; now {now[0]}, “{now[1]}”, {day(move.when)}"
    return Line(text, tuple(_sources([(p.id, p.cites[0]) for p in (move.before, move.now)], known.index)))


def _at_odds(found: AtOdds, known: _Known) -> Line:
    acts = [(e.id, e.cites[0]) for e in found.under.mentions[:SOURCES]]
    stand = (found.position.id, min(found.position.object or found.position.cites))
    return Line(at_odds_words(found, known.index), tuple(_sources([stand, *acts], known.index)))


def _moment(moment: Moment, known: _Known, telling: Telling) -> Line:
    """Give a moment with its day, what day that is, and in how many reports it is told."""
    reported = "reported " if moment.when.clock is Clock.PUBLICATION else ""
    told = telling(moment.entry, known.index, longest=WORDS)
    return Line(capitalised(f"{reported}{day(moment.when)}: {told}{_times(moment.reports)}"), _also(moment.entry.id, moment.others, known))


def _condition(found: Open, known: _Known) -> Line:
    entry, index = found.entry, known.index
    who = capitalised(index.called(entry.speaker) or "somebody not named")
    whom = f" {names(entry.target, index)}" if entry.target else ""
    parts = (unquoted(quoted(some, WORDS)) for some in (entry.condition, entry.consequence))
    return Line(f"{who} {_DOES[entry.kind]}{whom}: “{'”: “'.join(parts)}”{_times(found.reports)}", _also(entry.id, found.others, known))


def _failed(failed: Failed, known: _Known) -> Line:
    first = next((e for e in failed.entries if e.according_to), failed.entries[0])
    return Line(what(first, known.index, longest=WORDS), _also(first.id, [e.id for e in failed.entries if e is not first], known))


def _conflict(conflict: Conflict, known: _Known) -> Line:
    """Give who says what; of a report that our tables contradict, in what."""
    sides, label = conflict.sides[:2], known.index.labels[conflict.id]
    asked = f"{capitalised(ASKED[conflict.kind])} ({label})"
    whose, values = [_whose(s, known.index) for s in sides], [f"“{unquoted(shortened(s.value, WORDS // 2))}”" for s in sides]
    apart = "; ".join(f"{w}: {v}" for w, v in zip(whose, values, strict=True))
    told = apart if len(set(whose)) > 1 else f"{whose[0]}: {' and '.join(values)}"
    if any(s.source for s in sides):
        told = f"{_whose(sides[0], known.index)}: {shortened(conflict.why, 2 * WORDS)}"
    more = f"; and {len(conflict.sides) - 2} more" if len(conflict.sides) > 2 else ""
    return Line(f"{asked}: {told}{more}", tuple(_sources([(conflict.about, s.cites[0]) for s in sides if s.cites], known.index)))


def _whose(side: Side, index: Index) -> str:
    if side.source:
        return shortened(side.source, ASIDE)
    named = dict.fromkeys(index.reports[c.report].outlet or "an unknown outlet" for c in side.cites)
    return shortened(", ".join(named), ASIDE)


def _times(reports: int) -> str:
    return f" ({reports} reports)" if reports > 1 else ""


def _also(id_: str, others: Sequence[str], known: _Known) -> tuple[str, ...]:
    """Give the sources of a claim: the entry's, and those of its other mentions as far as there is room."""
    ids = [id_, *others]
    more = [f"and {len(ids) - SOURCES} more"] if len(ids) > SOURCES else []
    return (*_sources([(i, known.places[i]) for i in ids[:SOURCES]], known.index), *more)


def _sources(entries: Iterable[tuple[str, Citation]], index: Index) -> Iterator[str]:
    """Yield each entry's label with the outlet and the place of its words, each once."""
    for id_, cite in dict.fromkeys(entries):
        outlet = index.reports[cite.report].outlet or "outlet unknown"
        yield f"{index.labels.get(id_, id_)} {outlet}, {index.place(cite)}"
