"""Noun phrases with "the" that speak of somebody the report describes elsewhere: "the governor", "the ministry", "the Texas senator".

Taken only where exactly one actor of the report is described so; a noun that two fit names nobody.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from communique.extract.described import described
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.model.actor import ActorKind, Named
from communique.model.parse import ROOT
from communique.model.span import Span

_DEFINITE = frozenset({"the", "this", "that"})
_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod", "nummod", "nmod:desc")
_LATELY = 2
_STEM = 5
"""Characters by which a state's name and its adjective are compared ("Ukraine", "Ukrainian")."""
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.ALLIANCE, ActorKind.GROUP})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun that a report gives an actor: its lemma, the stems of its phrase's words, where it stands; `title`: an office's."""

    head: str
    words: frozenset[str]
    place: Span
    named: Named
    title: bool = False


@dataclass(frozen=True)
class Descriptions:
    """What a report calls its actors, beside their names."""

    page: Page
    names: Names

    def fitting(self, head: int) -> tuple[Named, ...]:
        """Give the actors that a singular noun with "the" may speak of, in order of the text; none where it is no such noun.

        A title speaks of its holder anywhere in the report; any other noun of who was called so before and named lately.
        """
        parse = self.page.parse
        noun, place = parse.tokens[head].lemma.lower(), parse.tokens[head].span
        if not definite(self.page, head) or noun in described().texts:
            return ()
        silent = {ActorKind.PERSON} if noun in described().bodies else frozenset[ActorKind]()
        alike, asked = described().alike(noun), self._asked(head)
        fit = [d for d in self.all if d.head in alike and d.named.kind not in silent and not d.place.overlaps(place) and _fits(d, asked)]
        return tuple({d.named.id: d.named for d in fit if d.title or (d.place < place and self.lately(d.named, head))}.values())

    def lately(self, named: Named, head: int) -> bool:
        """Say whether an actor is named in the paragraph of a token before it, or in one of the two before that."""
        here, at = self.paragraph(head), self.page.parse.tokens[head].start
        return any(c.start < at and here - _LATELY <= self._paragraph_at(c.start) for c in named.cites)

    def right_before(self, head: int, kinds: frozenset[ActorKind]) -> tuple[Named, ...]:
        """Give the actors of some kinds that are named in the paragraph of a token before it or in the one before that."""
        here, at = self.paragraph(head), self.page.parse.tokens[head].start
        return tuple(n for n in self.names.named if n.kind in kinds and any(self._near(c.start, at, here) for c in n.cites))

    def paragraph(self, i: int) -> int:
        """Give the number of the paragraph that a token stands in."""
        return self._paragraph_at(self.page.parse.tokens[i].start)

    def _near(self, start: int, at: int, here: int) -> bool:
        return start < at and self._paragraph_at(start) >= here - 1

    def _paragraph_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [p.start for p in self.page.paragraphs]

    @cached_property
    def all(self) -> tuple[Description, ...]:
        """Every description in the report."""
        return tuple(d for n in self.names.named if n.kind is not ActorKind.UNNAMED for d in (*self._roles(n), *self._beside(n)))

    def _asked(self, head: int) -> frozenset[str]:
        """Give the stems of the words that narrow a noun down: `the Texas governor` is the governor of Texas."""
        parse = self.page.parse
        inner = [i for c in parse.children(head, *_MODIFIERS) if self._narrows(c, head) for i in parse.subtree(c)]
        return _stems(parse.text(i) for i in inner if parse.tokens[i].upos in {"NOUN", "PROPN", "ADJ"})

    def _narrows(self, child: int, head: int) -> bool:
        parse = self.page.parse
        of = any(parse.text(k).lower() in {"of", "for", "to"} for k in parse.children(child, "case"))
        return child < head or (of and not parse.timed(child))

    def _roles(self, named: Named) -> Iterator[Description]:
        """Yield the descriptions that the actor's roles give: title and whose it is."""
        for role in named.roles:
            owner = self.names.by_key(role.of) if role.of else None
            belongs = (role.of or "") if owner is None else f"{owner.name} {owner.country or ''}"
            titles = role.title.lower().split()
            if titles:
                words = _stems([*titles, *belongs.split(), *(w for c in role.cites for w in c.quote.split())])
                for noun in {_head_word(titles), " ".join(titles), *titles[-1:]}:
                    yield Description(noun, words, role.cites[0].span, named, title=True)

    def _beside(self, named: Named) -> Iterator[Description]:
        """Yield the nouns that stand beside the actor's names: appositions, titles, what it is said to be; and a body's own noun."""
        parse = self.page.parse
        for cite in named.cites:
            inside = parse.tokens_in(cite.span)
            top = next((i for i in inside if parse.tokens[i].head not in inside), None)
            if top is None or not any(parse.tokens[i].upos == "PROPN" for i in inside):
                continue
            if named.kind in _BODIES and parse.tokens[top].upos in {"NOUN", "PROPN"} and len(inside) > 1:
                yield self._description(top, named)
            for noun in self._nouns_at(top, named):
                yield self._description(noun, named)

    def _nouns_at(self, top: int, named: Named) -> Iterator[int]:
        parse, above = self.page.parse, self.page.parse.tokens[top].head
        beside = ("nmod:desc", "appos", "compound", "flat") if named.kind is ActorKind.PERSON else ("nmod:desc", "appos", "compound")
        yield from (c for c in parse.children(top, *beside) if _common(self.page, c))
        if above != ROOT and parse.related(top, "appos", "flat", "nmod:desc") and _common(self.page, above):
            yield above
        if above != ROOT and parse.related(top, "nsubj") and parse.children(above, "cop") and _common(self.page, above):
            yield above

    def _description(self, noun: int, named: Named) -> Description:
        parse = self.page.parse
        inner = [i for i in parse.subtree(noun) if not any(parse.related(k, "acl", "appos", "conj") for k in _up(self.page, i, noun))]
        return Description(parse.tokens[noun].lemma.lower(), _stems(parse.text(i) for i in inner), parse.tokens[noun].span, named)


def _fits(description: Description, asked: frozenset[str]) -> bool:
    apart = described().apart
    return asked & apart == description.words & apart and asked <= description.words


def definite(page: Page, head: int) -> bool:
    """Say whether a noun phrase is singular and headed by "the", without a possessor."""
    parse = page.parse
    token = parse.tokens[head]
    if token.upos not in {"NOUN", "PROPN"} or token.has("Number=Plur"):
        return False
    return any(parse.text(c).lower() in _DEFINITE for c in parse.children(head, "det")) and not parse.children(head, "nmod:poss")


def _common(page: Page, i: int) -> bool:
    """Say whether a word beside a name can be a noun that describes it."""
    parse = page.parse
    return parse.tokens[i].upos == "NOUN" or (parse.tokens[i].upos == "PROPN" and parse.text(i).lower() in _titles())


@cache
def _titles() -> frozenset[str]:
    return frozenset(w for words in described().same.values() for w in words)


def _up(page: Page, i: int, top: int) -> Iterator[int]:
    """Yield a token and its heads below `top`."""
    while i != top:
        yield i
        i = page.parse.tokens[i].head


def _head_word(title: Sequence[str]) -> str:
    """Give the noun of a title: "secretary" of "secretary of state"."""
    cut = next((n for n, w in enumerate(title) if w in {"of", "for", "to", "at", "in"}), len(title))
    return title[max(cut - 1, 0)]


def _stems(words: Iterator[str] | Sequence[str]) -> frozenset[str]:
    return frozenset(w.lower().strip(".,'’")[:_STEM] if len(w) > _STEM else w.lower().strip(",'’") for w in words)
