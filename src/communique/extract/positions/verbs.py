"""Verbs of attitude: their subject stands for or against what they take ("opposes the plan", "urged them to leave")."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.agents import agent, is_reduced
from communique.extract.positions.clause import bound_at, is_asked, is_conditional, is_ing, is_modal, is_purpose, is_supposed, is_told
from communique.extract.positions.composing import because, composed, ends_denial
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent, objects
from communique.extract.positions.holders import is_public
from communique.extract.positions.idioms import Idiom, idiom, idiom_objects
from communique.extract.positions.issue import at_issue, is_slight
from communique.extract.positions.taking import TOLD, Taking
from communique.extract.positions.wished import wished_clause, wished_words
from communique.extract.positions.words import lemma, stances, words, works_against
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse

S = PositionStance
_MEASURED = frozenset({"consider", "weigh", "mull", "ponder"})
_REASONS = ("for", "over")


def attitudes(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a verb takes a stance on: the clause that it governs, its preposition's object, or its own."""
    parse = known.parse
    if not is_told(parse, i) or is_asked(parse, i) or is_supposed(parse, i) or _is_open(parse, i):
        return
    holder = agent(parse, i)
    if holder is None or (lemma(parse, i) in words("wished", "would") and not _would(parse, i)):
        return
    if _is_idle_seeking(parse, i):
        return
    if (found := idiom(parse, i)) is not None:
        yield from _idiomatic(known, i, found, holder)
        return
    bound = bound_at(parse, i)
    for word, stance, taken in _taken(known, i):
        object_ = taken if bound is None else tuple(t for t in taken if t < bound)
        weak = (lemma(parse, i) in words("weak") or _for_an_end(parse, i)) and not is_public(known, holder)
        if (made := composed(parse, i, stance)) is not None and not weak and not is_slight(parse, object_):
            told = f"“{parse.text(i)}” ({word.replace('-', ' ')}) {TOLD[stance]}{because(parse, i, stance, made)}"
            yield Taking(i, (object_,), made, holder, told)
            yield from (Taking(parse.tokens[i].head, (object_,), made, h, told) for h in _joined(parse, i))


def _would(parse: Parse, i: int) -> bool:
    """Say whether "like" is a wish ("would like them to leave")."""
    return any(parse.text(c).lower() in {"would", "'d", "’d"} for c in parse.children(i, "aux"))


def _is_idle_seeking(parse: Parse, i: int) -> bool:
    """Say whether somebody will not run for an office, of which they are no opponent ("will not seek re-election")."""
    offices = words("taken", "offices")
    return lemma(parse, i) in {"seek", "want"} and is_denied(parse, i) and any(lemma(parse, c) in offices for c in parse.children(i, "obj"))


def _joined(parse: Parse, i: int) -> tuple[int, ...]:
    """Give whom somebody joins in an attitude, which is theirs too ("joined Canada in condemning the quota")."""
    above = parse.tokens[i].head
    joins = above != ROOT and lemma(parse, above) == "join" and parse.related(i, "advcl", "xcomp", "obl") and is_ing(parse, i)
    return (
        parse.children(above, "obj")[:1] if joins and any(parse.text(c).lower() == "in" for c in parse.children(i, "mark", "case")) else ()
    )


def _idiomatic(known: Known, i: int, found: Idiom, holder: int) -> Iterator[Taking]:
    """Yield what an idiom takes a stance on ("threw its weight behind the treaty"), in which its own denial is read already."""
    conditional = is_conditional(known.parse, i) and not (found.denied and not ends_denial(known.parse, i))
    made = S.CONDITIONAL if conditional else found.stance
    private = lemma(known.parse, i) in words("idioms_bodily") and not is_public(known, holder)
    for object_ in () if private else idiom_objects(known, i, found):
        if not is_slight(known.parse, object_):
            told = f"“{found.told}”{', denied,' if found.denied else ''} {TOLD[found.stance]}{because(known.parse, i, found.stance, made)}"
            yield Taking(i, (object_,), made, holder, told)


def _for_an_end(parse: Parse, i: int) -> bool:
    """Say whether a verb tells for what somebody acts, where the verb above is none of will, which says so itself ("voted to")."""
    return is_purpose(parse, i) and lemma(parse, parse.tokens[i].head) not in words("linked", "governing")


def _is_open(parse: Parse, i: int) -> bool:
    """Say whether a verb only tells what may be or ought to be ("could support it", "should reject it")."""
    return (is_modal(parse, i, "may") and not is_denied(parse, i)) or is_modal(parse, i, "must")


def _taken(known: Known, i: int) -> Iterator[tuple[str, PositionStance, tuple[int, ...]]]:
    """Yield the word with its stance and what it takes: a clause goes before a preposition, a preposition before the object."""
    parse, name = known.parse, lemma(known.parse, i)
    clause, stance = wished_clause(parse, i), stances("clauses").get(name)
    if name in {"refuse", "decline"} and parse.children(i, "obj"):
        clause = None  # "refused requests to leave" is about the requests
    if clause is not None and name in words("denied_only"):
        yield from _let(parse, i, clause)
        return
    if clause is not None and _is_others(parse, i, clause, stance):
        return
    if clause is not None and stance:
        if name == "hope" and (foiled := [c for c in parse.children(clause, "obj") if lemma(parse, clause) in works_against()]):
            yield f"{name} to {lemma(parse, clause)}", S.REJECTS, extent(parse, foiled[0])
        elif not is_idle(parse, clause):
            yield name, _own_hope(parse, i, clause, stance), wished_words(parse, i, clause)
        return
    if (fact := _fact(parse, i)) is not None and (told := stances("facts").get(name)):
        yield f"{name} that", told, extent(parse, fact)
        return
    led = parse.children(i, "obj") and _stance(parse, i, name)  # "defends it against", "supports it for": the object is at issue
    for preposition in () if led else _prepositions(parse, i):
        word = f"{name}-{preposition}"
        if stance := _stance(parse, i, word):
            heads = (
                h for h in objects(parse, i, preposition) if at_issue(known, h, stance) and lemma(parse, h) not in words("taken", "scenery")
            )
            yield from ((word, stance, _led(parse, i, h, preposition)) for h in heads)
            return
    if parse.children(i, "compound:prt"):
        return  # "backed off its remarks": the particle makes another word of it
    if (stance := _stance(parse, i, name)) and not (name in _MEASURED and not _weighs(parse, i)):
        yield from ((name, stance, _whole(parse, i, h)) for h in _own_objects(known, i, stance))


def _fact(parse: Parse, i: int) -> int | None:
    """Give the clause of a fact that somebody laments or welcomes ("complained that the port was closed")."""
    for clause in parse.children(i, "ccomp"):
        marks = {parse.text(c).lower() for c in parse.children(clause, "mark", "advmod")}
        if clause > i and not marks & {"if", "whether", "how", "why", "to"} and parse.children(clause, "nsubj", "nsubj:pass", "csubj"):
            return clause
    return None


def _led(parse: Parse, i: int, head: int, preposition: str) -> tuple[int, ...]:
    """Give what a preposition leads to, who acts in it included, whom the tree may hang on the verb ("to the port being closed")."""
    run = extent(parse, head, i)
    mark = next((c for c in parse.children(head, "mark") if parse.text(c).lower() == preposition), None)
    between = range(mark + 1, run[0]) if mark is not None else ()
    named = any(parse.tokens[k].upos in {"NOUN", "PROPN", "PRON"} for k in between)
    return (*between, *run) if named and all(k in parse.subtree(i) for k in between) else run


def _whole(parse: Parse, i: int, head: int) -> tuple[int, ...]:
    """Give an object with what should become of it ("wants the ship back"), or for what somebody is praised."""
    run = extent(parse, head, i)
    bare = lemma(parse, i) == "want" or lemma(parse, i) in stances("clauses")
    more = [c for c in parse.children(i, "xcomp") if bare and not is_ing(parse, c) and not parse.children(c, "mark")]
    more += (
        [c for c in parse.children(i, "advmod", "compound:prt") if parse.text(c).lower() in words("taken", "becoming")]
        if lemma(parse, i) == "want"
        else []
    )
    more += [h for h in objects(parse, i, "for") if parse.tokens[h].upos == "VERB"] if parse.related(head, "obj") else []
    ends = [parse.subtree(c)[-1] for c in more if c > run[-1]]
    return tuple(range(run[0], max(ends) + 1)) if ends and parse.related(head, "obj") else run


def _is_others(parse: Parse, i: int, clause: int, stance: PositionStance | None) -> bool:
    """Say whether a clause is read elsewhere ("refused to rule it out") or is what another shall do ("offered him money to stay")."""
    if lemma(parse, i) == "offer" and parse.children(i, "obj", "iobj"):
        return True
    return stance is S.REJECTS and lemma(parse, clause) in words("denied_open")


def _own_hope(parse: Parse, i: int, clause: int, stance: PositionStance) -> PositionStance:
    """Give the stance of a wish: who hopes to do something itself is for it, and asks nobody ("hopes to pass the bill")."""
    own = any(parse.text(c).lower() == "to" for c in parse.children(clause, "mark"))
    return S.SUPPORTS if own and lemma(parse, i) == "hope" else stance


def is_idle(parse: Parse, clause: int) -> bool:
    """Say whether a clause names nothing at issue ("to comment", "to take sides")."""
    sides = lemma(parse, clause) == "take" and any(lemma(parse, c) in {"side", "position", "stance"} for c in parse.children(clause, "obj"))
    things = [c for c in parse.children(clause, "obj") if parse.tokens[c].upos != "PRON" and len(parse.subtree(c)) > 1]
    named = bool(things) and lemma(parse, clause) in words("idle", "unless_taking")
    does_more = lemma(parse, clause) == "do" and any(lemma(parse, c) == "more" for c in parse.children(clause, "obj", "advmod"))
    others = parse.related(clause, "ccomp") and bool(parse.children(clause, "nsubj"))
    return sides or (lemma(parse, clause) in words("idle") and not (named or does_more or others))


def _let(parse: Parse, i: int, clause: int) -> Iterator[tuple[str, PositionStance, tuple[int, ...]]]:
    """Yield what somebody will not let be; what it would harm is what they are for ("will not allow the treaty to be scrapped")."""
    name = lemma(parse, i)
    if not is_denied(parse, i):
        return
    harmed = [*objects(parse, clause, None), *(parse.children(i, "obj", "iobj") if parse.children(clause, "aux:pass") else ())]
    if lemma(parse, clause) in works_against() and harmed:
        yield f"{name} to {lemma(parse, clause)}", S.REJECTS, extent(parse, harmed[0], clause)
    else:
        yield name, S.ACCEPTS, wished_words(parse, i, clause)


def _stance(parse: Parse, i: int, word: str) -> PositionStance | None:
    """Give the stance of a word; of those that let things be, only where they are denied."""
    if word in words("denied_only") and is_denied(parse, i):
        return S.ACCEPTS
    if word == "call-for" and parse.children(i, "obj"):
        return None  # "called him a liar for leaving", "called him out for it"
    return stances("verbs").get(word)


def _weighs(parse: Parse, i: int) -> bool:
    """Say whether "is considering" tells of an open decision, as "considers it a threat" does not."""
    return is_ing(parse, i)


def _own_objects(known: Known, i: int, stance: PositionStance) -> Iterator[int]:
    """Yield a verb's objects; against an actor, what it is for ("criticised them for leaving")."""
    parse = known.parse
    acts = [h for h in objects(parse, i, "for") if parse.tokens[h].upos == "VERB"] if stance is S.REJECTS else []
    if acts:
        yield from acts
        return
    own = [*objects(parse, i, None)]
    if not own and parse.related(i, "advcl") and is_reduced(parse, i):
        own = [s for s in (subject(parse, parse.tokens[i].head),) if s is not None]  # "Backed by the unions, the bill passed"
    for head in own:
        if lemma(parse, i) == "fight" and lemma(parse, head) in words("taken", "fought"):
            continue
        if at_issue(known, head, stance):
            yield head
        elif stance is S.REJECTS and lemma(parse, i) != "challenge":  # who challenges somebody for an office wants it
            yield from (h for p in _REASONS for h in objects(parse, i, p) if at_issue(known, h, stance))


def _is_gerund(parse: Parse, clause: int) -> bool:
    """Say whether a clause is one of an -ing form, of its auxiliary verb too ("being closed")."""
    return is_ing(parse, clause) or any(parse.text(c).lower() in {"being", "having"} for c in parse.children(clause, "aux", "aux:pass"))


def _prepositions(parse: Parse, i: int) -> list[str]:
    found = {case(parse, c) for c in parse.children(i, "obl")} | {parse.text(c).lower() for c in parse.children(i, "compound:prt")}
    for clause in parse.children(i, "advcl"):
        found |= {parse.text(c).lower() for c in parse.children(clause, "mark") if _is_gerund(parse, clause)}
    return sorted(found - {""})
