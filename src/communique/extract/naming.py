"""Which named actor the words of a noun phrase speak of: by its name, by the person in it or beside it, by its coreference chain."""

from collections.abc import Sequence
from dataclasses import dataclass

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
        found = self._person(head, span) or self._over(head) or self._beside(head) or self._chained(head, span)
        return Who(found.id if found else None, self.page.parse.report.cite(span.start, span.end))

    def why(self, who: Who) -> str | None:
        """Say how the words were found to speak of the actor; None where they are its name, or no actor is known."""
        found = next((n for n in self.named if n.id == who.actor), None)
        if found is None or who.cite is None or found.name in " ".join(who.cite.quote.split()):
            return None
        inside = {c.span for c in found.cites if who.cite.span.covers(c.span)}
        alias = next((a for a in found.aliases if any(c.span in inside for c in a.cites)), None)
        if alias:
            known = "by the surname in this report" if found.kind is ActorKind.PERSON else f"({alias.why})"
            return f"“{alias.name}” is {found.name} {known}"
        how = "the chain of names in this report" if inside or self._in_chain(who.cite.span) else "the name beside it"
        return f"“{who.cite.quote}” is {found.name} by {how}"

    def _in_chain(self, span: Span) -> bool:
        return any(s.covers(span) or span.covers(s) for chain in self.page.parse.chains for s in chain)

    def _over(self, head: int) -> Named | None:
        token = self.page.parse.tokens[head].span
        covering = [(len(c.span), n.id, n) for n in self.named for c in n.cites if c.span.covers(token)]
        return max(covering, key=lambda found: found[:2])[2] if covering else None

    def _person(self, head: int, span: Span) -> Named | None:
        """Give the one person whose name stands in the phrase and is no part of a possessor ("Trump's lawyer")."""
        found = {n.id: n for n in self._persons() for c in n.cites if span.covers(c.span) and self._names(head, c.span)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _beside(self, head: int) -> Named | None:
        """Give the person whose name is an apposition ("the chancellor, Olaf Scholz,")."""
        parse = self.page.parse
        for child in parse.children(head, "appos"):
            for n in self._persons():
                if any(c.span.covers(parse.tokens[child].span) for c in n.cites):
                    return n
        return None

    def _chained(self, head: int, span: Span) -> Named | None:
        token = self.page.parse.tokens[head].span
        for chain in self.page.parse.chains:
            if any(s.covers(token) and (span.covers(s) or s.covers(span)) for s in chain):
                places = set(chain)
                return next((n for n in self.named if any(c.span in places for c in n.cites)), None)
        return None

    def _persons(self) -> list[Named]:
        return [n for n in self.named if n.kind is ActorKind.PERSON]

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
