"""Who a verb of saying makes the speaker of a clause without marks: what shows something must be evidence, what says it must speak."""

from communique.extract.cues import Cue
from communique.extract.indirect.performed import performed
from communique.extract.passages import Page
from communique.extract.saying import lemmas, saying
from communique.extract.speakers import speaker_of
from communique.model.parse import ROOT

_IMPERSONAL = frozenset({"it", "there"})
_WITHHOLDING = frozenset({"decline", "refuse"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "shall", "'ll", "’ll", "'d", "’d", "wo", "ca"})


def uttered(page: Page, verb: int) -> bool:
    """Say whether something is told as said, asked or withheld, not as what someone may, must or is to say (`could argue that …`)."""
    parse, token = page.parse, page.parse.tokens[verb]
    auxiliaries = {parse.text(c).lower() for c in parse.children(verb, "aux")}
    if token.has("VerbForm=Inf") and not auxiliaries:
        held_back = token.head != ROOT and bool(lemmas(parse, token.head) & _WITHHOLDING)
        return held_back or performed(page, verb)
    denied = any(parse.text(c).lower() in _NOT for c in parse.children(verb, "advmod"))
    return denied or not auxiliaries & _MODALS


def speaker_for(page: Page, cue: Cue) -> int | None:
    """Give the head of the speaker's phrase, None where nobody is named or the subject is no speaker."""
    parse = page.parse
    if lemmas(parse, cue.head) & saying().shown:
        return _evidence(page, cue.head)
    found = speaker_of(page, cue)
    infinitive = parse.tokens[cue.head].has("VerbForm=Inf")
    return None if found is not None and infinitive and parse.text(found).lower() in _IMPERSONAL else found


def _evidence(page: Page, verb: int) -> int | None:
    parse = page.parse
    subjects = [c for c in parse.children(verb, "nsubj") if c not in page.inside]
    if parse.related(verb, "acl") and not subjects:
        subjects = [parse.tokens[verb].head]
    if not subjects:
        return None
    token = parse.tokens[subjects[0]]
    named = token.upos == "PROPN"
    return subjects[0] if named or {token.lemma.lower(), parse.text(subjects[0]).lower()} & saying().evidence else None
