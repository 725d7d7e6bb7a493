"""Texts that speak: a statement, a letter or a report says what its issuer says, where the report tells whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.described import described
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.speakers import words_of
from communique.model.actor import ActorKind, Named
from communique.model.parse import ROOT

_FROM = frozenset({"from", "by"})
"""Not "of", which tells what a review or an analysis is about."""
_ISSUED = frozenset({"sign", "send", "issue", "release", "publish", "write", "post", "author", "pen", "file"})
_OWN = ("nmod:poss", "compound", "amod", "nmod:desc")
_BACK = 3
"""Paragraphs within which "the letter" is the letter told of before."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who speaks through a text, and the reason in words."""

    named: Named
    why: str


def is_text(page: Page, head: int) -> bool:
    """Say whether a noun is a text that speaks for whom it is from: no name ("the Post"), no article of a treaty ("Article 4")."""
    token = page.parse.tokens[head]
    named = not page.parse.text(head).islower() and head != page.parse.sentence_of(head).first
    return (
        token.upos in {"NOUN", "PROPN"}
        and not named
        and token.lemma.lower() in described().texts
        and not page.parse.children(head, "nummod")
    )


def issuer_of(page: Page, names: Names, head: int) -> Issuer | None:
    """Give who speaks through the text that a noun names: told with it, else with the same noun shortly before; None where two are."""
    words = page.parse.text(head)
    own = _issuers(page, names, head)
    if own:
        return Issuer(own[0], f"the report gives the {words.lower()} as {own[0].name}'s") if len(own) == 1 else None
    if not _given(page, head):
        return None
    found = {n.id: n for i in _before(page, head) for n in (*_issuers(page, names, i), *_holders(page, names, i))}
    first = next(iter(found.values()), None)
    return (
        Issuer(first, f"“{words}” is the {words.lower()} of {first.name} that the report names before")
        if first and len(found) == 1
        else None
    )


def _given(page: Page, head: int) -> bool:
    """Say whether the reader knows the text already: "the letter", "the statement"."""
    return any(page.parse.text(c).lower() in {"the", "this", "that"} for c in page.parse.children(head, "det"))


def _before(page: Page, head: int) -> Iterator[int]:
    """Yield the earlier places of the noun within a few paragraphs, the nearest first."""
    parse, noun = page.parse, page.parse.tokens[head].lemma.lower()
    starts = [p.start for p in page.paragraphs if p.start <= parse.tokens[head].start]
    limit = starts[-min(len(starts), _BACK + 1)] if starts else 0
    for i in range(head - 1, -1, -1):
        if parse.tokens[i].start < limit:
            return
        if parse.tokens[i].lemma.lower() == noun and parse.tokens[i].upos in {"NOUN", "PROPN"}:
            yield i


def _issuers(page: Page, names: Names, head: int) -> tuple[Named, ...]:
    """Give whom the phrase itself makes the issuer: a possessor, a name before the noun, "from" or "by" behind it, who signed it."""
    parse, found = page.parse, dict[str, Named]()
    for c in parse.children(head):
        cases = {parse.text(k).lower() for k in parse.children(c, "case")}
        source = parse.related(c, "nmod", "obl") and bool(cases & _FROM) and not parse.related(c, "nmod:poss")
        signed = parse.related(c, "acl") and parse.tokens[c].lemma.lower() in _ISSUED
        agents = [a for a in parse.children(c, "obl") if signed and any(parse.text(k).lower() == "by" for k in parse.children(a, "case"))]
        for i in (*([c] if source or parse.related(c, *_OWN) else []), *agents):
            if named := _named(page, names, i):
                found[named.id] = named
    return tuple(found.values())


def _holders(page: Page, names: Names, i: int) -> tuple[Named, ...]:
    """Give who writes, sends or speaks in an earlier text: its verb's subject (`sent a letter`, `said in a statement`)."""
    parse, verb = page.parse, page.parse.tokens[i].head
    if verb == ROOT or parse.tokens[verb].upos != "VERB" or not parse.related(i, "obj", "obl"):
        return ()
    if parse.tokens[i].lemma.lower() not in described().own:
        return ()
    into = {parse.text(k).lower() for k in parse.children(i, "case")}
    if into - {"in"} or (parse.related(i, "obj") and parse.tokens[verb].lemma.lower() not in _ISSUED):
        return ()
    subjects = [c for c in parse.children(verb, "nsubj") if parse.tokens[c].rel != "nsubj:pass"]
    named = _named(page, names, subjects[0]) if subjects else None
    return (named,) if named else ()


def _named(page: Page, names: Names, i: int) -> Named | None:
    """Give the actor that a phrase names, if it can issue a text; a person's office is not the person."""
    found = names.by_id(names.who(i).actor)
    inside = found is not None and words_of(page, i).covers(page.parse.tokens[i].span)
    return found if inside and found is not None and found.kind is not ActorKind.BLOC else None
