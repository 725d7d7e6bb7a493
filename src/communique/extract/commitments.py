"""Commitments: what an actor is said to have promised, in which words, to whom, and who says or denies that it was promised.

They are read from statements whose cue promises ("pledged to", "its assurance that"); a cue denied ("never promised") gives a denial.
What speakers say that they will do binds them as well ("we will defend the port").
"""

from collections.abc import Iterator

from communique.extract.according import denied_by, spoken
from communique.extract.conditions.joining import lemmas_of
from communique.extract.known import Known
from communique.extract.positions.clause import is_supposed
from communique.extract.positions.holders import speaking_for
from communique.extract.talks.words import words as talk_words
from communique.extract.vows import is_denied_by_somebody, scope, undertaken, vows, worded
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.ids import mention_id
from communique.model.kinds import Kind, Stance
from communique.model.mention import Commitment, Statement, Voice
from communique.reference.lexicon import lists

FILE = "commitments.yml"


def commitments(known: Known) -> Iterator[Commitment]:
    """Yield the commitments of a report, in order of the text."""
    for said in known.statements:
        if promise := _promise(known, said):
            yield _commitment(known, said, promise)
    promised = {said.id for said in known.statements if _promise(known, said)}
    for said, verb, words in vows(known):
        if said.id not in promised:
            yield _vow(known, said, verb, words)
    held = {c for said in known.statements if said.id in promised for c in said.content}
    for by, told, words in (*worded(known), *undertaken(known)):
        if not any(words.span.overlaps(c.span) for c in held):
            yield _worded(known, by, told, words)


def _worded(known: Known, by: Who, noun: int, words: Citation) -> Commitment:
    token = known.parse.tokens[noun]
    cue = known.parse.report.cite(token.start, token.end)
    voices = _tellers(known, noun, cue)
    told = {c for v in voices for c in v.cites}
    return Commitment(
        id=mention_id(known.parse.report.id, Kind.COMMITMENT, [words.span]),
        by=by,
        wording=(words,),
        why=f"“{known.parse.text(noun)}” binds {'whose it is' if token.upos == 'NOUN' else 'its subject'}",
        scope=scope(known, (words,)),
        according_to=voices,
        cites=tuple(sorted({words, cue, *told, *((by.cite,) if by.cite else ())})),
    )


def _tellers(known: Known, word: int, cue: Citation) -> tuple[Voice, ...]:
    """Give who says that it was promised: whoever is told to deny it, else the speaker whose words hold it, else the outlet."""
    denied = denied_by(known.parse, word, talk_words().denying)
    if denied is not None:
        return spoken(known.parse, denied, Stance.DENIES, cast=known.cast)
    said = known.statement_at(known.parse.tokens[word].span)
    if said is None:
        return (Voice(None, Stance.ASSERTS, None, ()),)
    told = tuple(c for c in (said.speaker.cite, said.cue) if c) or (cue,)
    return (Voice(said.speaker.actor, Stance.ASSERTS, said.id, told), Voice(None, Stance.REPORTS, None, (cue,)))


def _promise(known: Known, said: Statement) -> str | None:
    """Give the word by which a statement promises, None where it does not, or where a promise is only supposed ("if they promised")."""
    if said.cue is None:
        return None
    words = lists(FILE, "promises")["verbs"] | lists(FILE, "promises")["nouns"]
    cue = next((i for i in known.parse.tokens_in(said.cue.span) if lemmas_of(known.parse, i) & words), None)
    if cue is None or (is_supposed(known.parse, cue) and not is_denied_by_somebody(known, cue)):
        return None
    asserts = known.parse.tokens[cue].upos == "VERB" and lemmas_of(known.parse, cue) & lists(FILE, "bare")["verbs"]
    return None if asserts and not _is_to_come(known, said) else known.parse.text(cue)


def _is_to_come(known: Known, said: Statement) -> bool:
    """Say whether a content tells what will be or is to be done."""
    tokens = known.parse.tokens_in(said.content[0].span)
    head = next((i for i in tokens if known.parse.tokens[i].head not in tokens), None)
    if head is None or known.parse.tokens[head].upos not in ("VERB", "AUX", "ADJ"):
        return head is not None and not known.parse.children(head, "cop")
    modals = {known.parse.text(c).lower() for c in known.parse.children(head, "aux")} & lists(FILE, "will")["words"]
    return bool(modals) or known.parse.tokens[head].has("VerbForm=Inf")


def _commitment(known: Known, said: Statement, promise: str) -> Commitment:
    voices = tuple(_voices(known, said))
    cites = {*said.content, *said.cites, *(c for v in voices for c in v.cites)}
    return Commitment(
        id=mention_id(known.parse.report.id, Kind.COMMITMENT, [c.span for c in said.content]),
        by=said.speaker,
        wording=said.content,
        why=f"“{promise}” binds who says it" + ("; that it was said is denied" if said.negated else ""),
        to=_to(said),
        on=said.said_on,
        scope=scope(known, said.content),
        according_to=voices,
        cites=tuple(sorted(cites)),
    )


def _vow(known: Known, said: Statement, verb: int, words: Citation) -> Commitment:
    told = tuple(c for c in (said.speaker.cite, said.cue) if c) or (words,)
    voices = (Voice(said.speaker.actor, Stance.ASSERTS, said.id, told), Voice(None, Stance.REPORTS, None, told))
    return Commitment(
        id=mention_id(known.parse.report.id, Kind.COMMITMENT, [words.span]),
        by=speaking_for(said) or said.speaker,
        wording=(words,),
        why=f"the speaker says that its own side will “{known.parse.text(verb)}”, which binds who says it",
        to=_to(said),
        on=said.said_on,
        scope=scope(known, (words,)),
        according_to=voices,
        cites=tuple(sorted({words, *told})),
    )


def _to(said: Statement) -> tuple[Who, ...]:
    return (said.addressee,) if said.addressee else ()


def _voices(known: Known, said: Statement) -> Iterator[Voice]:
    """Yield who says that it was promised: the speaker of the statement that tells of it, else the outlet; a denied promise is denied."""
    stance = Stance.DENIES if said.negated else Stance.ASSERTS
    cue = (said.cue,) if said.cue else said.content
    verbs = (denied_by(known.parse, i, talk_words().denying) for i in known.parse.tokens_in(cue[0].span))
    if (denied := next((v for v in verbs if v is not None), None)) is not None:
        yield from spoken(known.parse, denied, Stance.DENIES, cast=known.cast)
        return
    outer = known.statement_at(cue[0].span)
    if outer is None or outer.id == said.id:
        yield Voice(None, stance, None, ())  # the report itself: `reconcile` gives its outlet
        return
    told = tuple(c for c in (outer.speaker.cite, outer.cue) if c) or cue
    yield Voice(outer.speaker.actor, stance, outer.id, told)
    yield Voice(None, Stance.REPORTS, None, cue)
