"""The year of a date that names none: the year of the story told here, else the one nearest to the anchor that the tense allows."""

from dataclasses import dataclass
from datetime import date

from communique.annotate.times import arithmetic
from communique.annotate.times.place import Place
from communique.annotate.times.scene import Anchor, Direction, leaning

STORY_REACH = 600
"""Characters over which a year named in the text completes later dates: about a paragraph."""
RECENT = 60
"""Days before the anchor within which a date is news rather than part of an older story."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year and why it was taken."""

    number: int
    why: str


def year_of(place: Place, month: int, day: int | None) -> Year | None:
    """Give the year of a month, or of a day in it; None where neither the text nor an anchor tells."""
    story, anchor = place.scene.explicit, place.anchor
    if story and place.scene.history:
        return Year(int(story[:4]), f"year of {story}, named before")
    if anchor is None:
        return Year(int(story[:4]), f"year of {story}, named before") if story and _is_close(place, story) else None
    if place.has("how") and anchor.month:
        return Year(stepped_year(place, anchor, month), f"{place.form('how')} {place.form('m')} from {anchor.said}")
    if place.has("wd") and (year := _year_with_weekday(place, anchor, month, day)):
        return Year(year, f"year in which the day of the week agrees, nearest to {anchor.said}")
    return _nearest(place, anchor, month, day)


def stepped_year(place: Place, anchor: Anchor, month: int) -> int:
    """Give the year of "last June", "this June", "next June"."""
    step, here = place.worth("how"), anchor.month or 1
    if step == "-1":
        return anchor.year - (month >= here)
    return anchor.year + (step == "1" and month <= here)


def _nearest(place: Place, anchor: Anchor, month: int, day: int | None) -> Year | None:
    looks, here = place.looks(), anchor.date or date(anchor.year, anchor.month or 7, 15 if anchor.month else 1)
    if place.before().lower() == "since":
        looks = Direction.PAST
    years = [y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if arithmetic.is_day(y, month, day or 15)]
    if not years:
        return None
    best = min(years, key=lambda y: leaning((date(y, month, day or 15) - here).days, looks))
    story, distance = place.scene.explicit, (date(best, month, day or 15) - here).days
    if (
        story
        and int(story[:4]) < anchor.year - 1
        and _is_close(place, story)
        and looks is not Direction.FUTURE
        and not -RECENT <= distance <= 0
    ):
        return Year(int(story[:4]), f"year of {story}, named before")
    return Year(best, f"year nearest to {anchor.said}" + (f" ({looks} tense)" if looks is not Direction.UNKNOWN else ""))


def _is_close(place: Place, story: str) -> bool:
    """Say whether a month of that year was named earlier in this paragraph, so that what follows goes on from there."""
    between = place.words.text[place.scene.explicit_at : place.start]
    return len(story) >= len("2022-01") and len(between) < STORY_REACH and "\n\n" not in between


def _year_with_weekday(place: Place, anchor: Anchor, month: int, day: int | None) -> int | None:
    wanted = int(place.worth("wd"))
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        if day and arithmetic.is_day(year, month, day) and date(year, month, day).isoweekday() == wanted:
            return year
    return None
