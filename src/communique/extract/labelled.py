"""Statements of a transcript: the words of each turn are those of the person whom its label names, or of an asker without a name."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.saying import saying
from communique.extract.transcripts import Turn, surname_of, turns
from communique.model.actor import ActorKind, Named, Who
from communique.model.ids import mention_id
from communique.model.kinds import Form, Kind
from communique.model.mention import Statement
from communique.model.span import Span

_CHANNELS = frozenset({"briefing", "interview"})
_WORD = re.compile(r"\w+")


def turns_of(page: Page, named: Sequence[Named]) -> tuple[Turn, ...]:
    """Give the turns of a report that is or holds a transcript, known by the people that it names."""
    text = page.parse.report.text
    people = [text[e.start : e.end] for e in page.parse.entities if e.label == "PER"]
    blocks = [b for b in page.paragraphs if page.is_read(b.start) and not page.heads(b.start)]
    return turns(text, blocks, [*people, *(n.name for n in named if n.kind is ActorKind.PERSON)])


def labelled(page: Page, names: Names, found: Sequence[Turn]) -> Iterator[Statement]:
    """Yield one direct statement a turn."""
    channel = _channel(page, found[0]) if found else None
    for turn in found:
        speaker, why = _speaker(page, names, turn)
        yield _statement(page, turn, speaker, channel=channel, why=why)


def _statement(page: Page, turn: Turn, speaker: Who, *, channel: str | None, why: str) -> Statement:
    report = page.parse.report
    content, label = tuple(report.cite(s.start, s.end) for s in turn.words), report.cite(turn.label.start, turn.label.end)
    return Statement(
        id=mention_id(report.id, Kind.STATEMENT, turn.words),
        content=content,
        form=Form.DIRECT,
        speaker=speaker,
        cue=label,
        why=why,
        channel=channel,
        cites=tuple(sorted({*content, label})),
    )


def _speaker(page: Page, names: Names, turn: Turn) -> tuple[Who, str]:
    """Give whom a label names: the words over it, else the one actor of that surname or name in the report."""
    report, label = page.parse.report, page.parse.report.text[turn.label.start : turn.label.end]
    why, cite = f"the transcript sets “{label}” before the words", report.cite(turn.label.start, turn.label.end)
    person = None if turn.asks else _named(names, turn.label, label)
    if person is None:
        return Who(None, cite), why if not turn.asks else f"{why}: someone who asks and is not named"
    return Who(person.id, cite), f"{why}; that is {person.name}, who is named in the report"


def _named(names: Names, place: Span, label: str) -> Named | None:
    here = [n for s, n in names.near(place) if n.kind is ActorKind.PERSON and (place.covers(s) or s.covers(place))]
    surname = surname_of(label)
    alike = [n for n in names.named if n.kind is ActorKind.PERSON and surname and surname_of(n.name) == surname]
    whole = [n for n in names.named if label.casefold() in {n.name.casefold(), *(a.name.casefold() for a in n.aliases)}]
    for found in (here, whole, alike):
        if len({n.id for n in found}) == 1:
            return found[0]
    return None


def _channel(page: Page, first: Turn) -> str | None:
    """Give the channel that the words before the first turn name: a briefing or an interview."""
    words = (w.lower() for w in _WORD.findall(page.parse.report.text[: first.label.start]))
    known = saying().channels
    return next((known[w] for w in words if known.get(w) in _CHANNELS), None)
