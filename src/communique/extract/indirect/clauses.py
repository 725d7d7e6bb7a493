"""Reported clauses: `X said that …`, `…, X said`, `according to X, …`, `told CNN that …`."""

from collections.abc import Iterator

from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page


def clauses(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    yield from ()
