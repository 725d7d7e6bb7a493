"""The words of a question while it is read: what is understood is taken out, so that what is left over can be named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.model.days import Days, days
from communique.model.quantity import Quantity, bounded
from communique.reference.agreement_words import Measure, Vocabulary
from communique.reference.edtf import first_day

TAKEN = "\x00"
"""Stands for a character that was understood."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_MONTH = "|".join(_MONTHS)
_ISO = r"\d{4}-\d\d(?:-\d\d)?"
_DATES = (
    (
        re.compile(rf"\b(?:between |from )?(\d\d?)(?: to | and | until |–|-)(\d\d?) ({_MONTH}) (\d{{4}})\b"),
        lambda m: f"[{_edtf(m[4], m[3], m[1])}..{_edtf(m[4], m[3], m[2])}]",
    ),
    (re.compile(rf"\b(?:on )?({_MONTH}) (\d\d?),? (\d{{4}})\b"), lambda m: _edtf(m[3], m[1], m[2])),
    (re.compile(rf"\b(?:between|from) ({_ISO}) (?:and|to|until) ({_ISO})\b"), lambda m: f"[{m[1]}..{m[2]}]"),
    (re.compile(rf"\b(?:on |in |by |since )?({_ISO})\b"), lambda m: m[1]),
    (re.compile(rf"\b(?:on )?(\d\d?) ({_MONTH}) (\d{{4}})\b"), lambda m: _edtf(m[3], m[2], m[1])),
    (re.compile(rf"\b(?:in )?({_MONTH}) (\d{{4}})\b"), lambda m: _edtf(m[2], m[1], None)),
    (re.compile(r"\bin (\d{4})\b"), lambda m: m[1]),
)
"""Dates that a question can be of, and their EDTF."""

_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"{_DIGITS}|{'|'.join(_COUNTED)}"


@dataclass(slots=True)
class Remaining:
    """A question's words with what was understood taken out; places stay where they were."""

    text: str
    rest: str = field(init=False)

    def __post_init__(self) -> None:
        self.rest = self.text

    def take(self, pattern: str) -> re.Match[str] | None:
        """Give the first place of a pattern in what is left, and take it out."""
        found = re.search(pattern, self.rest, re.IGNORECASE)
        if found:
            self.drop(found.start(), found.end())
        return found

    def drop(self, start: int, end: int) -> None:
        """Take the characters from `start` up to `end` out."""
        self.rest = self.rest[:start] + TAKEN * (end - start) + self.rest[end:]

    def longest(self, forms: Iterable[str]) -> re.Match[str] | None:
        """Give the first place of the longest of `forms` that stands there as whole words, and take it out."""
        for form in sorted(forms, key=len, reverse=True):
            if found := self.take(whole(form)):
                return found
        return None


def whole(form: str) -> str:
    """Give the pattern of a form as whole words."""
    spaced = r"[\s\x00]+".join(re.escape(word) for word in form.split(" "))
    return rf"(?<!\w){spaced}(?!\w)"


def when(words: Remaining) -> Days | None:
    """Give the days that a question names, and take them out; None where it names none."""
    for pattern, edtf in _DATES:
        if found := pattern.search(words.rest):
            words.drop(found.start(), found.end())
            return dated(edtf(found))
    return None


def dated(edtf: str) -> Days | None:
    """Give the days of an EDTF date. Raise `DateError` where it names a day that is not in the calendar."""
    for day in re.findall(r"\d{4}(?:-\d\d){0,2}", edtf):
        first_day(day)
    return days(edtf)


def _edtf(year: str, month: str, day: str | None) -> str:
    number = f"{year}-{_MONTHS.index(month) + 1:02}"
    return f"{number}-{int(day):02}" if day else number


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a question before it is known what it measures: the interval, its words, and where it ends."""

    quantity: Quantity
    words: str
    start: int
    end: int


def figures(words: Remaining, vocabulary: Vocabulary) -> list[Figure]:
    """Give the figures of a question from left to right, and take them out."""
    found = list[Figure]()
    bounds = {form: bound for bound, forms in vocabulary.bounds.items() for form in forms}
    before = "|".join(re.escape(f) for f in sorted(bounds, key=len, reverse=True))
    pattern = rf"(?<![\w.-])(?:(?P<bound>{before}) )?(?:between )?(?P<low>{_NUMBER})(?: (?:to|and) (?P<high>{_DIGITS}))?(?![\w-])"
    while match := words.take(pattern):
        found.append(Figure(_interval(match, bounds), match.group().strip(), match.start(), match.end()))
    return sorted(found, key=lambda f: f.start)


def _interval(match: re.Match[str], bounds: dict[str, str]) -> Quantity:
    low = _value(match["low"])
    return bounded(bounds[match["bound"].casefold()] if match["bound"] else "exact", low, _value(match["high"]) if match["high"] else low)


def _value(written: str) -> float:
    if written.casefold() in _COUNTED:
        return float(_COUNTED.index(written.casefold()) + 1)
    return float(written.replace(",", ""))


def measure_of(figure: Figure, words: Remaining, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Give the measure of a figure by its unit and the words around it, with the unit as written, and take both out.

    Where two measures share a unit, the words before ("a range of") or behind ("from the line") tell them apart.
    """
    for measure in vocabulary.measures.values():
        for unit in measure.units:
            match = re.compile(rf"\s*{re.escape(unit)}(?!\w)").match(words.rest, figure.end)
            if match and _told(measure, match.end(), figure, words):
                words.drop(match.start(), match.end())
                return measure.id, match.group().strip()
    return None


def _told(measure: Measure, end: int, figure: Figure, words: Remaining) -> bool:
    """Say whether the words that a measure needs stand around its figure; take them out."""
    if not measure.before and not measure.after:
        return True
    for form in sorted(measure.after, key=len, reverse=True):
        if match := re.compile(rf"\s*{re.escape(form)}(?!\w)").match(words.rest, end):
            words.drop(match.start(), match.end())
            return True
    for form in sorted(measure.before, key=len, reverse=True):
        if words.rest[: figure.start].rstrip().casefold().endswith(form):
            start = words.rest.casefold().rindex(form, 0, figure.start)
            words.drop(start, figure.start)
            return True
    return False
