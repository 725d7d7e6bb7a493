"""Figures in words: "at least 12 tanks", "40 to 60 hours"; one wording for claims, conflicts and pages."""

from communique.model.mention import Figure


def figure_in_words(figure: Figure) -> str:
    """Give a number with its bound, unit and what it counts: "at least 1,200 marines"."""
    words = (number_in_words(figure), figure.unit, figure.of and f"of {figure.of}")
    return " ".join(w for w in words if w)


def number_in_words(figure: Figure) -> str:
    """Give the number of a figure with its bound, of a range both ends: "about 40 to 60"."""
    ends = [figure.value] if figure.upper is None else [figure.value, figure.upper]
    bound = "" if figure.bound == "exact" else f"{figure.bound.replace('_', ' ')} "
    return bound + " to ".join(f"{end:,.12g}" for end in ends)
