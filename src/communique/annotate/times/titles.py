"""Times that are names: a programme or a paper called "This Week", "Today" or "Sunday Morning" tells of no day."""

import re

_OPEN = re.compile(r"[\w’'] [\"“]([^\"“”\n]*)$")
_CLOSE = re.compile(r"([^\"“”\n]*?)[,.]?[\"”]")
_SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "the", "this", "to", "with"])
LONGEST = 5
"""Words of a title in quotation marks; a longer stretch in them is what somebody said."""
_RELATIVE = re.compile(r"(?:This|Last|Next) (?:Week|Month|Year)|Today|Tonight|Tomorrow")
_OWNED = re.compile(r"[A-Z][\w.]*(?:['’]s|s['’]) $")
"""Whose a programme is: the station's name stands before it as an owner."""


def is_title(text: str, start: int, end: int) -> bool:
    """Say whether a time is (part of) a title: its words are capitalised as titles are, in quotation marks or behind their owner."""
    return _in_marks(text, start, end) or (_RELATIVE.fullmatch(text[start:end]) is not None and _named_so(text, start, end))


def _in_marks(text: str, start: int, end: int) -> bool:
    """Say whether a short stretch in marks, inside a sentence, is all in capitals as titles are: told "Fox News Tonight" that …"""
    opening, closing = _OPEN.search(text, max(0, start - _REACH), start), _CLOSE.match(text, end)
    if opening is None or closing is None:
        return False
    words = (opening[1] + text[start:end] + closing[1]).split()
    return len(words) <= LONGEST and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)


def _named_so(text: str, start: int, end: int) -> bool:
    """Say whether "This Week" stands inside a sentence in capitals, which the words for a time never do, or "Today" is its owner's."""
    before = text[max(0, start - _REACH) : start]
    if " " not in text[start:end]:
        return _OWNED.search(before) is not None
    return re.search(r"[a-z’',] $", before) is not None and re.search(r"\b[a-z]{2,}\b[^\n]{0,20}$", before) is not None


_REACH = 60
