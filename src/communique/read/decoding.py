"""Bytes become text: byte order marks, UTF-8, then what charset-normalizer finds. The encoding is always stated.

The order follows the WHATWG Encoding Standard (a byte order mark wins over everything else).
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"SQLite format 3",
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WESTERN = re.compile(r"[\x00-\x7f€‚„…‘’“”•–—™ ¡£§©«®°±´·»¼½¾¿À-ÖØ-öø-ÿŠšŽžŒœŸ]*")
SAMPLE = 65_536
"""Bytes looked at to tell text from other things and to find an unmarked encoding."""
MOST_CONTROL = 0.02
"""Share of control characters above which bytes are no text; text of any encoding holds next to none."""
MOST_REPLACED = 0.001
"""Share of broken bytes up to which a file is still UTF-8 with faults: below it, any other encoding would garble far more."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding that gave it, and how many broken bytes were replaced by U+FFFD."""

    text: str
    encoding: str
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Bytes that are no text, and why."""

    why: str


def decoded(raw: bytes, *, declared: str | None = None) -> Decoded | Undecodable:
    """Give the text of `raw`, without a byte order mark; `declared` is the encoding that a page claims, asked behind UTF-8."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding) or Undecodable(
                f"it opens with the byte order mark of {encoding}, but is not {encoding}"
            )
    unmarked = _unmarked_utf16(raw)
    if unmarked and (found := _strict(raw, unmarked)):
        return found
    if raw.startswith(_MAGIC) or len(_CONTROL.findall(raw[:SAMPLE])) > MOST_CONTROL * len(raw[:SAMPLE]) or b"\0" in raw:
        return Undecodable("it is binary, not text")
    found = _strict(raw, "utf-8") or _nearly_utf8(raw) or (_strict(raw, declared) if declared else None)
    return found or _guessed(raw)


def _strict(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(encoding), codecs.lookup(encoding).name)
    except (UnicodeError, LookupError):
        return None


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 of Western text without a mark shows as zeros at every second byte."""
    sample = raw[: SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < 4 or len(raw) % 2 or max(even, odd) < 0.4 * len(sample) / 2:
        return None
    return "utf-16-le" if odd > 20 * even else "utf-16-be" if even > 20 * odd else None


def _nearly_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes: more sound multi-byte characters than broken ones."""
    text = raw.decode("utf-8", "replace")
    replaced = text.count("\ufffd")
    sound = sum(c > "\x7f" for c in text) - replaced
    return Decoded(text, "utf-8", replaced) if replaced <= max(1, MOST_REPLACED * len(raw)) and sound > 2 * replaced else None


def _guessed(raw: bytes) -> Decoded | Undecodable:
    """Windows-1252 where that gives only Western letters and typographic marks (the usual case for English), else the library's best."""
    western = _strict(raw, "cp1252")
    high = sum(byte > 0x7F for byte in raw[:SAMPLE])
    if western and high < 0.1 * len(raw[:SAMPLE]) and _WESTERN.fullmatch(western.text):
        return western
    best = from_bytes(raw[:SAMPLE]).best()
    found = _strict(raw, best.encoding) if best else None
    return found or Undecodable("no encoding fits its bytes")
