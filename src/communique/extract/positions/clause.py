"""What a clause says beside its words: modality, condition, question, and whether it is told as so."""

from communique.extract.positions.denial import is_denied
from communique.extract.positions.words import lemma, stances, words
from communique.extract.subjects import is_bidden
from communique.model.memory import remembered
from communique.model.parse import ROOT, Parse

_IF = frozenset({"if", "unless", "provided"})
_BINDING = ("provided that", "providing that", "on condition", "in exchange for", "in return for", "only if", "contingent on")
"""Words that begin a condition, beside "as long as"."""
_APART = frozenset({"without", "instead", "rather", "than", "of", "from", "against", "for"})
"""Words before a participle that tell what is not done ("stopped short of endorsing it"), or what somebody is charged with."""


def is_modal(parse: Parse, i: int, kind: str) -> bool:
    """Say whether a clause has a modal of a kind ("must", "will"); "have to", "need to" and "going to" govern the verb."""
    above = parse.tokens[i].head
    if above != ROOT and parse.related(i, "xcomp") and not parse.children(above, "obj") and not _is_past(parse, above):
        lifted = {"go": "going"}.get(lemma(parse, above), lemma(parse, above))
        if lifted in {"have", "need", "ought", "going"} and lifted in words("modals", kind):
            return True
    return bool({parse.text(c).lower() for c in parse.children(i, "aux")} & (words("modals", kind) - {"have", "need", "going"}))


def _is_past(parse: Parse, i: int) -> bool:
    """Say whether an obligation was or will be one, and is none that the speaker lays on anybody ("had to correct it")."""
    helping = parse.children(i, "aux")
    if lemma(parse, i) == "go":  # "is going to" always has one
        return any(parse.tokens[c].has("Tense=Past") for c in helping)
    return parse.tokens[i].has("Tense=Past") or bool(helping)


@remembered
def is_asked(parse: Parse, i: int) -> bool:
    """Say whether a clause is a question."""
    sentence = parse.sentence_of(i)
    return parse.report.text[sentence.start : sentence.end].rstrip("\"”’' ").endswith("?")


@remembered
def is_supposed(parse: Parse, i: int) -> bool:
    """Say whether a clause is only supposed, or denied to be so: it stands under "if", "whether", "unless", or under a denied clause."""
    return any(_supposes(parse, node) for node in (i, *parse.ancestors(i)))


@remembered
def _supposes(parse: Parse, i: int) -> bool:
    """Say whether a clause supposes what stands in it, by its own "if" or by the denial above it."""
    if any(parse.text(c).lower() in {"if", "whether", "unless"} for c in parse.children(i, "mark")):
        return True
    above = parse.tokens[i].head
    return above != ROOT and parse.related(i, "ccomp") and (is_denied(parse, above) or lemma(parse, above) in {"deny", "doubt"})


@remembered
def bound_at(parse: Parse, i: int) -> int | None:
    """Give where words begin that bind what a verb says to a condition ("provided that", "in exchange for", "as long as")."""
    behind = [k for k in parse.subtree(i) if k > i]
    for k in behind:
        phrase = " ".join(parse.text(j).lower() for j in range(k, k + 3) if j in behind)
        begins = phrase.startswith(_BINDING) or (phrase in {"as long as", "so long as"} and parse.related(k + 2, "mark"))
        if begins and not any(parse.related(a, "conj", "ccomp", "acl", "parataxis") for a in _between(parse, k, i)):
            return k
    return None


def _between(parse: Parse, k: int, i: int) -> list[int]:
    """Give the verbs between a token and one above it."""
    above = []
    for node in parse.ancestors(k):
        if node == i:
            break
        above.append(node)
    return [a for a in above if parse.tokens[a].upos == "VERB" and not parse.related(a, "advcl")]


def is_conditional(parse: Parse, i: int) -> bool:
    """Say whether a clause holds only under a condition of its own ("would back it if …", "not until …"), which "even if" is none of."""
    if bound_at(parse, i) is not None:
        return True
    for clause in parse.children(i, "advcl"):
        marks = {parse.text(c).lower() for c in parse.children(clause, "mark", "advmod")}
        if "even" in marks or "as" in marks:
            continue
        if marks & _IF or ("until" in marks and is_denied(parse, i)):
            return True
    return False


def is_told(parse: Parse, i: int) -> bool:
    """Say whether a verb's stance is its subject's own: finite, a participle beside it, or governed by a verb of will."""
    token = parse.tokens[i]
    infinitive = any(parse.text(c).lower() == "to" for c in parse.children(i, "mark"))
    if parse.related(i, "xcomp"):
        above = token.head
        return lemma(parse, above) in words("linked", "governing") and not parse.children(above, "obj", "iobj") and is_told(parse, above)
    if parse.related(i, "conj") and token.head != ROOT and parse.tokens[token.head].upos == "VERB" and not parse.children(i, "nsubj"):
        return is_told(parse, token.head) if infinitive or not token.has("VerbForm=Fin") else True
    if parse.related(i, "amod", "csubj") or (parse.related(i, "advcl") and _beside_open(parse, i)) or is_bidden(parse, i):
        return False
    if parse.related(i, "acl") and any(parse.text(c).lower() in _APART for c in parse.children(i, "mark")):
        return False
    if infinitive and parse.related(i, "acl", "advcl", "ccomp"):
        return is_purpose(parse, i)
    return not _bare_participle(parse, i)


def _beside_open(parse: Parse, i: int) -> bool:
    """Say whether a participle stands beside what ought or may be ("should help by backing it"), or tells of a denial or a charge."""
    above, own = parse.tokens[i].head, parse.children(i, "nsubj", "aux")
    if any(parse.text(c).lower() in _APART for c in parse.children(i, "mark", "case", "cc")):
        return True
    return above != ROOT and not own and (is_modal(parse, above, "must") or is_modal(parse, above, "may") or is_denied(parse, above))


def _bare_participle(parse: Parse, i: int) -> bool:
    """Say whether a verb is a past participle without auxiliary: "asked about it, she …" tells what was done to the subject."""
    token = parse.tokens[i]
    past = token.has("VerbForm=Part") and token.has("Tense=Past")
    if parse.children(i, "obl:agent"):
        return False  # "a bill backed by the unions" tells of them
    return past and parse.related(i, "advcl", "acl") and not parse.children(i, "aux", "nsubj")


def is_ing(parse: Parse, i: int) -> bool:
    """Say whether a verb is an -ing form, which taggers call a gerund or a participle."""
    return parse.text(i).lower().endswith("ing") and (parse.tokens[i].has("VerbForm=Ger") or parse.tokens[i].has("VerbForm=Part"))


def is_purpose(parse: Parse, i: int) -> bool:
    """Say whether an infinitive tells for what end somebody acts ("marched to protest it"): what one acts for, one stands for."""
    above = parse.tokens[i].head
    if not any(parse.text(c).lower() == "to" for c in parse.children(i, "mark")):
        return False
    if above == ROOT or above > i or not parse.related(i, "advcl") or parse.children(i, "nsubj", "nsubj:pass", "aux:pass"):
        return False
    if (
        parse.tokens[above].upos != "VERB"
        or parse.children(above, "aux:pass", "nsubj:pass")
        or lemma(parse, above) in words("acts", "costing")
    ):
        return False
    asked = lemma(parse, above) in stances("clauses") and parse.children(above, "obj", "iobj", "obl")
    return not (asked or is_denied(parse, above) or is_modal(parse, above, "may") or is_modal(parse, above, "must")) and is_told(
        parse, above
    )
