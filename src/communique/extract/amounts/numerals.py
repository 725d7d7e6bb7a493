"""Numbers as they are written: in digits, in words, with currency or per cent, as ranges, results of votes and shares."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from communique.model.span import Span
from communique.reference.lexicon import lexicon

FILE = "figures.yml"
PERCENT = "%"
VOTES = "votes"
_AROUND = 60
"""Characters around a pair of numbers in which a word of voting stands: about one clause."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with where it stands; `upper` the end of a range, `unit` what its own words count: a currency, per cent, votes."""

    span: Span
    value: float
    upper: float | None = None
    unit: str | None = None
    scale: float = 1.0
    """What the last word of size makes of it: a million for "5 million"."""
    is_vague: bool = False
    """Whether it is "dozens", "several hundred" or the like, which give the least that they can be."""


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order; a range is one, a vote two, a result of a game none."""
    found = [_numeral(m) for m in _pattern().finditer(text)]
    n = 0
    while n < len(found):
        joined = _joined(text, found[n], found[n + 1]) if n + 1 < len(found) else None
        yield from (found[n],) if joined is None else joined
        n += 1 if joined is None else 2


@cache
def worth(section: str) -> Mapping[str, float]:
    """Give the words of a section of the file with the numbers they stand for."""
    return {word: float(value) for value, words in lexicon(FILE)[section].items() for word in words}


_LOOSE = {"several": 2.0, "few": 2.0, "couple": 2.0, "many": 2.0}
"""Words for some, with the least that they can be."""


_SHARES = {"half": 0.5, "quarter": 0.25}
_ARTICLES = ("a", "an")
"""An article before a length of time counts one ("nearly an hour")."""


@cache
def _pattern() -> re.Pattern[str]:
    words, multiples, scores, letters = (_any_of(worth(s)) for s in ("numbers", "multiples", "scores", "letters"))
    word = rf"(?:{words})(?:-(?:{words}))?"
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
    some = r"an?\squarter\sof\san?\s|(?:an?\s|another\s)?half[\s-](?:an?\s)?|an?\s|several\s|a\sfew\s|a\scouple\s(?:of\s)?|many\s"
    half = r"(?:\sand\sa\shalf)?"
    parts, lengths = _any_of(worth("parts")), "|".join(sorted(lexicon(FILE)["lengths"]["times"]))
    return re.compile(
        rf"""(?<![\w./,:\#'’@&+])(?<![A-Za-z]-)(?:(?:US|AU|CA|NZ|HK|[CAS])?(?P<sign>[$€£¥₹₪])\s?)?(?P<number>
        (?:(?:{words}|an?|\d+)[\s-])?(?P<share>{parts})(?=\sof\s(?!an?\s(?:{multiples}))|\smajority\b|\sthe\b)
        |(?:{digits}){half}(?:\s?(?:{letters})\b|(?:[\s-](?:{multiples}))+)?
        |(?:{word}){half}(?:[\s-](?:{multiples})(?:\s(?:and\s)?{word}\b)?)*
        |(?:{scores}|hundred(?=\sof\s))(?:\sof\s(?:{scores}))?
        |(?:{some})?(?:{multiples})(?:\s(?:{multiples}))*
        |(?:an?)(?=\s(?:{lengths})\b)
        )(?!\w|[.,:/]\d)(?P<percent>\s?%|[\s-]per\s?cent\b)?""",
        re.IGNORECASE | re.VERBOSE,
    )


def _any_of(words: Mapping[str, float]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


def _numeral(found: re.Match[str]) -> Numeral:
    if found["share"]:
        return _share(found)
    pieces = re.findall(r"\d[\d,]*(?:\.\d+)?|\.\d+|[a-z]+", found["number"].lower())
    signs = {sign: name for name, some in lexicon(FILE)["currencies"].items() for sign in some}
    unit = PERCENT if found["percent"] else signs[found["sign"]] if found["sign"] else None
    last = pieces[-1]
    scale = worth("multiples").get(last) or (worth("letters").get(last) if len(pieces) > 1 else None) or 1.0
    vague = any(p in worth("scores") or p in _LOOSE for p in pieces)
    return Numeral(Span(*found.span()), _value(pieces), None, unit, scale, vague)


def _share(found: re.Match[str]) -> Numeral:
    """Give a fraction in per cent: "two-thirds of" is 66.7."""
    first = re.match(r"[a-z]+|\d+", found["number"].lower())
    many = 1.0 if first is None else float(first[0]) if first[0].isdigit() else worth("numbers").get(first[0], 1.0)
    return Numeral(Span(*found.span()), round(100 * many / worth("parts")[found["share"].lower()], 1), unit=PERCENT)


def _value(pieces: list[str]) -> float:
    """Add up a number: a hundred, a thousand, a million and a dozen multiply what stands before them."""
    total = part = 0.0
    for piece in pieces:
        size = worth("multiples").get(piece) or (worth("letters").get(piece) if part else None)
        if not piece[-1].isalpha():
            part += float(piece.replace(",", ""))
        elif size:
            part = (part or 1) * size
            if size >= worth("multiples")["thousand"]:
                total, part = total + part, 0.0
        elif piece in worth("scores"):
            part = (part or 2) / 2 * worth("scores")[piece]  # a plural is two of them: "tens of thousands" is ten of two thousands
        else:
            part += _SHARES.get(piece) or _LOOSE.get(piece) or worth("numbers").get(piece, 0.0)
    return round(total + part, 6) if pieces[1:] or pieces[0] not in _ARTICLES else 1.0


_TO = re.compile(r"\s?(?:to|or|[-–—])\s?", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_IN = re.compile(r"\s(?:in|out\sof)\s", re.IGNORECASE)


def _joined(text: str, a: Numeral, b: Numeral) -> tuple[Numeral, ...] | None:
    """Give what two numbers are together: a range, the two sides of a vote, a share ("one in three"); None where they are apart."""
    between, before = text[a.span.end : b.span.start], text[max(0, a.span.start - 8) : a.span.start].lower()
    whole = Span(a.span.start, b.span.end)
    if _IN.fullmatch(between) and not a.unit and not b.unit and a.value < b.value:
        return (Numeral(whole, round(100 * a.value / b.value, 1), unit=PERCENT),)
    range_ = before == "between " if _AND.fullmatch(between) else _TO.fullmatch(between) and not before.endswith("from ")
    if not range_ or (a.unit and b.unit and a.unit != b.unit):
        return None
    if not a.unit and not b.unit and _is_voted(text, whole):
        return (replace(a, unit=VOTES), replace(b, unit=VOTES))
    low = a.value * b.scale if a.scale == 1 and a.value * b.scale < b.value else a.value
    if low < b.value:
        return (replace(b, span=whole, value=low, upper=b.value, unit=a.unit or b.unit),)
    return () if not between.strip().isalpha() else None


def _is_voted(text: str, pair: Span) -> bool:
    """Say whether a word of voting stands in the sentence around a pair of numbers, and none of games right behind it."""
    before = re.split(r"[.!?]\s", text[max(0, pair.start - _AROUND) : pair.start])[-1]
    after = re.split(r"[.!?]\s", text[pair.end : pair.end + _AROUND])[0]
    around = set(re.findall(r"[a-z]+", f"{before} {after}".lower()))
    first = re.match(r"\W*([a-z]+)", after.lower())
    played = first is not None and first[1] in lexicon(FILE)["labels"]["games"]
    return not played and bool(around & lexicon(FILE)["votes"]["words"])
