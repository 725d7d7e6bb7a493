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
_SPECIAL = frozenset({"number", "ordinal", "spelled", "short", "date", "clock", "decade", "gap", "short_decade"})
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
    """Give the lexer: figures, then forms that begin with a capital, phrases, plain words, single marks; each behind a quick test."""
    short = "|".join(sorted((s.capitalize() for s in (*SHORT_MONTHS, *SHORT_WEEKDAYS)), key=len, reverse=True))
    several = "|".join(_any_case(phrase) for phrase in phrases())
    ones, tens, teens = "|".join(_ONES), "|".join(_TENS), "|".join(_ONES[2:])
    figures = (
        r"(?P<date>\d{4}-\d\d-\d\d(?:T\d\d(?::\d\d)*)?\b|\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)(?:\d{4}|\d\d)\b(?![./]\d))|"
        r"(?P<clock>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\b\.?|[ap]m\b|[AP]\.M\.|[AP]M\b)|"
        r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b|\d{1,2} o['’]clock\b)|"
        r"(?P<decade>\d{3}0['’]?s\b)|(?P<ordinal>\d+(?:st|nd|rd|th)\b)|"
        r"(?P<number>(?<!\.)\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<!\.)\d+\.\d+|\d+\b)"
    )
    spelled = (
        rf"(?:[Nn]ineteen|[Tt]wenty)[ -](?:hundred|oh[ -](?:{ones})|(?:{tens})(?:[ -](?:{ones}))?|{teens})\b"
        r"(?! (?:day|week|month|year|hour))|"
        rf"[Tt]wo thousand(?: and)? (?:{ones})\b(?! [a-z]+s\b)|(?<=year )two thousand\b"
    )
    return (
        rf"(?=\S|\n[^\S\n]*\n)(?:(?P<gap>\n[^\S\n]*\n\s*)|(?=\d)(?<!\w)(?:{figures})|"
        rf"(?=[A-Z])(?P<short>\b(?:{short})(?:\.|\b(?=,? ?\d))|(?<=\d )(?:{short})\b)|"
        rf"\b(?:(?P<spelled>{spelled})|(?P<phrase>(?:{several})(?!\w)))|['’]s\b|(?P<short_decade>['’`]\d0s\b)|[^\W_]+|\S)"
    )


def _any_case(phrase: str) -> str:
    """Give a pattern of a phrase: each word with a small or capital letter first, and any one white space between them."""
    return r"\s".join(f"[{w[0].upper()}{w[0]}]{re.escape(w[1:])}" for w in phrase.split(" "))


def _classified(form: str, group: str | None, known: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Give kind and worth of a form that is not in the vocabulary as it stands."""
    lower = form.lower()
    if group in _SPECIAL:
        return _special(lower, group)
    if lower in ("'s", "’s"):
        return KINDS["possessive"], ""
    if lower in CAPITALISED:
        return KINDS["other"], ""
    return known.get(" ".join(lower.split()), (KINDS["other"], ""))


def _special(lower: str, group: str) -> tuple[str, str]:
    """Give kind and worth of figures, abbreviations and spelled years."""
    kind, worth = group.removeprefix("short_"), ""
    if group == "number":
        kind, worth = _number_kind(lower), lower.replace(",", "")
    elif group == "ordinal":
        worth = _DIGITS.findall(lower)[0]
    elif group == "spelled":
        kind, worth = "year", _spelled_year(lower)
    elif group == "short":
        name = lower.rstrip(".")
        kind = "month" if name in SHORT_MONTHS else "weekday"
        worth = str(SHORT_MONTHS.get(name) or SHORT_WEEKDAYS[name])
    return KINDS[kind], worth


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
        return "2000" if words[-1] == "thousand" else f"20{_value(words[-1]):02d}"
    return ("19" if words[0] == "nineteen" else "20") + f"{sum(_value(w) for w in words[1:]):02d}"


def _value(word: str) -> int:
    if word in _TENS:
        return (_TENS.index(word) + 2) * 10
    return _ONES.index(word) + 1 if word in _ONES else 0
