"""Conditions that are phrases: "in the event of an attack", "without a withdrawal", "the day they cross the line", "any attack"."""

from functools import cache

from communique.extract.conditions.clauses import marker_of
from communique.extract.conditions.joining import FILE, MODALS, NOT, Joined, clause_of, is_denied, is_future, lemmas_of, own_words
from communique.extract.phrases import case
from communique.model.parse import ROOT, Parse
from communique.reference.lexicon import lists


def phrase(parse: Parse, i: int) -> Joined | None:
    """Give "in the event of an attack, …", "without a withdrawal there will be no …"."""
    if not parse.related(i, "obl", "nmod") or parse.tokens[i].head == ROOT:
        return None
    lead = _lead(parse, i)
    words = " ".join(parse.text(t).lower() for t in lead)
    marker = next((m for m in lists(FILE, "markers")["phrase"] if words == m or words.endswith(" " + m)), None)
    head = clause_of(parse, i)
    if head is not None and not is_future(parse, head):
        head = next((c for c in parse.children(head, "xcomp", "ccomp") if is_future(parse, c) and c < i), None)
    if marker is None or head is None or (marker == "without" and not _fails(parse, head)):
        return None
    condition = tuple(sorted({*lead, *parse.subtree(i)}))
    rest = own_words(parse, head, condition)
    return Joined(condition, rest, i, head, marker, marker in _LACK) if rest else None


def _fails(parse: Parse, head: int) -> bool:
    """Say whether a clause tells that something will not be, or comes to harm: only then is it conditional on what it is "without"."""
    return is_denied(parse, head) or bool(lemmas_of(parse, head) & lists(FILE, "consequences")["failing"])


_LACK = frozenset({"without", "absent", "in the absence of", "barring", "short of"})


def _lead(parse: Parse, i: int) -> tuple[int, ...]:
    """Give the tokens of a phrase before its head's own noun phrase ("in the event of")."""
    cases = [t for c in parse.children(i, "case") for t in parse.subtree(c)]
    above = parse.tokens[i].head
    outer = [t for c in parse.children(above, "case", "det") for t in parse.subtree(c)] if parse.related(i, "nmod") else []
    return tuple(sorted({*outer, *([above] if outer else []), *cases}))


def on_condition(parse: Parse, i: int) -> Joined | None:
    """Give "on condition that …", "on the condition that …"."""
    noun = parse.tokens[i].head
    if noun == ROOT or not parse.related(i, "acl", "ccomp") or parse.text(noun).lower() != "condition" or case(parse, noun) != "on":
        return None
    head = clause_of(parse, noun)
    if head is None or not is_future(parse, head):
        return None
    condition = parse.subtree(noun)
    rest = own_words(parse, head, condition)
    return Joined(condition, rest, i, head, "on condition that") if rest else None


def day(parse: Parse, i: int) -> Joined | None:
    """Give "the day they cross that line, …": a noun of time with a relative clause beside a clause of what will be."""
    if parse.text(i).lower() not in lists(FILE, "markers")["day"] or not parse.related(i, "obl", "nsubj", "advmod", "dep"):
        return None
    clauses = parse.children(i, "acl")
    head = clause_of(parse, i)
    if not clauses or head is None or head in parse.subtree(i) or not is_future(parse, head):
        return None
    rest = own_words(parse, head, parse.subtree(i))
    the = any(parse.text(c).lower() == "the" for c in parse.children(i, "det"))
    return Joined(parse.subtree(i), rest, clauses[0], head, "the " + parse.text(i).lower()) if rest and the else None


def any_such(parse: Parse, i: int) -> Joined | None:
    """Give "any attack will be met with force", "failure to sign would bring war": a subject and what will become of it."""
    head = parse.tokens[i].head
    if head == ROOT or not _is_open(parse, i, head) or not is_future(parse, head):
        return None
    condition = parse.subtree(i)
    rest = own_words(parse, head, condition)
    if not rest or any(parse.text(c).lower() in NOT for c in parse.children(head, "advmod")):
        return None
    return Joined(condition, rest, i, head, parse.text(condition[0]).lower())


def _is_open(parse: Parse, i: int, head: int) -> bool:
    """Say whether a subject may or may not come about: "any …", a failure, or what would bring something ("such a deal")."""
    if parse.related(i, "csubj"):
        return _brings(parse, head)
    if parse.related(i, "nsubj") and parse.text(i).lower() in _WHOEVER and parse.children(i, "acl:relcl"):
        return True
    if not parse.related(i, "nsubj") or parse.tokens[i].upos != "NOUN":
        return False
    words = {parse.text(c).lower() for c in parse.children(i, "det", "nmod")}
    if "any" in words or (parse.text(i).lower() in lists(FILE, "markers")["undone"] and parse.children(i, "acl")):
        return True
    return bool(words & _OPEN) and _brings(parse, head)


_WHOEVER = frozenset({"those", "anyone", "anybody", "whoever"})
_OPEN = frozenset({"a", "an", "such", "another"})


def _brings(parse: Parse, head: int) -> bool:
    """Say whether a verb tells what comes of something, by its own meaning or because it is warned of."""
    modal = {parse.text(c).lower() for c in parse.children(head, "aux")} & MODALS
    above = parse.tokens[head].head
    warned = above != ROOT and parse.related(head, "ccomp") and lemmas_of(parse, above) & lists(FILE, "cues")["warning"]
    return bool(modal) and bool(warned or lemmas_of(parse, head) & lists(FILE, "markers")["bringing"])


def held_out(parse: Parse, i: int) -> Joined | None:
    """Give "threatened retaliation if …", "warned of war unless …": the consequence is a noun that a verb of promising or warning has."""
    if not parse.related(i, "advcl", "acl") or parse.tokens[i].head == ROOT or (marker := marker_of(parse, i)) is None:
        return None
    verb = parse.tokens[i].head
    if parse.related(verb, "obj", "obl") and parse.tokens[verb].head != ROOT:
        verb = parse.tokens[verb].head
    if not lemmas_of(parse, verb) & _holding() or parse.children(verb, "xcomp", "ccomp"):
        return None
    objects = [
        c for c in parse.children(verb, "obj", "obl") if c < i and parse.tokens[c].upos == "NOUN" and case(parse, c) in ("", "of", "with")
    ]
    if not objects:
        return None
    condition = parse.subtree(i)
    rest = tuple(t for t in parse.subtree(objects[-1]) if t not in condition and not parse.related(t, "case"))
    return Joined(condition, rest, i, objects[-1], marker, marker in {"unless", "until", "lest"})


@cache
def _holding() -> frozenset[str]:
    return frozenset().union(*lists(FILE, "cues").values(), lists(FILE, "markers")["foretelling"])
