"""Years, seasons of a year, decades and centuries: numbers that are times only by the words around them."""

import re

from communique.annotate.times.lexicon import KINDS, words
from communique.annotate.times.place import Place
from communique.annotate.times.scene import Found

_DIGITS = re.compile(r"\d+")
_NO_YEAR_BEFORE = words("$ £ € # no than least most nearly almost some room flight figure approximately over")
_NO_YEAR_AFTER = words("% percent hours people troops soldiers miles feet kilometers kilometres meters metres million tons dollars")
_YEAR_BEFORE = words(
    "in of since by from until till during before after through for early late mid and or to between around about circa fiscal year the "
    "post"
)
_COUNTING_BEFORE = words("of for to the and or from by between about around")
_DETERMINERS = words("the a an its his her their our this that s")
_AFTER_YEAR = words("was is has as does")


def year(place: Place) -> Found | None:
    """Read a bare year, where the words around say that it is one."""
    number = place.worth("y")
    sure = place.has("sure") or (place.has("edge") and not _is_about(place))
    return Found("DATE", f"{int(number):04d}", explicit=True) if sure or _is_year(place, number) else None


def _is_year(place: Place, number: str) -> bool:
    """Say whether four figures are a year by the words around: no sum, no amount of things, after what leads to a year."""
    if place.after() == "," and place.words.kinds[place.match.end() + 1 :][:1] == KINDS["date"]:
        return False
    before, after = (place.form("edge") if _is_about(place) else place.before()), place.after()
    if before.lower() in _NO_YEAR_BEFORE or after.lower() in _NO_YEAR_AFTER or not "1500" <= number <= "2099":
        return False
    things = after[:1].islower() and after.endswith("s") and after not in _AFTER_YEAR and not after.endswith("ss")
    if before in ("-", "–", "("):
        return place.before(2).isdigit() or (before == "(" and not after[:1].isalpha())
    if before.lower() in _YEAR_BEFORE:
        return not (things and before.lower() in _COUNTING_BEFORE)
    return number >= "1900" and before not in (".", "/") and not (things and before.lower() not in _DETERMINERS)


def _is_about(place: Place) -> bool:
    return place.form("edge") in ("about", "around", "approximately", "roughly", "nearly", "almost") or " than" in place.form("edge")


def season(place: Place) -> Found | None:
    """Read `the summer of 2021`, `spring 2022`."""
    return Found("DATE", f"{int(place.worth('y')):04d}-{place.worth('season')}", explicit=True)


def decade(place: Place) -> Found | None:
    """Read `the 1990s`, `the late '90s`, `the nineties` as the decade's first digits."""
    digits = place.worth("dec") or "".join(_DIGITS.findall(place.form("dec")))
    if len(digits) == 2:
        digits = ("19" if digits > "20" else "20") + digits
    return Found("DATE", digits[:3], explicit=True)


def century(place: Place) -> Found | None:
    """Read `the 20th century` as 19."""
    return Found("DATE", f"{int(place.worth('o')) - 1:02d}", explicit=True)
