"""What the coreference rules ask of the trees: extents of noun phrases, clauses, roles, and who may not be whom."""

from dataclasses import dataclass

from communique.model.parse import ROOT, Parse

_SET_OFF = ("appos", "conj", "cc", "punct", "case", "mark", "parataxis", "discourse", "vocative", "dislocated", "list")
_CLAUSE = ("cop", "aux", "nsubj", "csubj", "obj", "obl", "advmod", "advcl", "ccomp", "xcomp", "expl")
_OUTSIDE = frozenset((*_SET_OFF, *_CLAUSE))
"""Dependents of a noun that are not part of its phrase: set off from it, or the clause around a predicate."""
_CLAUSES = frozenset(["root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"])
_ARGUMENTS = frozenset(["nsubj", "obj", "iobj"])


@dataclass(frozen=True, slots=True)
class Syntax:
    """A parse with, for every token, its base relation, its clause's head and the extent of its phrase (see `of`)."""

    parse: Parse
    base: tuple[str, ...]
    clause: tuple[int, ...]
    subject: tuple[int, ...]
    _low: tuple[int, ...]
    _high: tuple[int, ...]

    def phrase(self, i: int) -> tuple[int, int]:
        """Give the first token of the noun phrase headed by `i` and the one after its last."""
        kept = [c for c in self.parse.children(i) if self.base[c] not in _OUTSIDE]
        return min((i, *(self._low[c] for c in kept))), max((i, *(self._high[c] for c in kept))) + 1

    def role(self, i: int) -> str:
        """Give the role of a phrase's head: that of the first conjunct for a conjunct; "subj", "obj", "obl", "nmod", "poss", …"""
        while self.base[i] == "conj" and self.parse.tokens[i].head != ROOT:
            i = self.parse.tokens[i].head
        rel = self.parse.tokens[i].rel
        if rel == "nmod:poss":
            return "poss"
        return {"nsubj": "subj", "csubj": "subj", "iobj": "obj"}.get(self.base[i], self.base[i])

    def within(self, inner: int, outer: int) -> bool:
        """Say whether token `inner` hangs below `outer`."""
        return outer in self.parse.ancestors(inner)

    def co_arguments(self, a: int, b: int) -> bool:
        """Say whether two tokens are subject and object of one verb, also where the subject is shared over conjuncts or xcomp."""
        tokens = self.parse.tokens
        if tokens[a].head == tokens[b].head != ROOT and self.base[a] in _ARGUMENTS and self.base[b] in (*_ARGUMENTS, "obl"):
            return tokens[a].rel != "nsubj" or self.base[b] != "obl" or tokens[b].rel == "obl:agent"
        for subject, other in ((a, b), (b, a)):
            if self.base[other] in ("obj", "iobj") and self.subject[tokens[other].head] == subject:
                return True
        return False


def syntax_of(parse: Parse) -> Syntax:
    """Give a parse's `Syntax`; one pass from the roots down and one up."""
    order = _from_roots(parse)
    base = tuple(t.rel.partition(":")[0] for t in parse.tokens)
    clause, subject = _clauses(parse, order, base)
    low, high = list(range(len(parse.tokens))), list(range(len(parse.tokens)))
    for i in reversed(order):
        head = parse.tokens[i].head
        if head != ROOT and base[i] != "punct":
            low[head], high[head] = min(low[head], low[i]), max(high[head], high[i])
    return Syntax(parse, base, clause, subject, tuple(low), tuple(high))


def _from_roots(parse: Parse) -> list[int]:
    order = [parse.root(s) for s in parse.sentences]
    for i in order:
        order.extend(parse.children(i))
    return order


def _clauses(parse: Parse, order: list[int], base: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give each token's clause head, and for each clause head its subject: its own ("who": the noun it stands for), or shared; else -1."""
    clause, subject = [0] * len(order), [-1] * len(order)
    for i in order:
        token = parse.tokens[i]
        opens = base[i] in _CLAUSES or (base[i] == "conj" and token.upos in ("VERB", "AUX"))
        clause[i] = i if opens or token.head == ROOT else clause[token.head]
        if not opens:
            continue
        own = next((c for c in parse.children(i) if base[c] == "nsubj"), -1)
        if own < 0 and token.head != ROOT and base[i] in ("conj", "xcomp", "advcl"):
            controlled = next((c for c in parse.children(token.head) if base[c] in ("obj", "iobj")), -1) if base[i] == "xcomp" else -1
            own = controlled if controlled >= 0 else subject[token.head]
        if own >= 0 and token.rel == "acl:relcl" and parse.tokens[own].has("PronType=Rel"):
            own = token.head
        subject[i] = own
    return tuple(clause), tuple(subject)
