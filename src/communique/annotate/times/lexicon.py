"""The words that times are made of: each has one kind and, where it has one, a worth. Closed classes of English grammar only.

A kind is named in full here and in the patterns, and is one character while matching, so that a pattern over words is a
regular expression over characters (word types as in SynTime: Zhong, Sun and Cambria, ACL 2017).
"""

from collections.abc import Iterator, Mapping

KINDS = {
    "year": "Y", "day": "d", "number": "n", "numeral": "w", "magnitude": "#", "ordinal": "o", "month": "M", "weekday": "W",
    "weekdays": "V", "unit": "u", "units": "U", "quarter": "Q", "century": "5", "season": "S", "part": "P", "point": "p",
    "decade": "D", "date": "I", "clock": "C", "zone": "Z", "holiday": "H", "ref": "R", "often": "s", "a": "a", "the": "t",
    "this": "h", "that": "T", "same": "8", "own": "j", "last": "l", "past": "1", "next": "x", "current": "c", "recent": "3",
    "each": "e", "few": "q", "edge": "m", "end": "E", "of": "f", "in": "i", "at": "@", "over": "0", "ago": "g", "earlier": "r",
    "later": "L", "before": "6", "about": "A", "orso": "9", "fiscal": "F", "period": "v", "and": "N", "or": "O", "to": "2",
    "more": "k", "half": "b", "long": "y", "old": "&", "possessive": "'", "dash": "-", "comma": ",", "stop": ".", "money": "$",
    "slash": "/", "open": "(", "gap": "¶", "other": "_",
}  # fmt: skip
"""Kind → the character that stands for it."""

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
SHORT_WEEKDAYS = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}
ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
UNITS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "hour": "TH",
    "minute": "TM",
    "decade": "DE",
    "weekend": "WE",
    "fortnight": "2W",
}
_WORTHS: Mapping[str, Mapping[str, str]] = {
    "units": {"seconds": "TS"},
    "magnitude": {"hundred": "100", "thousand": "1000", "dozen": "12"},
    "quarter": {"quarter": "Q", "quarters": "Q"},
    "century": {"century": "CE", "centuries": "CE"},
    "part": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI"},
    "point": {"noon": "12:00", "midday": "12:00", "midnight": "24:00", "dawn": "MO", "daybreak": "MO", "dusk": "EV", "nightfall": "NI"},
    "season": {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    "decade": {
        "twenties": "192", "thirties": "193", "forties": "194", "fifties": "195", "sixties": "196", "seventies": "197", "eighties": "198",
        "nineties": "199",
    },
    "ref": {
        "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
        "right now": "PRESENT_REF", "at present": "PRESENT_REF", "at the moment": "PRESENT_REF", "these days": "PRESENT_REF",
        "recently": "PAST_REF", "lately": "PAST_REF", "more recently": "PAST_REF", "very recently": "PAST_REF",
        "the future": "FUTURE_REF", "the near future": "FUTURE_REF",
        "today": "D0", "yesterday": "D-1", "tomorrow": "D1", "tonight": "D0TNI", "the day before yesterday": "D-2",
        "the day after tomorrow": "D2",
    },
    "often": {
        "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
        "hourly": "PT1H",
    },
    "last": {"last": "-1", "previous": "-1", "preceding": "-1", "prior": "-1"},
    "past": {"past": "-1"},
    "next": {"next": "1", "coming": "1", "following": "1", "upcoming": "1"},
    "few": {"a couple of": "2", "couple of": "2"},
    "holiday": {
        "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "orthodox christmas": "01-07", "boxing day": "12-26",
        "new year's day": "01-01", "new year’s day": "01-01", "new year's eve": "12-31", "new year’s eve": "12-31",
        "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving", "easter": "easter", "easter sunday": "easter",
        "good friday": "good-friday", "easter monday": "easter-monday", "labor day": "labor", "memorial day": "memorial",
        "election day": "election", "columbus day": "columbus", "halloween": "10-31", "bastille day": "07-14", "veterans day": "11-11",
        "valentine's day": "02-14", "valentine’s day": "02-14", "may day": "05-01",
    },
}  # fmt: skip
"""Kind → word or phrase → worth. A holiday's worth is its month and day, or the name of its rule in `arithmetic.holiday`."""

_PLAIN = {
    "a": ("a", "an"), "the": ("the",), "this": ("this",), "that": ("that", "those"), "same": ("same", "very"), "each": ("each", "every"),
    "own": ("its", "their", "his", "her", "our"), "of": ("of",), "in": ("in", "on", "during"), "at": ("at", "by"), "over": ("over",),
    "few": ("several", "few", "many", "some", "numerous", "a handful of", "a number of", "a few", "a great many"),
    "current": ("current", "latest"), "recent": ("recent",), "edge": ("early", "late", "mid"),
    "end": ("end", "beginning", "start", "middle", "close"),
    "ago": ("ago",), "earlier": ("earlier",), "later": ("later", "afterwards"), "before": ("before", "prior to"),
    "about": (
        "about", "around", "approximately", "roughly", "nearly", "almost", "barely", "more than", "less than", "fewer than", "at least",
        "at most", "up to", "no more than", "no less than", "as many as", "as much as", "as long as", "as little as",
    ),
    "orso": ("or so", "or more", "or two", "or less"), "fiscal": ("fiscal", "financial"), "period": ("period",), "and": ("and",),
    "or": ("or",), "to": ("to", "through", "until", "till"), "more": ("more", "additional", "further", "consecutive", "straight", "full"),
    "half": ("half",), "long": ("long",), "old": ("old",),
    "zone": ("gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "msk", "jst", "hkt"),
    "other": ("at the same time", "new year's", "new year’s"),
}  # fmt: skip
"""Kind → words and phrases whose kind says all."""

CAPITALISED = frozenset({*MONTHS, *WEEKDAYS, *(day + "s" for day in WEEKDAYS)})
"""Words that count only with a capital: "may" is a verb, "march" too."""


def words(text: str) -> frozenset[str]:
    """Give the words of a list written as running text."""
    return frozenset(text.split())


def vocabulary() -> dict[str, tuple[str, str]]:
    """Give each word or phrase in lower case with its kind's character and its worth ("" where the kind says all)."""
    return {word: (KINDS[kind], worth) for word, kind, worth in _entries()}


def phrases() -> tuple[str, ...]:
    """Give the entries of more than one word, longest first."""
    return tuple(sorted((word for word, _, _ in _entries() if " " in word), key=len, reverse=True))


def _entries() -> Iterator[tuple[str, str, str]]:
    for kind, words in _PLAIN.items():
        yield from ((word, kind, "") for word in words)
    for kind, worths in _WORTHS.items():
        yield from ((word, kind, worth) for word, worth in worths.items())
    for unit, code in UNITS.items():
        yield unit, "unit", code
        yield unit + "s", "units", code
    yield from ((name, "month", str(n)) for n, name in enumerate(MONTHS, 1))
    for n, name in enumerate(WEEKDAYS, 1):
        yield name, "weekday", str(n)
        yield name + "s", "weekdays", str(n)
    yield from ((word, "numeral", str(n)) for n, word in enumerate(ONES.split(), 1))
    yield from ((word, "numeral", str(n * 10)) for n, word in enumerate(TENS.split(), 2))
    yield from ((word, "ordinal", str(n)) for n, word in enumerate(_ORDINALS.split(), 1))
