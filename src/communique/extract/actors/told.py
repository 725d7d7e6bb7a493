"""Offices that a sentence tells of a person: "was appointed secretary general", "who heads the delegation", "as president of the Council".

Only what is said to be so: nothing denied, nothing that would or might be.
"""

from collections.abc import Iterator

from communique.extract.actors.appositions import apposed, coordinated, of_one, run
from communique.extract.actors.places import match_of
from communique.extract.actors.titles import Title
from communique.extract.saying import lemmas
from communique.model.parse import Parse
from communique.reference import Country, Tables

_GIVEN = frozenset({"appoint", "name", "elect", "designate", "reappoint", "reelect", "re-elect", "choose", "install", "inaugurate"})
"""Verbs whose object gets an office."""
_HELD = frozenset(
    {"serve", "act", "resign", "retire", "return", "step", "continue", "work", "succeed", "replace", "quit", "start", "begin"}
)
"""Verbs whose subject has, had or will have the office behind "as"."""
_HEADS = frozenset({"head", "lead", "chair", "command", "run", "oversee", "direct"})
_POSTS = frozenset({"post", "job", "position", "role", "term", "tenure", "stint", "capacity", "duty", "career", "time"})
_UNREAL = frozenset({"would", "could", "might", "may", "should", "can", "must"})
_HEADED = frozenset(
    {"committee", "commission", "council", "party", "mission", "ministry", "department", "group", "agency", "movement", "bloc"}
)


def told(parse: Parse, head: int, tables: Tables) -> Iterator[Title]:
    """Yield the offices that the sentence tells of the person whose name is headed by token `head`."""
    joined = tuple(coordinated(parse, head, tables))
    for noun in joined:
        yield from _read(parse, noun, tables)
    for noun in (head, *parse.children(head, "appos"), *joined):
        yield from _by_relative(parse, noun, tables)
    for noun in parse.children(head, "nmod"):
        if _cases(parse, noun) == {"as"}:
            yield from _read(parse, noun, tables)
    if parse.tokens[head].head >= 0:
        yield from _by_clause(parse, parse.tokens[head].head, head, tables)


def _by_clause(parse: Parse, verb: int, person: int, tables: Tables) -> Iterator[Title]:
    """Yield the offices that a clause tells of the person that token `person` stands for: its subject or object."""
    subject, passive = parse.related(person, "nsubj"), parse.tokens[person].rel == "nsubj:pass"
    if subject and parse.text(person).lower() == "who":
        yield from _behind(parse, verb, tables, only_as=True, before=_first_auxiliary(parse, verb))
    if _is_unreal(parse, verb):
        return
    if subject and parse.children(verb, "cop"):
        yield from _read(parse, verb, tables)
        for joined in parse.children(verb, "conj"):
            if parse.tokens[joined].upos == "NOUN" and not parse.children(joined, "nsubj"):
                yield from _read(parse, joined, tables)
    elif parse.tokens[verb].upos == "VERB":
        found = lemmas(parse, verb)
        for other in parse.children(verb, "conj"):
            if lemmas(parse, other) & _GIVEN and parse.children(other, "aux:pass") and not parse.children(other, "nsubj"):
                yield from _behind(parse, other, tables, only_as=False)
        given = (passive or parse.related(person, "obj", "iobj")) and found & _GIVEN
        if given or (subject and not passive and "become" in found):
            yield from _behind(parse, verb, tables, only_as=False)
        elif subject and not passive:
            yield from _behind(parse, verb, tables, only_as=True, before=None if found & _HELD else person)
            yield from _of_post(parse, verb, tables)


def _first_auxiliary(parse: Parse, verb: int) -> int:
    return min((verb, *parse.children(verb, "aux", "cop")))


def _of_post(parse: Parse, verb: int, tables: Tables) -> Iterator[Title]:
    """Yield the office that a verb's complement is the post of: "left her post as ambassador", "began a term as mayor"."""
    for noun in parse.children(verb, "obl", "obj"):
        if parse.tokens[noun].lemma.lower() in _POSTS:
            for child in parse.children(noun, "nmod"):
                if _cases(parse, child) == {"as"}:
                    yield from _read(parse, child, tables)


def _cases(parse: Parse, noun: int) -> set[str]:
    return {parse.text(c).lower() for c in parse.children(noun, "case", "mark")}


def _is_unreal(parse: Parse, verb: int) -> bool:
    words = {parse.text(c).lower() for c in parse.children(verb, "aux", "advmod")}
    return bool(words & {*_UNREAL, "not", "n't", "n’t", "never"})


def _behind(parse: Parse, verb: int, tables: Tables, *, only_as: bool, before: int | None = None) -> Iterator[Title]:
    """Yield the offices among a verb's complements: behind "as", and bare ones too unless `only_as`; `before`: only left of it."""
    for child in parse.children(verb, "obl", "xcomp", "obj", "advcl"):
        cases = _cases(parse, child)
        if (before is None or child < before) and (cases == {"as"} or (not cases and not only_as)):
            yield from _read(parse, child, tables)


def _read(parse: Parse, noun: int, tables: Tables) -> Iterator[Title]:
    """Yield the office that a noun phrase is, where its head is one."""
    if parse.tokens[noun].upos not in {"NOUN", "PROPN"} or tables.office(parse.text(noun)) is None:
        return
    left = {i for c in parse.children(noun, "case", "mark", "cop", "nsubj", "advmod", "aux", "cc", "punct") for i in parse.subtree(c)}
    inside = tuple(i for i in parse.subtree(noun) if i not in left)
    if title := of_one(parse, apposed(parse, run(parse, inside, tables), tables), tables):
        yield title


def _by_relative(parse: Parse, head: int, tables: Tables) -> Iterator[Title]:
    """Yield what a relative clause tells: an office, or what the person heads ("heads the Portuguese delegation"), and whose it is."""
    for verb in parse.children(head, "acl"):
        if who := next((c for c in parse.children(verb, "nsubj") if parse.text(c).lower() == "who"), None):
            yield from _by_clause(parse, verb, who, tables)
        if not lemmas(parse, verb) & _HEADS or _is_unreal(parse, verb):
            continue
        for headed in parse.children(verb, "obj"):
            noun = parse.text(headed).casefold()
            words = parse.span(tuple(range(verb, headed + 1)))
            body = match_of(parse.report.text[parse.span(parse.subtree(headed)).start : parse.tokens[headed].end], tables)
            states = [m.entry for c in parse.children(headed, "amod", "nmod:poss", "compound") if (m := match_of(parse.text(c), tables))]
            if body or noun in tables.metonyms.parties or noun in _HEADED:
                owner = body.entry if body else next((s for s in states if isinstance(s, Country)), None)
                yield Title(words, words, owner, None)
