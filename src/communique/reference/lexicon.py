"""Word lists of `data/`: sections with a source, each with lists of words; wrong ones are named by file and line."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.reference.entries import table


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a word list: its lists by name, and the words' file for errors."""

    lists: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]


@cache
def lexicon(name: str) -> Mapping[str, Section]:
    """Give the sections of `data/<name>` by name, read once. Words are parted by white space; `_` stands for a space within one.

    Raises `TableError` with file and line where a section has no source, or a word stands twice in one list.
    """
    whole = table(name)
    found: dict[str, Section] = {}
    for part in whole.fields:
        (section,) = whole.entries(part)
        section.text("source")
        lists: dict[str, frozenset[str]] = {}
        for field in section.fields:
            if field != "source":
                words = section.text(field).split()
                if twice := sorted({w for w in words if words.count(w) > 1}):
                    raise section.wrong(field, f"{twice[0]!r} stands twice", "Keep one.")
                lists[field] = frozenset(w.replace("_", " ") for w in words)
        found[part] = Section(lists)
    return found
