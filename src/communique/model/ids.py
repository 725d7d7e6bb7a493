"""Identifiers, decided once: judgements and links depend on them. See record-format in the manual.

Every id is a few letters that tell its kind, a hyphen, and 16 hexadecimal digits of a sha256.
"""

from collections.abc import Iterable
from hashlib import sha256

from communique.model.span import Span

SEPARATOR = "\x1f"
"""Stands between the parts that are hashed; no path, url or number contains it."""


def report_id(sha256_of_bytes: str, locator: str) -> str:
    """Give a report's id from its original bytes' sha256 and its locator: url, else row id, else relative path."""
    return "r-" + _digest(sha256_of_bytes, locator)


def mention_id(report: str, kind: str, spans: Iterable[Span]) -> str:
    """Give a mention's id from its report, its kind and the spans of its content or trigger, never from what was concluded."""
    places = [f"{s.start}:{s.end}" for s in sorted(spans)]
    return f"{kind[:3]}-" + _digest(report, kind, *places)


def judgement_id(entry: str, by: str, at: str) -> str:
    """Give a judgement's id from the entry it is about, who judged and when."""
    return "j-" + _digest(entry, by, at)


def _digest(*parts: str) -> str:
    return sha256(SEPARATOR.join(parts).encode("utf-8")).hexdigest()[:16]
