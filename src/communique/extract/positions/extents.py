"""What somebody is for or against: which words a word of attitude takes, and how far they reach."""

from collections.abc import Iterator

from communique.extract.phrases import case
from communique.model.parse import Parse

_OWN = frozenset({"'s", "’s"})
_ASIDE = frozenset({",", "(", "–", "—", ";", ":"})
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
    """Yield objects and passive subjects; a relative pronoun, or none at all, stands for the noun of the relative clause."""
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
        yield from (c for c in parse.children(i, "xcomp", "ccomp") if parse.tokens[c].has("VerbForm=Ger") and c > i)


def extent(parse: Parse, head: int, without: int | None = None) -> tuple[int, ...]:
    """Give the tokens of what somebody is for or against: the phrase or clause without "that", its preposition and what is set off.

    `without`: a word whose clause is no part of it ("the quota" in "the quota that they oppose").
    """
    kept = [head]
    for child in parse.children(head):
        if not (_parted(parse, child, head) or _dropped(parse, child)) and (without is None or without not in parse.subtree(child)):
            kept.extend(parse.subtree(child))
    return _run(sorted(kept), head)


def predicate(parse: Parse, head: int) -> tuple[int, ...]:
    """Give the tokens of what a verb says, without its subject, its auxiliary verbs and its "not"."""
    kept = [head]
    for child in parse.children(head):
        before = child < head and not parse.related(child, "aux:pass", "cop")
        if not (before or _parted(parse, child, head) or _dropped(parse, child)):
            kept.extend(parse.subtree(child))
    return _run(sorted(kept), head)


def _parted(parse: Parse, child: int, head: int) -> bool:
    first = parse.subtree(child)[0]
    return first > 0 and parse.text(first - 1) in _ASIDE and child > head


def _dropped(parse: Parse, child: int) -> bool:
    if parse.related(child, "conj"):
        return bool(parse.children(child, "nsubj")) or parse.tokens[child].upos != parse.tokens[parse.tokens[child].head].upos
    aside = parse.related(child, "punct", "parataxis", "appos", "discourse") or parse.tokens[child].rel == "cc"
    leading = parse.related(child, "case", "mark") and parse.text(child).lower() not in _OWN
    supposed = parse.related(child, "advcl") and any(
        parse.text(c).lower() in {"if", "unless", "until"} for c in parse.children(child, "mark")
    )
    return aside or leading or supposed


def _run(kept: list[int], head: int) -> tuple[int, ...]:
    """Give the longest run of tokens around the head that nothing left out interrupts."""
    first = last = kept.index(head)
    while first > 0 and kept[first - 1] == kept[first] - 1:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1] == kept[last] + 1:
        last += 1
    return tuple(kept[first : last + 1])
