"""Word lists in `data/`: sections with their source and words, read with line numbers, so that whatever is wrong is named by file and line.

A list is written as one text of words (`>-`; `_` stands for a space within one), or as `[one, two words]`. Words are kept as written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

import yaml

from communique.errors import TableError
from communique.reference.entries import Entry, inner, table


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a lexicon: what it is called, its fields beside `source`, and where they stand."""

    name: str
    entry: Entry

    def words(self, field: str = "words") -> frozenset[str]:
        """Give the words of a list that must be there."""
        node = self.entry.fields.get(field)
        if node is None:
            raise self.entry.wrong(field, f"missing in section {self.name}", "Write the words, as in the sections beside it.")
        if isinstance(node, yaml.SequenceNode):
            return frozenset(self.entry.texts(field))
        return frozenset(w.replace("_", " ") for w in self.entry.text(field).split())

    def lists(self) -> Mapping[str, frozenset[str]]:
        """Give every list of the section by its name."""
        return MappingProxyType({field: self.words(field) for field in self.entry.fields if field != "source"})

    def entries(self, field: str) -> Mapping[str, Entry]:
        """Give the mappings that a field holds, by their names."""
        whole = inner(self.entry, field)
        return MappingProxyType({name: inner(whole, name) for name in whole.fields})

    def numbers(self, field: str) -> Mapping[str, float]:
        """Give the numbers that a field holds, by their names."""
        whole = inner(self.entry, field)
        return MappingProxyType({name: _number(whole, name) for name in whole.fields})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One file of word lists. `lexicon["section"]["list"]` gives the words of a list, looked up once."""

    whole: Entry
    _lists: dict[str, Mapping[str, frozenset[str]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __getitem__(self, name: str) -> Mapping[str, frozenset[str]]:
        if name not in self._lists:
            self._lists[name] = self.section(name).lists()
        return self._lists[name]

    def section(self, name: str) -> Section:
        """Give a section. Raise `TableError` where it is missing or names no source."""
        if name not in self.whole.fields:
            raise TableError(f"{self.whole.file}, section {name}: missing. Write `source:` and the words.")
        entry = inner(self.whole, name)
        entry.text("source")
        return Section(name, entry)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all sections."""
        return tuple(self.whole.fields)


@cache  # of a file of the installed package, which does not change
def lexicon(name: str) -> Lexicon:
    """Give the word lists of `data/<name>`, read once. Raise `TableError`, with file and line, where it is no table."""
    return Lexicon(table(name))


@cache
def lists(name: str, section: str) -> Mapping[str, frozenset[str]]:
    """Give every list of one section of `data/<name>` by its name, read once. Raises `TableError` as the others do."""
    return lexicon(name).section(section).lists()


def _number(entry: Entry, field: str) -> float:
    try:
        return float(entry.text(field))
    except ValueError as error:
        raise entry.wrong(field, f"{entry.text(field)!r} is no number", "Write one, as 3 or -0.5.") from error
