"""Entries of a table in `data/`: YAML read with its line numbers, so that whatever is wrong is named by file, line and value."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import yaml

from communique.errors import TableError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader reads the tables ten times faster; the slow one gives the same nodes where libyaml is missing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a table with the file and line it stands on. Values are strings or lists: dates and numbers stay as written."""

    file: str
    line: int
    fields: dict[str, yaml.Node]

    def wrong(self, field: str, what: str, remedy: str) -> TableError:
        """Give the error that says what is wrong with `field` here, where it stands, and what to do."""
        node = self.fields.get(field)
        line = node.start_mark.line + 1 if node is not None else self.line
        return TableError(f"{self.file}, line {line}, {field}: {what}. {remedy}")

    def allow(self, *names: str) -> None:
        """Raise where the entry has a field that is none of `names`."""
        for field in self.fields:
            if field not in names:
                raise self.wrong(field, "no such field", f"Use one of: {', '.join(names)}.")

    def text(self, field: str) -> str:
        """Give the text of a field that must be there."""
        value = self.maybe(field)
        if value is None:
            raise self.wrong(field, "missing", "Write it, as in the entries beside it.")
        return value

    def maybe(self, field: str) -> str | None:
        """Give the text of a field, or None where the entry has none."""
        node = self.fields.get(field)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.wrong(field, "not a text", "Write one value, or leave the field out.")
        return str(node.value)

    def texts(self, field: str) -> tuple[str, ...]:
        """Give the texts of a list, empty where the entry has none."""
        node = self.fields.get(field)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode) or any(not isinstance(n, yaml.ScalarNode) or not n.value for n in node.value):
            raise self.wrong(field, "not a list of texts", "Write [one, two].")
        return tuple(str(n.value) for n in node.value)

    def true(self, field: str) -> bool:
        """Say whether a field is there and says `true`."""
        value = self.maybe(field)
        if value not in {None, "true", "false"}:
            raise self.wrong(field, f"{value!r} is neither true nor false", "Write true, or leave the field out.")
        return value == "true"

    def entries(self, field: str) -> tuple["Entry", ...]:
        """Give the entries of a list of mappings, empty where there is none."""
        node = self.fields.get(field)
        return () if node is None else tuple(_entries(self.file, node))


def table(name: str) -> Entry:
    """Read `data/<name>` as one entry whose fields are the table's parts. Raise `TableError` where it is no YAML mapping."""
    text = files("communique").joinpath("data", name).read_text(encoding="utf-8")
    return table_of(text, file=name)


def table_of(text: str, *, file: str) -> Entry:
    """Read a table's text as `table` does; `file` is the name that errors give."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise TableError(f"{file}: not YAML: {error}. Correct the line it names.") from error
    if not isinstance(node, yaml.MappingNode):
        raise TableError(f"{file}, line 1: no mapping. Begin with `source:` and `entries:`.")
    return _entry(file, node)


def inner(entry: Entry, field: str) -> Entry:
    """Give the mapping that a field holds as an entry. Raise `TableError` where it holds none."""
    node = entry.fields.get(field)
    if not isinstance(node, yaml.MappingNode):
        raise entry.wrong(field, "no mapping" if node is not None else "missing", "Write {name: value, …}.")
    return _entry(entry.file, node)


def _entry(file: str, node: yaml.MappingNode) -> Entry:
    fields: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value in fields:
            raise TableError(f"{file}, line {key.start_mark.line + 1}: field {key.value!r} stands twice. Keep one.")
        fields[key.value] = value
    return Entry(file, node.start_mark.line + 1, fields)


def _entries(file: str, node: yaml.Node) -> Iterator[Entry]:
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for item in items:
        if not isinstance(item, yaml.MappingNode):
            raise TableError(f"{file}, line {item.start_mark.line + 1}: no mapping. Write {{field: value, …}}.")
        yield _entry(_file_of(item, file), item)


def marked(entry: Entry) -> yaml.Mark:
    """Give the mark of an entry that is put into another file's list, so that errors name its own."""
    return yaml.Mark(entry.file, 0, entry.line - 1, 0, None, 0)


def _file_of(node: yaml.Node, file: str) -> str:
    """Give the file that a node was put in from, else the file that it stands in."""
    name = getattr(node.start_mark, "name", None)
    return name if isinstance(name, str) and name.endswith((".yml", ".yaml")) else file
