"""A report as the reader of events sees it: its parse and cast, the words, and what a token can be."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TypeVar, cast

from communique.extract.events.words import Lexicon, bases, plover
from communique.extract.known import FIRST, Known
from communique.extract.phrases import case, form
from communique.model.actor import ActorKind, Named
from communique.model.parse import Parse
from communique.model.span import Span

_NAMES = frozenset({"PER", "ORG", "LOC", "NORP"})
_PEOPLE = (
    "persons",
    "troops",
    "police",
    "protesters",
    "government",
    "envoys",
    "agencies",
    "court",
    "body",
    "media",
    "mission",
    "militants",
    "prisoners",
    "people",
)
_COUNTRIES = frozenset({"NORP", "LOC", "ORG"})
_PUBLIC = ("troops", "police", "protesters", "government", "envoys", "agencies", "court", "body", "media", "mission", "militants")
_PERSONAL = frozenset(["i", "we", "he", "she", "they", "it", "us", "him", "her", "them", "you", "me", "who"])
_SOME = frozenset(["all", "some", "many", "most", "several", "both", "few", "each", "one", "none", "neither", "either", "any"])
"""Words for a part of those whom "of" names behind them."""
_THINGS = frozenset(["right", "rights", "newspaper", "post", "thousand", "hundred", "dozen"])


T = TypeVar("T")


def once(read: Callable[["Scene", int], T]) -> Callable[["Scene", int], T]:
    """Give a reading of a token that is done once for a scene and then remembered."""

    @wraps(read)
    def remembered(scene: "Scene", i: int) -> T:
        key = (read.__name__, i)
        if key not in scene.memory:
            scene.memory[key] = read(scene, i)
        return cast(T, scene.memory[key])

    return remembered


@dataclass(frozen=True, slots=True)
class Doubt:
    """An act that is not kept: the token that tells it, and what is lacking."""

    token: int
    lack: str


@dataclass(frozen=True)
class Scene:
    """What is known of a report, and the words that acts are told with."""

    known: Known
    words: Lexicon = field(default_factory=plover)

    doubts: list[Doubt] = field(default_factory=list, repr=False, compare=False)
    """What was read as an act and left out."""
    memory: dict[tuple[str, int], object] = field(default_factory=dict, repr=False, compare=False)
    """What `once` remembers, by the name of the reading and the token."""
    _lemmas: dict[int, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def parse(self) -> Parse:
        """The report's parse."""
        return self.known.parse

    @cached_property
    def _labels(self) -> dict[int, str]:
        """The label of the name that each token stands in."""
        names = [e for e in self.parse.entities if e.label in _NAMES]
        return {i: e.label for e in names for i in self.parse.tokens_in(Span(e.start, e.end))}

    @cached_property
    def _timed(self) -> frozenset[int]:
        return frozenset(i for t in self.parse.times for i in self.parse.tokens_in(Span(t.start, t.end)))

    @cached_property
    def people(self) -> frozenset[str]:
        """Nouns for those who can act."""
        return frozenset().union(*(self.words.classes[c] for c in _PEOPLE))

    def timed(self, i: int) -> bool:
        """Say whether a token is part of a time."""
        return i in self._timed

    def lemmas(self, i: int) -> tuple[str, ...]:
        """Give what a token can be a form of, the verb of an irregular form first, then its lemma: lemmas of rare forms are often wrong."""
        if i not in self._lemmas:
            self._lemmas[i] = self._forms_of(i)
        return self._lemmas[i]

    def _forms_of(self, i: int) -> tuple[str, ...]:
        word = form(self.parse, i)
        known = (self.words.irregular[word],) if word in self.words.irregular and self.parse.tokens[i].upos == "VERB" else ()
        lemma, regular = self.parse.tokens[i].lemma.lower(), tuple(bases(word))
        odd = word.endswith(("ed", "ing")) and lemma not in regular
        return tuple(dict.fromkeys((*known, *regular) if odd else (*known, lemma, *regular)))

    def label(self, i: int) -> str | None:
        """Give the label of the name that a token stands in, None where in none."""
        return self._labels.get(i)

    def named(self, i: int) -> bool:
        """Say whether a phrase is a name or has one among its modifiers ("Israeli tanks", "the government of Chad")."""
        if i in self._labels or self.known.cast.at(i) is not None:
            return True
        below = self.parse.children(i, "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "flat", "appos")
        return any(c in self._labels or any(d in self._labels for d in self.parse.children(c, "flat", "compound")) for c in below)

    def actor(self, i: int) -> Named | None:
        """Give the actor that a phrase speaks of by its own name or pronoun, else the one among its modifiers that is no person."""
        cast, parse = self.known.cast, self.parse
        said = self.known.statement_at(parse.tokens[i].span) if form(parse, i) in FIRST else None
        found = next((w.actor for w in self.known.who(i, said) if w.actor), None)
        if found is not None:
            return next((n for n in self.known.named if n.id == found), None)
        below = parse.children(i, "amod", "compound", "nmod:poss", "nmod:desc", "nmod")
        named = [n for c in below if case(parse, c) in ("", "of", "from", "in") and (n := cast.at(c)) and n.kind is not ActorKind.PERSON]
        return named[0] if named else None

    def public(self, i: int) -> bool:
        """Say whether a phrase speaks of somebody in a public role: a state, a body, a people, one in office, a force or a crowd."""
        if (found := self.actor(i)) is not None:
            if found.kind is not ActorKind.PERSON:
                return True
            if found.roles or found.country or found.key:
                return True
        if self._labels.get(i) in _COUNTRIES or any(self._labels.get(c) in _COUNTRIES for c in self.parse.children(i, "amod", "compound")):
            return True
        if any(self.named(c) for c in self.parse.children(i, "appos")):
            return True
        held = self.noun(i)
        if self._labels.get(held) in _COUNTRIES:
            return True
        heads = (i, held, *self.parse.children(i, "nmod:desc", "compound", "appos", "flat"))
        return any(self.of_class(h, _PUBLIC, near=False) for h in heads)

    def private(self, i: int) -> bool:
        """Say whether a phrase is a person of whom no public role is told, or a pronoun for nobody known."""
        if self.parse.tokens[i].upos == "PRON":
            return not self.public(i)
        return self.label(i) == "PER" and not self.public(i)

    def acts(self, i: int) -> bool:
        """Say whether the head of a phrase is somebody who can act: a name, a pronoun for people, a noun for people or bodies."""
        parse = self.parse
        if i in self._timed:
            return False
        if i in self._labels or self.known.cast.at(i) is not None:
            return True
        part = self.noun(i) if form(parse, i) in _SOME else i
        if part != i:
            return self.acts(part)
        return form(parse, i) in _PERSONAL if parse.tokens[i].upos == "PRON" else self._is_people(i)

    def _is_people(self, i: int) -> bool:
        """Say whether a noun is one for people or bodies, or counts them."""
        parse = self.parse
        if any(self._labels.get(c) == "PER" for c in parse.children(i, "appos", "flat", "nmod:desc")):
            return True
        if parse.tokens[i].upos == "NUM" or self.of_class(i, ("containers",), near=False):
            held = [c for c in parse.children(i, "nmod", "nummod") if case(parse, c) in ("of", "")]
            if held or (form(parse, i).endswith("s") and self.of_class(i, ("numbers",), near=False)):
                return not held or any(self.acts(c) for c in held)
        return parse.tokens[i].upos in ("NOUN", "PROPN", "ADJ") and bool(set(self.lemmas(i)) & self.people)

    def of_class(self, i: int, classes: tuple[str, ...], *, near: bool = True) -> bool:
        """Say whether a noun is of one of the classes; `near`: what a container holds and what it is compounded with count too."""
        wanted = [self.words.classes.get(c, frozenset((c,))) for c in classes]
        lemmas = {lemma for j in (self._near(i) if near else (i,)) for lemma in self.lemmas(j)}
        return any(not lemmas.isdisjoint(w) for w in wanted)

    def _near(self, i: int) -> tuple[int, ...]:
        parse = self.parse
        held = tuple(c for c in parse.children(i, "nmod") if case(parse, c) == "of") if self._contains(i) else ()
        return (i, *held, *(d for c in held for d in parse.children(c, "nmod") if self._contains(c)), *parse.children(i, "compound"))

    def _contains(self, i: int) -> bool:
        token = self.parse.tokens[i]
        return bool(set(self.lemmas(i)) & self.words.classes["containers"]) or token.upos == "NUM" or form(self.parse, i) in _SOME

    def noun(self, i: int) -> int:
        """Give the noun that a phrase is about: behind a container what it holds ("a series of attacks")."""
        if self._contains(i):
            return next((c for c in self.parse.children(i, "nmod") if case(self.parse, c) == "of"), i)
        return i
