"""Lines for a terminal, wrapped under the entry that they belong to."""

from collections.abc import Iterator
from textwrap import wrap

WIDTH, INDENT = 80, 5


def indented(text: str) -> Iterator[str]:
    """Yield a text as lines that stand in, later ones a little more."""
    yield from wrap(text, WIDTH, initial_indent=" " * INDENT, subsequent_indent=" " * (INDENT + 2))


def hanging(text: str) -> Iterator[str]:
    """Yield a text as lines of which all but the first stand in."""
    yield from wrap(text, WIDTH, subsequent_indent=" " * INDENT)
