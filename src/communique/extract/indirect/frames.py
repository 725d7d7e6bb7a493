"""Demands, promises, accusations: the infinitive, the noun or the phrase with "of" or "for" that their verb takes (`urged X to …`)."""

from collections.abc import Iterator

from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page


def frames(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    yield from ()
