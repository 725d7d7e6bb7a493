"""Figures: how many of what an act is told with ("up to 3,000 soldiers", "at least a dozen tanks", "hundreds of settlers")."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from communique.extract.events.scene import Scene
from communique.extract.phrases import case, form
from communique.model.mention import Figure
from communique.reference.lexicon import lexicon

FILE = "figures.yml"
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_BEFORE = 24
"""Characters before a number in which the words for its bound stand; "no fewer than" is 13 long."""
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds"}


def figures_of(scene: Scene, tokens: Iterable[int]) -> tuple[Figure, ...]:
    """Give the figures among tokens, in order; years, days and hours are none."""
    return tuple(_figures(scene, sorted(set(tokens))))


def _figures(scene: Scene, tokens: list[int]) -> Iterator[Figure]:
    done: set[int] = set()
    for i in tokens:
        if i in done or scene.timed(i) or not _counts(scene, i):
            continue
        run = _run(scene, i)
        done |= set(run)
        value = _value(scene, run)
        if value is not None and (figure := _figure(scene, run, value)):
            yield figure


def _counts(scene: Scene, i: int) -> bool:
    after = scene.parse.tokens[i].end
    following = scene.parse.report.text[after : after + 4]
    if following[:1] == "-" or (following == " of " and form(scene.parse, i) == "one"):
        return False
    token, word = scene.parse.tokens[i], form(scene.parse, i)
    if word == "dozen" or (word in _worth("scores") and any(case(scene.parse, c) == "of" for c in scene.parse.children(i, "nmod"))):
        return True
    return token.upos == "NUM" and not scene.label(i) and (word[0].isdigit() or word in _worth("numbers"))


@cache
def _worth(name: str) -> Mapping[str, float]:
    """Give the words of a section of the file with the numbers they stand for."""
    return {word: float(value) for value, words in lexicon(FILE)[name].items() for word in words}


def _run(scene: Scene, i: int) -> tuple[int, ...]:
    """Give the tokens of a number that runs on: "two hundred", "3 million"."""
    parse, last = scene.parse, i
    while last + 1 < len(parse.tokens) and (form(parse, last + 1) in _worth("numbers") or form(parse, last + 1) in _worth("multiples")):
        last += 1
    return tuple(range(i, last + 1))


def _value(scene: Scene, run: tuple[int, ...]) -> float | None:
    """Add up a number: a hundred, a thousand, a million and a dozen multiply what stands before them."""
    total = part = 0.0
    for i in run:
        word = form(scene.parse, i)
        if found := _NUMBER.fullmatch(word):
            part += float(found[0].replace(",", ""))
        elif word in _worth("multiples"):
            part = (part or 1) * _worth("multiples")[word]
            if _worth("multiples")[word] >= 1000:
                total, part = total + part, 0.0
        elif word in _worth("numbers"):
            part += _worth("numbers")[word]
        elif word in _worth("scores"):
            part += _worth("scores")[word]
        else:
            return None
    return total + part


def _figure(scene: Scene, run: tuple[int, ...], value: float) -> Figure | None:
    """Give a figure with its unit, bound and words; None where it counts nothing."""
    parse, noun = scene.parse, _noun(scene, run)
    start, text = parse.tokens[run[0]].start, parse.report.text
    money = text[start - 1] if start and text[start - 1] in _CURRENCIES else None
    if money is None and (noun is None or form(parse, noun) in ("percent", "%")):
        return None
    bound, first = _bound(text, start - bool(money))
    if form(parse, run[0]) in _worth("scores"):
        bound = "at_least"
    unit = _CURRENCIES[money] if money else parse.text(noun) if noun is not None else None
    last = run[-1] if noun is None or money else max(noun, run[-1])
    of = _of(scene, noun) if noun is not None and not money else None
    return Figure(value, unit, bound, of, None, None, parse.report.cite(first, parse.tokens[last].end))


def _noun(scene: Scene, run: tuple[int, ...]) -> int | None:
    """Give the noun that a number counts: its head, else what it has behind "of"."""
    parse, last = scene.parse, run[-1]
    behind = [c for i in run for c in parse.children(i, "nmod") if case(parse, c) == "of" and c > last]
    if behind:
        return behind[0]
    heads = [parse.tokens[i].head for i in run if parse.related(i, "nummod", "det", "compound", "amod")]
    return next((h for h in heads if h > last and parse.tokens[h].upos in ("NOUN", "PROPN", "ADJ") and not scene.timed(h)), None)


def _of(scene: Scene, noun: int) -> str | None:
    """Give what a measure holds: "tons of grain" gives "grain"."""
    parse = scene.parse
    if not set(scene.lemmas(noun)) & lexicon(FILE)["measures"]["words"]:
        return None
    return next((form(parse, c) for c in parse.children(noun, "nmod") if case(parse, c) == "of"), None)


def _bound(text: str, start: int) -> tuple[str, int]:
    """Give the bound that the words right before a number tell, and where they begin; "handed over" tells none."""
    before = text[max(0, start - _BEFORE) : start].lower()
    for bound in ("at_least", "at_most", "about"):
        for words in sorted(lexicon(FILE)["bounds"][bound], key=len, reverse=True):
            found = re.search(rf"(?:^|\W){re.escape(words)}\s+(?:an?\s+)?$", before)
            if found and not (words == "over" and before[: found.start()].endswith("ed")):
                return bound, max(0, start - _BEFORE) + before.rindex(words)
    return "exact", start
