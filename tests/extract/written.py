"""Reports written by hand for the cases of talks and provisions: a text, its tree, its names and times."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.support import report_of

from communique.model.actor import ActorKind, Named
from communique.model.dates import When
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.parse import ROOT, Entity, Parse, Sentence, Time, Token
from communique.model.span import Span


def parse_of_case(case: Mapping[str, Any]) -> Parse:
    """Give the parse of a case. Its `tree` holds rows "number form lemma upos feats head relation", a blank line between sentences."""
    text = case["text"]
    tokens: list[Token] = []
    sentences, at = [], 0
    for block in case["tree"].strip().split("\n\n"):
        first = len(tokens)
        for _, form, lemma, upos, feats, head, relation in (line.split(" ") for line in block.splitlines()):
            start = text.index(form, at)
            at = start + len(form)
            above = ROOT if head == "0" else first + int(head) - 1
            tokens.append(Token(start, at, upos, "" if feats == "_" else feats, lemma, above, relation))
        sentences.append(Sentence(tokens[first].start, at, first, len(tokens)))
    report = replace(report_of(text), published=When(case["published"]))
    return Parse(report, tuple(tokens), tuple(sentences), tuple(_entities(case)), tuple(_times(case)))


def actors_of_case(parse: Parse, known: Sequence[Mapping[str, Any]]) -> list[Named]:
    """Give the actors of `known` that the report names, each with all places of its names (whole words)."""
    return [named for entry in known if (named := _named(parse, entry))]


def _named(parse: Parse, entry: Mapping[str, Any]) -> Named | None:
    names = "|".join(re.escape(name) for name in sorted(entry["names"], key=len, reverse=True))
    spans = [Span(*m.span()) for m in re.finditer(rf"\b(?:{names})\b", parse.report.text)]
    cites = tuple(parse.report.cite(s.start, s.end) for s in spans)
    id_ = mention_id(parse.report.id, Kind.NAMED, spans)
    return Named(id_, entry["name"], ActorKind(entry["kind"]), entry.get("key"), entry.get("country"), (), (), cites) if spans else None


def _entities(case: Mapping[str, Any]) -> Iterator[Entity]:
    at = 0
    for written in case.get("entities", ()):
        label, words = written.split(" ", 1)
        at = case["text"].index(words, at)
        yield Entity(at, at + len(words), label)
        at += len(words)


def _times(case: Mapping[str, Any]) -> Iterator[Time]:
    at = 0
    for written in case.get("times", ()):
        type_, value, words = written.split(" ", 2)
        at = case["text"].index(words, at)
        yield Time(at, at + len(words), type_, value)
        at += len(words)
