"""What a cue's clause says beside who speaks: to whom, where, on which day, on what, and "not"; with the words that each rests on."""

from dataclasses import dataclass

from communique.extract.about import topics
from communique.extract.addressees import addressed, addressee_of
from communique.extract.cue_clauses import CueClause
from communique.extract.cues import Frame
from communique.extract.issuers import is_text
from communique.extract.passages import Page
from communique.extract.said_on import said_on
from communique.extract.saying import lemmas, saying
from communique.model.dates import UNKNOWN, When
from communique.model.span import Span

_NOT = frozenset({"not", "n't", "n’t", "never", "nor", "hardly"})
_PRESS = frozenset({"media", "news", "newspaper", "press", "television", "tv", "published"})
_DENYING = frozenset({"deny"})
_WITHHOLDING = frozenset({"refuse", "decline"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The head of the addressee's phrase with its words, the channel, the day, the topic, whether the saying is denied.

    `words` are those that addressee and channel rest on.
    """

    addressee: int | None = None
    addressed: Span | None = None
    channel: str | None = None
    said_on: When = UNKNOWN
    about: tuple[Span, ...] = ()
    negated: bool = False
    words: tuple[Span, ...] = ()


def circumstances(clause: CueClause | None) -> Circumstances:
    """Give what the words around a cue say; unknown where they do not, or where there is no cue."""
    if clause is None or clause.cue.frame is Frame.LABEL:
        return Circumstances()
    page = clause.page
    to, place = addressee_of(clause), _channel(clause)
    to_words = None if to is None else addressed(page, to)
    words = [] if to_words is None else [to_words]
    return Circumstances(
        addressee=to,
        addressed=to_words,
        channel=None if place is None else _channel_at(page, place),
        said_on=said_on(clause),
        about=topics(clause),
        negated=_negated(clause),
        words=tuple(words if place is None else [*words, page.parse.tokens[place].span]),
    )


def _channel(clause: CueClause) -> int | None:
    """Give the word that tells the channel: the verb, the speaker ("the letter said"), else a noun in the clause that is no object."""
    parse, known = clause.page.parse, saying()
    if _channel_verb(clause.page, clause.cue.head):
        return clause.cue.head
    if clause.speaker is not None and is_text(clause.page, clause.speaker) and _channel_noun(clause.page, clause.speaker):
        return clause.speaker
    for tokens in (clause.tokens, clause.above):
        for i in tokens:
            told = parse.related(i, "obj", "iobj") and bool(lemmas(parse, parse.tokens[i].head) & known.addressing)
            placed = parse.related(i, "obl", "nmod") and bool(parse.children(i, "case"))
            if _channel_noun(clause.page, i) and (told or placed):
                return i
    return None


def _channel_verb(page: Page, i: int) -> bool:
    return page.parse.tokens[i].upos == "VERB" and bool(lemmas(page.parse, i) & saying().channel_verbs.keys())


def _channel_noun(page: Page, i: int) -> bool:
    token = page.parse.tokens[i]
    return token.upos in {"NOUN", "PROPN"} and token.lemma.lower() in saying().channels and not _no_channel(page, i)


def _no_channel(page: Page, i: int) -> bool:
    """Say whether a noun means no document: media reports are the press, "the paper" an outlet, a release of prisoners sets them free."""
    parse, noun = page.parse, page.parse.tokens[i].lemma.lower()
    if noun == "report":
        return bool({parse.text(c).lower() for c in parse.children(i, "compound", "amod")} & _PRESS)
    if noun == "paper":
        return not any(parse.text(c).lower() == "in" for c in parse.children(i, "case"))
    owned = [k for c in parse.children(i, "nmod") for k in parse.children(c, "case")]
    return noun == "release" and any(parse.text(k).lower() == "of" for k in owned)


def _channel_at(page: Page, i: int) -> str:
    if _channel_verb(page, i):
        return saying().channel_verbs[min(lemmas(page.parse, i) & saying().channel_verbs.keys())]
    return saying().channels[page.parse.tokens[i].lemma.lower()]


def _negated(clause: CueClause) -> bool:
    """Say whether the words are said not to be said or not to be so: `did not say`, `refused to say`, `denied that`; twice is once more."""
    parse, cue = clause.page.parse, clause.cue.head
    denied = bool(lemmas(parse, cue) & _DENYING) and _its_clause(clause)
    withheld = parse.related(cue, "xcomp") and bool(lemmas(parse, parse.tokens[cue].head) & _WITHHOLDING)
    held = parse.tokens[cue].head if withheld else cue
    refused = any(_is_not(clause, c) for i in {cue, held} for c in parse.children(i, "advmod"))
    return (denied or withheld) is not refused


def _its_clause(clause: CueClause) -> bool:
    """Say whether the words said are the cue's complement, not the speaker's own answer (`He denied it: “I was away.”`)."""
    parse, head, first = clause.page.parse, clause.cue.head, min(clause.content, default=-1)
    if first < head or clause.cue.frame is Frame.AFTER or parse.sentence_of(first) is not parse.sentence_of(head):
        return False
    return all(parse.text(i) != ":" for i in range(head, first))


def _is_not(clause: CueClause, i: int) -> bool:
    parse, after = clause.page.parse, i + 1
    only = after < len(parse.tokens) and parse.text(after).lower() in {"only", "just", "merely"}
    return parse.text(i).lower() in _NOT and not only
