"""Nouns of saying with their clause or infinitive: `the claim that …`, `a call to …`, `his warning of …`.

Who says it is the noun's possessor, the name before it, who it is "by" or "from", or the subject of a verb that only performs it
(`made a promise to …`). Where nobody is named, a clause with "that" alone is taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.cues import Cue, Frame
from communique.extract.indirect.acts import act_of, acts
from communique.extract.indirect.performed import performed
from communique.extract.indirect.pointing import is_bare_name
from communique.extract.indirect.reported import Reported
from communique.extract.indirect.stretches import stretch
from communique.extract.passages import Page
from communique.extract.saying import lemmas
from communique.extract.speakers import speaker_of
from communique.extract.voices import can_speak
from communique.model.parse import ROOT, Parse

_FROM = frozenset({"by", "from"})
_CLOSE = 5


@dataclass(frozen=True, slots=True)
class _Complement:
    """What a noun of saying takes: its head, the last of the words that lead to it (the noun itself before "to"), and the kind of it."""

    head: int
    behind: int
    kind: str


def nouns(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    parse = page.parse
    kinds = acts().utterances
    known = frozenset().union(*kinds.values())
    for i, token in enumerate(parse.tokens):
        if token.upos == "NOUN" and i not in page.inside and token.lemma.lower() in known and (said := _complement(parse, i)):
            reported = _reported(page, i, said)
            if reported:
                yield reported


def _complement(parse: Parse, noun: int) -> _Complement | None:
    """Give the first complement behind a noun that it takes as a noun of saying."""
    lemma, kinds = parse.tokens[noun].lemma.lower(), acts().utterances
    for c in (c for c in (*parse.children(noun, "acl", "ccomp", "nmod"), *_misled(parse, noun)) if c > noun):
        leads = [k for k in parse.children(c, "mark", "case") if noun < k < c]
        kind = parse.text(leads[0]).lower() if leads else ""
        if lemma in kinds.get(kind, ()) and _fits(parse, c, kind):
            return _Complement(c, noun if kind == "to" else leads[0], kind)
    return None


def _misled(parse: Parse, noun: int) -> Iterator[int]:
    """Yield clauses with "that" which a tree hangs on whom the noun is by, from or to (`claims by officials and media that …`)."""
    for c in parse.children(noun, "nmod"):
        for k in (c, *parse.children(c, "conj")):
            if c > noun and any(parse.text(p).lower() in _FROM | {"to"} for p in parse.children(c, "case")):
                yield from (a for a in parse.children(k, "acl") if any(_that(parse, m) for m in parse.children(a, "mark")))


def _that(parse: Parse, i: int) -> bool:
    return parse.text(i).lower() == "that" and parse.tokens[i].upos == "SCONJ"


def _fits(parse: Parse, i: int, kind: str) -> bool:
    """Say whether a complement is of its kind: a clause with its own subject, an infinitive but not of speaking, else a noun."""
    if kind == "to":
        return parse.related(i, "acl", "ccomp") and not lemmas(parse, i) & acts().silence["any"]
    if kind == "that":
        return parse.related(i, "acl", "ccomp") and bool(parse.children(i, "nsubj", "csubj", "expl"))
    asks_to_speak = kind == "for" and lemmas(parse, i) & acts().silence["decline"] and parse.tokens[i].upos == "NOUN"
    return parse.tokens[i].upos != "PRON" and not asks_to_speak and not (kind == "of" and is_bare_name(parse, i))


def _reported(page: Page, noun: int, said: _Complement) -> Reported | None:
    parse = page.parse
    support = _support(page, noun)
    if any(parse.text(c).lower() == "no" for c in parse.children(noun, "det")) or (support is not None and not performed(page, support)):
        return None
    cue = _cue(page, noun, said, support)
    speaker = speaker_of(page, cue) if support is not None else None
    speaker = _owner(page, noun) if speaker is None else speaker
    content = stretch(page, [said.head], behind=said.behind)
    nobodys = speaker is None and not (said.kind == "that" and _reported_by_itself(parse, noun))
    if nobodys or not content or (support is None and _of_goods(parse, noun, said)):
        return None
    return Reported(content, cue, speaker)


def _reported_by_itself(parse: Parse, noun: int) -> bool:
    """Say whether a noun is of those reported though nobody says them, and that no act of speech holds (`rejected the claim that`)."""
    above = parse.tokens[noun].head
    held = parse.related(noun, "obj") and above != ROOT and act_of(parse, above) is not None
    return parse.tokens[noun].lemma.lower() in acts().unattributed and not held


def _support(page: Page, noun: int) -> int | None:
    """Give the verb that only performs what the noun names (`made a promise`), where the noun is its object."""
    parse, above = page.parse, page.parse.tokens[noun].head
    if above == ROOT or parse.tokens[above].upos != "VERB" or parse.tokens[noun].rel != "obj":
        return None
    return above if lemmas(parse, above) & acts().supports else None


def _owner(page: Page, noun: int) -> int | None:
    """Give whose saying it is: the possessor, who it is by or from, or a name that stands before it (`the Kremlin claim that …`)."""
    parse = page.parse
    by = [c for c in parse.children(noun, "nmod") if c > noun and any(parse.text(k).lower() in _FROM for k in parse.children(c, "case"))]
    named = [c for c in parse.children(noun, "compound", "amod") if _name(page, c)]
    owners = (*parse.children(noun, "nmod:poss"), *by, *named)
    owner = next((c for c in owners if c not in page.inside and can_speak(page, c)), None)
    return None if owner is None else _stands_for(parse, owner)


def _name(page: Page, i: int) -> bool:
    """Say whether a word before a noun names who speaks: a proper noun, or an adjective with a capital (`Russian demands for …`)."""
    parse = page.parse
    capital = parse.text(i)[:1].isupper() and i > parse.sentence_of(i).first
    nation = any(e.label == "NORP" and e.start <= parse.tokens[i].start < e.end for e in parse.entities)
    return parse.tokens[i].upos == "PROPN" or (parse.tokens[i].upos == "ADJ" and (capital or nation))


def _stands_for(parse: Parse, i: int) -> int:
    """Give the noun that "whose" belongs to, else the token itself."""
    if parse.text(i).lower() != "whose":
        return i
    clause = next((k for k in parse.ancestors(i) if parse.related(k, "acl")), i)
    return i if clause == i else parse.tokens[clause].head


def _of_goods(parse: Parse, noun: int, said: _Complement) -> bool:
    """Say whether a demand may be one of a market (`China's demand for oil`): one demand for a thing, unless it is a person's."""
    mine = any(parse.tokens[c].upos == "PRON" for c in parse.children(noun, "nmod:poss"))
    return said.kind == "for" and parse.tokens[noun].lemma.lower() == "demand" and not parse.tokens[noun].has("Number=Plur") and not mine


def _cue(page: Page, noun: int, said: _Complement, support: int | None) -> Cue:
    first = support if support is not None and 0 < noun - support < _CLOSE else noun
    last = said.behind if said.behind - noun <= 1 else noun
    sentence = page.parse.sentence_of(noun)
    around = tuple(i for i in range(sentence.first, sentence.last) if i not in page.inside)
    why = f"“{page.parse.text(noun)}” tells what is claimed, asked, promised or warned of"
    return Cue(noun if support is None else support, tuple(range(first, last + 1)), Frame.BEFORE, why, around)
