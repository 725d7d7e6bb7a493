"""Transcripts: the turns of briefings and interviews, each under the label of who speaks (`MS. LIND: …`, `Q: …`, `Lind: …`).

A text is read as one only if several labels come again and again and change places, and one of them is an asker or a person's name,
so that no "Note: …" becomes a turn.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise, takewhile

import yaml

from communique.errors import TableError
from communique.model.span import Span, trimmed

FILE = "transcripts.yml"
_ASKED = re.compile(r"(?P<name>Q)(?:\s?[.:]\s*|[ \t\u00a0]+(?=[A-Z“\"'(\[–—-]))|(?P<answer>A):\s*")
_NAMED = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?:[ \u00a0](?:[^\W\d_a-z][\w.'’-]*|of|the|and|for|de|al|van|von|bin|der))*)"
    r"(?:[ \u00a0]\([^)\n]{1,40}\)|, [^:.?!\n]{1,60})?[ \u00a0]?:(?:\s+|$)"
)
_LONGEST = 8
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{1,60})[)\]]")
_WORD = re.compile(r"[^\W\d_]+")
_TURNS = 4
_CHANGES = 0.6
"""Share of turns that another label than the one before begins; a list of notes repeats its labels in blocks or never."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one label stands over: `label` is the name alone, `words` the words of each paragraph without stage directions."""

    label: Span
    words: tuple[Span, ...]
    asks: bool

    @property
    def span(self) -> Span:
        """From the label to the last word."""
        return Span(self.label.start, self.words[-1].end)


@dataclass(frozen=True, slots=True)
class _Label:
    paragraph: int
    span: Span
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class _Words:
    askers: frozenset[str]
    titles: frozenset[str]
    notes: frozenset[str]
    stage: frozenset[str]
    endings: frozenset[str]


@cache
def _known() -> _Words:
    table = yaml.safe_load((resources.files("communique") / "data" / FILE).read_text(encoding="utf-8"))
    if not isinstance(table, dict) or not table.get("source"):
        raise TableError(f"{FILE} names no source. Write `source:` and the words.")
    return _Words(**{k: frozenset(str(table[k]).split()) for k in ("askers", "titles", "notes", "stage", "endings")})


def turns(text: str, blocks: Sequence[Span], people: Iterable[str] = ()) -> tuple[Turn, ...]:
    """Give the turns of a transcript in order, none where the text is no transcript or a table of numbers.

    `blocks` are the paragraphs to be read, `people` names that the text holds.
    """
    labels = list(_repeated([label for n, b in enumerate(blocks) if (label := _label(text, b, n))], frozenset(map(_surname, people))))
    found = tuple(turn for n in range(len(labels)) if (turn := _turn(text, blocks, labels, n)))
    talking = sum(_WORD.search(text, t.words[0].start, t.words[0].end) is not None for t in found)
    return found if 2 * talking > len(found) else ()


def surname_of(label: str) -> str:
    """Give the last word of a label without titles and brackets, in lower case; "" where only a title stands (`THE PRESIDENT`)."""
    words = [w for w in re.sub(r"\([^)]*\)", " ", label).split() if _bare(w) not in _known().titles]
    return _bare(words[-1]) if words else ""


def _surname(name: str) -> str:
    return _bare(name.rsplit(maxsplit=1)[-1]) if name.split() else ""


def _bare(word: str) -> str:
    return word.strip(".,:'’").lower()


def _label(text: str, block: Span, number: int) -> _Label | None:
    found = _ASKED.match(text, block.start, block.end) or _NAMED.match(text, block.start, block.end)
    if not found:
        return None
    start, end = found.span("name") if found["name"] else found.span("answer")
    words = text[start:end].split()
    if len(words) > _LONGEST or all(_bare(w) in _known().notes for w in words):
        return None
    return _Label(number, Span(start, end), found.end(), surname_of(text[start:end]) or text[start:end].lower())


def _repeated(labels: Sequence[_Label], people: frozenset[str]) -> Iterator[_Label]:
    """Yield the labels of a transcript: at least two that come again and change places, and among them an asker or a person."""
    often = Counter(label.key for label in labels)
    again = [label for label in labels if often[label.key] > 1]
    changes = sum(a.key != b.key for a, b in pairwise(again))
    keys = {label.key for label in again}
    if len(again) < _TURNS or len(keys) < 2 or changes < _CHANGES * (len(again) - 1) or not keys & (people | _known().askers):
        return
    known = keys | people | _known().askers
    yield from (label for label in labels if label.key in known)


def _turn(text: str, blocks: Sequence[Span], labels: Sequence[_Label], n: int) -> Turn | None:
    label = labels[n]
    last = labels[n + 1].paragraph if n + 1 < len(labels) else _last(text, blocks, labels)
    first = trimmed(text, label.end, blocks[label.paragraph].end) if label.end < blocks[label.paragraph].end else None
    behind = takewhile(lambda b: not _heads_a_note(text, b), blocks[label.paragraph + 1 : last])
    spans = [*([first] if first else []), *behind]
    words = tuple(piece for span in spans for piece in _spoken(text, span))
    return Turn(label.span, words, label.key in _known().askers) if words else None


def _last(text: str, blocks: Sequence[Span], labels: Sequence[_Label]) -> int:
    """Give the paragraph that the last turn ends before: its own only, unless other turns have several, then up to a sign of the end."""
    here = labels[-1].paragraph
    several = any(b.paragraph - a.paragraph > 1 for a, b in pairwise(labels))
    alone = labels[-1].end >= blocks[here].end
    limit = len(blocks) if several else here + 1 + alone
    return next((n for n in range(here + 1, min(limit, len(blocks))) if _ends(text, blocks[n])), min(limit, len(blocks)))


def _ends(text: str, block: Span) -> bool:
    """Say whether a paragraph is a sign of the end: `END 2:10 P.M.`, `(ends)`, `###`; no sentence that begins so."""
    words = text[block.start : block.end].strip("()[]_ ").split()
    return not words or (_bare(words[0]) in _known().endings and (words[0].isupper() or len(words) == 1))


def _heads_a_note(text: str, block: Span) -> bool:
    """Say whether a paragraph is the outlet's own among the turns (`Note: …`)."""
    found = _NAMED.match(text, block.start, block.end)
    return found is not None and all(_bare(w) in _known().notes for w in found["name"].split())


def _spoken(text: str, span: Span) -> Iterator[Span]:
    """Yield the words of a paragraph between its stage directions (`(Laughter.)`, `[crosstalk]`)."""
    start = span.start
    for found in _BRACKETS.finditer(text, span.start, span.end):
        if any(_bare(w) in _known().stage for w in found[1].split()):
            if (piece := trimmed(text, start, found.start())) and _worded(text, piece):
                yield piece
            start = found.end()
    if start < span.end and (piece := trimmed(text, start, span.end)) and _worded(text, piece):
        yield piece


def _worded(text: str, span: Span) -> bool:
    return any(c.isalnum() for c in text[span.start : span.end])
