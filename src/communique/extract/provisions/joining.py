"""What a provision says beside its first verb: a second action that is joined to it, and bans told without any verb."""

from communique.extract.phrases import form
from communique.extract.provisions.words import ProvisionWords
from communique.model.parse import ROOT, Parse
from communique.model.span import Span

_NOT = frozenset(["not", "never", "nor"])


def second_actions(parse: Parse, action: int, content: Span) -> tuple[int, ...]:
    """Give the verbs joined to an action under the same duty: "not admit" of "prevent an expansion and not admit Iceland"."""
    joined = (c for c in parse.children(action, "conj") if parse.tokens[c].upos == "VERB" and content.covers(parse.tokens[c].span))
    return tuple(c for c in joined if not parse.children(c, "nsubj", "aux"))


def turned(parse: Parse, first: int, second: int) -> bool:
    """Say whether a second action is to be left undone where the first is to be done."""
    return not _negated(parse, first) and _negated(parse, second)


def _negated(parse: Parse, i: int) -> bool:
    return any(form(parse, c) in _NOT for c in parse.children(i, "advmod", "cc"))


def ban(parse: Parse, content: Span, words: ProvisionWords) -> tuple[int, int] | None:
    """Give the word by which words without a main verb forbid, and what is forbidden: "no deployment of …", "a ban on deploying …"."""
    inside = parse.tokens_in(content)
    heads = [i for i in inside if parse.tokens[i].head not in inside and parse.tokens[i].upos == "NOUN"]
    if not heads or parse.children(heads[0], "cop", "nsubj") or (parse.tokens[heads[0]].head != ROOT and parse.related(heads[0], "nsubj")):
        return None
    none = next((c for c in parse.children(heads[0], "det") if form(parse, c) == "no" and c in inside), None)
    if none is not None:
        return none, heads[0]
    if form(parse, heads[0]) not in words.ending:
        return None
    what = next((c for c in parse.children(heads[0], "acl", "nmod") if c > heads[0]), None)
    return (heads[0], what) if what is not None else None
