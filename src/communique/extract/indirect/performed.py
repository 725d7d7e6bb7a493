"""Whether an act of speech was performed: not what someone could say, would say or is asked to say, nor what an outlet wonders about."""

from collections.abc import Iterator

from communique.extract.passages import Page
from communique.extract.saying import lemmas
from communique.model.parse import ROOT, Parse

_MODALS = frozenset(
    {"will", "would", "can", "could", "may", "might", "must", "should", "shall", "ought", "'ll", "’ll", "'d", "’d", "wo", "ca"}
)
_OPEN = frozenset({"if", "unless", "whether", "lest"})
_UNSAID = frozenset({"without", "of", "from", "against", "than", "instead", "rather"})
_TO_COME = frozenset({"until", "till", "once", "before", "when", "whenever"})
_ONGOING = frozenset({"continue", "begin", "start", "go", "proceed", "come", "keep", "rush", "hasten"})


def performed(page: Page, verb: int) -> bool:
    """Say whether the outlet tells that the act of a verb took place, or that it did not (`did not demand`)."""
    parse = page.parse
    if parse.text(parse.sentence_of(verb).last - 1) == "?" or any(_open(parse, i) for i in _clauses(parse, verb)):
        return False
    return _told(parse, verb)


def _clauses(parse: Parse, verb: int) -> Iterator[int]:
    """Yield a verb and what stands above it, up to a relative clause, which says what is so even within a condition."""
    yield verb
    below = verb
    for i in parse.ancestors(verb):
        if parse.related(below, "acl", "parataxis", "appos"):
            return
        yield i
        below = i


def _open(parse: Parse, i: int) -> bool:
    """Say whether a clause is a condition, a question or still to come (`if they refuse`, `whether it would`, `until they agree`)."""
    marks = {parse.text(c).lower() for c in parse.children(i, "mark", "advmod")}
    return bool(marks & _OPEN) or (bool(marks & _TO_COME) and parse.tokens[i].has("Tense=Pres") and parse.tokens[i].has("VerbForm=Fin"))


def _told(parse: Parse, verb: int) -> bool:
    token = parse.tokens[verb]
    auxiliaries = parse.children(verb, "aux")
    if any(parse.text(c).lower() in _MODALS for c in auxiliaries) or parse.related(verb, "amod", "csubj", "compound", "case", "fixed"):
        return False
    if any(parse.text(c).lower() in _UNSAID for c in parse.children(verb, "mark", "case", "cc", "advmod")):
        return False
    if (
        parse.related(verb, "conj")
        and not asks_anew(parse, verb)
        and not auxiliaries
        and not parse.children(verb, "nsubj")
        and not token.has("VerbForm=Fin")
    ):
        return parse.tokens[token.head].upos != "VERB" or _told(parse, token.head)
    if token.has("VerbForm=Inf") and not any(parse.tokens[c].lemma == "do" for c in auxiliaries):
        return asks_anew(parse, verb) or _follows(parse, verb)
    if token.has("VerbForm=Ger") and parse.related(verb, "xcomp", "ccomp"):
        return _goes_on(parse, verb)
    return not token.has("Mood=Imp")


def asks_anew(parse: Parse, i: int) -> bool:
    """Say whether a verb joined behind a comma asks somebody else for something more (`urge X to go, and ask Y to stay`)."""
    own = bool(parse.children(i, "obj", "iobj")) and any(_to(parse, c) for c in parse.children(i, "xcomp"))
    leads = [c for c in parse.children(i, "cc") if c < i]
    return (
        parse.related(i, "conj")
        and own
        and not _to(parse, i)
        and bool(leads)
        and parse.text(leads[0] - 1) == ","
        and _to(parse, parse.tokens[i].head)
    )


def _to(parse: Parse, i: int) -> bool:
    return any(parse.text(c).lower() == "to" for c in parse.children(i, "mark"))


def _follows(parse: Parse, verb: int) -> bool:
    """Say whether an infinitive tells what was done: behind a verb of going on (`went on to accuse`), or as what a past act was for."""
    head = parse.tokens[verb].head
    if head == ROOT or parse.tokens[head].upos != "VERB" or head > verb:
        return False
    if parse.related(verb, "advcl"):
        return parse.tokens[head].has("Tense=Past") and _told(parse, head)
    return _goes_on(parse, verb)


def _goes_on(parse: Parse, verb: int) -> bool:
    head = parse.tokens[verb].head
    return head != ROOT and bool(lemmas(parse, head) & _ONGOING) and _told(parse, head)
