"""What a report writes must not steer a terminal."""

import unicodedata

DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Bidirectional classes of the characters that turn the text around them (Unicode Standard Annex 9)."""


def harmless(line: str) -> str:
    """Replace control characters (escape sequences) and changes of direction by a visible sign."""
    return "".join("�" if unicodedata.category(c) in {"Cc", "Cs"} or unicodedata.bidirectional(c) in DIRECTIONS else c for c in line)
