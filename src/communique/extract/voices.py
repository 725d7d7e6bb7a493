"""Voices: who can speak at all, who passes another's words on, and who speaks together with whom."""

from communique.extract.cues import Cue
from communique.extract.passages import Page
from communique.extract.saying import lemmas, saying
from communique.model.parse import ROOT

_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})


def can_speak(page: Page, head: int) -> bool:
    """Say whether a noun phrase can be a speaker or be spoken to: no thing, day or abstraction, by its head noun alone."""
    token, known = page.parse.tokens[head], saying()
    if page.parse.timed(head):
        return False
    if token.upos == "PRON":
        return page.parse.text(head).lower() not in known.mute_pronouns
    if token.upos != "NOUN":
        return True
    forms = {token.lemma.lower(), page.parse.text(head).lower()}
    if forms & (known.speaking_nouns | known.utterances | known.channels.keys()) - known.things:
        return True
    return not (forms & known.things or token.lemma.lower().endswith(known.thing_endings))


def relayed(page: Page, cue: Cue) -> tuple[int, int | None] | None:
    """Give who is quoted and who quotes them (None where not told) in `X quoted Y as saying “…”`, `Y was quoted (by X) as saying`."""
    verb = _relaying(page, cue)
    if verb is None:
        return None
    parse = page.parse
    passive = [c for c in parse.children(verb, "nsubj:pass") if c not in page.inside]
    agents = [c for c in parse.children(verb, "obl:agent") if c not in page.inside]
    if passive or (parse.related(verb, "acl") and parse.tokens[verb].has("Tense=Past") and not parse.children(verb, "nsubj")):
        return (passive[0] if passive else parse.tokens[verb].head), (agents[0] if agents else None)
    quoted = [c for c in parse.children(verb, "obj", "iobj") if verb < c <= cue.head and c not in page.inside]
    by = [c for c in parse.children(verb, "nsubj") if c not in page.inside]
    return (quoted[0], by[0] if by else None) if quoted and parse.tokens[quoted[0]].upos in _NOMINAL else None


def _relaying(page: Page, cue: Cue) -> int | None:
    """Give the verb `quoted` or `cited` above a cue that "as" leads to."""
    parse, above = page.parse, page.parse.tokens[cue.head].head
    if above == ROOT or not any(parse.text(c).lower() == "as" for c in parse.children(cue.head, "mark", "case")):
        return None
    return above if above < cue.head and lemmas(parse, above) & saying().relayed else None


def together(page: Page, head: int) -> tuple[int, ...]:
    """Give the heads of those who speak together with `head` as one coordinated subject (`Weil and Orban said`), in order."""
    parse = page.parse
    return tuple(
        c
        for c in parse.children(head, "conj")
        if c > head and c not in page.inside and parse.tokens[c].upos in _NOMINAL and can_speak(page, c)
    )
