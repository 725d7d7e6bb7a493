"""Our own gold: reports that we wrote, and what a reader who had not seen the rules marked in them.

`gold/NAME.txt` is the report, `gold/NAME.yml` the entries; words stand for the place of their n-th occurrence (`nth`, 1 by default).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from communique.errors import InputError
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Gold:
    """One report and its entries, as the YAML holds them."""

    path: Path
    text: str
    source: bytes
    entries: dict[str, Any]  # checked where it is used: place() and the tally name what is missing

    def listed(self, kind: str) -> list[dict[str, Any]]:
        """Give the entries of one kind."""
        return list(self.entries.get(kind) or [])

    def place(self, words: str, nth: int = 1) -> Span:
        """Give the span of the n-th occurrence of `words`; words that are not there are an `InputError`."""
        start = -1
        for _ in range(nth):
            start = self.text.find(words, start + 1)
            if start < 0:
                raise InputError(f"{self.path}: {words!r} does not stand there {nth} times. Copy the words exactly.")
        return Span(start, start + len(words))

    def places(self, entry: dict[str, Any]) -> list[Span]:
        """Give the spans of an entry's `words`: one string or several; `nth` is that of the first, the others follow it."""
        words = entry["words"] if isinstance(entry["words"], list) else [entry["words"]]
        spans = [self.place(words[0], entry.get("nth", 1))]
        for part in words[1:]:
            start = self.text.find(part, spans[-1].end)
            if start < 0:
                raise InputError(f"{self.path}: {part!r} does not follow {words[0]!r}. Copy the words exactly.")
            spans.append(Span(start, start + len(part)))
        return spans


def load(folder: Path) -> list[Gold]:
    """Give every report of the gold, sorted by name; an empty folder is an `InputError`."""
    found = []
    for path in sorted(p.with_suffix(".yml") for p in folder.glob("*.txt")):
        raw = path.with_suffix(".txt").read_bytes()
        found.append(Gold(path, raw.decode("utf-8"), raw + path.read_bytes(), yaml.safe_load(path.read_text(encoding="utf-8"))))
    if not found:
        raise InputError(f"{folder}: there is no gold. The gate needs NAME.txt and NAME.yml.")
    return found
