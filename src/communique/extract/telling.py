"""Said words become statements: who speaks for whom, to whom, where, when, on what and through whom, each with the words it rests on."""

from collections.abc import Iterator, Sequence

from communique.extract.behalf import Behalf, on_behalf
from communique.extract.circumstances import Circumstances, circumstances
from communique.extract.cue_clauses import clause_of
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.relays import carriers, nested, sourced
from communique.extract.said import Said
from communique.extract.turns import Speaker, Turns
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.mention import Statement
from communique.model.span import Span


def told(page: Page, names: Names, found: Sequence[Said]) -> Iterator[Statement]:
    """Yield the statement of each `found`, in the order given."""
    said = [sourced(page, names, s) for s in found]
    speakers = Turns(page, names).speakers(said)
    yield from nested(page, [_statement(page, s, names, speaker=speaker) for s, speaker in zip(said, speakers, strict=True)])


def _statement(page: Page, said: Said, names: Names, *, speaker: Speaker) -> Statement:
    content = tuple(page.parse.report.cite(s.start, s.end) for s in said.content)
    clause = clause_of(page, said.cue, speaker=said.speaker, content=said.content) if said.cue else None
    around = circumstances(clause)
    via = carriers(page, names, said, clause)
    behalf = on_behalf(names, clause, speaker=said.speaker, actor=names.by_id(speaker.who.actor))
    cue = _cited(page, page.parse.span(said.cue.words)) if said.cue else None
    others = [speaker.who.cite, cue, *(w.cite for w in via), around.said_on.cite]
    return Statement(
        id=mention_id(page.parse.report.id, Kind.STATEMENT, said.content),
        content=content,
        form=said.form,
        speaker=speaker.who,
        cue=cue,
        why=f"{speaker.why}; {behalf.why}" if behalf else speaker.why,
        on_behalf_of=behalf.named.id if behalf and behalf.named else None,
        about=tuple(_cited(page, s) for s in around.about),
        addressee=_addressee(page, around, names),
        channel=around.channel,
        said_on=around.said_on,
        via=via,
        negated=around.negated,
        cites=tuple(sorted({*content, *(c for c in others if c), *(_cited(page, s) for s in _words(around, behalf))})),
    )


def _words(around: Circumstances, behalf: Behalf | None) -> tuple[Span, ...]:
    """Give the words that addressee, channel, topic and the body spoken for rest on."""
    return (*around.words, *around.about, *(behalf.words if behalf else ()))


def _cited(page: Page, span: Span) -> Citation:
    return page.parse.report.cite(span.start, span.end)


def _addressee(page: Page, around: Circumstances, names: Names) -> Who | None:
    if around.addressee is None or around.addressed is None:
        return None
    return Who(names.who(around.addressee).actor, _cited(page, around.addressed))
