"""Dates that name a day, month, year, decade or century themselves; the year is completed where it is missing."""

import re
from datetime import date

from communique.annotate.times import arithmetic
from communique.annotate.times.clock import with_time
from communique.annotate.times.place import Found, Place
from communique.annotate.times.scene import Anchor, Direction

_DIGITS = re.compile(r"\d+")
STORY_REACH = 600
"""Characters over which a year named in the text completes later dates: about a paragraph."""
_MODAL_MONTHS = frozenset({"may", "march", "april", "june", "august", "jan", "dec", "mar"})
_YEAR_BEFORE = frozenset(
    ["in", "of", "since", "by", "from", "until", "till", "during", "before", "after", "through", "for", "early", "late", "mid", "and", "or", "to", "between", "around", "circa", "fiscal", "year", "the", "post"]
)


def day_of_month(place: Place) -> Found | None:
    """Read `January 10`, `10 January 2022`, `Monday, Jan. 10`; without a year, complete it or leave XXXX."""
    month, day = int(place.worth("m")), int(place.worth("d"))
    if place.has("y"):
        year = int(place.worth("y"))
        value = f"{year:04d}-{month:02d}-{day:02d}"
        return with_time(place, value, why=None, explicit=True) if arithmetic.is_day(year, month, day) else None
    if not arithmetic.is_day(2000, month, day):
        return None
    year_why = _year_of(place, month, day)
    if year_why is None:
        return with_time(place, f"XXXX-{month:02d}-{day:02d}", why=None)
    return with_time(place, f"{year_why[0]:04d}-{month:02d}-{day:02d}", why=year_why[1])


def further_day(place: Place) -> Found | None:
    """Read the second day of `Jan. 9 and 10`: in the month that was just named."""
    known, day = place.scene.reference, int(place.worth("d"))
    if known is None or not re.match(r"[\dX]{4}-\d\d-\d\d", known):
        return None
    year, month = known[:4], int(known[5:7])
    if not arithmetic.is_day(int(year) if year.isdigit() else 2000, month, day):
        return None
    return Found("DATE", f"{known[:8]}{day:02d}", f"month of {known[:10]}, just named")


def day_of_this_month(place: Place) -> Found | None:
    """Read `the 20th` in a story: the month last named. Only figures count, and only where no noun follows."""
    if not place.form("d")[:1].isdigit() or (place.after()[:1].isalpha() and place.after() not in ("and", "when", "to", "was", "but")):
        return None
    return further_day(place)


def season(place: Place) -> Found | None:
    """Read `the summer of 2021`, `spring 2022`."""
    return Found("DATE", f"{int(place.worth('y')):04d}-{place.worth('season')}", explicit=True)


def month(place: Place) -> Found | None:
    """Read `January`, `mid-December`, `last June`, `each July`, `November 2021`."""
    number = int(place.worth("m"))
    if place.has("y"):
        return Found("DATE", f"{int(place.worth('y')):04d}-{number:02d}", explicit=True)
    if place.form("how") in ("each", "every"):
        return Found("SET", f"XXXX-{number:02d}")
    if not place.has("how") and not place.has("edge") and not place.has("y") and _is_other_word(place):
        return None
    anchor = place.anchor
    if place.has("how") and anchor and anchor.month and place.match.start("how") > place.match.start("m"):
        return Found("DATE", f"{anchor.year + int(place.worth('how') or 0):04d}-{number:02d}", f"year from {anchor.said}")
    if place.has("how") and anchor and anchor.month:
        return _stepped_month(place, anchor, number)
    year_why = _year_of(place, number, None)
    if year_why is None:
        return Found("DATE", f"XXXX-{number:02d}")
    return Found("DATE", f"{year_why[0]:04d}-{number:02d}", year_why[1])


def _stepped_month(place: Place, anchor: Anchor, number: int) -> Found:
    step, year, here = place.worth("how"), anchor.year, anchor.month or 1
    if step == "-1":
        year -= number >= here
    elif step == "1":
        year += number <= here
    return Found("DATE", f"{year:04d}-{number:02d}", f"{place.form('how')} {place.form('m')} from {anchor.said}")


def _is_other_word(place: Place) -> bool:
    """Say whether a month's name alone is rather a verb or a person: "Theresa May", "March on Washington" at a sentence's start."""
    name = place.form("m").rstrip(".")
    if name not in _MODAL_MONTHS:
        return False
    before = place.before()
    return not before or (not before[0].islower() and before not in (",", "(", "In", "Since", "By", "Until", "From", "During", "Last", "And"))


def _year_of(place: Place, month: int, day: int | None) -> tuple[int, str] | None:
    """Complete the year: of the story told here, else the one nearest to the anchor that the verb's tense allows."""
    story, anchor = place.scene.explicit, place.anchor
    if story and (place.scene.history or _continues(place, story, anchor)):
        return int(story[:4]), f"year of {story}, named before"
    if anchor is None:
        return None
    if place.has("how") and anchor.month:
        return int(
            (_stepped_month(place, anchor, month).value or str(anchor.year))[:4]
        ), f"{place.form('how')} {place.form('m')} from {anchor.said}"
    looks, middle = place.looks(), anchor.date or date(anchor.year, anchor.month or 7, 15 if anchor.month else 1)
    if place.has("wd") and (year := _year_with_weekday(place, anchor, month, day)):
        return year, f"year in which the day of the week agrees, nearest to {anchor.said}"
    years = [y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if day is None or arithmetic.is_day(y, month, day)]
    if not years:
        return None
    best = min(years, key=lambda y: _distance(date(y, month, day or 15), middle, looks))
    return best, f"year nearest to {anchor.said}" + (f" ({looks} tense)" if looks is not Direction.UNKNOWN else "")


def _continues(place: Place, story: str, anchor: Anchor | None) -> bool:
    """Say whether a month of another year was named in this paragraph, so that what follows goes on from there."""
    between = place.words.text[place.scene.explicit_at : place.start]
    return len(story) >= 7 and len(between) < STORY_REACH and "\n\n" not in between and (anchor is None or int(story[:4]) < anchor.year - 1)


def _distance(there: date, here: date, looks: Direction) -> int:
    """Give the days between two dates, three times as far against the verb's tense: a tense leans, it does not decide alone."""
    days = (there - here).days
    against = (looks is Direction.PAST and days > 20) or (looks is Direction.FUTURE and days < -20)
    return abs(days) * (3 if against else 1)


def _year_with_weekday(place: Place, anchor: Anchor, month: int, day: int | None) -> int | None:
    wanted = int(place.worth("wd"))
    years = (anchor.year, anchor.year - 1, anchor.year + 1)
    return next(
        (y for y in years if day and arithmetic.is_day(y, month, day) and date(y, month, day).isoweekday() == wanted),
        None,
    )


def numeric(place: Place) -> Found | None:
    """Read `2022-01-10`, `10.01.2022`, `10/01/2022`; with slashes the order is only taken where one reading is a date."""
    form = place.form("date")
    parts = [int(p) for p in _DIGITS.findall(form)]
    if form[4:5] == "-":
        year, month, day = parts[:3]
    else:
        ordered = _ordered(parts, form, place.anchor)
        if ordered is None:
            return None
        day, month, year = ordered
    if not arithmetic.is_day(year, month, day):
        return None
    return with_time(place, f"{year:04d}-{month:02d}-{day:02d}", why=None, explicit=True)


def _ordered(parts: list[int], form: str, anchor: Anchor | None) -> tuple[int, int, int] | None:
    """Give day, month, year of a dotted date (day first) or one with slashes (whichever is a date; else nearest to the anchor)."""
    a, b, year = parts
    if year < 100:
        year += 1900 if year > 50 else 2000
    readings = [(d, m, year) for d, m in ((a, b), (b, a)) if arithmetic.is_day(year, m, d)]
    if "." in form:
        return readings[0] if readings and readings[0][:2] == (a, b) else None
    if len(set(readings)) == 2 and anchor and anchor.date:
        here = anchor.date
        return min(readings, key=lambda r: abs((date(r[2], r[1], r[0]) - here).days))
    return readings[0] if len(set(readings)) == 1 else None


def year(place: Place) -> Found | None:
    """Read a bare year, where the words around say that it is one."""
    number = place.worth("y")
    sure = place.has("edge") or place.has("fiscal") or place.has("sure")
    if not sure and not _is_year(place, number):
        return None
    return Found("DATE", f"{int(number):04d}", explicit=True)


def _is_year(place: Place, number: str) -> bool:
    """Say whether four figures are a year by the words around: no sum, no amount of things, after what leads to a year."""
    before, after = place.before(), place.after()
    if before.lower() in _NO_YEAR_BEFORE or after.lower() in _NO_YEAR_AFTER or not "1500" <= number <= "2099":
        return False
    things = after[:1].islower() and after.endswith("s") and after not in _AFTER_YEAR and not after.endswith("ss")
    if before in ("-", "–") or (before == "(" and not after[:1].isalpha()):
        return place.before(2).isdigit() or before == "("
    if before.lower() in _YEAR_BEFORE:
        return not (things and before.lower() in _COUNTING_BEFORE)
    return number >= "1900" and before not in (".", "/") and not (things and before.lower() not in _DETERMINERS)


_NO_YEAR_BEFORE = frozenset(["$", "£", "€", "#", "no", "than", "least", "most", "nearly", "almost", "some", "about", "room", "flight", "figure", "approximately", "over"])
_NO_YEAR_AFTER = frozenset(
    ["%", "percent", "hours", "people", "troops", "soldiers", "miles", "feet", "kilometers", "kilometres", "meters", "metres", "million", "tons", "dollars"]
)
_COUNTING_BEFORE = frozenset(["of", "for", "to", "the", "and", "or", "from", "by", "between"])
_DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "s"])
_AFTER_YEAR = frozenset(["was", "is", "has", "as", "does"])


def decade(place: Place) -> Found | None:
    """Read `the 1990s`, `the late '90s`, `the nineties` as the decade's first digits."""
    digits = place.worth("dec") or "".join(_DIGITS.findall(place.form("dec")))
    if len(digits) == 2 and not place.worth("dec"):
        digits = ("19" if digits > "20" else "20") + digits
    return Found("DATE", digits[:3], explicit=True)


def century(place: Place) -> Found | None:
    """Read `the 20th century` as 19."""
    return Found("DATE", f"{int(place.worth('o')) - 1:02d}", explicit=True)
