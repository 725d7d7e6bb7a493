"""Citations. Invariant: a `Citation` exists only if its quote stands at its span in the report's text."""

from dataclasses import InitVar, dataclass

from communique.errors import CitationError
from communique.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """The words `quote` at characters `start` to `end` (exclusive) of the report with id `report`.

    `text` is that report's text; it is compared and not kept. `Report.cite` is the usual way to make one.
    """

    report: str
    start: int
    end: int
    quote: str
    text: InitVar[str]

    def __post_init__(self, text: str) -> None:
        found = text[self.start : self.end] if 0 <= self.start < self.end <= len(text) else None
        if found is None or found != self.quote:
            raise CitationError(
                f"report {self.report}, characters {self.start}:{self.end}: the text there is {found!r}, not {self.quote!r}. "
                "Cite the words as they stand, or read the report again."
            )

    @property
    def span(self) -> Span:
        """Where the quote stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class Selector:
    """A citation that can be found again in changed text: the quote, and up to 32 characters before and after it.

    As the TextQuoteSelector of the W3C Web Annotation Data Model.
    """

    quote: str
    before: str
    after: str


CONTEXT = 32
"""Characters kept on each side of a selector's quote."""


def selector(citation: Citation, text: str) -> Selector:
    """Give the selector of a citation in its report's text."""
    start, end = citation.start, citation.end
    return Selector(citation.quote, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def found_again(wanted: Selector, text: str) -> Span | None:
    """Find the one place of the selector's quote in `text` whose surroundings fit best; None if absent or undecided.

    Each place scores the characters that agree outwards from the quote; a tie between the best places decides nothing.
    """
    places = [i for i in range(len(text) - len(wanted.quote) + 1) if text.startswith(wanted.quote, i)]
    if not places:
        return None
    scored = sorted(((_agreement(wanted, text, i), -i) for i in places), reverse=True)
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return None
    start = -scored[0][1]
    return Span(start, start + len(wanted.quote))


def _agreement(wanted: Selector, text: str, start: int) -> int:
    end = start + len(wanted.quote)
    before, after = text[max(0, start - CONTEXT) : start][::-1], text[end : end + CONTEXT]
    return _shared(before, wanted.before[::-1]) + _shared(after, wanted.after)


def _shared(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
