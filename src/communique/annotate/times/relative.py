"""Times counted from the anchor or from the date last named: weekdays, "last week", "a year ago", "the next day"."""

from datetime import date

from communique.annotate.times import arithmetic
from communique.annotate.times.clock import with_time
from communique.annotate.times.counting import amount_of
from communique.annotate.times.lexicon import words
from communique.annotate.times.place import Place
from communique.annotate.times.scene import Anchor, Direction, Found, leaning

NEAR = 800
"""Characters over which a quarter under discussion is what "a year ago" compares with: two or three paragraphs of a business report."""
_AFTER_PAST = words("and or but when that to it he she they we has have had is was were as than with by for")
_PAPERS = words("Times Telegraph Express Mail Mirror Post Herald Mercury Independent Tribune World")
_WORDS = {-1: "last", 0: "this", 1: "next"}


def _unanchored(kind: str = "DATE") -> Found:
    return Found(kind, None)


def reference_word(place: Place) -> Found | None:
    """Read `today`, `yesterday morning`, `now`, `recently`."""
    worth = place.worth("ref")
    if not worth.startswith("D"):
        return Found("DATE", worth) if worth else None
    anchor = place.anchor
    if anchor is None or anchor.date is None:
        return _unanchored()
    step, _, part = worth[1:].partition("T")
    day = arithmetic.day_after(anchor.date, int(step))
    why = f"{place.form('ref')} from {anchor.said}"
    if day is None:
        return _unanchored()
    return Found("TIME", f"{day}T{part}", why) if part else with_time(place, day.isoformat(), why=why)


def weekday(place: Place) -> Found | None:
    """Read a weekday: the nearest one on the side that "last", "next" or the governing verb's tense says; past without either."""
    if place.after() in _PAPERS:
        return None
    anchor, wanted = place.anchor, int(place.worth("wd"))
    if anchor is None or anchor.date is None:
        return _unanchored()
    day, side = _weekday(place, anchor.date, wanted)
    if day is None:
        return _unanchored()
    name = place.form("wd").rstrip(".").capitalize()
    return with_time(place, day.isoformat(), why=f"{name} {side} {anchor.said}")


def _weekday(place: Place, here: date, wanted: int) -> tuple[date | None, str]:
    how = place.form("how")
    if how in ("last", "past", "previous"):
        yesterday = arithmetic.day_after(here, -1)
        return (arithmetic.weekday_near(yesterday, wanted, -1) if yesterday else None), f"before ({how})"
    if how in ("next", "coming", "following", "upcoming"):
        tomorrow = arithmetic.day_after(here, 1)
        return (arithmetic.weekday_near(tomorrow, wanted, 1) if tomorrow else None), f"after ({how})"
    if here.isoweekday() == wanted:
        return here, "is"
    looks = place.looks()
    if how == "this":
        return arithmetic.weekday_near(here, wanted, -1 if looks is Direction.PAST else 1), "nearest to (this)"
    ahead = looks is Direction.FUTURE
    tense = f"({looks} tense)" if looks in (Direction.PAST, Direction.FUTURE) else "(news without a tense looks back)"
    return arithmetic.weekday_near(here, wanted, 1 if ahead else -1), f"{'after' if ahead else 'before'} {tense} "[:-1]


def stepped(place: Place) -> Found | None:
    """Read `last week`, `this year`, `next summer`, `this morning`, `the current quarter`, `the weekend`."""
    anchor = place.anchor
    if anchor is None:
        return _unanchored()
    step = int(place.worth("how") or 0)
    words = f"{_WORDS[step]} {place.form('what')} from {anchor.said}"
    if place.has("season"):
        return _season(place, anchor, step)
    if place.worth("what") in ("D", "TH", "TM", "2W"):
        return None
    if place.worth("what") == "WE" and not step:
        return _weekend(place, anchor)
    if place.has("part"):
        day = arithmetic.day_after(anchor.date, step) if anchor.date else None
        return with_time(place, day.isoformat(), why=words) if day else _unanchored("TIME")
    value = _unit_value(anchor, place.worth("what"), step)
    return Found("DATE", value, words if value else None)


def _unit_value(anchor: Anchor, unit: str, step: int) -> str | None:
    """Give the value of the unit `step` units from the anchor's, or None where the anchor is not known so finely."""
    here = anchor.date or (
        date(anchor.year, anchor.month or 1, 1) if unit in ("Y", "DE", "CE") or (anchor.month and unit in ("M", "Q")) else None
    )
    if here is None or unit in ("TH", "TM", "TS"):
        return None
    if unit == "WE":
        value = arithmetic.moved(here, "W", step)
        return f"{value}-WE" if value else None
    return arithmetic.moved(here, unit, step)


def _season(place: Place, anchor: Anchor, step: int) -> Found | None:
    if (
        place.form("season") == "fall"
        and not place.has("how")
        and (place.before().lower() not in ("in", "by", "until") or place.after() == "of")
    ):
        return None
    code, year = place.worth("season"), anchor.year
    here = ((anchor.month or 7) % 12) // 3
    named = (3, 6, 9, 0)[arithmetic.SEASON_ORDER.index(code)] // 3
    if step < 0 and named >= here and not (code == "WI" and here == 0 and named > here):
        year -= 1
    if step > 0 and named <= here:
        year += 1
    return Found("DATE", f"{year:04d}-{code}", f"{_WORDS[step]} {place.form('season')} from {anchor.said}")


def present(place: Place) -> Found | None:
    """Read `current` before a noun: now."""
    return Found("DATE", "PRESENT_REF") if place.form("adjective") == "current" else None


def past_alone(place: Place) -> Found | None:
    """Read `in the past` where no noun follows."""
    after = place.after()
    return Found("DATE", "PAST_REF") if not after[:1].isalpha() or after in _AFTER_PAST else None


def bare_unit(place: Place) -> Found | None:
    """Read `the year`, `the week`, `the weekend`: the anchor's; `the year ended March 31` is a length."""
    unit, anchor = place.worth("what"), place.anchor
    if unit not in ("Y", "W", "M", "WE"):
        return None
    if place.after() in ("ended", "ending", "ends", "to") or (place.form("whole") in ("fiscal", "financial")):
        return Found("DURATION", f"P1{unit}")
    if anchor is None:
        return _unanchored()
    if unit == "WE":
        return _weekend(place, anchor)
    value = _unit_value(anchor, unit, 0)
    return Found("DATE", value, f"this {place.form('what')} from {anchor.said}" if value else None)


def _weekend(place: Place, anchor: Anchor) -> Found:
    """Give the weekend last begun, or the coming one where the verb looks ahead."""
    if anchor.date is None:
        return _unanchored()
    ahead = place.looks() is Direction.FUTURE
    saturday = arithmetic.weekday_near(anchor.date, 6, 1 if ahead else -1)
    return (
        Found("DATE", f"{arithmetic.week(saturday)}-WE", f"weekend {'after' if ahead else 'before'} {anchor.said}")
        if saturday
        else _unanchored()
    )


def end_of_unit(place: Place) -> Found | None:
    """Read `year's end`, `year end`, `month's end`: in the anchor's year or month."""
    if place.form("edge") not in ("end", "start", "close") or place.worth("what") not in ("Y", "M"):
        return None
    if place.anchor is None:
        return _unanchored()
    value = _unit_value(place.anchor, place.worth("what"), 0)
    return Found("DATE", value, f"this {place.form('what')} from {place.anchor.said}" if value else None)


def ago(place: Place) -> Found | None:
    """Read `two weeks ago`, `a year ago`: as precise as the unit; with a quarter under discussion, that quarter a year before."""
    return _counted(place, -1, from_anchor=True)


def earlier(place: Place) -> Found | None:
    """Read `a year earlier`, `two days later`: counted from the date last named, else from the anchor."""
    return _counted(place, 1 if place.has("later") else -1, from_anchor=False)


def _counted(place: Place, sign: int, *, from_anchor: bool) -> Found | None:
    amount = amount_of(place)
    if amount is None:
        return None
    if amount.unit == "Y" and amount.count == 1 and (quarter := quarter_here(place)):
        return Found("DATE", f"{int(quarter[:4]) + sign:04d}{quarter[4:]}", f"{quarter}, under discussion, a year away", compared=True)
    if amount.count is None or amount.unit in ("TH", "TM", "TS", "WE"):
        return Found("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    here, said = _origin(place, from_anchor)
    if here is None:
        return _unanchored()
    value = arithmetic.moved(here, amount.unit, sign * amount.count)
    return Found("DATE", value, f"{amount.words} {'before' if sign < 0 else 'after'} {said}" if value else None, compared=True)


def _origin(place: Place, from_anchor: bool) -> tuple[date | None, str]:
    anchor, known = place.anchor, place.scene.reference
    if not from_anchor and known and place.start - place.scene.reference_at < NEAR and (there := arithmetic.first_day(known)):
        return there, f"{known}, the date last named"
    if anchor is None:
        return None, ""
    return anchor.date or date(anchor.year, anchor.month or 1, 1), anchor.said


def quarter_here(place: Place) -> str | None:
    """Give the quarter under discussion, as `1989-Q3`, where one was named not far before."""
    known = place.scene.quarter
    return known if known and place.start - place.scene.quarter_at < NEAR else None


def following(place: Place) -> Found | None:
    """Read `the next day`, `the following month`, `that day`, `the same year`: counted from the date last named."""
    step, unit = int(place.worth("how") or 0), place.worth("what")
    if unit in ("TH", "TM"):
        return None
    here, said = _origin(place, from_anchor=False)
    if here is None:
        return _unanchored()
    if place.has("part"):
        day = arithmetic.day_after(here, step)
        return with_time(place, day.isoformat(), why=f"counted from {said}") if day else _unanchored("TIME")
    if unit == "WE":
        value = arithmetic.moved(here, "W", step)
        return Found("DATE", f"{value}-WE" if value else None, f"counted from {said}" if value else None)
    value = arithmetic.moved(here, unit, step)
    return Found("DATE", value, f"counted from {said}" if value else None)


def holiday(place: Place) -> Found | None:
    """Read a holiday: the nearest to the anchor, before or after it as "last", "next" or the tense says."""
    name, anchor = " ".join(place.form("holiday").split()), place.anchor
    rule = place.worth("holiday")
    if place.has("y"):
        value = arithmetic.holiday(rule, int(place.worth("y")))
        return Found("DATE", value, explicit=True) if value else None
    if anchor is None or anchor.date is None:
        return Found("DATE", f"XXXX-{rule}") if rule[:1].isdigit() else None
    days = [d for y in (-1, 0, 1) if (d := arithmetic.holiday(rule, anchor.year + y))]
    here, step, looks = anchor.date, place.worth("how"), place.looks()
    if step:
        days = [d for d in days if (d < anchor.value) == (step == "-1") and d != anchor.value]
    if not days:
        return None
    nearest = min(days, key=lambda d: leaning((date.fromisoformat(d) - here).days, looks))
    return with_time(place, nearest, why=f"{name} nearest to {anchor.said}")
