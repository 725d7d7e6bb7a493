"""Provisions: the articles and clauses of a proposed or signed text, as a report gives them."""

from collections.abc import Iterator, Sequence

from communique.extract.phrases import Cast
from communique.extract.provisions import agreements, reading
from communique.extract.provisions.clauses import Clause, clauses
from communique.extract.provisions.words import ProvisionWords, words
from communique.model.actor import Named
from communique.model.ids import mention_id
from communique.model.kinds import Kind, ProvisionKind, Wording
from communique.model.mention import Provision
from communique.model.parse import Parse
from communique.reference import Tables

__all__ = ["provisions"]

_MOSTLY = 0.6
"""Share of the words in quotation marks from which a provision counts as verbatim: the subject before the marks may be the outlet's."""


def provisions(parse: Parse, named: Sequence[Named], tables: Tables) -> Iterator[Provision]:
    """Yield the provisions that a report gives, in order of the text: labelled articles, items of a list, and what an article "says"."""
    known = words()
    cast = Cast(parse, named, tables)
    for clause in clauses(parse, known):
        if provision := _provision(parse, clause, cast=cast, known=known):
            yield provision


def _provision(parse: Parse, clause: Clause, *, cast: Cast, known: ProvisionWords) -> Provision | None:
    """Read one clause; None for words without a number that nothing shows to be a rule."""
    rule = reading.led(parse, reading.rule_of(parse, clause.content, known), clause)
    if clause.vague and rule.kind in (None, ProvisionKind.DECLARATION):
        return None
    if rule.kind is None and clause.number is None and clause.lead is None:
        return None
    content = parse.report.cite(clause.content.start, clause.content.end)
    agreement = agreements.agreement_of(parse, clause, known)
    return Provision(
        id=mention_id(parse.report.id, Kind.PROVISION, [clause.content]),
        number=clause.number,
        content=(content,),
        wording=Wording.VERBATIM if clause.quoted >= _MOSTLY else Wording.PARAPHRASE,
        agreement=agreement,
        why=f"{clause.how}; {rule.why}",
        kind=rule.kind,
        bearer=reading.bearers(parse, rule, cast=cast, words=known),
        action=reading.verb_of(parse, rule, clause.content),
        object=reading.object_of(parse, rule, clause.content),
        place=reading.place_of(parse, rule, clause.content, known),
        baseline=reading.baseline_of(parse, clause.content, known),
        proposed_by=agreements.proposer_of(parse, clause, words=known, cast=cast),
        cites=(content, *((agreement,) if agreement else ())),
    )
