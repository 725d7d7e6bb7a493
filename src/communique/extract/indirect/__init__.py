"""Words reported without quotation marks: clauses, the complements of demanding and accusing, nouns of saying."""

from collections.abc import Iterator

from communique.extract.indirect.clauses import clauses
from communique.extract.indirect.frames import frames
from communique.extract.indirect.merging import merged
from communique.extract.indirect.nouns import nouns
from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page

__all__ = ["Reported", "merged", "reported_words"]


def reported_words(page: Page) -> Iterator[Reported]:
    """Yield what the outlet's own sentences report of others' words, rule by rule; two rules may give the same words."""
    yield from clauses(page)
    yield from frames(page)
    yield from nouns(page)
