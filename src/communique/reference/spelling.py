"""The plain form under which a name is kept and looked up, and the key under which its spellings meet. Pure."""

import re
import unicodedata
from functools import lru_cache

_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}|\b(?:[A-Z]\.)+[A-Z]\b")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_LETTERS = {ord("ł"): "l", ord("ø"): "o", ord("đ"): "d", ord("ı"): "i", ord("æ"): "ae", ord("œ"): "oe", ord("ð"): "d", ord("þ"): "th"}
"""Letters that no accent makes."""
_MARKS = {ord("\u2019"): "'", ord("\u2018"): "'", ord("\u00a0"): " "}


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """Give a name's plain form: one space between words, straight apostrophes, `US` for `U.S.`, no article before and no `'s` behind it."""
    text = unicodedata.normalize("NFC", name).translate(_DASHES).translate(_MARKS)
    text = " ".join(text.replace("&", " and ").split())
    text = _INITIALS.sub(lambda m: m.group().replace(".", ""), text)
    text = _POSSESSIVE.sub("", text)
    return re.sub(r"^[Tt]he (?=\S)", "", text)


_JOINING = frozenset({"of", "for", "the", "and", "on", "in", "to", "against", "de", "et", "&"})
_ACRONYM = re.compile(r"[A-Z]{2,7}")
_LONG = 4
"""Words shorter than this are compared as they are: Wang Yi is not Wang Ji."""


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """Give the key under which spellings of a name meet: "Sergei Ryabkov" and "Sergey Riabkov" have one, "Wang Yi" and "Wang Ji" two.

    Transliterations from Cyrillic differ in endings and in y, i, j; accents and hyphens come and go.
    """
    folded = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if unicodedata.category(c) != "Mn")
    return " ".join(_word_key(w) for w in re.findall(r"[^\W_]+", re.sub(r"['’.]", "", folded.translate(_LETTERS))))


def _word_key(word: str) -> str:
    if len(word) < _LONG:
        return word
    inner = re.sub(r"[yij]+", "i", word[1:].replace("ks", "x").replace("kh", "h"))
    return word[0] + inner


def acronym_of(name: str) -> str:
    """Give a name that is an acronym without its full stops ("D.N.C." is DNC), else ""."""
    word = plain(name).replace(".", "")
    return word if _ACRONYM.fullmatch(word) else ""


def initials(name: str) -> str:
    """Give the initials of a name of several words, small words left out: "Organization of American States" is OAS; else ""."""
    words = [w for w in re.split(r"[\s-]+", plain(name)) if w.casefold() not in _JOINING]
    return "".join(w[0] for w in words).upper() if len(words) > 1 and all(w[:1].isupper() for w in words) else ""
