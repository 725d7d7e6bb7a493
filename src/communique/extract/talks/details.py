"""What talks are part of, what they are about, how they are held and how they end: each only in the report's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.phrases import case, form, phrase
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.words import TalkWords
from communique.model.actor import ActorKind
from communique.model.parse import Parse
from communique.model.span import Span

_OVER_A_LINE = frozenset(["phone", "telephone", "video", "videolink", "videoconference"])
_NO_SUBJECT = ("nsubj", "aux", "cc", "mark", "punct", "conj", "advcl", "parataxis")


@dataclass(frozen=True, slots=True)
class Detail:
    """Words of the report that tell a detail, and where they stand."""

    text: str
    spans: tuple[Span, ...]


def part_of(parse: Parse, occasion: Occasion, names: Sequence[Span], words: TalkWords) -> Detail | None:
    """Give the round ("first round") and the format ("NATO-Russia Council") that the words name, the format first."""
    parts = {_text(parse, n): n for n in reversed(names)}
    found = Detail(", ".join(reversed(parts)), tuple(parts.values()))
    for text, span in _rounds(parse, occasion, words):
        found = Detail(", ".join(t for t in (found.text, text) if t), (*found.spans, span))
    return found if found.text else None


def topic(parse: Parse, occasion: Occasion, words: TalkWords) -> Detail | None:
    """Give what the talks are about: "on …", "to discuss …", else the noun before them ("security talks")."""
    if occasion.role is Role.VERB and words.verbs[form(parse, occasion.trigger)].thing:
        things = parse.children(occasion.trigger, "obj", "nsubj:pass", "nsubj:outer")
        return _detail(parse, _whole(parse, things[0], alone=True)) if things else None
    for i in _topic_heads(parse, occasion, words):
        return _detail(parse, _whole(parse, i))
    before = [c for n in occasion.nodes for c in parse.children(n, "compound", "amod") if form(parse, c) in words.topics["compounds"]]
    return _detail(parse, parse.tokens[before[0]].span) if before and occasion.role is not Role.VERB else None


def _detail(parse: Parse, span: Span) -> Detail:
    return Detail(_text(parse, span), (span,))


def mode(parse: Parse, occasion: Occasion, words: TalkWords, *, format_: str | None, kinds: Sequence[ActorKind]) -> str | None:
    """Give PLOVER's mode: phone over a line, third-party where brokered, multilateral within an alliance or a standing format, else None.

    `kinds` are the kinds of those who take part.
    """
    inside = parse.subtree(occasion.top)
    if occasion.mode or any(form(parse, i) in _OVER_A_LINE for i in inside):
        return occasion.mode or "phone"
    verb = form(parse, occasion.predicate) if occasion.predicate is not None and occasion.role is not Role.VERB else ""
    if verb in words.mediating or any(form(parse, c) in words.brokered for n in occasion.nodes for c in parse.children(n, "amod", "acl")):
        return "third-party"
    several = sum(kind in (ActorKind.STATE, ActorKind.ALLIANCE) for kind in kinds) > 2
    if several or (format_ and format_[0].isupper()) or ActorKind.ALLIANCE in kinds:
        return "multilateral"
    if occasion.group == "summit" and ActorKind.ORGANISATION in kinds:
        return "multilateral"
    return "visit" if verb in words.visiting else None


def outcome(parse: Parse, occasion: Occasion, words: TalkWords) -> Detail | None:
    """Give the words that say how the talks ended ("ended without agreement"), None where they say nothing."""
    verb = occasion.predicate
    if occasion.role is not Role.SUBJECT or verb is None or form(parse, verb) not in words.outcomes:
        return None
    if any(form(parse, c) in ("will", "would", "could", "may", "might", "not", "n't") for c in parse.children(verb, "aux", "advmod")):
        return None
    told = [c for c in parse.children(verb) if not parse.related(c, *_NO_SUBJECT)]
    ways = [
        c for c in told if parse.related(c, "obj", "obl", "xcomp", "ccomp", "advmod") and not _time(parse, c) and not _located(parse, c)
    ]
    telling = [*ways, *parse.children(verb, "compound:prt")]
    if not ways and form(parse, verb) not in ("failed", "collapsed", "stalled", "broke"):
        return None
    end = max((verb, *(j for c in telling for j in _untimed(parse, c))))
    return _detail(parse, Span(parse.tokens[verb].start, parse.tokens[end].end))


def _located(parse: Parse, i: int) -> bool:
    """Say whether a phrase only tells where: "in Geneva"."""
    inside = any(e.label == "LOC" and e.start <= parse.tokens[i].start < e.end for e in parse.entities)
    return inside and case(parse, i) in ("in", "at")


def _untimed(parse: Parse, i: int) -> tuple[int, ...]:
    """Give what hangs on a word up to a time: "without agreement", not "on Tuesday" behind it."""
    inside = parse.subtree(i)
    timed = min((j for c in inside if c > i and _time(parse, c) for j in parse.subtree(c) if j > i), default=inside[-1] + 1)
    return tuple(j for j in inside if j < timed)


def name_of(parse: Parse, i: int) -> Span:
    """Give a format's name: its entity where the pipeline found one, else its phrase."""
    span = phrase(parse, i)
    around = [Span(e.start, e.end) for e in parse.entities if e.start < span.end and span.start < e.end and e.label == "ORG"]
    return max(around, key=len, default=span)


def _rounds(parse: Parse, occasion: Occasion, words: TalkWords) -> Iterator[tuple[str, Span]]:
    for node in occasion.nodes:
        if form(parse, node) in ("round", "session", "phase", "cycle"):
            ordinals = [c for c in parse.children(node, "amod", "nummod", "compound") if _ordinal(parse, c, words)]
            if ordinals:
                yield f"{form(parse, ordinals[0])} {form(parse, node)}", parse.span((ordinals[0], node))


def _ordinal(parse: Parse, i: int, words: TalkWords) -> bool:
    """Say whether a word numbers a round: "second", "31st"; "next" and "latest" number none."""
    pointing = {"next", "new", "latest", "last", "previous"}
    return form(parse, i) in words.counting - pointing or re.fullmatch(r"\d+(?:st|nd|rd|th)", form(parse, i)) is not None


def _topic_heads(parse: Parse, occasion: Occasion, words: TalkWords) -> Iterator[int]:
    places = [*occasion.nodes, *([occasion.predicate] if occasion.predicate is not None and occasion.role is not Role.ADJUNCT else [])]
    for node in places:
        for child in parse.children(node, "nmod", "obl"):
            if (
                case(parse, child) in words.topics["prepositions"]
                and not _time(parse, child)
                and form(parse, child) not in words.topics["never"]
            ):
                yield child
    for node in places:
        for child in parse.children(node, "advcl", "acl", "xcomp"):
            if form(parse, child) in words.topics["verbs"]:
                yield from parse.children(child, "obj")


def _whole(parse: Parse, i: int, *, alone: bool = False) -> Span:
    """Give a phrase with its conjuncts and all that hangs on it, up to the first clause or time behind it.

    A purpose right at it belongs to it ("ways to end the war"); `alone`: "with …" behind it is the other side.
    """
    purposes = {c for c in parse.children(i, "acl") if any(form(parse, m) == "to" for m in parse.children(c, "mark"))}
    apart = [c for c in parse.subtree(i) if c != i and c not in purposes and parse.related(c, "acl", "advcl", "parataxis")]
    apart += [c for c in parse.subtree(i) if alone and parse.related(c, "nmod") and case(parse, c) == "with"]
    left = {j for c in apart for j in parse.subtree(c)}
    left |= set(parse.children(i, "case")) | {c for c in parse.subtree(i) if _time(parse, c)}
    kept = [k for k in parse.subtree(i) if k not in left and parse.tokens[k].upos != "PUNCT"]
    first = last = kept[0]
    while last + 1 in kept or (last + 2 in kept and parse.tokens[last + 1].upos == "PUNCT"):
        last += 1
    ends = [k for k in range(first, last + 1) if parse.tokens[k].upos not in ("PUNCT", "ADP", "CCONJ", "SCONJ")]
    return Span(parse.tokens[first].start, parse.tokens[max(i, *ends)].end)


def _time(parse: Parse, i: int) -> bool:
    return any(t.start <= parse.tokens[i].start < t.end for t in parse.times)


def _text(parse: Parse, span: Span) -> str:
    return " ".join(parse.report.text[span.start : span.end].split())
