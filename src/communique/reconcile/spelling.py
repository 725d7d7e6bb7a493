"""Spellings of one name: transliterations from Cyrillic differ in endings and in y, i, j; accents come and go."""

import re
import unicodedata

_LONG = 4
"""Words shorter than this are compared as they are: Wang Yi is not Wang Ji."""


def name_key(name: str) -> str:
    """Give the key under which spellings of a name meet: "Sergei Ryabkov" and "Sergey Riabkov" have one, "Wang Yi" and "Wang Ji" two."""
    folded = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if unicodedata.category(c) != "Mn")
    return " ".join(_word_key(w) for w in re.findall(r"[^\W_]+", re.sub(r"['’.]", "", folded)))


def _word_key(word: str) -> str:
    if len(word) < _LONG:
        return word
    inner = re.sub(r"[yij]+", "i", word[1:].replace("ks", "x").replace("kh", "h"))
    return word[0] + inner
