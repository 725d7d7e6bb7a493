"""Quantities as intervals: "about 30,000" and "up to 50,000" allow many numbers, and are compared as such."""

from dataclasses import dataclass
from math import inf

from communique.model.truth import Truth

ABOUT = 0.1
"""Share more or less that "about" allows: a convention of this project, the same for questions, files and reports."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Some number from `low` to `high`; `low_open` and `high_open` say that the end itself is left out."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def above(self, limit: float) -> Truth:
        """Say whether the number is more than `limit`."""
        if self.low > limit or (self.low == limit and self.low_open):
            return Truth.YES
        return Truth.NO if self.high <= limit else Truth.UNKNOWN

    def at_least(self, limit: float) -> Truth:
        """Say whether the number is `limit` or more."""
        if self.low >= limit:
            return Truth.YES
        return Truth.NO if self.high < limit or (self.high == limit and self.high_open) else Truth.UNKNOWN

    def over(self, other: "Quantity") -> Truth:
        """Say whether the number is more than another that is an interval too."""
        if self.low > other.high or (self.low == other.high and (self.low_open or other.high_open)):
            return Truth.YES
        return Truth.NO if self.high <= other.low else Truth.UNKNOWN

    def meets(self, other: "Quantity") -> bool:
        """Say whether some number is in both intervals."""
        return self.over(other) is not Truth.YES and other.over(self) is not Truth.YES

    def plus(self, other: "Quantity") -> "Quantity":
        """Give the sum of two intervals."""
        return Quantity(self.low + other.low, self.high + other.high, self.low_open or other.low_open, self.high_open or other.high_open)


def exactly(number: float) -> Quantity:
    """Give the interval that holds one number."""
    return Quantity(number, number)


def bounded(bound: str, low: float, high: float) -> Quantity:
    """Give the interval that a number with a bound allows; `low` and `high` are the ends of a range, and alike where it is none."""
    match bound:
        case "exact":
            return Quantity(low, high)
        case "about":
            return Quantity(low * (1 - ABOUT), high * (1 + ABOUT))
        case "at_least" | "above":
            return Quantity(low, inf, low_open=bound == "above")
        case "at_most" | "below":
            return Quantity(0, high, high_open=bound == "below")
        case _:
            raise ValueError(f"{bound!r} is no bound")


ANY_AMOUNT = Quantity(0, inf)
"""A number of which nothing is known."""
