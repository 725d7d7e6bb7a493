"""Which named actor the words of a noun phrase speak of: by its name, by the person in it or beside it, by its coreference chain."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.extract.passages import Page
from communique.extract.speakers import words_of
from communique.model.actor import ActorKind, Named, Who
from communique.model.parse import ROOT
from communique.model.span import Span

_PART = ("nmod:poss", "nmod", "acl", "obl", "compound")


@dataclass(frozen=True)
class Names:
    """The actors that are named in one report, to be looked up by place."""

    page: Page
    named: Sequence[Named]

    def who(self, head: int) -> Who:
        """Give the actor that the noun phrase of token `head` speaks of, None where none is found, and its words."""
        span = words_of(self.page, head)
        found = self._person(head, span) or self.over(head) or self._beside(head) or self._chained(head, span)
        return Who(found.id if found else None, self.page.parse.report.cite(span.start, span.end))

    def by_id(self, id_: str | None) -> Named | None:
        """Give the actor with an id."""
        return None if id_ is None else self._ids.get(id_)

    def by_key(self, key: str) -> Named | None:
        """Give the actor with a key of our tables, or with an id."""
        return self._ids.get(key) or next((n for n in self.named if n.key == key), None)

    def why(self, who: Who) -> str | None:
        """Say how the words were found to speak of the actor; None where they are its name, or no actor is known."""
        found = self.by_id(who.actor)
        if found is None or who.cite is None or found.name in " ".join(who.cite.quote.split()):
            return None
        inside = {c.span for c in found.cites if who.cite.span.covers(c.span)}
        alias = next((a for a in found.aliases if any(c.span in inside for c in a.cites)), None)
        if alias:
            known = "by the surname in this report" if found.kind is ActorKind.PERSON else f"({alias.why})"
            return f"“{alias.name}” is {found.name} {known}"
        if inside or self._in_chain(who.cite.span):
            return f"“{who.cite.quote}” is taken for {found.name}, named elsewhere in the report"
        return f"“{who.cite.quote}” is {found.name}, whose name stands beside it"

    def over(self, head: int) -> Named | None:
        """Give the actor whose longest words cover a token."""
        token = self.page.parse.tokens[head].span
        covering = [(len(s), n.id, n) for s, n in self.near(token) if s.covers(token)]
        return max(covering, key=lambda found: found[:2])[2] if covering else None

    def near(self, span: Span) -> Iterator[tuple[Span, Named]]:
        """Yield the places that share a character with `span`, in order, each with its actor."""
        first = bisect_left(self._places, span.start - self._longest, key=lambda p: p[0].start)
        for place in self._places[first:]:
            if place[0].start >= span.end:
                return
            if place[0].overlaps(span):
                yield place

    @cached_property
    def _places(self) -> list[tuple[Span, Named]]:
        return sorted(((c.span, n) for n in self.named for c in n.cites), key=lambda p: (p[0], p[1].id))

    @cached_property
    def _longest(self) -> int:
        return max((len(s) for s, _ in self._places), default=0)

    @cached_property
    def _ids(self) -> dict[str, Named]:
        return {n.id: n for n in self.named}

    @cached_property
    def _links(self) -> list[tuple[Span, int]]:
        """Every span of a chain with the chain's number, in order."""
        return sorted((s, n) for n, chain in enumerate(self.page.parse.chains) for s in chain)

    @cached_property
    def _longest_link(self) -> int:
        return max((len(s) for s, _ in self._links), default=0)

    def _chains_over(self, span: Span) -> Iterator[tuple[Span, int]]:
        first = bisect_left(self._links, span.start - self._longest_link, key=lambda link: link[0].start)
        for link in self._links[first:]:
            if link[0].start >= span.end:
                return
            if link[0].covers(span) or span.covers(link[0]):
                yield link

    def _in_chain(self, span: Span) -> bool:
        return any(True for _ in self._chains_over(span))

    def _person(self, head: int, span: Span) -> Named | None:
        """Give the one person whose name stands in the phrase and is no part of a possessor ("Trump's lawyer")."""
        persons = ((s, n) for s, n in self.near(span) if n.kind is ActorKind.PERSON)
        found = {n.id: n for s, n in persons if span.covers(s) and self._names(head, s)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _beside(self, head: int) -> Named | None:
        """Give the person whose name is an apposition ("the chancellor, Olaf Scholz,"), or any name right behind ("the station ZDF")."""
        parse = self.page.parse
        for child in parse.children(head, "appos"):
            close = parse.subtree(child)[0] == head + 1
            for s, n in self.near(parse.tokens[child].span):
                if (close or n.kind is ActorKind.PERSON) and s.covers(parse.tokens[child].span):
                    return n
        return None

    def _chained(self, head: int, span: Span) -> Named | None:
        token = self.page.parse.tokens[head].span
        found = sorted({n for s, n in self._chains_over(token) if s.covers(token) and (span.covers(s) or s.covers(span))})
        if not found:
            return None
        places = set(self.page.parse.chains[found[0]])
        return next((n for s, n in self._places if s in places), None)

    def _names(self, head: int, name: Span) -> bool:
        """Say whether a name within a phrase is the head's own: no possessor, prepositional or modifying part of it leads there."""
        parse = self.page.parse
        inner = set(parse.tokens_in(name))
        top = next((i for i in inner if parse.tokens[i].head not in inner), None)
        if top is None:
            return False
        while top != head:
            if parse.related(top, *_PART) or parse.tokens[top].head == ROOT:
                return False
            top = parse.tokens[top].head
        return True
