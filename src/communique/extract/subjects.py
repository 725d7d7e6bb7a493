"""Subjects: who does what a verb says, also where the subject stands in another clause."""

from communique.extract.phrases import form
from communique.model.memory import remembered
from communique.model.parse import ROOT, Parse

_RELATIVE = frozenset(["who", "which", "that"])


@remembered
def subject(parse: Parse, verb: int) -> int | None:
    """Give the subject of a verb: its own, that of the clause it depends on, or what its relative clause belongs to."""
    for _ in range(len(parse.tokens)):
        own = parse.children(verb, "nsubj")
        if own and form(parse, own[0]) not in _RELATIVE:
            return max((o for o in own if o < verb), default=own[0])
        head = parse.tokens[verb].head
        if head == ROOT:
            return None
        if parse.tokens[verb].rel == "acl:relcl":
            return head
        if not own and (stolen := _taken_by_saying(parse, verb, head)) is not None:
            return stolen
        if own or not parse.related(verb, "xcomp", "conj", "advcl") or parse.tokens[head].upos not in ("VERB", "ADJ", "AUX"):
            return None
        verb = head
    return None


_ASKING = frozenset(
    ["ask", "demand", "request", "urge", "insist", "recommend", "propose", "suggest", "require", "order", "command", "beg", "plead"]
)


def is_bidden(parse: Parse, verb: int) -> bool:
    """Say whether a verb tells what is asked to be done ("asked that Canada agree"): a bare form with a subject, below an asking."""
    above = parse.tokens[verb].head
    own = parse.children(verb, "nsubj")
    if above == ROOT or not own or not parse.related(verb, "ccomp") or parse.tokens[above].lemma.lower() not in _ASKING:
        return False
    bare = form(parse, verb) == parse.tokens[verb].lemma.lower() and not parse.children(verb, "aux")
    plural = parse.tokens[own[0]].has("Number=Plur") or parse.tokens[own[0]].upos == "PRON"
    return bare and (not plural or parse.tokens[above].has("Tense=Past"))


def _taken_by_saying(parse: Parse, verb: int, head: int) -> int | None:
    """Give the subject of a clause before its verb of saying where the parser hung both subjects on the latter ("A met B, C said")."""
    subjects = parse.children(head, "nsubj")
    return subjects[0] if parse.related(verb, "ccomp") and len(subjects) > 1 and subjects[0] < verb < subjects[1] else None
