"""Whether a text is English, by its commonest words. Other languages are told from English, not named."""

import re
from enum import Enum

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# fmt: off
_ENGLISH = frozenset((
    "the", "of", "and", "that", "is", "was", "for", "with", "by", "it", "from", "has", "have", "had", "are", "were", "said", "not",
    "be", "been", "this", "he", "she", "they", "which", "will", "would", "their", "its", "his", "her", "who", "but", "or", "at",
    "an", "as", "on", "to",
))
# fmt: on
"""Function words; those that are as common in other languages of Latin script ("in", "a", "on die") are left out where they mislead."""
SAMPLE_WORDS = 2_000
FEWEST_WORDS = 30
"""Below this many words nothing is said to be foreign."""
ENGLISH_SHARE, FOREIGN_SHARE = 0.15, 0.08
"""Shares of function words: English news has .28 to .38, other European languages below .06 (German, French and Dutch news)."""


class Verdict(Enum):
    """What the words show."""

    ENGLISH = "en"
    UNCLEAR = "unclear"
    OTHER = "other"


def verdict(text: str) -> Verdict:
    """Say whether `text` is English, clearly something else, or too short or mixed to tell."""
    words = [m.group().casefold() for m, _ in zip(_WORD.finditer(text), range(SAMPLE_WORDS), strict=False)]
    share = sum(w in _ENGLISH for w in words) / len(words) if words else 0.0
    if share >= ENGLISH_SHARE:
        return Verdict.ENGLISH
    return Verdict.OTHER if share < FOREIGN_SHARE and len(words) >= FEWEST_WORDS else Verdict.UNCLEAR
