"""Which rule is stronger: exceptions over what they are exceptions to, and declared priorities. A circle of them is an error."""

from collections.abc import Iterable, Mapping

from communique.errors import TableError
from communique.model.instrument import Article, Priority


def stronger(articles: Iterable[Article], priorities: Iterable[Priority], *, file: str) -> Mapping[str, tuple[str, ...]]:
    """Give for each rule the rules that are stronger. Raise `TableError` for rules that do not exist, contradict or go in a circle."""
    articles = tuple(articles)
    rules = {a.id for a in articles} | {e.id for a in articles for e in a.exemptions}
    over: dict[str, list[str]] = {}
    for high, low, what in _pairs(articles, priorities):
        for rule in (high, low):
            if rule not in rules:
                raise TableError(f"{file}, {what}: {rule!r} is no article or exception here. Write the id of one, as art_4__exc_1.")
        if low in over.get(high, ()):
            raise TableError(f"{file}, {what}: {high} and {low} are each declared stronger than the other. Keep one of the two.")
        over.setdefault(low, []).append(high)
    _no_circle(over, file)
    return {rule: tuple(highs) for rule, highs in over.items()}


def _pairs(articles: Iterable[Article], priorities: Iterable[Priority]) -> Iterable[tuple[str, str, str]]:
    for article in articles:
        for exemption in article.exemptions:
            yield exemption.id, exemption.to, f"{article.id}, exception {exemption.id}"
    for priority in priorities:
        yield priority.stronger, priority.weaker, f"priority of {priority.stronger}"


def _no_circle(over: Mapping[str, Iterable[str]], file: str) -> None:
    for start in over:
        way, waiting = [start], [iter(over[start])]
        while waiting:
            rule = next(waiting[-1], None)
            if rule is None:
                waiting.pop()
                way.pop()
            elif rule in way:
                circle = " is weaker than ".join([*way[way.index(rule) :], rule])
                raise TableError(f"{file}: exceptions go in a circle: {circle}. Take one of them out, or change its `to`.")
            else:
                way.append(rule)
                waiting.append(iter(over.get(rule, ())))
