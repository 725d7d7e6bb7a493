"""Amounts of time: "two to three weeks", "a couple of years", "5 1/2 hours" → a count and a unit."""

from dataclasses import dataclass

from communique.annotate.times.lexicon import KINDS, words
from communique.annotate.times.place import Place
from communique.annotate.times.scene import Found

_FIGURES = frozenset(KINDS[k] for k in ("number", "day", "year"))
_COUNTED = _FIGURES | {KINDS["numeral"], KINDS["magnitude"], KINDS["money"]}
_TIME_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
_YEARS = {"DE": 10, "CE": 100}
_LENGTH_BEFORE = words(
    "for in within after over about nearly almost than least lasted last lasting took take takes taking spent spend half only "
    "just once under during whole entire wait waited be is was every through another quite"
)
_BARE_BEFORE = words("for in within after over of the take takes took taken spent spend last lasted")
RATE_REACH = 7
"""Words before "a year" among which a figure makes it a rate: "pays $3 million in interest a year"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`count` of `unit` (None: more than one, how many is not said), in the report's `words`."""

    count: float | None
    unit: str
    words: str

    @property
    def value(self) -> str:
        """The amount as a TIMEX3 duration: `P3D`, `PT4H`, `PXW`."""
        count = "X" if self.count is None else f"{self.count:g}"
        if self.unit in _TIME_UNITS:
            return _clock_duration(count, self.unit)
        if self.unit in _YEARS:
            return f"P{self.count * _YEARS[self.unit]:g}Y" if self.count else f"PX{self.unit}"
        if self.unit == "2W" and self.count:
            return f"P{self.count * 2:g}W"
        return f"P{self.count * 12:g}M" if self.unit == "Y" and self.count and self.count % 1 else f"P{count}{self.unit}"


def _clock_duration(count: str, unit: str) -> str:
    if unit == "TH" and (count.endswith(".5") or count == "0.5"):
        hours = count[:-2]
        return "PT30M" if hours == "0" else f"PT{hours}H30M"
    return f"PT{count}{_TIME_UNITS[unit]}"


def amount_of(place: Place) -> Amount | None:
    """Give the place's amount: group `n` counts group `what`; without `n`, one of a singular and some of a plural."""
    unit, here, at = place.worth("what"), place.words, place.at("n")
    if not unit:
        return None
    first = at[0] if at else place.at("what")[0]
    said = " ".join(here.text[here.starts[first] : here.ends[place.match.end("what") - 1]].split())
    if not at:
        plural = place.form("what").endswith("s")
        return Amount(None if plural else 1, unit, said)
    return Amount(_number([(here.kinds[i], here.worths[i]) for i in at], place.has("orso")), unit, said)


def _number(parts: list[tuple[str, str]], vague: bool) -> float | None:
    """Give the number that the words say; None for "several" and for a span of numbers such as "two to three"."""
    kinds = [kind for kind, _ in parts]
    numbers = [float(worth) for _, worth in parts if worth]
    if KINDS["few"] in kinds:
        return numbers[0] if numbers else None
    if (vague and not numbers) or KINDS["or"] in kinds or KINDS["to"] in kinds:
        return 1 if not numbers else None
    if KINDS["slash"] in kinds and len(numbers) >= 3:
        return numbers[0] + numbers[1] / numbers[2] if numbers[2] else None
    if KINDS["dash"] in kinds and all(kind in _FIGURES for kind, worth in parts if worth):
        return None
    half = 0.5 if KINDS["half"] in kinds else 0.0
    return _spoken(numbers) + half if numbers else half or 1.0


def _spoken(numbers: list[float]) -> float:
    """Add up "two hundred twenty four": a hundred, a thousand and a dozen multiply what stands before them."""
    total = 0.0
    for number in numbers:
        total = total * number if number in (12, 100, 1000) and total else total + number
    return total


def duration(place: Place) -> Found | None:
    """Read `three days`, `more than four hours`, `a couple of years`, `two-year`."""
    if place.form("what")[:1] != place.words.form(place.at("what")[-1])[:1] and not place.before(0)[:1].isupper():
        return None
    if place.after() == "of" and place.form("what") == "quarters":
        return None
    if _is_year_of(place):
        return None
    amount = amount_of(place)
    return Found("DURATION", amount.value) if amount else None


def _is_year_of(place: Place) -> bool:
    """Say whether the figure before a singular unit is a year: "the 1988 quarter"."""
    kinds = "".join(place.words.kinds[i] for i in place.at("n"))
    return kinds == KINDS["year"] and not place.form("what").endswith("s")


def a_unit(place: Place) -> Found | None:
    """Read `a year`: a length after "for" or "within", a rate after a figure ("$3 million a year"), else nothing."""
    before = place.before().lower()
    unit = place.worth("what")
    if before in _LENGTH_BEFORE or place.has("about") or place.has("orso"):
        return duration(place)
    at = place.match.start()
    if any(kind in _COUNTED for kind in place.words.kinds[max(0, at - RATE_REACH) : at]) and unit != "WE":
        return Found("SET", Amount(1, unit, "").value)
    return duration(place) if unit in ("W", "M", "Y", "DE", "TH", "CE") else None


def bare_units(place: Place) -> Found | None:
    """Read `weeks`, `for years`, `recent months`, `coming weeks`: more than one, how many is not said."""
    if not place.has("sure") and place.before().lower() not in _BARE_BEFORE:
        return None
    return Found("DURATION", Amount(None, place.worth("what"), "").value)


def repeated(place: Place) -> Found | None:
    """Read `daily`, `every two weeks`, `each year` as a set of that period."""
    if place.has("often"):
        if place.before(0)[:1].isupper() and place.before() not in ("", ".", "¶") and not place.before().isspace():
            return None
        return Found("SET", place.worth("often"))
    amount = amount_of(place)
    return Found("SET", amount.value) if amount else None


def repeated_day(place: Place) -> Found | None:
    """Read `every Tuesday`, `Mondays`, `each summer`, `every morning`."""
    part = f"T{place.worth('part')}" if place.has("part") else ""
    if place.has("wd"):
        return Found("SET", f"XXXX-WXX-{place.worth('wd')}{part}")
    return Found("SET", f"XXXX-XX-XX{part}" if part else f"XXXX-{place.worth('season')}")
