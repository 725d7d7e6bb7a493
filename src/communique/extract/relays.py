"""Who relays words: whoever quotes the speaker, carries the speaker's words, or is reported to say that the speaker says them.

Nearest first: `X told Y, Z reported` comes through Z. A denial relays nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.cue_clauses import CueClause
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.said import Said
from communique.extract.saying import lemmas, saying
from communique.extract.voices import can_speak, relayed
from communique.model.actor import ActorKind, Who
from communique.model.citation import Citation
from communique.model.mention import Statement
from communique.model.span import Covering

_ACCORDING = "according"


def sourced(page: Page, names: Names, said: Said) -> Said:
    """Give what an outlet reports from a source it cites as that source's words (`Interfax reported, citing the minister`)."""
    if said.speaker is None or said.cue is None or not _is_outlet(names, said.speaker):
        return said
    for verb in page.parse.children(said.cue.head, "advcl", "xcomp", "acl"):
        if verb in page.inside or not lemmas(page.parse, verb) & saying().relayed:
            continue
        cited = [c for c in page.parse.children(verb, "obj") if can_speak(page, c) and _is_somebody(names, c)]
        if cited:
            return replace(said, speaker=cited[0], relay=said.speaker, why=f"{said.why}; “{page.parse.text(verb)}” names the source")
    return said


def _is_outlet(names: Names, head: int) -> bool:
    named = names.by_id(names.who(head).actor)
    return named is not None and named.kind is ActorKind.OUTLET


def _is_somebody(names: Names, head: int) -> bool:
    """Say whether a cited source is an actor of the report: documents and facts are cited too."""
    return names.who(head).actor is not None


def carriers(page: Page, names: Names, said: Said, clause: CueClause | None) -> tuple[Who, ...]:
    """Give who passes the words on by the cue's own clause: who quotes the speaker, whose source the speaker is, who carries the text."""
    heads = [] if said.relay is None else [said.relay]
    passed_on = relayed(page, said.cue) if said.cue else None
    heads += [passed_on[1]] if passed_on and passed_on[1] is not None else []
    heads += [*(i for i in _by(clause) if _is_outlet(names, i)), *_beside(clause)] if clause else []
    return tuple(dict.fromkeys(names.who(i) for i in heads))


def _by(clause: CueClause) -> Iterator[int]:
    """Yield who is told to carry the words (`in remarks carried by state television`)."""
    parse = clause.page.parse
    for i in clause.tokens:
        if lemmas(parse, i) & saying().published and parse.tokens[i].has("VerbForm=Part"):
            yield from (c for c in parse.children(i, "obl") if any(parse.text(k).lower() == "by" for k in parse.children(c, "case")))


def _beside(clause: CueClause) -> Iterator[int]:
    """Yield who is said to say so in a clause set off behind the cue (`X said he would go, the agency reported`)."""
    parse, cue = clause.page.parse, clause.cue.head
    above = parse.tokens[cue].head
    verbs = [*parse.children(cue, "parataxis"), *(parse.children(above, "parataxis") if above >= 0 else ())]
    for verb in (v for v in verbs if v > cue and v not in clause.content and v not in clause.page.inside):
        if lemmas(parse, verb) & saying().clause and not parse.children(verb, "ccomp", "xcomp"):
            yield from (c for c in parse.children(verb, "nsubj") if can_speak(clause.page, c) and parse.tokens[c].upos != "PRON")
    sentence = parse.sentence_of(cue)
    for i in range(cue + 1, sentence.last - 2):
        if parse.text(i).lower() == _ACCORDING and i not in clause.content and i not in clause.cue.words and parse.text(i - 1) == ",":
            yield from (h for h in list(parse.ancestors(i))[:1] if parse.tokens[h].upos in {"NOUN", "PROPN"} and h > i)


def nested(page: Page, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; one whose cue stands in another's content comes through that one's speaker, the nearest first."""
    relaying = [n for n, s in enumerate(statements) if not s.negated and s.cue is not None and _reports(page, s.cue)]
    told = Covering((c.span, n) for n in relaying for c in statements[n].content)
    for inner in statements:
        behind = inner.cue is None or _ACCORDING in inner.cue.quote.lower()
        around = sorted({*told.around(inner.cue.span)}) if inner.cue is not None and not behind else []
        outer = sorted((statements[n] for n in around if statements[n] is not inner), key=_length)
        through = [s.speaker for s in outer if s.speaker.cite and s.speaker != inner.speaker and not _same(s.speaker, inner.speaker)]
        if not through:
            yield inner
            continue
        via = tuple(dict.fromkeys((*inner.via, *through)))
        yield replace(inner, via=via, cites=tuple(sorted({*inner.cites, *(w.cite for w in via if w.cite)})))


def _reports(page: Page, cue: Citation) -> bool:
    """Say whether a cue tells that something is so, rather than that it is asked for, promised or feared."""
    verbs = (i for i in page.parse.tokens_in(cue.span) if lemmas(page.parse, i) & (saying().clause - saying().stance))
    return _ACCORDING in cue.quote.lower() or any(True for _ in verbs)


def _same(one: Who, other: Who) -> bool:
    return one.actor is not None and one.actor == other.actor


def _length(statement: Statement) -> int:
    return sum(len(c.span) for c in statement.content)
