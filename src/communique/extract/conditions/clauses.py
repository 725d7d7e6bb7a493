"""Conditions that are clauses: "if …", "unless …", "until …" under a denial, "should the talks fail, …"."""

from communique.extract.conditions.joining import FILE, MODALS, Joined, asks, is_denied, is_future, lemmas_of, own_words
from communique.extract.saying import is_saying
from communique.model.parse import ROOT, Parse
from communique.reference.lexicon import lists

_CONCEDING = frozenset({"even", "as", "what"})


def clause(parse: Parse, i: int) -> Joined | None:
    """Give "if …, …": an adverbial clause with a marker of condition, or one turned round ("should the talks fail, …")."""
    if not parse.related(i, "advcl") or parse.tokens[i].head == ROOT:
        return None
    marker = marker_of(parse, i)
    if marker is None:
        return None
    head = _consequence_head(parse, parse.tokens[i].head)
    condition = parse.subtree(i)
    if " ".join(parse.text(t).lower() for t in condition if parse.tokens[t].upos != "PUNCT") in lists(FILE, "markers")["linked"]:
        return None
    rest = own_words(parse, head, condition)
    future = is_future(parse, head) or _is_at_stake(parse, head) or any(is_future(parse, c) for c in parse.children(head, "xcomp", "ccomp"))
    if not rest or not future or _did_not_happen(parse, i) or asks(parse, head) or not _makes_condition(parse, head, marker):
        return None
    return Joined(condition, rest, i, head, marker, marker in {"unless", "until", "lest"})


def _makes_condition(parse: Parse, head: int, marker: str) -> bool:
    """Say whether a marker makes a condition here: one of time does where the rest is denied ("not until") or bound to it ("only after").

    What the own side will do "when" something happens is held out too.
    """
    if marker in ("until", "before"):
        return is_denied(parse, head)
    if marker not in ("after", "when", "whenever"):
        return True
    agents = parse.children(head, "nsubj")
    will = any(parse.text(c).lower() in ("will", "'ll", "’ll") for c in parse.children(head, "aux"))
    own = bool(agents) and parse.text(agents[0]).lower() in ("we", "i") and marker != "after"
    around = (head, *parse.children(head, "xcomp", "obl", "obj", "advcl"))
    return (own and will) or any(parse.text(c).lower() == "only" for i in around for c in parse.children(i, "advmod"))


def _did_not_happen(parse: Parse, i: int) -> bool:
    """Say whether a condition was not met in the past ("if they had asked")."""
    return parse.tokens[i].has("VerbForm=Part") and any(parse.text(c).lower() in ("had", "'d", "’d") for c in parse.children(i, "aux"))


def _is_at_stake(parse: Parse, head: int) -> bool:
    """Say whether a verb in the present tells what is to come ("faces sanctions", "risks war")."""
    return bool(lemmas_of(parse, head) & lists(FILE, "markers")["facing"]) and parse.tokens[head].has("Tense=Pres")


def turned(parse: Parse, i: int) -> Joined | None:
    """Give "should the round collapse, we would …" by place, where the tree takes "should" for a second auxiliary of the consequence."""
    head, sentence = parse.tokens[i].head, parse.sentence_of(i)
    opens = i == sentence.first or parse.tokens[i - 1].upos == "PUNCT"
    if not opens or head == ROOT or not parse.related(i, "aux") or parse.text(i).lower() not in lists(FILE, "markers")["inverted"]:
        return None
    comma = next((k for k in range(i + 1, head) if parse.text(k) == ","), None)
    if comma is None or not any(k > comma and parse.related(k, "aux") for k in parse.children(head)):
        return None
    condition = tuple(range(i, comma))
    rest = tuple(k for k in own_words(parse, head, condition) if k > comma)
    return Joined(condition, rest, comma - 1, head, parse.text(i).lower()) if rest and not asks(parse, head) else None


def opened(parse: Parse, i: int) -> Joined | None:
    """Give "should they attack, they would …" by place, where the tree hangs what follows the comma on the condition or beside it."""
    head, sentence = parse.tokens[i].head, parse.sentence_of(i)
    if head == ROOT or not parse.related(i, "aux") or parse.text(i).lower() not in lists(FILE, "markers")["inverted"]:
        return None
    opens = i == sentence.first or parse.tokens[i - 1].upos in {"PUNCT", "SCONJ", "CCONJ"} or parse.text(i - 1).lower() == "that"
    if not opens or not any(i < s < head for s in parse.children(head, "nsubj")):
        return None
    comma = next((k for k in range(head, sentence.last) if parse.text(k) == ","), sentence.last)
    modal = next((k for k in range(comma, sentence.last) if parse.related(k, "aux") and parse.text(k).lower() in MODALS), None)
    if modal is None or (told := parse.tokens[modal].head) == head or not is_future(parse, told) or asks(parse, told):
        return None
    condition = tuple(range(i, comma))
    rest = tuple(k for k in own_words(parse, told, condition) if k > comma)
    return Joined(condition, rest, head, told, parse.text(i).lower()) if rest else None


def marker_of(parse: Parse, i: int) -> str | None:
    """Give the marker of a condition that a clause has, None where it is none."""
    marks = lists(FILE, "markers")
    for mark in parse.children(i, "mark", "advmod"):
        word = parse.text(mark).lower()
        if word in marks["clause"] and mark < i:
            conceded = word == "if" and mark > 0 and parse.text(mark - 1).lower() in _CONCEDING
            return None if conceded else word
    if parse.text(i).lower() in ("provided", "providing") and parse.children(i, "ccomp"):
        return parse.text(i).lower()
    first = parse.subtree(i)[0]
    subjects = parse.children(i, "nsubj")
    turned = parse.text(first).lower() in marks["inverted"] and parse.related(first, "aux", "cop") and subjects and subjects[0] > first
    if turned:
        return parse.text(first).lower()
    long = parse.report.text[parse.tokens[first].start : parse.tokens[i].end].lower()
    return next((m for m in ("as long as", "so long as", "on condition that", "in the event that", "in case") if long.startswith(m)), None)


def _consequence_head(parse: Parse, head: int) -> int:
    """Give the clause that a condition governs: what is said, where the tree hung the condition on the verb of saying before it."""
    if is_future(parse, head):
        above = parse.tokens[head].head
        return above if above != ROOT and parse.related(head, "xcomp") and parse.text(above).lower() == "going" else head
    said = [c for c in parse.children(head, "ccomp") if is_future(parse, c)]
    told = [c for c in parse.children(head, "xcomp") if is_saying(parse, head)]
    return (said or told or [head])[0]
