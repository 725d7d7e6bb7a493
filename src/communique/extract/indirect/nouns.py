"""Nouns of saying with their clause or infinitive: `the claim that …`, `a call to …`, `his warning of …`."""

from collections.abc import Iterator

from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page


def nouns(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    yield from ()
