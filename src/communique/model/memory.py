"""Remembering what was worked out of a token: many rules ask the same of the same token, and a tree does not change."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar


class Remembering(Protocol):
    """What answers are kept in, by question and token; they go with it."""

    @property
    def memory(self) -> dict[object, dict[int, Any]]:  # Any: answers of every type
        """The answers that were given."""


Where = TypeVar("Where", bound=Remembering)
T = TypeVar("T")


def remembered(asked: Callable[[Where, int], T]) -> Callable[[Where, int], T]:
    """Make a question about one token that is answered once; for questions whose answer depends on the tree and the token alone."""

    def answer(where: Where, i: int) -> T:
        answers = where.memory.get(asked)
        if answers is None:
            answers = where.memory[asked] = {}
        if i not in answers:
            answers[i] = asked(where, i)
        found: T = answers[i]
        return found

    answer.__doc__, answer.__name__ = asked.__doc__, asked.__name__
    return answer
