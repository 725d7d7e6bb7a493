"""A spaCy pipeline with Universal Dependencies, by name, in place of the shipped one.

Its labels must be UD's: pipelines trained on other schemes (`en_core_web_*` give ClearNLP's `dobj`, `nsubjpass`) are refused, as
every rule downstream would misread them.
"""

from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from communique.annotate import pipeline as shipped
from communique.errors import PipelineError
from communique.model.parse import ROOT, Entity, Parse, Sentence, Token
from communique.model.report import Report
from communique.reference import Tables

_FOREIGN = frozenset({"dobj", "pobj", "prep", "nsubjpass", "auxpass", "attr", "poss", "relcl", "agent"})
"""Relations of the ClearNLP and Stanford schemes that UD 2 does not have."""

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
        sentences = _sentences(doc, report)
        keep = {t.i: n for n, t in enumerate(t for t in doc if not t.is_space)}
        tokens = tuple(
            Token(t.idx, t.idx + len(t.text), t.pos_, str(t.morph), t.lemma_, _head(t.i, t.head.i, keep), _relation(t.i, t.head.i, t.dep_))
            for t in doc
            if not t.is_space
        )
        entities = tuple(Entity(e.start_char, e.end_char, _KINDS[e.label_]) for e in doc.ents if e.label_ in _KINDS)
        return shipped.completed(Parse(report, tokens, sentences, entities), self._tables)


def load(name: str, tables: Tables) -> SpacyPipeline:
    """Load an installed spaCy pipeline; one that is absent, has no parser or is not UD is a `PipelineError`."""
    try:
        language = spacy.load(name)
    except OSError as error:
        raise PipelineError(f"pipeline {name!r} is not installed. Install it, or leave the option out to use communique-en.") from error
    if "parser" not in language.pipe_names:
        raise PipelineError(f"pipeline {name!r} has no parser. Name one that gives Universal Dependencies.")
    foreign = sorted(_FOREIGN.intersection(language.pipe_labels["parser"]))
    if foreign:
        raise PipelineError(f"pipeline {name!r} gives {', '.join(foreign)}: not Universal Dependencies. Name one trained on a UD treebank.")
    version = language.meta.get("version", "0")
    return SpacyPipeline(f"{name}/{version}", language, tables)


def _head(i: int, head: int, keep: dict[int, int]) -> int:
    return ROOT if i == head or head not in keep else keep[head]


def _relation(i: int, head: int, relation: str) -> str:
    return "root" if i == head else relation


def _sentences(doc: Doc, report: Report) -> tuple[Sentence, ...]:
    """Give the sentences without white space; one that is only white space disappears."""
    found, at = [], 0
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if words:
            found.append(Sentence(words[0].idx, words[-1].idx + len(words[-1].text), at, at + len(words)))
            at += len(words)
    if not found and report.text.strip():
        raise PipelineError(f"report {report.id}: the pipeline found no sentence. Use one with a parser.")
    return tuple(found)
