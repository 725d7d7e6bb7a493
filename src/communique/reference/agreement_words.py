"""The words and regions that events are put to agreements with (`data/conduct.yml`, `data/regions.yml`)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import inf
from types import MappingProxyType
from typing import TypeVar

from communique.model.quantity import Quantity
from communique.reference.entries import Entry, table


@dataclass(frozen=True, slots=True)
class ConductClass:
    """A class of action or object. `above`: the class itself and all classes it lies under; `adds`: it comes on top of what was there.

    `said`: what sides say that it is, each class with who says so; `measured`: the figures that sides give of it.
    """

    id: str
    label: str
    forms: tuple[str, ...]
    parents: tuple[str, ...]
    above: frozenset[str]
    measure: str | None = None
    adds: bool = False
    said: tuple[tuple[str, str], ...] = ()
    measured: tuple[tuple[str, Quantity, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure can measure: its label, what it is called without a figure, its units, and words around it that tell it."""

    id: str
    label: str
    called: str
    units: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    reached: bool = False

    def read(self, quantity: Quantity) -> Quantity:
        """Give what a figure means: of a level that is reached, "up to 60" is 60."""
        return Quantity(quantity.high, quantity.high) if self.reached and quantity.low == 0 and quantity.high < inf else quantity


@dataclass(frozen=True, slots=True)
class CircumstanceWords:
    """A circumstance: how a finding says that it holds or not, and the words of a question that state the one or the other."""

    id: str
    says: str
    denies: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region: states that lie in it (codes), and states of which only a part does."""

    id: str
    label: str
    states: frozenset[str]
    partly: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of conduct, by id, and the regions."""

    actions: Mapping[str, ConductClass]
    objects: Mapping[str, ConductClass]
    measures: Mapping[str, Measure]
    circumstances: Mapping[str, CircumstanceWords]
    bounds: Mapping[str, tuple[str, ...]]
    at_home: tuple[str, ...]
    ranges: Mapping[str, tuple[str, Quantity]]
    otherwise: Mapping[str, str]
    silent: frozenset[str]
    articled: frozenset[str]
    regions: Mapping[str, Region]
    source: str


T = TypeVar("T", ConductClass, Measure, CircumstanceWords, Region)


@cache
def vocabulary() -> Vocabulary:
    """Give the shipped words of conduct, read and checked once."""
    whole, regions = table("conduct.yml"), table("regions.yml")
    whole.allow(
        "source",
        "actions",
        "objects",
        "measures",
        "bounds",
        "circumstances",
        "at_home",
        "silent",
        "articled",
        "ranges",
        "otherwise",
    )
    regions.allow("entries")
    return Vocabulary(
        actions=_by_id(_classes(whole.entries("actions"))),
        objects=_by_id(_classes(whole.entries("objects"))),
        measures=_by_id(_measure(e) for e in whole.entries("measures")),
        circumstances=_by_id(_circumstance(e) for e in whole.entries("circumstances")),
        bounds=MappingProxyType({e.text("bound"): e.texts("forms") for e in whole.entries("bounds")}),
        at_home=whole.texts("at_home"),
        ranges=MappingProxyType({f: _range(e) for e in whole.entries("ranges") for f in e.texts("forms")}),
        otherwise=MappingProxyType({f: e.text("say") for e in whole.entries("otherwise") for f in e.texts("forms")}),
        silent=frozenset(whole.texts("silent")),
        articled=frozenset(whole.texts("articled")),
        regions=_by_id(_region(e) for e in regions.entries("entries")),
        source=whole.text("source"),
    )


def _by_id(found: Iterable[T]) -> Mapping[str, T]:
    return MappingProxyType({one.id: one for one in found})


def _classes(entries: tuple[Entry, ...]) -> Iterator[ConductClass]:
    parents = {e.text("id"): e.texts("parents") for e in entries}
    for entry in entries:
        entry.allow("id", "label", "parents", "forms", "measure", "adds", "said", "measured")
        missing = next((p for p in entry.texts("parents") if p not in parents), None)
        if missing:
            raise entry.wrong("parents", f"{missing!r} is no class of this list", "Add the class, or correct the name.")
        yield ConductClass(
            id=entry.text("id"),
            label=entry.text("label"),
            forms=entry.texts("forms"),
            parents=entry.texts("parents"),
            above=_above(entry.text("id"), parents, entry),
            measure=entry.maybe("measure"),
            adds=entry.true("adds"),
            said=tuple((e.text("is"), e.text("by")) for e in entry.entries("said")),
            measured=tuple((e.text("measure"), _interval(e), e.text("by")) for e in entry.entries("measured")),
        )


def _above(class_: str, parents: Mapping[str, tuple[str, ...]], entry: Entry) -> frozenset[str]:
    found, waiting = set[str](), [class_]
    while waiting:
        one = waiting.pop()
        found.add(one)
        if class_ in parents[one]:
            raise entry.wrong("parents", f"{class_!r} lies under itself", "Take one of the parents out.")
        waiting.extend(p for p in parents[one] if p not in found)
    return frozenset(found)


def _measure(entry: Entry) -> Measure:
    entry.allow("id", "label", "called", "units", "before", "after", "reached")
    label = entry.text("label")
    called = entry.maybe("called") or f"the number of {label}"
    return Measure(
        entry.text("id"), label, called, entry.texts("units"), entry.texts("before"), entry.texts("after"), entry.true("reached")
    )


def _range(entry: Entry) -> tuple[str, Quantity]:
    entry.allow("measure", "forms", "above", "at_least", "at_most", "source")
    return entry.text("measure"), _interval(entry)


def _interval(entry: Entry) -> Quantity:
    """Give the interval of bounds: above or at_least, at_most."""
    low, high = float(entry.maybe("above") or entry.maybe("at_least") or 0), float(entry.maybe("at_most") or "inf")
    return Quantity(low, high, low_open=entry.maybe("above") is not None)


def _circumstance(entry: Entry) -> CircumstanceWords:
    entry.allow("id", "says", "denies", "yes", "no")
    return CircumstanceWords(entry.text("id"), entry.text("says"), entry.text("denies"), entry.texts("yes"), entry.texts("no"))


def _region(entry: Entry) -> Region:
    entry.allow("id", "label", "source", "states", "partly")
    states, partly = frozenset(entry.texts("states")), frozenset(entry.texts("partly"))
    if both := sorted(states & partly):
        raise entry.wrong("partly", f"{both[0]} lies in it both wholly and partly", "Keep one.")
    return Region(entry.text("id"), entry.text("label"), states, partly, entry.text("source"))
