"""Figures as facts of an entry: "at least 12 tanks in Norway", "40 to 60 hours"."""

from collections.abc import Iterable, Iterator

from communique.model.figure_words import figure_in_words, number_in_words
from communique.model.mention import Figure
from communique.show.entry import Fact


def figure_facts(figures: Iterable[Figure]) -> Iterator[Fact]:
    """Yield the figures of an entry in order of the text, each set of words once; how long talks lasted says so."""
    told = (("lasted", _length(f)) if f.of == "length" else ("figure", placed_in_words(f)) for f in sorted(figures, key=lambda f: f.cite))
    yield from (Fact(term, words) for term, words in dict.fromkeys(told))


def placed_in_words(figure: Figure) -> str:
    """Give a figure with where and for whom it is: "at least 12 tanks in Norway"."""
    words = (figure_in_words(figure), figure.place and f"in {figure.place}", figure.recipient and f"for {figure.recipient}")
    return " ".join(w for w in words if w)


def _length(figure: Figure) -> str:
    """Give how long talks lasted, in hours or the like."""
    return f"{number_in_words(figure)} {figure.unit}" + ("" if figure.value == 1 else "s")
