"""Said words become statements: who speaks for whom, to whom, where, when, on what and through whom, each with the words it rests on."""

from collections.abc import Iterable, Iterator, Sequence

from communique.extract.circumstances import Circumstances, circumstances
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.said import Said
from communique.extract.turns import Speaker, Turns
from communique.extract.voices import relayed
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.mention import Statement


def told(page: Page, names: Names, found: Sequence[Said]) -> Iterator[Statement]:
    """Yield the statement of each `found`, in the order given."""
    for said, speaker in zip(found, Turns(page, names).speakers(found), strict=True):
        yield _statement(page, said, names, speaker=speaker)


def _statement(page: Page, said: Said, names: Names, *, speaker: Speaker) -> Statement:
    report = page.parse.report
    content = tuple(report.cite(s.start, s.end) for s in said.content)
    around = circumstances(page, said.cue, said.speaker, said.content)
    passed_on = relayed(page, said.cue) if said.cue else None
    via = (names.who(passed_on[1]),) if passed_on and passed_on[1] is not None else ()
    span = said.cue and page.parse.span(said.cue.words)
    cue = report.cite(span.start, span.end) if span else None
    return Statement(
        id=mention_id(report.id, Kind.STATEMENT, said.content),
        content=content,
        form=said.form,
        speaker=speaker.who,
        cue=cue,
        why=speaker.why,
        about=tuple(report.cite(s.start, s.end) for s in around.about),
        addressee=_addressee(page, around, names),
        channel=around.channel,
        said_on=around.said_on,
        via=via,
        negated=around.negated,
        cites=_cites(page, around, [*content, speaker.who.cite, cue, *(w.cite for w in via)]),
    )


def _cites(page: Page, around: Circumstances, others: Iterable[Citation | None]) -> tuple[Citation, ...]:
    """Give every citation that a field of the statement rests on, each once, in order."""
    words = (page.parse.report.cite(s.start, s.end) for s in (*around.words, *around.about))
    return tuple(sorted({c for c in (*others, *words, around.said_on.cite) if c is not None}))


def _addressee(page: Page, around: Circumstances, names: Names) -> Who | None:
    if around.addressee is None or around.addressed is None:
        return None
    span = around.addressed
    return Who(names.who(around.addressee).actor, page.parse.report.cite(span.start, span.end))
