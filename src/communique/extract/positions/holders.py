"""Holders: whose a stance is. A member's words are never its alliance's; people without a name keep the words that tell of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from communique.extract.known import FIRST, Known
from communique.extract.phrases import case, conjuncts, phrase
from communique.extract.positions.denial import is_denied
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, places, words
from communique.model.actor import ActorKind, Who
from communique.model.mention import Statement
from communique.model.parse import Parse

_PEOPLE = re.compile(
    r"(?:ists?|crats?|ians|eers|makers?|holders?|workers?|owners?|goers?|leaders?|partiers|[a-z]{3}men|women|people|folk)$"
)
"""Endings of nouns for people, most of them of the plural."""
_OFTEN = 4
"""Places from which on a person whose office is not told is one whom the report is about."""
_SUCH = frozenset({"including", "like"})
"""Prepositions before the names of some of the people just told of."""
_DEVERBAL = {"recommendation": "recommend", "demand": "demand", "request": "request", "proposal": "propose", "requirement": "require"}
"""Nouns of asking, with the verbs that tell who asks."""
_PERSONAL = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})


def holders(known: Known, taking: Taking, said: Statement | None) -> Iterator[tuple[int, Who]]:
    """Yield whose stance it is, numbered: whom the subject names; the speaker for "we" and "I", and for a wish without a subject."""
    if taking.holder is None:
        if said and (side := speaking_for(said)):
            yield 0, side
        return
    if said and known.parse.text(taking.holder).lower() in FIRST:
        if side := speaking_for(said):
            yield 0, _told_by(known, side, taking.holder)
        return
    for n, i in enumerate(_joined(known, taking.holder)):
        if who := _one(known, i, said):
            yield n, who


def _told_by(known: Known, side: Who, i: int) -> Who:
    """Give a speaker's side with the word by which it names itself; people without a name keep the words that tell of them."""
    token, told = known.parse.tokens[i], side.cite.quote.lower() if side.cite else ""
    text = told.rpartition(" ")[2] in words("holders", "suits") | words("holders", "texts")  # "we" of a letter are who wrote it
    own = (side.actor or told in _PERSONAL or text) and not known.parse.related(i, "nmod:poss")
    return replace(side, cite=known.parse.report.cite(token.start, token.end)) if own else side


def _joined(known: Known, i: int) -> list[int]:
    """Give all whom a noun phrase names: those joined, those set one after the other before "and", those "including" introduces."""
    parse, found = known.parse, list(conjuncts(known.parse, i))
    beside = [c for c in parse.children(i, "appos") if _is_person(known, c) and _is_person(known, i)]
    listed = [k for c in beside for k in conjuncts(parse, c)]
    if len(listed) > len(beside) or (listed and found[-1] > listed[-1]):  # "A, B and C": the tree takes B for an apposition
        found += listed
    for child in parse.children(i, "nmod", "acl"):
        if case(parse, child) in _SUCH and parse.tokens[child].upos == "PROPN":
            found += conjuncts(parse, child)
    return found


def _is_person(known: Known, i: int) -> bool:
    token = known.parse.tokens[i]
    return token.upos == "PROPN" and any(e.label == "PER" for e in known.parse.entities_at(i))


def speaking_for(said: Statement) -> Who | None:
    """Give for whom a statement speaks: the body it is made for, else its speaker."""
    if said.on_behalf_of:
        return Who(said.on_behalf_of, said.speaker.cite)
    return said.speaker if said.speaker.actor or said.speaker.cite else None


def is_public(known: Known, i: int) -> bool:
    """Say whether a noun tells of a state, a body, people of a public role, or somebody who is given one: whose wishes are positions."""
    parse = known.parse
    if parse.text(i).lower() in FIRST:
        said = known.statement_at(parse.tokens[i].span)
        return said is not None and is_public_speaker(known, said)
    who = next((w for w in known.who(i) if w.actor), None)
    if who is None:
        if (named_before := antecedent(known, i)) is not None:
            return is_public(known, named_before)
        asking = parse.tokens[i].upos == "NOUN" and _is_name(known, i)
        private = lemma(parse, i) in words("holders", "private")
        return asking or (_is_people(known, i) and parse.tokens[i].upos != "PRON" and not private)
    return _has_role(known, who)


def is_public_speaker(known: Known, said: Statement) -> bool:
    """Say whether a statement is somebody's of public life, or of people without a name who act together."""
    who = speaking_for(said)
    return who is not None and (_has_role(known, who) if who.actor else True)


def _has_role(known: Known, who: Who | None) -> bool:
    found = known.by_id.get(who.actor) if who and who.actor else None
    return found is not None and bool(found.kind is not ActorKind.PERSON or found.roles or found.key)


def _one(known: Known, i: int, said: Statement | None) -> Who | None:
    """Give whom one noun names, else its own words where it tells of people or bodies; "no one" holds nothing."""
    parse = known.parse
    counting = parse.children(i, "det", "amod", "nummod")
    if any(parse.text(c).lower() in words("holders", "nobody") for k in (i, *counting) for c in (k, *parse.children(k, "advmod"))):
        return None
    named = next((w for w in known.who(i, said) if w.actor), None)
    if named:
        return named if any(n.id == named.actor and n.kind is not ActorKind.OUTLET for n in known.named) else None
    if told := known.speaker_at(parse.tokens[i].span) or _author(known, i):
        return told
    alone = next(iter(known.cast.modifier(i)), None) if parse.related(i, "amod", "compound", "nmod:poss") else None
    return alone or _unnamed(known, i)


def _unnamed(known: Known, i: int) -> Who | None:
    """Give people by the words that tell of them: at a pronoun, those of its chain."""
    parse, named_before = known.parse, antecedent(known, i)
    bare = parse.text(i).lower() in words("holders", "bare")
    people = (_is_people(known, i) or _is_name(known, i)) and (parse.tokens[i].upos != "PRON" or bare)
    if named_before is None and not people:
        return None
    span = phrase(parse, i if named_before is None else named_before)
    return Who(None, parse.report.cite(span.start, span.end))


def antecedent(known: Known, i: int) -> int | None:
    """Give the head of the first words that name the people of a pronoun's chain, where they have no name of their own."""
    parse = known.parse
    if parse.text(i).lower() not in _PERSONAL:
        return None
    for span in parse.chain_of(parse.tokens[i].span):
        inside = parse.tokens_in(span)
        head = next((k for k in inside if parse.tokens[k].head not in inside), None)
        if head is not None and parse.tokens[head].upos in {"NOUN", "PROPN", "NUM", "DET"} and _tells_of_people(known, head):
            return head
    return None


def _tells_of_people(known: Known, i: int) -> bool:
    return _is_people(known, i) or _is_name(known, i)


def _is_name(known: Known, i: int) -> bool:
    """Say whether a noun is a name that the pipeline found, though it names no known actor, or a text that asks for something."""
    token = known.parse.tokens[i]
    labels = {"PER", "ORG", "LOC", "MISC"} if token.has("Number=Plur") else {"PER", "ORG", "LOC"}
    named = token.upos == "PROPN" and any(e.label in labels for e in known.parse.entities_at(i))
    nation = token.has("Number=Plur") and token.upos == "PROPN" and any(known.tables.matches(known.parse.text(i)))
    return named or nation or (token.upos == "NOUN" and lemma(known.parse, i) in words("holders", "suits"))


def _is_people(known: Known, i: int) -> bool:
    """Say whether a noun tells of people or bodies, or counts some ("all of the allies")."""
    parse = known.parse
    if parse.text(i).lower() in words("holders", "bare") and not _counted(parse, i):
        return True
    if _PEOPLE.search(parse.text(i).lower()):
        return True
    if lemma(parse, i) in words("holders", "quantities"):
        return any(_is_people(known, c) or known.cast.at(c) for c in _counted(parse, i))
    return bool({lemma(parse, i), parse.text(i).lower(), parse.text(i).lower().removesuffix("s")} & _people())


@cache
def _people() -> frozenset[str]:
    """Give the nouns for people and bodies, whether one asks after their wishes or not."""
    return words("holders", "people") | words("holders", "bodies") | words("holders", "private")


def _counted(parse: Parse, i: int) -> list[int]:
    """Give whom a word of number counts."""
    return [c for c in parse.children(i, "nmod") if case(parse, c) in {"of", "in", "inside"} and parse.tokens[c].upos != "PRON"]


def _author(known: Known, i: int) -> Who | None:
    """Give who made a text that asks for things ("the Russian proposals"): named at it, or where it was spoken of before."""
    parse, name = known.parse, lemma(known.parse, i)
    if name not in words("holders", "texts"):
        return None
    verb = _DEVERBAL.get(name)
    for j in sorted((k for k in {*places(parse, name), *(places(parse, verb) if verb else ())} if k <= i), reverse=True):
        makers: tuple[int, ...] = ()
        if lemma(parse, j) == name:
            makers = (*parse.children(j, "nmod:poss"), *parse.children(j, "amod", "compound"))
        elif verb and parse.tokens[j].upos == "VERB" and lemma(parse, j) == verb and not is_denied(parse, j):
            makers = parse.children(j, "nsubj")
        found = [w for m in makers for w in (*known.who(m), *known.cast.modifier(m)) if w.actor]
        if found:
            return Who(found[0].actor, parse.report.cite(parse.tokens[i].start, parse.tokens[i].end))
        if verb and makers and parse.tokens[j].upos == "VERB" and (maker := _unnamed(known, makers[0])):
            return maker
    return None
