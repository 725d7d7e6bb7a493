"""CoNLL-U in and out: a treebank's words and sentences are kept, what the pipeline finds is written in their columns.

Format: https://universaldependencies.org/format.html. Comments, multiword tokens and empty nodes pass through as they stand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from communique.annotate.windows import ReadSentence
from communique.errors import InputError

COLUMNS = 10

_BETWEEN = re.compile(r"[1-9]\d*-[1-9]\d*|\d+\.[1-9]\d*")
"""Ids of multiword tokens ("2-3") and empty nodes ("5.1")."""


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """The lines of one sentence; `rows` holds the split columns of its words, `lines` everything in order."""

    lines: list[str | list[str]] = field(default_factory=list)

    @property
    def rows(self) -> list[list[str]]:
        """The words, without multiword tokens and empty nodes."""
        return [line for line in self.lines if isinstance(line, list) and line[0].isdigit()]

    @property
    def forms(self) -> list[str]:
        """The words' forms."""
        return [row[1] for row in self.rows]

    @property
    def opens_document(self) -> bool:
        """Whether a new document begins here."""
        return any(isinstance(line, str) and line.startswith("# newdoc") for line in self.lines)

    @property
    def spaced(self) -> list[bool]:
        """Whether white space stands before each word; none stands inside a multiword token ("do|n't")."""
        out, before, joined_to, after_joined = [], True, 0, True
        for columns in (line for line in self.lines if isinstance(line, list)):
            if "-" in columns[0]:
                joined_to, after_joined = int(columns[0].split("-")[1]), _space_after(columns)
            elif columns[0].isdigit():
                out.append(before)
                number = int(columns[0])
                before = number == joined_to and after_joined if number <= joined_to else _space_after(columns)
        return out


def sentences(text: str, name: str) -> Iterator[TreebankSentence]:
    """Yield the sentences of a CoNLL-U file; a line without ten columns, or words not numbered from 1, are an `InputError`."""
    current = TreebankSentence()
    for number, ended in enumerate([*text.split("\n"), ""], 1):
        line = ended.removesuffix("\r")
        if not line.strip():
            if current.rows:
                yield current
                current = TreebankSentence()
        elif line.startswith("#"):
            current.lines.append(line)
        else:
            current.lines.append(_columns(line, len(current.rows) + 1, f"{name}, line {number}"))


def _columns(line: str, word: int, where: str) -> list[str]:
    """Split the line of a sentence's next word (number `word`), or of a multiword token or empty node."""
    columns = line.split("\t")
    if len(columns) != COLUMNS:
        raise InputError(f"{where}: {len(columns)} columns. CoNLL-U has {COLUMNS}, separated by tabs.")
    if columns[0] != str(word) and not _BETWEEN.fullmatch(columns[0]):
        raise InputError(f"{where}: the id {columns[0]!r} stands where word {word} is due. Number words from 1 in each sentence.")
    return columns


def written(sentence: TreebankSentence, read: ReadSentence) -> str:
    """Give the sentence with the pipeline's UPOS, lemma, features, heads and relations in place of its own."""
    words = iter(read.words)
    out = []
    for line in sentence.lines:
        if isinstance(line, list) and line[0].isdigit():
            word = next(words)
            columns = [*line[:2], word.lemma, word.upos, "_", word.feats or "_", str(word.head + 1), word.rel, "_", line[9]]
            out.append("\t".join(columns))
        else:
            out.append(line if isinstance(line, str) else "\t".join(line))
    return "\n".join(out) + "\n\n"


def documents(given: Iterator[TreebankSentence]) -> Iterator[Sequence[TreebankSentence]]:
    """Group sentences by document, as the comments mark them."""
    group: list[TreebankSentence] = []
    for sentence in given:
        if sentence.opens_document and group:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _space_after(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[9]
