"""How far reported words reach: a clause without its "that", the cue that interrupts it, and what the outlet adds behind it."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from communique.extract.passages import COMMAS, Page
from communique.extract.saying import is_saying
from communique.model.span import Span

_CLOSING = frozenset({"”", "’", "''", '"', "'", ")", "]"})
_PREPOSITIONS = frozenset({"including", "excluding", "regarding", "concerning", "following", "according", "depending", "given"})


def spans(page: Page, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Give the spans of reported tokens: their unbroken runs, each without marks of punctuation at its ends."""
    runs = [[i for _, i in run] for _, run in groupby(enumerate(sorted(tokens)), key=lambda pair: pair[1] - pair[0])]
    return tuple(page.parse.span(tuple(kept)) for run in runs if (kept := _trimmed(page, run)))


def _trimmed(page: Page, run: Sequence[int]) -> list[int]:
    kept = list(run)
    while kept and (_that(page, kept[0]) or _loose(page, kept[0])):
        kept = kept[1:]
    while kept and _loose(page, kept[-1]) and not _closes(page, kept):
        kept = kept[:-1]
    return kept


def _loose(page: Page, i: int) -> bool:
    return page.parse.tokens[i].upos == "PUNCT" and page.parse.text(i) not in {"“", "‘", "(", "["} | {"$", "%"}


def _closes(page: Page, kept: Sequence[int]) -> bool:
    """Say whether the last token closes marks or brackets that open within."""
    last = page.parse.text(kept[-1])
    return last in _CLOSING and any(page.parse.text(i) in {"“", "‘", "(", "[", '"', "''", "``", "'"} for i in kept[:-1])


def _that(page: Page, i: int) -> bool:
    return page.parse.text(i).lower() == "that" and page.parse.tokens[i].upos == "SCONJ"


def up_to_outlet(page: Page, tokens: Sequence[int]) -> list[int]:
    """Give the tokens of a reported clause up to where the outlet's own words go on."""
    kept: list[int] = []
    for i in tokens:
        if kept and outlets(page, i, kept):
            break
        kept.append(i)
    return kept


def outlets(page: Page, i: int, clause: Collection[int]) -> bool:
    """Say whether the outlet's own clause begins at a token: a participle of saying behind a comma, or "and" with another saying verb."""
    parse, token = page.parse, page.parse.tokens[i]
    comma = i > 0 and parse.text(i - 1) in COMMAS
    if token.upos == "VERB" and comma and not parse.children(i, "nsubj") and parse.text(i).lower() not in _PREPOSITIONS:
        return _present_participle(page, i) and is_saying(parse, i)
    joined = token.upos == "CCONJ" and token.head > i and parse.related(token.head, "conj") and is_saying(parse, token.head)
    return joined and not parse.children(token.head, "nsubj", "aux") and bool(parse.children(token.head, "ccomp"))


def _present_participle(page: Page, i: int) -> bool:
    token = page.parse.tokens[i]
    return token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))
