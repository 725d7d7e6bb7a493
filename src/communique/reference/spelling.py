"""The plain form under which a name is kept and looked up. Pure: the same text gives the same form."""

import re
import unicodedata
from functools import lru_cache

_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}|\b(?:[A-Z]\.)+[A-Z]\b")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_MARKS = {ord("\u2019"): "'", ord("\u2018"): "'", ord("\u00a0"): " "}


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """Give a name's plain form: one space between words, straight apostrophes, `US` for `U.S.`, no article before and no `'s` behind it."""
    text = unicodedata.normalize("NFC", name).translate(_DASHES).translate(_MARKS)
    text = " ".join(text.replace("&", " and ").split())
    text = _INITIALS.sub(lambda m: m.group().replace(".", ""), text)
    text = _POSSESSIVE.sub("", text)
    return re.sub(r"^[Tt]he (?=\S)", "", text)
