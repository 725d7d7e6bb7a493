"""Acts of speech on a page: each verb of the lexicon whose act the outlet tells of, and what its frames need of the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.indirect.acts import act_of
from communique.extract.indirect.performed import performed
from communique.extract.passages import Page
from communique.model.parse import Parse
from communique.model.span import Span

_GOING_ON = frozenset({"of", "from", "for", "with", "to", "against", "between", "than", "if", "unless", "until", "over", "about", "into"})
_GOING_ON |= {"toward", "towards", "without", "under"}
"""What leads on from one's words to more of them; "in", "on" and "after" as often tell where and when they were said."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act of speech: its token, its verb in the lexicon, and whether the verb is passive."""

    page: Page
    verb: int
    lemma: str
    passive: bool

    @property
    def parse(self) -> Parse:
        """The parse of the page."""
        return self.page.parse

    @property
    def form(self) -> str:
        """The verb as it is written."""
        return self.parse.text(self.verb)

    @property
    def objects(self) -> list[int]:
        """What the act is done to: the objects, or the subject of a passive."""
        parse, verb = self.parse, self.verb
        relations = ("nsubj:pass", "csubj:pass") if self.passive else ("obj", "iobj")
        if self.passive and parse.related(verb, "acl") and not parse.children(verb, *relations):
            return [parse.tokens[verb].head]
        return [self._stands_for(c) for c in parse.children(verb, *relations) if parse.tokens[c].rel in relations]

    @property
    def clause(self) -> tuple[int, ...]:
        """What its object's words leave out where the act is told in a clause about it: that clause, and the object's preposition."""
        parse = self.parse
        led = [c for i in self.objects if i < self.verb for c in parse.children(i, "case", "advmod", "mark", "cc")]
        return (self.verb, *parse.ancestors(self.verb), *led)

    def _stands_for(self, i: int) -> int:
        """Give the noun that a relative pronoun stands for (`the plan, which Moscow rejected`), else the token itself."""
        parse = self.parse
        if not parse.tokens[i].has("PronType=Rel"):
            return i
        above = next((k for k in (self.verb, *parse.ancestors(self.verb)) if parse.related(k, "acl")), None)
        return i if above is None else parse.tokens[above].head

    def behind(self, *relations: str) -> list[int]:
        """Give the verb's dependents of these relations that stand behind it."""
        return [c for c in self.parse.children(self.verb, *relations) if c > self.verb]


@dataclass(frozen=True, slots=True)
class Words:
    """What a frame found: the content, the reason in words, and the last token of the cue where it is not the verb."""

    content: tuple[Span, ...]
    why: str
    cue_end: int | None = None


def acts_on(page: Page) -> Iterator[Act]:
    """Yield the acts of speech in the outlet's own words, in order."""
    parse = page.parse
    for i, token in enumerate(parse.tokens):
        if token.upos == "VERB" and i not in page.inside and (lemma := act_of(parse, i)) and performed(page, i):
            yield Act(page, i, lemma, _passive(parse, i))


def preposition(parse: Parse, i: int, words: frozenset[str]) -> int | None:
    """Give the preposition or the mark of a phrase or clause if it is one of `words`; trees may hang it on a word further down."""
    found = next((c for c in parse.children(i, "case", "mark") if c < i and parse.text(c).lower() in words), None)
    if found is not None or not parse.related(i, "advcl", "xcomp", "ccomp"):
        return found
    first = parse.subtree(i)[0]
    return first if first < i and parse.tokens[first].upos in {"ADP", "SCONJ"} and parse.text(first).lower() in words else None


def infinitive(parse: Parse, i: int) -> bool:
    """Say whether a clause is an infinitive with "to"."""
    return any(parse.text(c).lower() == "to" and c < i for c in parse.children(i, "mark"))


def going_on(act: Act, last: int) -> list[int]:
    """Give what hangs on the verb but goes on with the words that end with the subtree of `last`.

    Trees hang `to leave if the talks fail` and `of keeping them from being heard` on either verb. A day may stand between.
    """
    parse, end, found = act.parse, _run_of(act.parse, last), []
    for c in (c for c in act.behind("advcl", "obl", "xcomp", "ccomp") if c > last):
        tree = parse.subtree(c)
        if tree[0] != end + 1:
            break
        if parse.tokens[c].rel != "obl:unmarked":
            if preposition(parse, c, _GOING_ON) is None:
                break
            found.append(c)
        end = _run_of(parse, c)
    return found


def _run_of(parse: Parse, i: int) -> int:
    """Give the last token of the unbroken run of words around a token that hang below it: a closing mark may hang there from afar."""
    tree = set(parse.subtree(i))
    return next(k for k in range(i, len(parse.tokens)) if k + 1 not in tree)


def _passive(parse: Parse, i: int) -> bool:
    participle = parse.tokens[i].has("VerbForm=Part") and parse.tokens[i].has("Tense=Past")
    joined = participle and parse.related(i, "acl", "advcl") and not parse.children(i, "nsubj", "aux")
    return joined or bool(parse.children(i, "aux:pass")) or any(parse.tokens[c].rel == "nsubj:pass" for c in parse.children(i))
