"""Times of day: a clock time or a part of the day, put on a day."""

import re

from communique.annotate.times.lexicon import words
from communique.annotate.times.place import Place
from communique.annotate.times.scene import Found

_BEFORE_POINT = words("at by before until till after since from around about past to")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s?(?:([ap])\.?m|o)?", re.IGNORECASE)


def time_of(form: str) -> str | None:
    """Give a clock time as `14:30`, `14:00` for `2 p.m.`; None where there is none such."""
    match = _CLOCK.match(form)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def with_time(place: Place, day: str, *, why: str | None, explicit: bool = False) -> Found:
    """Put the place's clock time or part of the day, if it has one, on `day`."""
    for name in ("clock", "clock2"):
        if place.has(name) and (time := time_of(place.form(name))):
            return Found("TIME", f"{day}T{time}", why, explicit)
    for name in ("part", "pt"):
        if place.has(name):
            worth = place.worth(name)
            return Found("TIME", f"{day}T{worth}", why, explicit)
    return Found("DATE", day, why, explicit)


def clock_alone(place: Place) -> Found | None:
    """Read a clock time without a day: on the day last named nearby, else on the anchor's day."""
    time = time_of(place.form("clock")) if place.has("clock") else place.worth("pt")
    if time is None or (place.has("pt") and place.before().lower() not in _BEFORE_POINT):
        return None
    known = place.scene.reference
    if known and len(known) >= 10 and "W" not in known and place.start - place.scene.reference_at < 200:
        return Found("TIME", f"{known[:10]}T{time}", f"on the day last named, {known[:10]}")
    anchor = place.anchor
    if anchor is None or anchor.date is None:
        return Found("TIME", f"XXXX-XX-XXT{time}")
    return Found("TIME", f"{anchor.value}T{time}", f"on the day of {anchor.said}")
