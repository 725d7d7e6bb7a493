"""What is known of a report once its statements are read: what later readings (conditions, positions, commitments) start from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.extract.phrases import Cast
from communique.model.actor import Named, Who
from communique.model.mention import Event, Figure, Provision, Statement
from communique.model.parse import Parse
from communique.model.span import Covering, Span
from communique.reference import Tables

FIRST = frozenset({"i", "we", "us", "me", "our", "my", "ourselves", "myself"})
"""Words by which a speaker names the own side."""


@dataclass(frozen=True)
class Known:
    """A report's parse, actors, statements, provisions, talks and figures, and the tables."""

    parse: Parse
    named: Sequence[Named]
    statements: Sequence[Statement]
    provisions: Sequence[Provision]
    tables: Tables
    talks: Sequence[Event] = ()
    figures: Sequence[Figure] = ()
    cast: Cast = field(init=False)
    by_id: Mapping[str, Named] = field(init=False, repr=False)
    memory: dict[object, dict[int, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)  # Any: see `remembered`
    _contents: Sequence[tuple[int, int, Statement]] = field(init=False, repr=False)
    _starts: Sequence[int] = field(init=False, repr=False)
    _longest: int = field(init=False, repr=False)
    _cues: Covering[Statement] = field(init=False, repr=False, compare=False)
    _speakers: Covering[Statement] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        contents = sorted(((c.start, c.end, s) for s in self.statements for c in s.content), key=lambda c: (c[0], c[1], c[2].id))
        object.__setattr__(self, "cast", Cast(self.parse, self.named, self.tables))
        object.__setattr__(self, "by_id", {n.id: n for n in self.named})
        object.__setattr__(self, "_contents", contents)
        object.__setattr__(self, "_starts", [start for start, _, _ in contents])
        object.__setattr__(self, "_longest", max((end - start for start, end, _ in contents), default=0))
        object.__setattr__(self, "_cues", Covering((s.cue.span, s) for s in self.statements if s.cue))
        named = [(s.speaker.cite, s) for s in self.statements if s.speaker.actor and s.speaker.cite]
        object.__setattr__(self, "_speakers", Covering((cite.span, s) for cite, s in named))

    def told_by(self, span: Span) -> Statement | None:
        """Give the first statement whose cue holds `span`."""
        return next(self._cues.around(span), None)

    def speaker_at(self, span: Span) -> Who | None:
        """Give the known speaker whose words of naming hold `span`."""
        return next((s.speaker for s in self._speakers.around(span)), None)

    def statement_at(self, span: Span) -> Statement | None:
        """Give the innermost statement whose content holds `span`; None where the outlet speaks itself."""
        last = bisect_right(self._starts, span.start)
        first = bisect_left(self._starts, span.end - self._longest, 0, last)
        held = [(end - start, said.id, said) for start, end, said in self._contents[first:last] if end >= span.end]
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
        found = (self.by_id.get(w.actor or "") for w in whos)
        return frozenset((n.country or n.key or n.id) for n in found if n)
