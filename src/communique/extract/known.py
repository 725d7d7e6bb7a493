"""What is known of a report once its statements are read: what later readings (conditions, positions, commitments) start from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.extract.phrases import Cast
from communique.model.actor import Named, Who
from communique.model.mention import Event, Provision, Statement
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import Tables

FIRST = frozenset({"i", "we", "us", "me", "our", "my", "ourselves", "myself"})
"""Words by which a speaker names the own side."""


@dataclass(frozen=True)
class Known:
    """A report's parse, actors, statements, provisions and talks, and the tables."""

    parse: Parse
    named: Sequence[Named]
    statements: Sequence[Statement]
    provisions: Sequence[Provision]
    tables: Tables
    talks: Sequence[Event] = ()
    cast: Cast = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cast", Cast(self.parse, self.named, self.tables))

    def statement_at(self, span: Span) -> Statement | None:
        """Give the innermost statement whose content holds `span`; None where the outlet speaks itself."""
        held = [(c.end - c.start, s.id, s) for s in self.statements for c in s.content if c.span.covers(span)]
        return min(held, key=lambda h: h[:2])[2] if held else None

    def who(self, i: int | None, said: Statement | None = None) -> tuple[Who, ...]:
        """Give whom the noun phrase of token `i` speaks of; "we" and "I" in a statement are its speaker's side."""
        if i is None:
            return ()
        if said is not None and self.parse.text(i).lower() in FIRST:
            actor = said.on_behalf_of or said.speaker.actor
            cite = self.parse.report.cite(self.parse.tokens[i].start, self.parse.tokens[i].end)
            return (Who(actor, cite),)
        return self.cast.who(i)

    def countries(self, whos: Iterable[Who]) -> frozenset[str]:
        """Give the states behind actors, or the actors' own ids where they have none: what two sides can be compared by."""
        by_id = {n.id: n for n in self.named}
        found = (by_id.get(w.actor or "") for w in whos)
        return frozenset((n.country or n.key or n.id) for n in found if n)
