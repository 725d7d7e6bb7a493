"""Four answers to whether something is so. A dispute outweighs a gap: where one source decides and another does not, they differ."""

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """Whether something is so: yes, no, not known, or said so by one source and denied by another."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    CONTESTED = "contested"


def every(answers: Iterable[Truth]) -> Truth:
    """Give the answer to whether all are so; of none at all, yes."""
    return _joined(answers, decisive=Truth.NO, otherwise=Truth.YES)


def some(answers: Iterable[Truth]) -> Truth:
    """Give the answer to whether one is so; of none at all, no."""
    return _joined(answers, decisive=Truth.YES, otherwise=Truth.NO)


def opposite(answer: Truth) -> Truth:
    """Give the answer to the negated question."""
    return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(answer, answer)


def agreed(answers: Iterable[Truth]) -> Truth:
    """Give what sources say together: their one answer, contested where they differ, unknown where there is none.

    A source that leaves it open takes nothing from the others.
    """
    said = set(answers)
    if Truth.CONTESTED in said or {Truth.YES, Truth.NO} <= said:
        return Truth.CONTESTED
    return next(iter(said - {Truth.UNKNOWN}), Truth.UNKNOWN)


def undisputed(answers: Iterable[Truth]) -> Truth:
    """Give what sources whose words exclude each other lead to: the one answer that all lead to, else contested.

    Of none at all, unknown. Where one source is right the others are wrong, so that an open answer of one is no agreement with the rest.
    """
    said = set(answers)
    return Truth.CONTESTED if len(said) > 1 else next(iter(said), Truth.UNKNOWN)


def _joined(answers: Iterable[Truth], *, decisive: Truth, otherwise: Truth) -> Truth:
    found = otherwise
    for answer in answers:
        if answer is decisive:
            return decisive
        if answer is Truth.CONTESTED or (answer is Truth.UNKNOWN and found is otherwise):
            found = answer
    return found
