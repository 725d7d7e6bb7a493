"""A spaCy pipeline with Universal Dependencies, by name, in place of the shipped one.

Its labels must be UD's: pipelines trained on other schemes (`en_core_web_*` give ClearNLP's `dobj`, `nsubjpass`) are refused, as
every rule downstream would misread them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from communique.annotate import entities
from communique.annotate import pipeline as shipped
from communique.errors import PipelineError
from communique.model.parse import ROOT, Entity, Parse, Sentence, Token
from communique.model.report import Report
from communique.reference import Tables

_FOREIGN = frozenset({"dobj", "pobj", "prep", "nsubjpass", "auxpass", "attr", "poss", "relcl", "agent"})
"""Relations of the ClearNLP and Stanford schemes that UD 2 does not have."""

_NEEDED = {"POS": "parts of speech", "MORPH": "features", "LEMMA": "lemmas"}
"""What rules read beside the tree, by spaCy's names."""

_KINDS = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP", "LAW": "LAW", "EVENT": "EVENT"}


@dataclass(frozen=True, slots=True)
class SpacyPipeline:
    """A spaCy pipeline that gives heads, UD relations, UPOS, lemmas and entities."""

    name: str
    _language: Language
    _tables: Tables

    def parse(self, report: Report) -> Parse:
        """Annotate one report; names, times and chains are added as for the shipped pipeline."""
        doc = self._language(report.text)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for words in _sentences(doc):
            first = len(tokens)
            tokens.extend(_tokens(words, first))
            sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens)))
        return shipped.completed(Parse(report, tuple(tokens), tuple(sentences), tuple(_entities(doc))), self._tables)


def load(name: str, tables: Tables) -> SpacyPipeline:
    """Load an installed spaCy pipeline; one that is absent, lacks a part of the contract or is not UD is a `PipelineError`."""
    try:
        language = spacy.load(name)
    except OSError as error:
        raise PipelineError(f"pipeline {name!r} is not installed. Install it, or leave the option out to use communique-en.") from error
    except (ValueError, ImportError) as error:
        raise PipelineError(f"pipeline {name!r} cannot be loaded: {error}. Install what it needs, or use communique-en.") from error
    if "parser" not in language.pipe_names:
        raise PipelineError(f"pipeline {name!r} has no parser. Name one that gives Universal Dependencies.")
    foreign = sorted(_FOREIGN.intersection(language.pipe_labels["parser"]))
    if foreign:
        raise PipelineError(f"pipeline {name!r} gives {', '.join(foreign)}: not Universal Dependencies. Name one trained on a UD treebank.")
    probe = language("They met.")
    if missing := [what for attribute, what in _NEEDED.items() if not probe.has_annotation(attribute)]:
        raise PipelineError(f"pipeline {name!r} gives no {' and no '.join(missing)}. Name one that does.")
    version = language.meta.get("version", "0")
    return SpacyPipeline(f"{name}/{version}", language, tables)


def _sentences(doc: Doc) -> Iterator[list[SpacyToken]]:
    """Yield the words of each sentence without white space; one that is only white space disappears."""
    for sentence in doc.sents:
        if words := [t for t in sentence if not t.is_space]:
            yield words


def _tokens(words: Sequence[SpacyToken], first: int) -> Iterator[Token]:
    """Yield one sentence's tokens, of which `first` is the first; a second root, left where white space was one, hangs on the first."""
    places = {t.i: n for n, t in enumerate(words, first)}
    heads = [_head(t) for t in words]
    root = places[next(t.i for t, head in zip(words, heads, strict=True) if head is None)]
    for n, (t, head) in enumerate(zip(words, heads, strict=True), first):
        to = ROOT if n == root else root if head is None else places[head.i]
        relation = "root" if to == ROOT else "dep" if t.head.i == t.i else t.dep_
        yield Token(t.idx, t.idx + len(t.text), t.pos_, str(t.morph), t.lemma_, to, relation)


def _head(token: SpacyToken) -> SpacyToken | None:
    """Give the nearest word above a token that is not white space, None where there is none."""
    while token.head.i != token.i:
        token = token.head
        if not token.is_space:
            return token
    return None


def _entities(doc: Doc) -> Iterator[Entity]:
    forms = [t.text for t in doc]
    for e in doc.ents:
        run = entities.trimmed(entities.Run(e.start, e.end, e.label_), forms)
        if run and run.label in _KINDS:
            yield Entity(doc[run.first].idx, doc[run.last - 1].idx + len(forms[run.last - 1]), _KINDS[run.label])
