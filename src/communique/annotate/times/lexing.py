"""A text cut into the words that times are made of, with one character a word for its kind. One pass over the text."""

import re
from dataclasses import dataclass
from functools import cache

from communique.annotate.times.lexicon import CAPITALISED, KINDS, ONES, SHORT_MONTHS, SHORT_WEEKDAYS, TENS, phrases, vocabulary

_MARKS = {
    "-": "dash",
    "–": "dash",
    "—": "dash",
    ",": "comma",
    ".": "stop",
    "$": "money",
    "£": "money",
    "€": "money",
    "/": "slash",
    "(": "open",
}
_DIGITS = re.compile(r"\d+")
_ONES = ONES.split()
_TENS = TENS.split()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`, white space left out: where each stands, its kind's character, and its worth."""

    text: str
    starts: list[int]
    ends: list[int]
    worths: list[str]
    kinds: str

    def form(self, i: int) -> str:
        """Give word `i` as it stands."""
        return self.text[self.starts[i] : self.ends[i]]


def words_of(text: str) -> Words:
    """Cut `text` into words. A blank line is a word of its own, so that no time runs across paragraphs."""
    known, pattern = _tools()
    starts: list[int] = []
    ends: list[int] = []
    worths: list[str] = []
    kinds: list[str] = []
    for match in pattern.finditer(text):
        form = match.group()
        kind, worth = known.get(form) or _classified(form, match.lastgroup, known)
        starts.append(match.start())
        ends.append(match.end())
        worths.append(worth)
        kinds.append(kind)
    return Words(text, starts, ends, worths, "".join(kinds))


@cache
def _tools() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    known = vocabulary()
    for word in CAPITALISED:
        entry = known.pop(word)
        known[word.capitalize()] = known[word.upper()] = entry
    known |= {mark: (KINDS[kind], "") for mark, kind in _MARKS.items()}
    return known, re.compile(_pattern())


def _pattern() -> str:
    """Give the lexer: special forms first, then plain words, then single marks."""
    short = "|".join(sorted((s.capitalize() for s in (*SHORT_MONTHS, *SHORT_WEEKDAYS)), key=len, reverse=True))
    several = "|".join(re.escape(p).replace(r"\ ", r"[ \n]") for p in phrases())
    ones, tens = "|".join(_ONES), "|".join(_TENS)
    return (
        r"(?P<gap>\n[^\S\n]*\n\s*)|"
        r"(?P<date>\b\d{4}-\d\d-\d\d(?:T\d\d(?::\d\d)*)?\b|\b\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)(?:\d{4}|\d\d)\b(?![./]\d))|"
        r"(?P<clock>\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\b\.?|[ap]m\b|[AP]\.M\.|[AP]M\b)|"
        r"\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b|\b\d{1,2} o['’]clock\b)|"
        r"(?P<decade>\b\d{3}0['’]?s\b|['’`]\d0s\b)|(?P<ordinal>\b\d+(?:st|nd|rd|th)\b)|"
        r"(?P<number>(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.])\d+\.\d+|\b\d+\b)|"
        rf"(?P<short>\b(?:{short})(?:\.|\b(?=,? ?\d))|(?<=\d )(?:{short})\b)|"
        rf"(?P<spelled>\b(?i:nineteen|twenty)[ -](?:hundred|oh[ -](?:{ones})|(?:{tens})(?:[ -](?:{ones}))?|{ones.replace('one|two|', '')})\b"
        rf"(?! (?:day|week|month|year|hour|minute))|\btwo thousand(?: and)? (?:{ones})\b(?! [a-z]+s\b))|"
        rf"(?P<phrase>\b(?i:{several})(?!\w))|['’]s\b|[^\W_]+|\S"
    )


def _classified(form: str, group: str | None, known: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Give kind and worth of a form that is not in the vocabulary as it stands."""
    lower = form.lower()
    if group == "number":
        return KINDS[_number_kind(form)], form.replace(",", "")
    if group in ("date", "clock", "decade", "gap"):
        return KINDS[group], ""
    if group == "ordinal":
        return KINDS["ordinal"], _DIGITS.findall(form)[0]
    if group == "short":
        name = lower.rstrip(".")
        return (KINDS["month"], str(SHORT_MONTHS[name])) if name in SHORT_MONTHS else (KINDS["weekday"], str(SHORT_WEEKDAYS[name]))
    if group == "spelled":
        return KINDS["year"], _spelled_year(lower)
    if lower in ("'s", "’s"):
        return KINDS["possessive"], ""
    if lower in CAPITALISED:
        return KINDS["other"], ""
    return known.get(" ".join(lower.split()), (KINDS["other"], ""))


def _number_kind(form: str) -> str:
    if form.isascii() and form.isdigit():
        if len(form) == 4 and "1000" <= form < "2200":
            return "year"
        if len(form) <= 2 and 1 <= int(form) <= 31:
            return "day"
    return "number"


def _spelled_year(form: str) -> str:
    """Give the year that "nineteen ninety-six", "twenty twenty" or "two thousand three" spell."""
    words = form.replace("-", " ").split()
    if words[0] == "two":
        return f"20{_value(words[-1]):02d}"
    return ("19" if words[0] == "nineteen" else "20") + f"{sum(_value(w) for w in words[1:]):02d}"


def _value(word: str) -> int:
    if word in _TENS:
        return (_TENS.index(word) + 2) * 10
    return _ONES.index(word) + 1 if word in _ONES else 0
