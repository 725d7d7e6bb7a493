"""Titles beside a name: in an apposition behind it, or as the phrase that the name is an apposition of."""

from collections.abc import Iterator, Sequence

from communique.extract.actors.office_words import is_office
from communique.extract.actors.titles import Title, title_in
from communique.model.parse import Entity as NamedEntity
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import How, Tables

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LINKS = frozenset({"of", "for", "to", "on", "at", "in"})
_STOPS = frozenset({",", "(", ")", "“", "”", "’’", "''", '"', ";", ":", "–", "—"})
_LONGEST = 12


def beside(parse: Parse, last: int, tables: Tables, *, head: int) -> Title | None:
    """Give the title in the apposition behind the name that ends with token `last`: "Julianne Smith, US ambassador to NATO, said"."""
    for child in parse.children(head, "appos"):
        inside = tuple(i for i in parse.subtree(child) if i > last)
        words = run(parse, inside, tables)
        if not _is_anothers(parse, words) and (found := of_one(parse, apposed(parse, words, tables), tables)):
            return found
    aged = last + 3 < len(parse.tokens) and parse.tokens[last + 2].upos == "NUM" and parse.text(last + 1) == parse.text(last + 3) == ","
    after = last + (3 if aged else 1)
    if after < len(parse.tokens) and parse.text(after) in {",", "("}:
        behind = run(parse, tuple(range(after + 1, min(parse.sentence_of(last).last, after + _LONGEST))), tables)
        own = not _is_anothers(parse, behind) and not _is_subject(parse, behind, head)
        return of_one(parse, apposed(parse, behind, tables), tables) if own else None
    return None


def coordinated(parse: Parse, head: int, tables: Tables) -> Iterator[int]:
    """Yield the nouns for offices that are joined to an apposition of a name ("a legislator and former minister"), not to a clause."""
    apposed_to = [c for c in parse.children(head, "appos") if parse.tokens[c].upos in {"NOUN", "PROPN"}]
    if not apposed_to:
        return
    inside = {i for c in apposed_to for i in _without_clauses(parse, c)}
    later = {i for c in parse.children(head, "conj") if c > apposed_to[0] for i in (c, *parse.children(c, "conj"))}
    for i in sorted(inside | later):
        joined = parse.related(i, "conj") and parse.tokens[i].upos == "NOUN" and not _has_person(parse, apposed_to[0], i)
        if joined and tables.office(parse.text(i)) is not None:
            yield i


def _has_person(parse: Parse, first: int, i: int) -> bool:
    """Say whether somebody else is named between an apposition and a noun joined to it, or right behind that: whose office it then is."""
    people = {e.start for e in parse.entities if e.label == "PER"}
    beside = parse.children(i, "appos", "flat", "nmod:desc")
    return _is_anothers(parse, (i,)) or any(parse.tokens[n].start in people for n in (*range(first, i), *beside))


def _without_clauses(parse: Parse, i: int) -> Iterator[int]:
    yield i
    for child in parse.children(i):
        if not parse.related(child, "acl", "advcl", "appos", "parataxis"):
            yield from _without_clauses(parse, child)


def _is_anothers(parse: Parse, words: Sequence[int]) -> bool:
    """Say whether a person's name follows words in a list, whose title they are ("Alder, Ruritanian Prime Minister Bekker")."""
    if not words or words[-1] + 1 >= len(parse.tokens):
        return False
    behind = parse.tokens[words[-1] + 1].start
    return any(e.label == "PER" and e.start == behind for e in parse.entities)


def _is_subject(parse: Parse, words: Sequence[int], head: int) -> bool:
    """Say whether words behind a name with a preposition are the subject of what follows ("like Alder, the minister said")."""
    top = next((i for i in words if parse.tokens[i].head not in words), None)
    return top is not None and parse.related(top, "nsubj") and bool(parse.children(head, "case"))


def of_one(parse: Parse, title: Title | None, tables: Tables) -> Title | None:
    """Give a title of one person; several people behind a name are others ("Alder, Asian leaders meet")."""
    if title is None:
        return None
    inside = parse.tokens_in(title.words)
    link = next((n for n, i in enumerate(inside) if n and parse.text(i).lower() in _LINKS), len(inside))
    words = (parse.text(i) for i in inside[:link])
    plural = any((office := tables.office(w)) and office.how is How.PEOPLE for w in words)
    return None if plural else title


def run(parse: Parse, tokens: Sequence[int], tables: Tables) -> tuple[int, ...]:
    """Give the words up to the first stop, verb, clause or bracket."""
    kept: list[int] = []
    for i in tokens:
        token = parse.tokens[i]
        attribute = (kept and parse.text(i).istitle()) or parse.related(i, "amod", "compound") or _begins_office(parse, i, tables)
        if kept and token.upos == "ADP" and parse.text(i).lower() not in _LINKS:
            break
        verbal = token.upos in {"VERB", "AUX", "SCONJ", "CCONJ", "PRON"} and not attribute
        stops = verbal or (token.upos == "PUNCT" and parse.text(i) != "-")
        if stops or (kept and i != kept[-1] + 1):
            break
        kept.append(i)
    return _without_cut_word(parse, kept)


def _begins_office(parse: Parse, i: int, tables: Tables) -> bool:
    """Say whether a word taken for a verb begins an office of two words ("managing director")."""
    return i + 1 < len(parse.tokens) and is_office([parse.text(i), parse.text(i + 1)], tables)


def _without_cut_word(parse: Parse, kept: list[int]) -> tuple[int, ...]:
    """Give the words of a run that ends within a compound without its beginning ("leader of the Republican-|controlled Senate")."""
    if kept and parse.text(kept[-1]) == "-":
        kept = kept[:-2]
        while kept and parse.text(kept[-1]).lower() in {*_LINKS, "the", "a", "an"}:
            kept.pop()
    return tuple(kept)


def apposed(parse: Parse, tokens: Sequence[int], tables: Tables) -> Title | None:
    """Give the title that a run of words makes; a person in it may only be whose office it is ("Lee's adviser", "spokesman for Lee")."""
    person = next((e for e in parse.entities if tokens and _is_person(parse, e, tokens, tables)), None)
    if person is None:
        return title_in(parse, tokens, tables) if tokens else None
    if own := _of_person(parse, person, tokens, tables):
        return own
    links = (n for n, i in enumerate(tokens) if n and parse.text(i).lower() in {"for", "of", "to"} and parse.tokens[i].start < person.start)
    link = max(links, default=None)
    title = title_in(parse, tokens[:link], tables) if link else None
    if title is None or title.owner_span or parse.tokens[tokens[link or 0]].start > person.start:
        return None
    return Title(title.words, Span(title.whole.start, person.end), None, Span(person.start, person.end))


def _of_person(parse: Parse, person: NamedEntity, tokens: Sequence[int], tables: Tables) -> Title | None:
    """Give the office of whom a person has ("Lee's adviser", "President Lee's adviser", "Lee aide"): the name begins it or is titled."""
    inside = parse.tokens_in(Span(person.start, person.end))
    first = next((n for n, i in enumerate(tokens) if inside and i == inside[0]), None)
    if first is None or inside[-1] >= tokens[-1]:
        return None
    called = (parse.text(i) for i in tokens[:first])
    if not all(word in tables.honorifics or word.lower() == "the" or tables.office(word) for word in called):
        return None
    owned = parse.text(inside[-1] + 1) in _POSSESSIVE
    return title_in(parse, tokens[first:], tables) if owned or parse.related(inside[0], "compound", "nmod:desc") else None


def _is_person(parse: Parse, entity: NamedEntity, tokens: Sequence[int], tables: Tables) -> bool:
    """Say whether a person is named within `tokens`; an office that was taken for a name ("the Taoiseach") is nobody."""
    within = entity.label == "PER" and parse.tokens[tokens[0]].start <= entity.start < parse.tokens[tokens[-1]].end
    words = parse.report.text[entity.start : entity.end]
    return within and (" " in words or tables.office(words) is None)


def preceding(parse: Parse, first: int, tables: Tables, *, head: int) -> Title | None:
    """Give the title that the name is an apposition of: "the US ambassador to NATO, Julianne Smith, said"."""
    if first == 0 or parse.text(first - 1) != "," or not parse.related(head, "appos", "flat", "conj", "dep"):
        return None
    inside: list[int] = []
    for i in range(first - 2, max(parse.sentence_of(first).first, first - _LONGEST) - 1, -1):
        if parse.tokens[i].upos in {"VERB", "AUX", "CCONJ", "SCONJ", "PRON"} or parse.text(i) in _STOPS:
            break
        inside.insert(0, i)
    found = (apposed(parse, inside[n:], tables) for n in range(len(inside)))
    return next((t for t in found if t), None)
