"""Offices that a sentence tells of a person: "was appointed secretary general", "who heads the delegation", "as president of the Council".

Only what is said to be so: nothing denied, nothing that would or might be.
"""

from collections.abc import Iterator

from communique.extract.actors.appositions import apposed, of_one, run
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
_UNREAL = frozenset({"would", "could", "might", "may", "should", "can", "must"})
_HEADED = frozenset(
    {"committee", "commission", "council", "party", "mission", "ministry", "department", "group", "agency", "movement", "bloc"}
)


def told(parse: Parse, head: int, tables: Tables) -> Iterator[Title]:
    """Yield the offices that the sentence tells of the person whose name is headed by token `head`."""
    yield from _by_relative(parse, head, tables)
    verb = parse.tokens[head].head
    if verb < 0 or _is_unreal(parse, verb):
        return
    subject, passive = parse.related(head, "nsubj"), parse.tokens[head].rel == "nsubj:pass"
    if subject and parse.children(verb, "cop"):
        yield from _read(parse, verb, tables)
    elif parse.tokens[verb].upos == "VERB":
        found = lemmas(parse, verb)
        given = (passive or parse.related(head, "obj", "iobj")) and found & _GIVEN
        if given or (subject and not passive and "become" in found):
            yield from _behind(parse, verb, tables, only_as=False)
        elif subject and not passive:
            yield from _behind(parse, verb, tables, only_as=True, before=None if found & _HELD else head)


def _is_unreal(parse: Parse, verb: int) -> bool:
    words = {parse.text(c).lower() for c in parse.children(verb, "aux", "advmod")}
    return bool(words & {*_UNREAL, "not", "n't", "n’t", "never"})


def _behind(parse: Parse, verb: int, tables: Tables, *, only_as: bool, before: int | None = None) -> Iterator[Title]:
    """Yield the offices among a verb's complements: behind "as", and bare ones too unless `only_as`; `before`: only left of it."""
    for child in parse.children(verb, "obl", "xcomp", "obj", "advcl"):
        cases = {parse.text(c).lower() for c in parse.children(child, "case", "mark")}
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
    """Yield what a person is said to head in a relative clause: the words "heads the Portuguese delegation", and whose it is."""
    for verb in parse.children(head, "acl"):
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
