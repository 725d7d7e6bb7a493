"""Provisions: the articles and clauses of a proposed or signed text, as a report gives them."""

from collections.abc import Iterator, Sequence

from communique.extract.phrases import Cast
from communique.extract.provisions import agreements, reading
from communique.extract.provisions.passages import Passage, passages
from communique.extract.provisions.words import Words, words
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
    for passage in passages(parse, known):
        if provision := _provision(parse, passage, cast=cast, known=known):
            yield provision


def _provision(parse: Parse, passage: Passage, *, cast: Cast, known: Words) -> Provision | None:
    """Read one passage; None for words without a number that nothing shows to be a rule."""
    rule = reading.led(parse, reading.rule_of(parse, passage.content, known), passage)
    if passage.vague and rule.kind in (None, ProvisionKind.DECLARATION):
        return None
    if rule.kind is None and passage.number is None and passage.lead is None:
        return None
    content = parse.report.cite(passage.content.start, passage.content.end)
    agreement = agreements.agreement_of(parse, passage, known)
    return Provision(
        id=mention_id(parse.report.id, Kind.PROVISION, [passage.content]),
        number=passage.number,
        content=(content,),
        wording=Wording.VERBATIM if passage.quoted >= _MOSTLY else Wording.PARAPHRASE,
        agreement=agreement,
        why=f"{passage.how}; {rule.why}",
        kind=rule.kind,
        bearer=reading.bearers(parse, rule, cast=cast, words=known),
        action=reading.verb_of(parse, rule),
        object=reading.object_of(parse, rule, passage.content),
        place=reading.place_of(parse, rule, passage.content, known),
        baseline=reading.baseline_of(parse, passage.content, known),
        proposed_by=agreements.proposer_of(parse, passage, words=known, cast=cast),
        cites=(content, *((agreement,) if agreement else ())),
    )
