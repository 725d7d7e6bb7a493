"""The rules: which words in which order make a time, and what reads it. Kinds of words are named as in `lexicon.KINDS`.

At each place every rule is tried; the one that takes the most words wins, the earlier one where two take as many.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from communique.annotate.times import clock, counting, explicit, quarters, relative, years
from communique.annotate.times.lexicon import KINDS
from communique.annotate.times.place import Place
from communique.annotate.times.scene import Found

Reading = Callable[[Place], Found | None]
_NAME = re.compile(r"(?<![<\w])[a-z]+(?![\w>])")

_BEFORE = "(?:(?:edge dash?)?(?:(?P<clock>clock)|(?P<pt>part|point)) zone? comma? (?:in|of)?)?"
_AFTER = "(?:(?P<part>part|point)|(?:at? (?P<clock2>clock) zone?))?"
_EDGE = "(?:(?P<edge>edge dash?|the? end of|(?:earlier|later) in?|about)(?:the(?=fiscal|year|season|unit|month))?)?"
_SIDE = "(?:edge|earlier|later)?"
_ABOUT = "(?P<about>about|over(?=a|numeral|number|day|magnitude))?"
_PLAIN_NUMBER = "(?:number|day|year)(?:day slash day)?magnitude?"
_SAID_NUMBER = "numeral(?:(?:dash|and)?(?:numeral|magnitude))*"
_NUMBER = f"(?:(?:{_PLAIN_NUMBER}|a?magnitude|{_SAID_NUMBER})(?:and a? half)?)"
_COUNT = f"(?P<n>{_NUMBER}(?:(?:or|to|dash){_NUMBER})?|few|half a?|a half)"
_UNIT = "(?P<what>units|unit|century|quarter)"
_STEP = "(?P<how>this|last|next|past)"
_DAY = "(?P<d>day|ordinal)(?!dash? units|dash? unit|numeral|magnitude|slash)"
_WEEKDAY = "(?:(?P<wd>weekday) comma?)?"
_YEAR = "(?:comma? (?P<y>year))?"

RULES: tuple[tuple[str, Reading], ...] = (
    (f"{_BEFORE} (?P<date>date) {_AFTER}", explicit.numeric),
    (f"{_BEFORE} {_WEEKDAY} (?:about|edge dash?)? (?P<how>last|next|this)? (?P<m>month) {_DAY} {_YEAR} {_AFTER}", explicit.day_of_month),
    (
        f"{_BEFORE} {_WEEKDAY} (?:edge dash?)? (?:the(?=ordinal))? (?P<d>day|ordinal) of? (?P<m>month) {_YEAR} {_AFTER}",
        explicit.day_of_month,
    ),
    ("(?<=month day and)(?P<d>day)(?!units|unit|numeral|magnitude|month|dash)", explicit.further_day),
    ("(?<=month day dash)(?P<d>day)(?!units|unit|numeral|magnitude|month)", explicit.further_day),
    (f"(?P<d>day)(?=(?:dash|and|to) day (?P<m>month) {_YEAR})", explicit.day_of_month),
    ("the(?P<d>ordinal)", explicit.day_of_this_month),
    (f"{_EDGE} (?P<m>month) (?:of|comma)? (?P<y>year)", explicit.month),
    (f"{_EDGE} (?P<how>this|last|next|past|each)? (?P<m>month)", explicit.month),
    (f"{_EDGE} (?P<m>month) (?P<how>this|last|next) unit", explicit.month),
    (f"{_EDGE} the? (?P<season>season) of? (?P<y>year)", years.season),
    (f"{_EDGE} (?P<y>year)", years.year),
    ("(?P<sure>the unit)(?P<y>year)", years.year),
    ("(?:the|own)? (?P<sure>fiscal unit?)(?P<y>year)", years.year),
    ("the? (?:edge dash?)? (?P<dec>decade)", years.decade),
    ("the? (?:edge dash?)? (?P<o>ordinal) dash? century", years.century),
    (f"{_BEFORE} {_SIDE} (?P<ref>ref) {_AFTER}", relative.reference_word),
    (f"{_BEFORE} {_SIDE} (?P<how>last|next|this|past)? (?P<wd>weekday) {_AFTER}", relative.weekday),
    ("(?P<adjective>current)", relative.present),
    ("the (?P<bygone>past)", relative.past_alone),
    ("(?P<what>unit|units) dash long", counting.duration),
    ("(?P<what>units) dash old", counting.duration),
    (f"{_EDGE} {_STEP} fiscal? (?P<what>unit|century)", relative.stepped),
    (f"{_EDGE} the (?P<how>last|next|current) fiscal? (?P<what>unit|century) orso?", relative.stepped),
    (f"{_EDGE} (?:the edge?|{_STEP}) (?P<season>season)", relative.stepped),
    (f"{_SIDE} (?P<how>this|last|next) (?P<part>part)", relative.stepped),
    (f"{_EDGE} the (?P<whole>more|fiscal)? (?P<what>unit)(?! dash)", relative.bare_unit),
    ("(?P<what>unit) possessive? (?P<edge>end)", relative.end_of_unit),
    (f"{_BEFORE} (?P<how>last|next)? (?P<holiday>holiday) {_YEAR} {_AFTER}", relative.holiday),
    (f"{_ABOUT} (?:{_COUNT}|a) {_UNIT} orso? ago", relative.ago),
    (f"{_ABOUT} (?:{_COUNT}|a) {_UNIT} earlier", relative.earlier),
    (f"{_ABOUT} (?:{_COUNT}|a) {_UNIT} (?P<later>later)", relative.earlier),
    ("the (?P<how>next) (?P<what>unit)", relative.following),
    ("the (?P<how>next) (?P<part>part)", relative.following),
    ("(?:(?:earlier|later|edge) (?:in|of)?)? (?:that same?|the same) (?P<what>unit)", relative.following),
    (f"{_ABOUT} {_COUNT} more? {_UNIT} (?P<orso>orso)?(?! dash? old)", counting.duration),
    (f"the? (?:last|next|past|ordinal|current) more? {_COUNT} more? {_UNIT} (?P<orso>orso)?", counting.duration),
    (f"the {_COUNT} {_UNIT}", counting.duration),
    ("the past (?P<what>unit|units|century|quarter)", counting.duration),
    (f"(?P<n>{_NUMBER}|few) dash (?P<what>unit|century)(?!dash? old)", counting.duration),
    (f"{_ABOUT} a (?P<what>unit|century|quarter) (?P<orso>orso)?(?! dash)", counting.a_unit),
    ("(?P<what>units)", counting.bare_units),
    ("(?P<sure>recent|next|past) (?P<what>units|quarter)", counting.bare_units),
    ("(?P<often>often)", counting.repeated),
    (f"each (?P<n>{_NUMBER}|few)? (?P<what>unit|units|century)", counting.repeated),
    ("each (?:(?P<wd>weekday)(?P<part>part)?|(?P<season>season))", counting.repeated_day),
    ("each (?P<part>part)", counting.repeated_day),
    ("(?P<wd>weekdays)", counting.repeated_day),
    (
        "(?:the (?P<y>year)|(?P<how>this|last|next) unit possessive|the|own|that)? (?P<past>unit dash? (?:ago|earlier))?"
        "fiscal? dash? (?P<o>ordinal) fiscal? (?:quarter|(?P<half>half))(?:(?:of|comma)? fiscal? (?P<y2>year))?",
        quarters.numbered,
    ),
    ("fiscal? (?P<o>ordinal) dash (?:quarter|(?P<half>half))", quarters.numbered),
    ("(?:the|this|that) (?:current|last)? (?P<quarter>quarter)", quarters.under_discussion),
    ("the current period", quarters.under_discussion),
    ("the (?P<y>year) (?:quarter|period)", quarters.under_discussion),
    ("(?P<past>unit dash (?:ago|earlier))", quarters.under_discussion),
    ("the? (?P<past>unit dash (?:ago|earlier)) (?:quarter|period)", quarters.under_discussion),
    ("(?P<how>last) unit possessive (?P<quarter>quarter)", quarters.under_discussion),
    ("(?P<clock>clock) zone?", clock.clock_alone),
    ("(?P<pt>point)", clock.clock_alone),
)
"""Pattern → what reads the value."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules compiled: `start` finds where any could fit, `each` are tried there."""

    start: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], Reading], ...]


@cache
def rules() -> Rules:
    """Give the compiled rules."""
    each = tuple((re.compile(_spelled(pattern)), reading) for pattern, reading in RULES)
    plain = "|".join(re.sub(r"\(\?P<\w+>", "(?:", _spelled(pattern)) for pattern, _ in RULES)
    return Rules(re.compile(plain), each)


def _spelled(pattern: str) -> str:
    """Turn kinds' names into their characters."""
    return _NAME.sub(lambda m: re.escape(KINDS[m[0]]), pattern).replace(" ", "")
