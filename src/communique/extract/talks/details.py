"""What talks are part of, what they are about, how they are held and how they end: each only in the report's own words."""

from collections.abc import Iterator, Sequence

from communique.extract.phrases import case, form, phrase
from communique.extract.talks.occasions import Occasion, Role
from communique.extract.talks.words import TalkWords
from communique.model.actor import ActorKind
from communique.model.parse import Parse
from communique.model.span import Span

_OVER_A_LINE = frozenset(["phone", "telephone", "video", "videolink", "videoconference"])
_NO_SUBJECT = ("nsubj", "aux", "cc", "mark", "punct", "conj", "advcl", "parataxis")


def part_of(parse: Parse, occasion: Occasion, names: Sequence[Span], words: TalkWords) -> str | None:
    """Give the round ("first round") and the format ("NATO-Russia Council") that the words name, the format first."""
    parts = [*dict.fromkeys(_text(parse, n) for n in names), *_rounds(parse, occasion, words)]
    return ", ".join(parts) or None


def topic(parse: Parse, occasion: Occasion, words: TalkWords) -> str | None:
    """Give what the talks are about: "on …", "to discuss …", else the noun before them ("security talks")."""
    if occasion.role is Role.VERB and words.verbs[form(parse, occasion.trigger)].thing:
        return next((_whole(parse, c) for c in parse.children(occasion.trigger, "obj", "nsubj:pass", "nsubj:outer")), None)
    for i in _topic_heads(parse, occasion, words):
        return _whole(parse, i)
    before = [c for n in occasion.nodes for c in parse.children(n, "compound", "amod") if form(parse, c) in words.topics["compounds"]]
    return parse.text(before[0]) if before and occasion.role is not Role.VERB else None


def mode(parse: Parse, occasion: Occasion, words: TalkWords, *, format_: str | None, kinds: Sequence[ActorKind]) -> str | None:
    """Give PLOVER's mode: phone over a line, third-party where brokered, multilateral within an alliance or a standing format, else None.

    `kinds` are the kinds of those who take part.
    """
    inside = parse.subtree(occasion.top)
    if occasion.mode or any(form(parse, i) in _OVER_A_LINE for i in inside):
        return occasion.mode or "phone"
    if any(form(parse, c) in words.brokered for n in occasion.nodes for c in parse.children(n, "amod", "acl")):
        return "third-party"
    several = sum(kind in (ActorKind.STATE, ActorKind.ALLIANCE) for kind in kinds) > 2
    if several or (format_ and format_[0].isupper()) or ActorKind.ALLIANCE in kinds:
        return "multilateral"
    return "multilateral" if occasion.group == "summit" and ActorKind.ORGANISATION in kinds else None


def outcome(parse: Parse, occasion: Occasion, words: TalkWords) -> str | None:
    """Give the words that say how the talks ended ("ended without agreement"), None where they say nothing."""
    verb = occasion.predicate
    if occasion.role is not Role.SUBJECT or verb is None or form(parse, verb) not in words.outcomes:
        return None
    if any(form(parse, c) in ("will", "would", "could", "may", "might", "not", "n't") for c in parse.children(verb, "aux", "advmod")):
        return None
    told = [c for c in parse.children(verb) if not parse.related(c, *_NO_SUBJECT)]
    telling = [c for c in told if parse.related(c, "obj", "obl", "xcomp", "ccomp", "advmod") and not _time(parse, c)]
    if not telling and form(parse, verb) not in ("failed", "collapsed", "stalled", "broke"):
        return None
    end = max((j for c in telling for j in parse.subtree(c)), default=verb)
    return _text(parse, Span(parse.tokens[verb].start, parse.tokens[end].end))


def name_of(parse: Parse, i: int) -> Span:
    """Give a format's name: its entity where the pipeline found one, else its phrase."""
    span = phrase(parse, i)
    around = [Span(e.start, e.end) for e in parse.entities if e.start < span.end and span.start < e.end and e.label == "ORG"]
    return max(around, key=len, default=span)


def _rounds(parse: Parse, occasion: Occasion, words: TalkWords) -> Iterator[str]:
    for node in occasion.nodes:
        if form(parse, node) in ("round", "session", "phase", "cycle"):
            ordinals = [
                c for c in parse.children(node, "amod") if form(parse, c) in words.counting - {"next", "new", "latest", "last", "previous"}
            ]
            if ordinals:
                yield f"{form(parse, ordinals[0])} {form(parse, node)}"


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


def _whole(parse: Parse, i: int) -> str:
    """Give a phrase with its conjuncts and all that hangs on it, up to the first clause or time behind it."""
    left = {j for c in parse.subtree(i) if c != i and parse.related(c, "acl", "advcl", "parataxis") for j in parse.subtree(c)}
    left |= set(parse.children(i, "case")) | {c for c in parse.subtree(i) if _time(parse, c)}
    kept = [k for k in parse.subtree(i) if k not in left and parse.tokens[k].upos != "PUNCT"]
    first = last = kept[0]
    while last + 1 in kept or (last + 2 in kept and parse.tokens[last + 1].upos == "PUNCT"):
        last += 1
    ends = [k for k in range(first, last + 1) if parse.tokens[k].upos not in ("PUNCT", "ADP", "CCONJ", "SCONJ")]
    return _text(parse, Span(parse.tokens[first].start, parse.tokens[max(i, *ends)].end))


def _time(parse: Parse, i: int) -> bool:
    return any(t.start <= parse.tokens[i].start < t.end for t in parse.times)


def _text(parse: Parse, span: Span) -> str:
    return " ".join(parse.report.text[span.start : span.end].split())
