"""What a number counts: the noun that it stands at by the tree, or nothing, where it names, dates or orders instead of counting."""

import re
from dataclasses import dataclass
from functools import cache

from communique.extract.amounts.bounds import EXACT, bounded
from communique.extract.amounts.numerals import FILE, Numeral
from communique.extract.phrases import case, form
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference.lexicon import lexicon, lists

_AGE_BEHIND = re.compile(r"[\s-](?:years?|months?|weeks?|days?)[\s-]olds?\b|-somethings?\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|turn(?:s|ed|ing)|age\sof|ages\sof)\s(?:of\s)?$", re.IGNORECASE)
_LISTED = re.compile(r"(?:^|\n)\s*\(?$")
_CLOSED = re.compile(r"[.)]\s|\)")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|2100")
_HEADS = ("NOUN", "PROPN", "ADJ", "VERB", "PRON")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts: `unit` in the plural, the tokens of the number and of the counted noun, where its words end."""

    number: Numeral
    unit: str | None
    head: int
    noun: int | None
    end: int


def counted(parse: Parse, number: Numeral) -> Counted | None:
    """Give what a number counts; None where it counts nothing."""
    tokens = _tokens(parse, number.span)
    if not tokens or _names(parse, number, tokens) or _is_age(parse.report.text, number.span):
        return None
    head = _head(parse, tokens)
    if number.unit is not None:
        return Counted(number, number.unit, head, None, number.span.end)
    noun = _noun(parse, tokens, number)
    if noun is None:
        return Counted(number, None, head, None, number.span.end) if _stands_alone(parse, head, number) else None
    if not _is_counted(parse, tokens, noun, number):
        return None
    return Counted(number, plural(parse, noun), head, noun, max(number.span.end, parse.tokens[noun].end))


def _tokens(parse: Parse, span: Span) -> tuple[int, ...]:
    """Give the tokens that a number's words overlap."""
    inside = parse.tokens_in(Span(max(0, span.start - 1), span.end + 1))
    return tuple(i for i in inside if parse.tokens[i].span.overlaps(span)) or parse.tokens_in(span)


def _head(parse: Parse, tokens: tuple[int, ...]) -> int:
    """Give the token of a number on which the others hang."""
    return next((i for i in reversed(tokens) if parse.tokens[i].head not in tokens), tokens[-1])


def _names(parse: Parse, number: Numeral, tokens: tuple[int, ...]) -> bool:
    """Say whether a number is part of a name, a date, a label ("Article 4") or the numbering of a list."""
    span, text = number.span, parse.report.text
    if any(e.start < span.end and span.start < e.end and e.start <= span.start for e in parse.entities):
        return True
    if any(t.type != "DURATION" and t.start < span.end and span.start < t.end for t in parse.times):
        return True
    before = re.search(r"([A-Za-z]+)[.\s]*$", text[max(0, span.start - 15) : span.start])
    labelled = before is not None and before[1].lower() in lists(FILE, "labels")["named"] and not number.unit
    digits = text[span.start : span.end]
    dated = bool(_YEAR.fullmatch(digits)) and not any(parse.tokens[t].has("Number=Plur") for t in range(tokens[-1] + 1, tokens[-1] + 3))
    numbered = digits.isdigit() and bool(_LISTED.search(text[: span.start][-5:])) and bool(_CLOSED.match(text, span.end))
    return labelled or dated or numbered


def _is_age(text: str, span: Span) -> bool:
    return bool(_AGE_BEHIND.match(text, span.end)) or bool(_AGE_BEFORE.search(text[max(0, span.start - 12) : span.start]))


def _noun(parse: Parse, tokens: tuple[int, ...], number: Numeral) -> int | None:
    """Give the noun that a number counts: what it is tied to by a hyphen, what it has behind "of", else its head."""
    text, last = parse.report.text, tokens[-1]
    if text[number.span.end : number.span.end + 1] == "-" and last + 2 < len(parse.tokens) and text[number.span.end + 1 :][:1].isalpha():
        return last + 2 if parse.tokens[last + 2].upos in ("NOUN", "PROPN") else None
    behind = [
        c for i in tokens for c in parse.children(i, "nmod") if case(parse, c) == "of" and c > last and parse.tokens[c].upos in _HEADS
    ]
    if behind:
        return behind[0]
    heads = [parse.tokens[i].head for i in tokens if parse.related(i, "nummod", "det", "compound", "amod", "nmod")]
    return next((h for h in heads if h > last and parse.tokens[h].upos in _HEADS), None)


def _stands_alone(parse: Parse, head: int, number: Numeral) -> bool:
    """Say whether a number without a noun stands for those that it counts; "one" and ages set off by commas do not."""
    if parse.tokens[head].upos != "NUM" or number.value == 1 or number.upper is not None:
        return False
    if head and form(parse, head - 1) in ("the", "these", "those"):
        return False
    bound = bounded(parse, number.span).bound != EXACT and not parse.related(head, "appos")
    return bound or parse.related(head, "nsubj", "obj", "conj") or (parse.related(head, "obl", "nmod") and case(parse, head) in _AMOUNTING)


_AMOUNTING = frozenset({"to", "by", "from", "with"})
"""Prepositions behind which a number without a noun is how many there are ("brings the total to 19")."""


def _is_counted(parse: Parse, tokens: tuple[int, ...], noun: int, number: Numeral) -> bool:
    """Say whether a noun is counted: not "the two sides", which only points back, nor a "two-stage" thing, nor what dates or places."""
    timed = parse.tokens[noun].lemma.lower() in lists(FILE, "lengths")["times"]
    if number.value == 2 and not timed and (_is_definite(parse, noun, tokens[0]) or parse.report.text[number.span.end] == "-"):
        return False
    if timed:
        return not _dates(parse.report.text, number.span.start, parse.tokens[noun].end) and (number.value < _CENTURY)
    behind = parse.report.text[parse.tokens[noun].end :][:_REACH]
    return not (form(parse, noun) in lists(FILE, "lengths")["distances"] and _DIRECTION.match(behind))


_CENTURY = 100
"""Years from which on a length is history and no term of an act or a demand."""
_REACH = 30
_DIRECTION = re.compile(r"\)?(?:\s\([^)]*\))?,?\s(?:(?:to\sthe\s)?(?:north|south|east|west)|away|from|outside|off)", re.IGNORECASE)
_LATER = re.compile(r"\s(?:ago|before|after|later|earlier|since|prior|from\snow)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:last|past|previous|preceding|recent|every|first)\s$", re.IGNORECASE)


def _dates(text: str, start: int, end: int) -> bool:
    """Say whether a length of time tells when and not how long: "two weeks after", "the last two years"."""
    return bool(_LATER.match(text, end)) or bool(_PAST.search(text[max(0, start - 12) : start]))


def _is_definite(parse: Parse, noun: int, number: int) -> bool:
    """Say whether a noun before its number has "the", "these" or whose it is: it points back to those who were named."""
    before = parse.children(noun, "det", "nmod:poss")
    return any(c < number and (parse.related(c, "nmod") or form(parse, c) in ("the", "these", "those")) for c in before)


def plural(parse: Parse, noun: int) -> str:
    """Give a noun in the plural: numbers that count the same have the same unit, whether one or many."""
    word = form(parse, noun)
    if parse.tokens[noun].has("Number=Plur") or parse.tokens[noun].upos not in ("NOUN", "PROPN"):
        return parse.text(noun)
    return _irregular().get(word) or (word if word in _irregular().values() else _regular(word))


@cache
def _irregular() -> dict[str, str]:
    return {one: many for many, words in lexicon(FILE)["plurals"].items() for one in words}


def _regular(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if word.endswith("s"):
        return word if not word.endswith("ss") else word + "es"
    return word + ("es" if re.search(r"(?:x|z|ch|sh)$", word) else "s")
