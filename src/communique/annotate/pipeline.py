"""The shipped pipeline communique-en: a report's words, sentences, trees and entities, then names, times and chains over them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokenizer import Tokenizer

from communique.annotate import conllu, coreference, names, times, windows, words
from communique.annotate import network as networks
from communique.annotate.network import Network
from communique.annotate.windows import ReadSentence, Unit
from communique.model.parse import ROOT, Entity, Parse, Sentence, Token
from communique.model.report import Report
from communique.model.span import Span
from communique.reference import Tables


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline. `name` tells the weights apart, so that a record says what it was made with."""

    name: str
    _network: Network
    _tokenizer: Tokenizer
    _tables: Tables

    def parse(self, report: Report) -> Parse:
        """Annotate one report."""
        return completed(self.syntax(report), self._tables)

    def syntax(self, report: Report) -> Parse:
        """Give tokens, sentences, trees and the network's entities alone."""
        spans, unit = self._unit(report)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[Entity] = []
        for read in windows.sentences(unit, self._network):
            first = len(tokens)
            here = spans[first : first + len(read.words)]
            tokens.extend(_tokens(read, here, first))
            sentences.append(Sentence(here[0].start, here[-1].end, first, len(tokens)))
            entities.extend(Entity(here[r.first].start, here[r.last - 1].end, r.label) for r in read.entities)
        return Parse(report, tuple(tokens), tuple(sentences), tuple(entities))

    def treebank(self, sentences: Sequence[conllu.TreebankSentence]) -> list[ReadSentence]:
        """Read the sentences of one document as they are cut, for scoring against a treebank."""
        forms = [f for s in sentences for f in s.forms]
        spaced = [x for s in sentences for x in s.spaced]
        starts, at = set(), 0
        for sentence in sentences:
            starts.add(at)
            at += len(sentence.forms)
        read = windows.sentences(Unit(forms, spaced, frozenset(starts), given=True), self._network)
        return [_whole(read, len(s.forms)) for s in sentences]

    def _unit(self, report: Report) -> tuple[list[Span], Unit]:
        spans: list[Span] = []
        spaced: list[bool] = []
        starts: set[int] = set()
        for block in words.blocks(report):
            found = words.words(report.text, block, self._tokenizer)
            starts.add(len(spans))
            spans.extend(found.spans)
            spaced.extend(found.spaced)
        return spans, Unit([report.text[s.start : s.end] for s in spans], spaced, frozenset(starts))


def load(tables: Tables) -> Pipeline:
    """Load the shipped weights."""
    loaded = networks.load()
    return Pipeline(loaded.weights, loaded, words.tokenizer(), tables)


def completed(parse: Parse, tables: Tables) -> Parse:
    """Add names from tables, then times, then chains to a parse that has tokens, sentences and entities."""
    parse = replace(parse, entities=names.names_of(parse, tables))
    timed = times.times_of(parse)
    notices = (*parse.notices, *timed.notices)
    return replace(parse, times=timed.times, notices=notices, chains=coreference.chains_of(parse))


def _whole(read: Iterator[ReadSentence], count: int) -> ReadSentence:
    """Take the next sentence of `count` words, which may have been read in parts."""
    parts = [next(read)]
    while sum(len(p.words) for p in parts) < count:
        parts.append(next(read))
    return windows.joined(parts)


def _tokens(read: ReadSentence, spans: Sequence[Span], first: int) -> list[Token]:
    return [
        Token(s.start, s.end, w.upos, w.feats, w.lemma, ROOT if w.head < 0 else w.head + first, w.rel)
        for w, s in zip(read.words, spans, strict=True)
    ]
