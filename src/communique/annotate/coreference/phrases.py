"""Who can corefer: the names, nouns and pronouns of a report, each with what agreement needs to know of it.

A name's span is its entity's, so that other rooms find it by the entity. A noun's span is its noun phrase without what is set off
from it (apposition, conjuncts, a copula and its subject); a pronoun's is the word.
"""

from dataclasses import dataclass
from enum import StrEnum

from communique.annotate.coreference.lists import Lists
from communique.annotate.coreference.syntax import Syntax
from communique.model.parse import Entity, Parse
from communique.model.span import Span


class Form(StrEnum):
    """What the words are."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"
    GROUP = "group"


PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "'em"), "they"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
}
"""Pronouns that are resolved, and the class of each. "We" and "you" are left out: whom they hold is seldom said."""

_INSIDE = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:desc", "dep", "reparandum", "list"})
"""Relations of nouns that are parts of another phrase."""
_NARROWING = frozenset(("amod", "compound", "nummod", "nmod", "acl", "flat", "advmod"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_GENDERS = {"he": "male", "she": "female"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may name a referent. `sort` is PER, ORG, LOC or "" for another thing or unknown; `gender` "" is unknown.

    `key` is the lower-cased name, the noun's lemma or the pronoun's class; `modifiers` the lemmas that narrow a noun down; `plural` None is
    unknown. `descriptors` are the words by which the report calls the named person at this place: ambassador, us, nato.
    `restricted` says that something behind the noun narrows it down, `owned` that it has a possessor.
    """

    head: int
    first: int
    last: int
    span: Span
    form: Form
    sort: str
    key: str
    gender: str = ""
    plural: bool | None = False
    definite: bool = False
    modifiers: frozenset[str] = frozenset()
    restricted: bool = False
    owned: bool = False
    descriptors: frozenset[str] = frozenset()
    members: tuple[int, ...] = ()


def phrases_of(parse: Parse, syntax: Syntax, words: Lists) -> tuple[Phrase, ...]:
    """Give the phrases of a report in the order of the text, the longer one first where two begin together."""
    names = [n for e in parse.entities if (n := _name(parse, words, e))]
    inside = {i for n in names for i in range(n.first, n.last)}
    found = list(names)
    for i, token in enumerate(parse.tokens):
        if i in inside:
            continue
        if token.upos == "PRON" and token.rel != "expl" and (kind := PRONOUNS.get(parse.text(i).lower())):
            found.append(_pronoun(parse, i, kind))
        elif token.upos in ("NOUN", "PROPN") and (noun := _noun(parse, syntax, words, i)):
            found.append(noun)
    by_head = {p.head: p for p in found}
    found.extend([g for p in found if (g := _group(parse, syntax, p, by_head))])
    return tuple(sorted(found, key=lambda p: (p.span.start, -p.span.end, p.form)))


def _name(parse: Parse, words: Lists, entity: Entity) -> Phrase | None:
    inside = parse.tokens_in(Span(entity.start, entity.end))
    if not inside or entity.label == "NORP" or (len(inside) == 1 and parse.text(inside[0]).lower() in words.persons | words.titles):
        return None
    first, last = inside[0], inside[-1] + 1
    head = next((i for i in inside if not first <= parse.tokens[i].head < last), inside[-1])
    sort = entity.label if entity.label in ("PER", "ORG", "LOC") else ""
    around = _descriptors(parse, words, head, range(first, last))
    gender = ""
    if sort == "PER":
        told = (words.genders.get(w, "") for w in (*around, *_title_words(parse, first)))
        gender = next((g for g in told if g), words.given.get(parse.text(first).lower(), ""))
    plural = parse.tokens[inside[-1]].has("Number=Plur") and sort == "PER"
    return Phrase(
        head, first, last, Span(entity.start, entity.end), Form.NAME, sort, parse.report.text[entity.start : entity.end].lower(),
        gender=gender, plural=plural, definite=True, descriptors=around,
    )  # fmt: skip


def _title_words(parse: Parse, first: int) -> tuple[str, ...]:
    """Give the words of the title right before a name and the name's own first word, which may be one ("Mrs Smith")."""
    return tuple(parse.text(i).lower().rstrip(".") for i in (first, first - 1) if i >= 0)


def _descriptors(parse: Parse, words: Lists, head: int, name: range) -> frozenset[str]:
    """Give the person nouns said of a name and what narrows them down: title, apposition, predicate, the noun it stands behind."""
    tokens = parse.tokens
    near = [c for i in name for c in parse.children(i, "nmod:desc", "compound", "appos", "amod")]
    if tokens[head].rel.split(":")[0] in ("appos", "flat", "nsubj") or tokens[head].rel == "nmod:desc":
        above = tokens[head].head
        if above >= 0 and (tokens[head].rel.split(":")[0] != "nsubj" or parse.children(above, "cop")):
            near.append(above)
    if name.start and tokens[name.start - 1].upos in ("PROPN", "NOUN"):
        near.append(name.start - 1)
    nouns = [i for i in near if tokens[i].upos in ("NOUN", "PROPN") and _plain(tokens[i].lemma) in words.persons | words.titles]
    narrowed = [c for i in nouns for c in parse.children(i, "amod", "compound", "nmod", "flat") if c not in name]
    return frozenset(_plain(tokens[i].lemma) for i in (*nouns, *narrowed))


def _plain(lemma: str) -> str:
    """Give a lemma in lower case without stops ("U.S.", "Gen.")."""
    return lemma.lower().replace(".", "")


def _pronoun(parse: Parse, i: int, kind: str) -> Phrase:
    sort = "PER" if kind in ("he", "she", "i") else ""
    return Phrase(
        i, i, i + 1, parse.tokens[i].span, Form.PRONOUN, sort, kind, gender=_GENDERS.get(kind, ""), plural=kind == "they", definite=True
    )


def _noun(parse: Parse, syntax: Syntax, words: Lists, i: int) -> Phrase | None:
    token, lemma = parse.tokens[i], parse.tokens[i].lemma.lower()
    if token.rel in _INSIDE or syntax.base[i] in _INSIDE or lemma in words.times or not lemma[:1].isalpha() or _of_title(parse, words, i):
        return None
    first, last = syntax.phrase(i)
    asides = [parse.subtree(c)[0] for c in parse.children(i, "acl:relcl") if not _narrows(parse, c)]
    last = min([last, *(a for a in asides if a > i)])
    kept = [c for c in parse.children(i) if first <= c < last]
    determiners = {parse.tokens[c].lemma.lower() for c in kept if syntax.base[c] == "det"}
    modifiers = {_plain(parse.tokens[c].lemma) for c in kept if syntax.base[c] in _NARROWING and _narrows(parse, c)}
    sort = _sort(lemma, words)
    proper = token.upos == "PROPN"
    return Phrase(
        i,
        first,
        last,
        Span(parse.tokens[first].start, parse.tokens[last - 1].end),
        Form.NAME if proper and not sort else Form.NOUN,
        sort,
        lemma,
        gender=words.genders.get(lemma, "") if sort == "PER" else "",
        plural=token.has("Number=Plur") or lemma in ("people", "police"),
        definite=bool(determiners & _DEFINITE) or (proper and not determiners),
        modifiers=frozenset(modifiers),
        restricted=last > i + 1,
        owned=any(parse.tokens[c].rel == "nmod:poss" for c in kept),
    )


def _narrows(parse: Parse, i: int) -> bool:
    """Say whether a modifier tells which one is meant: no possessor does so here, nor a clause set off by a mark (", who …")."""
    if parse.tokens[i].rel == "acl:relcl":
        return any(c.isalnum() for c in parse.text(parse.subtree(i)[0]))
    return parse.tokens[i].rel != "nmod:poss"


def _sort(lemma: str, words: Lists) -> str:
    """Give the kind of thing that a noun names, as far as the lists know it."""
    if lemma in words.persons:
        return "PER"
    return "ORG" if lemma in words.organisations else "LOC" if lemma in words.places else ""


def _of_title(parse: Parse, words: Lists, i: int) -> bool:
    """Say whether a proper noun is only part of an office ("Secretary of State")."""
    token = parse.tokens[i]
    return token.upos == "PROPN" and token.rel == "nmod" and parse.tokens[token.head].lemma.lower() in words.titles


def _group(parse: Parse, syntax: Syntax, phrase: Phrase, by_head: dict[int, Phrase]) -> Phrase | None:
    """Give "A and B" as one phrase, where every member is a phrase of its own."""
    conjuncts = parse.children(phrase.head, "conj")
    if not conjuncts or phrase.form is Form.PRONOUN or any(c not in by_head for c in conjuncts):
        return None
    if not any(parse.tokens[c].lemma in ("and", "&") for j in conjuncts for c in parse.children(j, "cc")):
        return None
    members = [phrase, *(by_head[c] for c in conjuncts)]
    extents = [(phrase.first, phrase.last), *(syntax.phrase(m.head) for m in members)]
    first, last = min(e[0] for e in extents), max(e[1] for e in extents)
    sort = phrase.sort if all(m.sort == phrase.sort for m in members) else ""
    span = Span(parse.tokens[first].start, parse.tokens[last - 1].end)
    return Phrase(
        phrase.head, first, last, span, Form.GROUP, sort, "and", plural=True, definite=True, members=tuple(m.head for m in members)
    )
