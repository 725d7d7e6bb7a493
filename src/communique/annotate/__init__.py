"""Report → Parse: Universal Dependencies, entities, times and coreference chains.

spaCy and onnxruntime take most of a second to import. They are imported when a pipeline is loaded, so that what only shows a record
starts without them.
"""

# ruff: noqa: PLC0415

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from communique import reference
from communique.model.parse import Parse
from communique.model.report import Report

DEFAULT = "communique-en"
"""The shipped pipeline's name."""


class Annotator(Protocol):
    """What annotates reports; `name` tells pipelines and weights apart."""

    @property
    def name(self) -> str:
        """The pipeline and its weights."""
        ...

    def parse(self, report: Report) -> Parse:
        """Annotate one report."""
        ...


def annotator(pipeline: str = DEFAULT) -> Annotator:
    """Load a pipeline: the shipped one, or an installed spaCy pipeline with UD labels by its name; else a `PipelineError`."""
    if pipeline == DEFAULT:
        return _shipped()
    from communique.annotate import spacy_pipeline

    return spacy_pipeline.load(pipeline, reference.load())


@cache  # of files of the installed package, which do not change; a third of a second for each call of the library
def _shipped() -> Annotator:
    from communique.annotate import pipeline as shipped

    return shipped.load(reference.load())


def parses(reports: Iterable[Report], *, pipeline: str = DEFAULT) -> Iterator[Parse]:
    """Yield each report annotated. A report's parse never depends on its neighbours, nor on their order."""
    loaded = annotator(pipeline)
    return (loaded.parse(report) for report in reports)


def treebank(text: str, name: str) -> Iterator[str]:
    """Yield the sentences of a CoNLL-U file as the shipped pipeline reads them, its words and sentences kept; `name` is for errors."""
    from communique.annotate import conllu
    from communique.annotate import pipeline as shipped

    loaded = shipped.load(reference.load())
    for document in conllu.documents(conllu.sentences(text, name)):
        yield from (conllu.written(given, read) for given, read in zip(document, loaded.treebank(document), strict=True))
