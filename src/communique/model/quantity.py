"""Quantities as intervals: "about 30,000" and "up to 50,000" allow many numbers, and are compared as such."""

from dataclasses import dataclass
from math import inf

from communique.model.truth import Truth


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


ANY_AMOUNT = Quantity(0, inf)
"""A number of which nothing is known."""
