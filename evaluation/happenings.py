"""How many events are read that no reader marked, and how many of the marked ones, against marks of a reader who has not seen the rules.

    python -m evaluation.happenings MARKS TEXTS [--only NAME,NAME] [--misses]

MARKS holds `NAME.json` with offsets (`events`), TEXTS the reports as `NAME.txt`. A marked event is met by one of ours in its sentence
whose trigger overlaps the marked one, or that has its type; each of ours meets one. What is marked optional counts for nobody who
leaves it out. An event of ours is extra where no marked trigger overlaps its own and none of its type stands in its sentence; it is
alone where no event at all is marked in its sentence.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique import extract, reference
from communique.model.mention import Event
from communique.model.parse import Parse
from communique.model.span import Span
from evaluation.events import quad
from evaluation.standpoints import Mark, Say, marked


@dataclass(frozen=True, slots=True)
class Place:
    """An event as it is compared: its type, status, the words of its trigger and the sentence they stand in."""

    type: str
    status: str
    trigger: Span
    sentence: Span
    optional: bool = False

    def overlaps(self, other: "Place") -> bool:
        """Say whether both are told with a common word."""
        return self.trigger.overlaps(other.trigger)

    def near(self, other: "Place") -> bool:
        """Say whether both are told with a common word, or are of one type in one sentence."""
        return self.overlaps(other) or (self.type == other.type and self.sentence == other.sentence)


def scored(parses: Iterable[tuple[dict[str, list[Mark]], Parse]], say: Say | None = None) -> dict[str, float]:
    """Give the figures of marked reports."""
    total, tables = Counter[str](), reference.load()
    for marks, parse in parses:
        if say:
            say(f"== {parse.report.file}")
        ours = [_ours(parse, m) for m in extract.mentions(parse, tables) if isinstance(m, Event)]
        total += compared(parse, [_theirs(parse, m) for m in marks["events"]], ours, say)
    return _figures(total)


def _ours(parse: Parse, event: Event) -> Place:
    return Place(event.type, str(event.status), event.trigger.span, _sentence(parse, event.trigger.start))


def _theirs(parse: Parse, mark: Mark) -> Place:
    trigger = Span(*mark["trigger"])
    return Place(mark["type"], mark["status"], trigger, _sentence(parse, trigger.start), bool(mark.get("optional")))


def _sentence(parse: Parse, start: int) -> Span:
    """Give the sentence at an offset; nothing but the offset where there is none."""
    return next((Span(s.start, s.end) for s in parse.sentences if s.start <= start < s.end), Span(start, start + 1))


def compared(parse: Parse, theirs: Sequence[Place], ours: Sequence[Place], say: Say | None) -> Counter[str]:
    """Give the counts of one report."""
    n, pairs = Counter[str](), _paired(theirs, ours)
    for mark in theirs:
        met = pairs.get(mark)
        n["marked"] += not mark.optional
        n["met"] += met is not None and not mark.optional
        if met is not None:
            n += Counter(paired=1, type=met.type == mark.type, quad=quad(met.type) == quad(mark.type), status=met.status == mark.status)
        if say and met is None:
            say(f"missed{' (optional)' if mark.optional else ''} {_told(parse, mark)}")
        elif say and met is not None and (met.type, met.status) != (mark.type, mark.status):
            say(f"differs: marked {_told(parse, mark)}\n         read as {met.type} {met.status} “{_words(parse, met.trigger)}”")
    for one in ours:
        extra, alone = not any(one.near(t) for t in theirs), all(one.sentence != t.sentence for t in theirs)
        n += Counter(found=1, extra=extra, alone=alone)
        if say and extra:
            say(f"extra{' (alone)' if alone else ''} {_told(parse, one)}")
    return n


def _paired(theirs: Sequence[Place], ours: Sequence[Place]) -> dict[Place, Place]:
    """Give which of ours meets a marked one: a common word first, of those the same type; those that must be found before others."""
    left, pairs = list(ours), dict[Place, Place]()
    for agree in (lambda t, o: t.overlaps(o) and t.type == o.type, Place.overlaps, Place.near):
        for mark in sorted(theirs, key=lambda t: t.optional):
            met = next((o for o in left if mark not in pairs and agree(mark, o)), None)
            if met is not None:
                left.remove(met)
                pairs[mark] = met
    return pairs


def _figures(n: Counter[str]) -> dict[str, float]:
    found, marked_, paired = max(1, n["found"]), max(1, n["marked"]), max(1, n["paired"])
    shares = {"extra": n["extra"] / found, "alone": n["alone"] / found, "recall": n["met"] / marked_}
    shares |= {key: n[key] / paired for key in ("type", "quad", "status")}
    return {key: round(value, 3) for key, value in shares.items()} | {key: n[key] for key in ("found", "marked", "paired")}


def _told(parse: Parse, one: Place) -> str:
    return f"{one.type} {one.status} “{_words(parse, one.trigger)}” in: {_words(parse, one.sentence)}"


def _words(parse: Parse, span: Span) -> str:
    return " ".join(parse.report.text[span.start : span.end].split())


def main() -> None:
    """Read the marked reports, compare and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("marks", type=Path)
    options.add_argument("texts", type=Path)
    options.add_argument("--only", default="", help="names of reports, joined by commas")
    options.add_argument("--misses", action="store_true", help="print what was missed, what differs and what has no mark")
    given = options.parse_args()
    names = [n for n in given.only.split(",") if n]
    figures = scored(marked(given.marks, given.texts, names), print if given.misses else None)
    print("  ".join(f"{name} {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
