"""Spans: where something stands in one report's text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from communique.errors import CitationError

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to but not including `end` of one report's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise CitationError(f"span {self.start}:{self.end} is empty or runs backwards. Give 0 <= start < end.")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Covering(Generic[T]):
    """What stands at spans, to be found by a span within: only what begins near enough is looked at, so that long reports are no burden."""

    def __init__(self, places: Iterable[tuple[Span, T]]) -> None:
        self._places = sorted(places, key=lambda p: p[0].start)
        self._starts = [s.start for s, _ in self._places]
        self._longest = max((len(s) for s, _ in self._places), default=0)

    def around(self, span: Span) -> Iterator[T]:
        """Yield what stands at spans that cover `span`, in order of where these begin."""
        last = bisect_right(self._starts, span.start)
        first = bisect_left(self._starts, span.end - self._longest, 0, last)
        yield from (held for place, held in self._places[first:last] if place.end >= span.end)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Give the span without white space at its ends, or None where nothing else is there."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
