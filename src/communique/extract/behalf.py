"""For whom a speaker speaks: a spokesman's body, and whom the words around the cue name (`speaking for the EU`, `on behalf of`)."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.cue_clauses import CueClause
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.saying import lemmas, saying
from communique.extract.speakers import words_of
from communique.model.actor import ActorKind, Named
from communique.model.span import Span

_FOR = frozenset({"for", "of", "from", "at"})
_TITLES = ("nmod:desc", "compound", "flat", "appos", "nmod")


@dataclass(frozen=True, slots=True)
class Behalf:
    """The actor spoken for, None where the report names none by these words; the words, and the reason."""

    named: Named | None
    words: tuple[Span, ...]
    why: str


def on_behalf(names: Names, clause: CueClause | None, *, speaker: int | None, actor: Named | None) -> Behalf | None:
    """Give whom a speaker speaks for: told around the cue, by the speaker's own phrase, or by the speaker's role."""
    page = names.page
    if clause is not None and (told := next(_told(names, clause, actor), None)):
        return told
    if speaker is not None:
        for noun in _nouns(page, speaker, actor):
            if body := _body(names, noun, actor):
                return body
    return _by_role(names, actor) if actor else None


def _told(names: Names, clause: CueClause, actor: Named | None) -> Iterator[Behalf]:
    """Yield whom the clause names behind "on behalf of", or behind "speaking for"."""
    page = names.page
    for i in clause.tokens:
        owners = page.parse.children(i, "nmod") if page.parse.text(i).lower() == "behalf" else ()
        cases = {page.parse.text(c).lower() for c in page.parse.children(i, "case")}
        above = page.parse.tokens[i].head
        for_whom = "for" in cases and above >= 0 and bool(lemmas(page.parse, above) & saying().speaking) and page.parse.related(i, "obl")
        for owner in (*owners, *((i,) if for_whom else ())):
            if named := _spoken_for(names, owner, actor):
                yield Behalf(named, (words_of(page, owner),), f"the words around the cue say that it is said for {named.name}")


def _nouns(page: Page, head: int, actor: Named | None) -> Iterator[int]:
    """Yield the nouns of the speaker's phrase by which one speaks for another: `spokesman`, beside the name or in its stead."""
    for i in (head, *page.parse.children(head, *_TITLES)):
        if (actor or not page.parse.related(i, "appos")) and _speaks_for(page, i):
            yield i


def _speaks_for(page: Page, i: int) -> bool:
    parse = page.parse
    word = parse.text(i).lower()
    press = word in {"secretary", "officer", "chief"} and any(parse.text(c).lower() == "press" for c in parse.children(i))
    return parse.tokens[i].upos in {"NOUN", "PROPN"} and (press or bool({word, parse.tokens[i].lemma.lower()} & saying().spokesmen))


def _body(names: Names, noun: int, actor: Named | None) -> Behalf | None:
    """Give whom a spokesman's noun names: behind "for", as possessor, or right before it (`Kremlin spokesman`)."""
    page = names.page
    for c in page.parse.children(noun, "nmod", "compound", "amod", "nmod:poss", "nmod:desc"):
        cases = {page.parse.text(k).lower() for k in page.parse.children(c, "case")} - {"'s", "’s", "'", "’"}
        if cases - _FOR or (c > noun and not cases):
            continue
        if named := _spoken_for(names, c, actor):
            return Behalf(named, (words_of(page, c),), f"“{page.parse.text(noun)}” speaks for {named.name}")
    return None


def _spoken_for(names: Names, head: int, actor: Named | None) -> Named | None:
    """Give the actor of the words that a spokesman's noun or "for" leads to; not the spokesman, be it one without a name."""
    token = names.page.parse.tokens[head].span
    own = actor.id if actor else None
    over = [(len(s), n.id, n) for s, n in names.near(token) if s.covers(token) and n.id != own and not _is_title(n)]
    if over:
        return max(over, key=lambda found: found[:2])[2]
    named = names.by_id(names.who(head).actor)
    return None if named is None or named.id == own or _is_title(named) else named


def _is_title(named: Named) -> bool:
    """Say whether an actor is nobody to speak for: without a name, or by its name a spokesman's title (`Berlin police spokeswoman`)."""
    words = named.name.lower().split()
    return named.kind is ActorKind.UNNAMED or bool(set(words) & saying().spokesmen) or words[-1:] == ["press"]


def _by_role(names: Names, actor: Named) -> Behalf | None:
    """Give whom a person speaks for whose one role in the report is to speak for somebody."""
    roles = [r for r in actor.roles if set(r.title.lower().split()) & saying().spokesmen or "press secretary" in r.title.lower()]
    owners = {r.of: r for r in roles if r.of}
    if len(owners) != 1 or len(roles) < len(actor.roles):
        return None
    (owner, role) = next(iter(owners.items()))
    cite = role.cites[0]
    named = _within(names, cite.span, actor) or names.by_key(owner or "")
    if named is None:
        return Behalf(None, (cite.span,), f"{actor.name} speaks for {owner}, which no actor of the report is")
    return Behalf(named, (cite.span,), f"“{cite.quote}” makes {actor.name} speak for {named.name}")


def _within(names: Names, words: Span, actor: Named) -> Named | None:
    """Give the actor with the longest name in a role's words: the ministry rather than its state."""
    held = [(len(s), n.id, n) for s, n in names.near(words) if words.covers(s) and n.id != actor.id and n.kind is not ActorKind.UNNAMED]
    return max(held, key=lambda found: found[:2])[2] if held else None
