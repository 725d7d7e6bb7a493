"""Nouns that carry quoted words: `his message: “…”`, `in the words of X, “…”`, `her remark that “…”`, and who is their speaker."""

from dataclasses import dataclass

from communique.extract.cues import Cue, Frame, sentence_like
from communique.extract.passages import COMMAS, Page, Passage, titled
from communique.extract.saying import saying
from communique.extract.voices import can_speak

_OF = frozenset({"of", "from", "by"})
_BE = frozenset({"is", "was", "'s", "’s", "are", "were", "reads", "read", "said", "says"})
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
_BEFORE_COLON = 12
_WORDS = "words"


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that carries a quotation, as a cue, and the head of the speaker's phrase."""

    cue: Cue
    speaker: int


def noun_cue(page: Page, passage: Passage) -> NounCue | None:
    """Find the noun of an utterance that leads to a quotation, or follows it (`his “never again” promise`), with its speaker."""
    noun = _leading(page, passage)
    if noun is None and not passage.ending:
        noun = _behind(page, passage)
    if noun is None:
        return None
    speaker = _owner(page, noun) or _issuer(page, noun)
    if speaker is None or not can_speak(page, speaker):
        return None
    why = f"“{page.parse.text(noun)}” before the quotation announces it as the words of “{page.parse.text(speaker)}”"
    return NounCue(Cue(noun, (noun,), Frame.BEFORE, why, passage.before), speaker)


def _leading(page: Page, passage: Passage) -> int | None:
    """Give the noun that ends the words before: bare, with "of", "that", a colon, or "was" (`her message was “…”`)."""
    tokens, parse = passage.before, page.parse
    if not tokens:
        return None
    last = parse.text(tokens[-1]).lower()
    if last in COMMAS:
        return _in_the_words(page, tokens)
    words = passage.quotation.words[0]
    if titled(parse.report.text[words.start : words.end]) or not (sentence_like(page, passage) or last in {":"} | _BE):
        return None
    if last == ":":
        nouns = [i for i in tokens[-_BEFORE_COLON:] if _names_words(page, i)]
        return nouns[-1] if nouns else None
    while tokens and parse.text(tokens[-1]).lower() in {"that", "of", "simply"} | _BE:
        tokens = tokens[:-1]
    if tokens and _names_words(page, tokens[-1]):
        return tokens[-1]
    subjects = [c for i in passage.before[-1:] for c in parse.children(parse.tokens[i].head, "nsubj") if c in passage.before]
    return subjects[0] if last in _BE and subjects and _names_words(page, subjects[0]) else None


def _in_the_words(page: Page, tokens: tuple[int, ...]) -> int | None:
    """Give "words" in `in the words of X, “…”` and `in X's words, “…”`."""
    parse = page.parse
    found = [i for i in tokens if parse.text(i).lower() == _WORDS and any(parse.text(c).lower() == "in" for c in parse.children(i, "case"))]
    return found[-1] if found else None


def _behind(page: Page, passage: Passage) -> int | None:
    """Give the noun right behind a quotation whose possessor stands right before it (`X's “yes we can” slogan`)."""
    if not passage.before or not passage.after:
        return None
    noun, parse = passage.after[0], page.parse
    owned = any(c == passage.before[-1] or passage.before[-1] in parse.subtree(c) for c in parse.children(noun, "nmod:poss"))
    return noun if owned and _names_words(page, noun) else None


def _names_words(page: Page, i: int) -> bool:
    return page.parse.tokens[i].upos == "NOUN" and page.parse.tokens[i].lemma.lower() in saying().utterances


def _owner(page: Page, noun: int) -> int | None:
    """Give the possessor of a noun, or what "of", "from" or "by" joins to it."""
    parse = page.parse
    own = [c for c in parse.children(noun, "nmod:poss") if c not in page.inside]
    of = [c for c in parse.children(noun, "nmod") if any(parse.text(k).lower() in _OF for k in parse.children(c, "case"))]
    return next((c for c in (*own, *of) if c not in page.inside and parse.tokens[c].upos in _NOMINAL), None)


def _issuer(page: Page, noun: int) -> int | None:
    """Give the subject of the verb that has the noun as its object (`the ministry issued a statement: “…”`)."""
    parse = page.parse
    if not parse.related(noun, "obj", "obl"):
        return None
    own = parse.children(parse.tokens[noun].head, "nsubj")
    return next((c for c in own if c not in page.inside and parse.tokens[c].rel != "nsubj:pass"), None)
