"""Small parses written by hand, so that rules can be tested without the language pipeline."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from communique.model.ids import report_id
from communique.model.parse import ROOT, Entity, Parse, Sentence, Token
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span


def report_of(text: str, *, file: str = "example.txt") -> Report:
    """Give a report whose whole text is running text."""
    digest = sha256(text.encode()).hexdigest()
    return Report(report_id(digest, file), file, text, digest, (Region(Span(0, len(text)), RegionKind.BODY),))


def parse_of(conllu: str, *, entities: Iterable[str] = (), chains: Iterable[Sequence[str]] = (), file: str = "example.txt") -> Parse:
    """Give the parse that a small CoNLL-U text describes.

    Its columns may stand apart by any white space and stop after the relation: `1 Biden Biden PROPN _ Number=Sing 2 nsubj`; the last
    column `SpaceAfter=No` joins a word to the next. Entities are written `PER Joe Biden` (`PER Joe Biden #2` for the second place),
    chains are lists of such places without labels.
    """
    text = ""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for block in conllu.strip().split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip() and not line.startswith("#")]
        first = len(tokens)
        for row in rows:
            start = len(text)
            text += row[1] + ("" if row[-1] == "SpaceAfter=No" else " ")
            head = ROOT if row[6] == "0" else first + int(row[6]) - 1
            tokens.append(Token(start, start + len(row[1]), row[3], "" if row[5] == "_" else row[5], row[2], head, row[7]))
        sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens)))
    text = text.rstrip() + "\n"
    found = tuple(Entity(s.start, s.end, label) for label, s in (_entity(text, e) for e in entities))
    places = tuple(tuple(place_of(text, p) for p in chain) for chain in chains)
    return Parse(report_of(text, file=file), tuple(tokens), tuple(sentences), tuple(sorted(found)), (), places)


def place_of(text: str, written: str) -> Span:
    """Give the span of words in a text: the first place, or the n-th where `#n` follows."""
    words, _, number = written.partition(" #")
    at = -1
    for _ in range(int(number or 1)):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def _entity(text: str, written: str) -> tuple[str, Span]:
    label, words = written.split(" ", 1)
    return label, place_of(text, words)
