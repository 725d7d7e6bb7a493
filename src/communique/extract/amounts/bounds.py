"""What the words around a number say of it: exact, about, at least or at most."""

import re
from dataclasses import dataclass
from functools import cache

from communique.extract.amounts.numerals import FILE
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference.lexicon import lexicon

EXACT = "exact"
_LONGEST = 32
"""Characters before a number in which the words for its bound stand, with an article behind them; "no fewer than" is 13 long."""


@dataclass(frozen=True, slots=True)
class Bounded:
    """A bound, and from where to where the words reach that tell it, the number included."""

    bound: str
    span: Span


def bounded(parse: Parse, number: Span) -> Bounded:
    """Give the bound of a number by the words right before it, else right behind it; "handed over" and "talks about" tell none."""
    text = parse.report.text
    lead = text[max(0, number.start - _LONGEST) : number.start]
    if before := _before().search(lead):
        start = number.start - len(lead) + before.start(1)
        if not _is_other(parse, start, before[1]):
            return Bounded(_bound("bounds", before[1]), Span(start, number.end))
    if behind := _behind().match(text, number.end):
        return Bounded(_bound("bounds_behind", behind[1]), Span(number.start, behind.end(1)))
    if text[number.end : number.end + 1] == "+":
        return Bounded("at_least", Span(number.start, number.end + 1))
    return Bounded(EXACT, number)


def _bound(section: str, words: str) -> str:
    told = re.sub(r"\s+", " ", words.lower())
    return next(bound for bound, forms in lexicon(FILE)[section].items() if told in forms)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({_any_of('bounds')})\s+(?:(?:an?|another|the|its|their|his|her)\s+)?$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"[\s-]({_any_of('bounds_behind')})\b", re.IGNORECASE)


def _any_of(section: str) -> str:
    words = sorted((w for forms in lexicon(FILE)[section].values() for w in forms), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)


_LOOSE = frozenset({"about", "around", "over", "under", "above", "below"})
"""Words that may also be prepositions or particles of what stands before them."""


def _is_other(parse: Parse, start: int, word: str) -> bool:
    """Say whether a word belongs to what stands before it: a particle ("handed over"), a preposition ("talks about two ports")."""
    if word.lower() not in _LOOSE:
        return False
    token = next(iter(parse.tokens_in(Span(start, start + len(word)))), None)
    if token is None:
        return False
    if token and word.lower() == "over" and parse.tokens[token - 1].lemma.lower() in lexicon(FILE)["bounds_of_others"]["over"]:
        return True
    return parse.related(token, "compound") or (parse.related(token, "case") and parse.tokens[token].upos == "ADP")
