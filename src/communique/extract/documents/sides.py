"""Whom a document is by and whom it goes to: by the grammar of its noun and of the verbs that tell of it."""

from collections.abc import Iterable, Iterator

from communique.extract.documents.papers import Act, How, Paper
from communique.extract.documents.words import DocumentWords
from communique.extract.phrases import Cast, case, conjuncts, form, phrase
from communique.extract.subjects import subject
from communique.extract.talks.participants import distinct
from communique.model.actor import Who
from communique.model.kinds import DocumentKind
from communique.model.parse import Parse


def authors(parse: Parse, paper: Paper, *, cast: Cast, words: DocumentWords) -> tuple[Who, ...]:
    """Give whom a document is by: its owner, "from …", "by …", or the subject of the verb that makes, sends or publishes it."""
    return distinct([w for i in _author_heads(parse, paper, words) for w in _each(parse, i, cast, words)])


def addressees(parse: Parse, paper: Paper, *, cast: Cast, words: DocumentWords) -> tuple[Who, ...]:
    """Give whom a document goes to: "to …", the object beside it ("sent Congress a letter"), or the subject that receives it."""
    return distinct([w for i in _addressee_heads(parse, paper, words) for w in _each(parse, i, cast, words)])


def _author_heads(parse: Parse, paper: Paper, words: DocumentWords) -> Iterator[int]:
    own: list[int] = []
    if not paper.answered:
        own += parse.children(paper.head, "nmod:poss")
        own += (c for c in parse.children(paper.head, "compound", "amod") if parse.text(c)[:1].isupper())
        own += (c for c in parse.children(paper.head, "nmod", "obl") if case(parse, c) in ("from", "by"))
    yield from own
    for act in () if own else paper.acts:
        yield from _acting(parse, act, paper.kind, words)


def _acting(parse: Parse, act: Act, kind: DocumentKind, words: DocumentWords) -> Iterator[int]:
    """Yield whom a document is by, from one verb: its subject or "by …"; "from …" where it is received."""
    if form(parse, act.verb) in words.receiving:
        yield from (c for c in parse.children(act.verb, "obl") if case(parse, c) == "from")
        return
    if act.how not in (How.WITHIN, How.ANSWERED) and form(parse, act.verb) not in _making(kind, words):
        return
    if act.how is How.SUBJECT:
        yield from (c for c in parse.children(act.verb, "obl") if case(parse, c) == "by")
    elif (by := subject(parse, act.verb)) is not None:
        yield by


def _making(kind: DocumentKind, words: DocumentWords) -> frozenset[str]:
    """Give the verbs whose subject a document of a kind is by: who signs a bill, or makes a letter public, need not have written it."""
    if kind is DocumentKind.BILL:
        return words.introducing
    if kind is DocumentKind.DRAFT:
        return words.offering | words.sending | words.writing | words.introducing | words.publishing
    made = words.sending | words.writing | words.withholding | words.introducing | (words.promising - words.expecting)
    return made if kind is DocumentKind.LETTER else made | words.publishing


def _addressee_heads(parse: Parse, paper: Paper, words: DocumentWords) -> Iterator[int]:
    if not paper.answered:
        yield from (c for c in parse.children(paper.head, "nmod", "obl") if case(parse, c) == "to")
    for act in paper.acts:
        yield from _receiving(parse, act, paper, words)


def _receiving(parse: Parse, act: Act, paper: Paper, words: DocumentWords) -> Iterator[int]:
    verb = act.verb
    if act.how is How.ANSWERED or form(parse, verb) in words.sending | words.writing:
        yield from (c for c in parse.children(verb, "obl") if case(parse, c) == "to")
        yield from parse.children(verb, "iobj")
        yield from (c for c in parse.children(verb, "obj") if case(parse, paper.head) == "with")
    if form(parse, verb) in words.receiving and act.how is How.OBJECT and (to := subject(parse, verb)) is not None:
        yield to


def _each(parse: Parse, i: int, cast: Cast, words: DocumentWords) -> Iterable[Who]:
    """Yield the actors that a phrase and its conjuncts name; by their words a name that is nobody's, a body, or who acts."""
    for one in conjuncts(parse, i):
        before = parse.related(one, "amod", "compound")
        who = cast.who(one) or (cast.modifier(one) if before else ())
        yield from who
        acting = parse.tokens[one].upos == "NOUN" and parse.related(i, "nsubj", "obl:agent")
        if not who and not before and (acting or parse.tokens[one].upos == "PROPN" or form(parse, one) in words.bodies):
            span = phrase(parse, one)
            yield Who(None, parse.report.cite(span.start, span.end))
