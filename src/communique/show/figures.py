"""Figures as facts of an entry: "at least 12 tanks in Norway", "40 to 60 hours"."""

from collections.abc import Iterable, Iterator

from communique.model.mention import Figure
from communique.show.entry import Fact

_BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}


def figure_facts(figures: Iterable[Figure]) -> Iterator[Fact]:
    """Yield the figures of an entry in order of the text, each set of words once; how long talks lasted says so."""
    told = (("lasted", _length(f)) if f.of == "length" else ("figure", figure_in_words(f)) for f in sorted(figures, key=lambda f: f.cite))
    yield from (Fact(term, words) for term, words in dict.fromkeys(told))


def _length(figure: Figure) -> str:
    """Give how long talks lasted, in hours or the like."""
    return f"{_BOUNDS.get(figure.bound, figure.bound + ' ')}{figure.value:,g} {figure.unit}" + ("" if figure.value == 1 else "s")


def figure_in_words(figure: Figure) -> str:
    """Give a figure in words: "at least 12 tanks in Norway"."""
    number = (
        f"{_number(figure.value)} to {_number(figure.upper)}" if figure.upper else _BOUNDS.get(figure.bound, "") + _number(figure.value)
    )
    words = [number, figure.unit, figure.of and f"of {figure.of}", figure.place and f"in {figure.place}"]
    return " ".join(w for w in [*words, figure.recipient and f"for {figure.recipient}"] if w)


def _number(value: float) -> str:
    """Give a number with all its digits: 1,071,872.87 is not 1.07187e+06."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
