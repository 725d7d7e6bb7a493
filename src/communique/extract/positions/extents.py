"""What somebody is for or against: which words a word of attitude takes, and how far they reach."""

from collections.abc import Iterator

from communique.extract.phrases import case
from communique.extract.positions.clause import is_ing
from communique.extract.positions.words import lemma, words
from communique.model.parse import Parse

_OWN = frozenset({"'s", "’s"})
_ASIDE = frozenset({",", "(", "–", "—", ";", ":"})
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})
_CIRCUMSTANCE = frozenset(
    {"if", "unless", "until", "as", "because", "while", "although", "though", "since", "when", "whereas", "after", "before"}
)
_RELATIVE = frozenset({"which", "that", "who", "whom"})


def objects(parse: Parse, i: int, preposition: str | None) -> Iterator[int]:
    """Yield the heads of what a word takes: its object or passive subject, or what stands behind a preposition."""
    if preposition is None:
        yield from _direct(parse, i)
        return
    for child in parse.children(i, "obl", "nmod"):
        if case(parse, child) == preposition and not parse.related(child, "nmod:poss"):
            yield child
    for child in parse.children(i, "advcl", "acl", "ccomp", "xcomp"):
        if any(parse.text(c).lower() == preposition for c in parse.children(child, "mark", "case")):
            yield child
    if preposition in {parse.text(c).lower() for c in parse.children(i, "compound:prt")}:
        yield from _direct(parse, i)


def _direct(parse: Parse, i: int) -> Iterator[int]:
    """Yield objects and passive subjects; a relative pronoun, or none at all, stands for the noun of the relative clause.

    Of whom somebody is kept from doing something, what is kept from is the object ("prevent them from leaving").
    """
    if (kept := kept_from(parse, i)) is not None:
        yield kept
        return
    found = [*parse.children(i, "obj"), *parse.children(i, "nsubj:pass")]
    relative = parse.related(i, "acl:relcl") and (not found or parse.text(found[0]).lower() in _RELATIVE)
    owned = [c for c in parse.children(i, "nsubj") if parse.text(c).lower() not in _RELATIVE]
    if relative and (found or owned):
        yield parse.tokens[i].head
        return
    if parse.related(i, "acl") and not found and parse.children(i, "obl:agent"):
        yield parse.tokens[i].head
        return
    yield from found
    if not found:
        yield from (c for c in parse.children(i, "xcomp", "ccomp") if is_ing(parse, c) and c > i)


def kept_from(parse: Parse, i: int) -> int | None:
    """Give the act that a verb keeps its object from ("prevent them from leaving the port")."""
    kept = parse.children(i, "obj", "nsubj:pass")
    if not kept or not (parse.tokens[kept[0]].upos in {"PROPN", "PRON"} or lemma(parse, kept[0]) in words("holders", "people")):
        return None  # who keeps a bill from passing is against the bill
    clauses = (c for c in parse.children(i, "advcl", "xcomp", "ccomp", "obl") if c > i and is_ing(parse, c))
    return next((c for c in clauses if any(parse.text(m).lower() == "from" for m in parse.children(c, "mark", "case"))), None)


def extent(parse: Parse, head: int, without: int | None = None) -> tuple[int, ...]:
    """Give the tokens of what somebody is for or against: the phrase or clause without "that", its preposition and what is set off.

    `without`: a word whose clause is no part of it ("the quota" in "the quota that they oppose").
    """
    kept = [head]
    for child in parse.children(head):
        if not (_parted(parse, child, head) or _dropped(parse, child)) and (without is None or without not in parse.subtree(child)):
            kept.extend(parse.subtree(child))
    return _run(parse, sorted(kept), head)


def predicate(parse: Parse, head: int) -> tuple[int, ...]:
    """Give the tokens of what a verb says, without its subject, its auxiliary verbs and its "not"."""
    kept = [head]
    for child in parse.children(head):
        before = child < head and not parse.related(child, "aux:pass", "cop")
        if not (before or _parted(parse, child, head) or _dropped(parse, child)):
            kept.extend(parse.subtree(child))
    return _run(parse, sorted(kept), head)


def denied_predicate(parse: Parse, head: int) -> tuple[int, ...]:
    """Give the tokens of what a denied verb says, without what is joined to it, which may be denied by a word of its own or not at all."""
    run = predicate(parse, head)
    joined = [parse.subtree(c)[0] for c in parse.children(head, "conj")]
    return tuple(i for i in run if i < min(joined, default=run[-1] + 1) and not (parse.tokens[i].upos == "CCONJ" and i + 1 in joined))


def _parted(parse: Parse, child: int, head: int) -> bool:
    first = parse.subtree(child)[0]
    return first > 0 and parse.text(first - 1) in _ASIDE and child > head


def _dropped(parse: Parse, child: int) -> bool:
    if parse.related(child, "conj"):
        return bool(parse.children(child, "nsubj")) or parse.tokens[child].upos != parse.tokens[parse.tokens[child].head].upos
    aside = parse.related(child, "punct", "parataxis", "appos", "discourse") or parse.tokens[child].rel == "cc"
    leading = parse.related(child, "case", "mark") and parse.text(child).lower() not in _OWN and not _behind_not(parse, child)
    around = parse.related(child, "advcl") and any(parse.text(c).lower() in _CIRCUMSTANCE for c in parse.children(child, "mark"))
    return aside or leading or around


def _behind_not(parse: Parse, mark: int) -> bool:
    """Say whether "to" stands behind "not", which belongs to what is wished ("not to expand")."""
    return mark > 0 and parse.text(mark - 1).lower() in {"not", "never"} and parse.tokens[mark - 1].head == parse.tokens[mark].head


def _run(parse: Parse, kept: list[int], head: int) -> tuple[int, ...]:
    """Give the longest run of tokens around the head that nothing left out interrupts but quotation marks."""
    first = last = kept.index(head)
    while first > 0 and _next_to(parse, kept[first - 1], kept[first]):
        first -= 1
    while last + 1 < len(kept) and _next_to(parse, kept[last], kept[last + 1]):
        last += 1
    while last > kept.index(head) and parse.tokens[kept[last]].upos == "CCONJ":
        last -= 1
    return tuple(range(kept[first], kept[last] + 1))


def _next_to(parse: Parse, a: int, b: int) -> bool:
    return all(parse.text(j) in _QUOTES for j in range(a + 1, b))
