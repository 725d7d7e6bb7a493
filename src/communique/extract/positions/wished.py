"""What is wished: the infinitive or the clause behind a verb of wanting, asking, refusing, and who should act in it."""

from communique.extract.positions.clause import is_ing, is_modal
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent
from communique.extract.positions.words import lemma, stances, words
from communique.model.parse import ROOT, Parse


def wished_clause(parse: Parse, i: int) -> int | None:
    """Give the clause of what is wished: an infinitive, or one behind "that" whose verb is no statement of fact ("that it leave")."""
    for clause in (*parse.children(i, "xcomp", "ccomp", "advcl"), *_behind_asked(parse, i)):
        marks = {parse.text(c).lower() for c in parse.children(clause, "mark")}
        if lemma(parse, i) == "warn" and not is_denied(parse, clause):
            continue  # "warned them to take cover" is advice
        if clause < i or marks & {"if", "whether", "as", "because", "while", "when", "by"} or parse.children(clause, "obl:agent"):
            continue
        if "to" in marks and (parse.tokens[clause].upos in {"VERB", "AUX"} or parse.children(clause, "cop")):
            return clause
        if parse.related(clause, "ccomp") and lemma(parse, i) not in words("wished", "asked") and is_wish(parse, clause):
            return clause
        if parse.related(clause, "ccomp") and lemma(parse, i) == "hope" and is_modal(parse, clause, "hoped"):
            return clause
        if parse.related(clause, "xcomp", "ccomp") and is_ing(parse, clause) and lemma(parse, i) not in words("wished", "asked"):
            return clause
    return None


def _behind_asked(parse: Parse, i: int) -> list[int]:
    """Give infinitives that the tree hangs on whoever is asked ("calls on the parties to leave")."""
    if lemma(parse, i) not in stances("clauses") or lemma(parse, i) in {"refuse", "decline"}:
        return []  # "refused requests to leave" is about the requests
    asked = [c for c in parse.children(i, "obl", "obj", "iobj") if lemma(parse, c) not in words("complemented")]
    return [k for c in asked for k in parse.children(c, "acl") if not is_ing(parse, k)]


def is_wish(parse: Parse, clause: int) -> bool:
    """Say whether a clause tells what should be: a bare verb form behind its subject, or "should", "must"."""
    verb = next(iter(parse.children(clause, "aux:pass", "cop")), clause)
    if is_modal(parse, clause, "must"):
        return True
    own = parse.children(clause, "nsubj")
    helped = [c for c in parse.children(clause, "aux") if not parse.related(c, "aux:pass")]
    bare = parse.text(verb).lower() == parse.tokens[verb].lemma.lower() and not helped
    third = bool(own) and not parse.tokens[own[0]].has("Number=Plur") and parse.tokens[own[0]].upos != "PRON"
    above = parse.tokens[clause].head
    told_then = above != ROOT and parse.tokens[above].has("Tense=Past")
    return bare and bool(own) and (third or told_then or parse.text(verb).lower() == "be")


def wished_words(parse: Parse, i: int, clause: int) -> tuple[int, ...]:
    """Give the tokens of what is wished, who should act included where they stand right before ("wants them to leave")."""
    run = extent(parse, clause)
    who = [c for c in parse.children(i, "obj", "iobj") if c < clause] if lemma(parse, i) in words("wished") else []
    start = parse.subtree(who[0])[0] if who else run[0]
    return tuple(range(start, run[-1] + 1)) if who and run[0] - parse.subtree(who[0])[-1] <= 2 else run
