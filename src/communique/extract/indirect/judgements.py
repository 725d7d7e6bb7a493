"""Acts of speech with a noun for what they are about: accusations, judgements, what is rejected, welcomed or warned of."""

from communique.extract.indirect.acts import acts
from communique.extract.indirect.performing import Act, Words, going_on, infinitive, preposition
from communique.extract.indirect.pointing import is_bare_name, only_points
from communique.extract.indirect.stretches import stretch
from communique.extract.passages import COMMAS
from communique.extract.saying import reports
from communique.model.parse import Parse
from communique.model.span import Span

_ABOUT = frozenset({"for", "about", "over", "at", "that"})
"""What leads from a feeling expressed to what it is about, with words between them."""
_NOMINAL = frozenset({"PROPN", "NOUN", "SYM", "NUM"})


def charge(act: Act) -> Words | None:
    """Give whom someone accuses, blames or thanks, and of what: `accused X of lying`, `X was accused of lying`."""
    parse = act.parse
    leading = frozenset(p for p, verbs in acts().charges.items() if act.lemma in verbs)
    if not leading:
        return None
    why = f"“{act.form}” tells what someone is accused of, or blamed, praised or thanked for"
    matters = [c for c in act.behind("obl", "advcl", "xcomp", "ccomp") if preposition(parse, c, leading) is not None]
    within = any(preposition(parse, c, leading) is not None for x in act.objects for c in parse.children(x, "nmod", "acl"))
    if not act.objects or not (matters or within):
        return None
    last = matters[0] if matters else act.objects[-1]
    return Words(stretch(act.page, [*act.objects, *matters, *going_on(act, last)], without=act.clause), why)


def appraisal(act: Act) -> Words | None:
    """Give what something is called: `called X a threat`, `described X as a threat`, `referred to X as a threat`."""
    parse, known = act.parse, acts().appraisals
    judged = act.objects
    said: list[int] = []
    if act.lemma == "refer":
        judged = [c for c in act.behind("obl") if preposition(parse, c, frozenset({"to"})) is not None]
    if act.lemma in known["bare"]:
        said = [c for c in act.behind("xcomp") if not infinitive(parse, c) and parse.tokens[c].upos != "VERB"]
        if not said and len(judged) > 1 and parse.tokens[judged[1]].upos != "PROPN":
            judged, said = judged[:1], judged[1:]
        said = said or (_beside(act, judged[0]) if judged else [])
    if not said and act.lemma in known["as"]:
        said = [c for c in act.behind("obl", "advcl", "xcomp", "ccomp") if preposition(parse, c, frozenset({"as"})) is not None]
        said = [c for c in said if not _tells(parse, c)] or _behind_aside(act, judged)
    if judged and not said and act.lemma in known["bare"] and (quoted := _quoted(act, judged[0])):
        return Words((quoted,), f"“{act.form}” tells what the speaker calls something")
    if not judged or not said or (act.lemma == "call" and _names(act, judged[-1], said[0])):
        return None
    cases = [p for j in judged if (p := preposition(parse, j, frozenset({"to"}))) is not None]
    asides = [c for j in judged for c in parse.children(j, "acl", "appos") if c > act.verb and _set_off(parse, c)]
    words = stretch(act.page, [*judged, *said, *going_on(act, said[-1])], without=(*cases, *act.clause, *asides))
    return Words(words, f"“{act.form}” tells what the speaker calls something")


def _quoted(act: Act, thing: int) -> Span | None:
    """Give the object with the words in marks behind it, where a tree bends: with "a" before them (`called the draft of May a “farce”`)."""
    page, parse = act.page, act.parse
    quotation = next((q.outer for q in page.quotations if q.outer.start > parse.tokens[thing].start), None)
    inner = parse.tokens_in(quotation) if quotation else ()
    between = range(thing, inner[0]) if inner and inner[0] < parse.sentence_of(act.verb).last else range(0)
    if thing < act.verb or not between or parse.text(between[-1]).lower() not in {"a", "an"}:
        return None
    plain = all(parse.tokens[i].upos not in {"PUNCT", "VERB", "AUX", "SCONJ"} for i in between)
    return Span(parse.tokens[parse.subtree(thing)[0]].start, parse.tokens[inner[-1]].end) if plain else None


def _tells(parse: Parse, i: int) -> bool:
    """Say whether a clause with "as" tells what happened or what is said, not what something is (`cited X as saying`)."""
    return reports(parse, i) or (parse.tokens[i].has("VerbForm=Fin") and bool(parse.children(i, "nsubj")))


def _behind_aside(act: Act, judged: list[int]) -> list[int]:
    """Give the "as" phrase that a tree hangs on an aside about the object (`dismissed X, who spoke on Friday, as a fool`)."""
    parse = act.parse
    asides = [c for j in judged for c in parse.children(j, "acl") if c > act.verb and _set_off(parse, c)]
    phrases = [c for a in asides for c in parse.children(a, "obl", "advcl") if c > a and _set_off(parse, c)]
    return [c for c in phrases if preposition(parse, c, frozenset({"as"})) is not None]


def _set_off(parse: Parse, i: int) -> bool:
    first = parse.subtree(i)[0]
    return bool(COMMAS & {parse.text(first), parse.text(first - 1)})


def _names(act: Act, thing: int, said: int) -> bool:
    """Say whether "call" names or rings up: a passive by nobody (`a group called …`), a name behind a name (`called Paris's Blanc`)."""
    parse = act.parse
    if act.passive:
        return not parse.children(act.verb, "obl:agent")
    return parse.tokens[thing].upos == "PROPN" == parse.tokens[said].upos and parse.subtree(said)[0] == thing + 1


def _beside(act: Act, thing: int) -> list[int]:
    """Give what stands right behind the object as an apposition without a comma or in marks of its own (`called the plan “a farce”`)."""
    parse, end = act.parse, act.parse.subtree(thing)[-1]
    apposed = [c for c in parse.children(thing, "appos") if c > act.verb and parse.text(parse.subtree(c)[0] - 1) not in {*COMMAS, "("}]
    if apposed or thing < act.verb:
        return [c for c in apposed if parse.text(parse.subtree(c)[0]) not in COMMAS]
    inner = next((parse.tokens_in(q.outer) for q in act.page.quotations if parse.tokens_in(q.outer)[:1] == (end + 1,)), ())
    return [i for i in inner if parse.tokens[i].head not in inner and parse.tokens[i].upos != "PUNCT"]


def matter(act: Act) -> Words | None:
    """Give what is called for, warned of or insisted on: `called for talks`, `called for X to leave`."""
    parse = act.parse
    leading = frozenset(p for p, verbs in acts().matters.items() if act.lemma in verbs)
    found = [(c, p) for c in act.behind("obl", "advcl", "xcomp") if (p := preposition(parse, c, leading)) is not None]
    if not found or act.passive:
        return None
    head, lead = found[0]
    done = [c for c in act.behind("advcl", "xcomp") if c > head and infinitive(parse, c)]
    words = stretch(act.page, [head, *done, *going_on(act, head)], behind=lead)
    return Words(words, f"“{act.form} {parse.text(lead)}” tells what the speaker asks for, objects to or warns of", lead)


def feeling(act: Act) -> Words | None:
    """Give what a noun of feeling that someone expresses is about, else the noun: `expressed concern about X`, `voiced hope that …`."""
    parse = act.parse
    nouns = [c for c in act.objects if act.lemma in acts().voicing and parse.tokens[c].lemma.lower() in acts().voiced]
    if not nouns or act.passive:
        return None
    why = f"“{act.form} {parse.text(nouns[0])}” tells what the speaker feels or wants"
    about = next((c for c in parse.children(nouns[0], "nmod", "acl", "ccomp") if c > nouns[0]), None)
    if about is None:
        about = next((c for c in act.behind("obl", "ccomp") if c > nouns[0] and preposition(parse, c, _ABOUT) is not None), None)
    if about is None:
        return Words(stretch(act.page, nouns[:1]), why)
    leads = [k for k in parse.children(about, "case", "mark") if nouns[0] < k < about and parse.text(k).lower() != "to"]
    end = leads[0] if leads else nouns[0]
    return Words(stretch(act.page, [about], behind=end), why, end)


def plain(act: Act) -> Words | None:
    """Give what is rejected, welcomed or announced in words (`condemned the strike`); of a passive only where it says by whom."""
    parse = act.parse
    if act.lemma not in acts().objects or (act.passive and not parse.children(act.verb, "obl:agent")):
        return None
    told_which = act.passive and parse.tokens[act.verb].rel == "acl" and not _set_off(parse, act.verb)
    if told_which or (act.lemma in acts().promising and act.behind("ccomp")):
        return None
    why = f"“{act.form}” tells how the speaker takes a stand on it, or announces it"
    objects = act.objects or [c for c in act.behind("obl") if act.lemma == "threaten" and not parse.children(c, "case")]
    things = [c for c in objects if parse.tokens[c].upos in _NOMINAL]
    more = going_on(act, things[-1]) if things and not act.passive and things[-1] > act.verb else []
    if not things or _only_done(act, things[-1], more) or (not more and all(only_points(parse, c) for c in things)):
        return None
    return Words(stretch(act.page, [*things, *more], without=act.clause), why)


def _only_done(act: Act, thing: int, more: list[int]) -> bool:
    """Say whether an act is not in words: bail denied to someone, a court's or a vote's decision, people met, a thing that no words do."""
    parse, known = act.parse, acts()
    if act.lemma == "deny":
        return len(act.objects) > 1 or any(preposition(parse, c, frozenset({"to"})) is not None for c in more)
    if act.lemma == "welcome" and (parse.tokens[thing].upos == "PROPN" or parse.tokens[thing].lemma.lower() in known.guests | known.agents):
        return True
    if act.lemma in known.backing and is_bare_name(parse, thing):
        return True
    if act.lemma in known.stands and parse.tokens[act.verb].rel == "acl":
        return True
    deciding = parse.children(act.verb, "nsubj", "obl:agent")
    decided = act.lemma in known.deciding and any(parse.tokens[c].lemma.lower() in known.deciders for c in deciding)
    return decided or _other_thing(act, thing)


def _other_thing(act: Act, thing: int) -> bool:
    """Say whether a verb means no words with such an object: `vowed the …`, a source cited, `declined a point`, a village threatened."""
    parse, known = act.parse, acts()
    noun, name = parse.tokens[thing].lemma.lower(), parse.tokens[thing].upos == "PROPN"
    known_thing = any(parse.text(c).lower() in {"the", "this", "that"} for c in parse.children(thing, "det"))
    only = next((nouns for verbs, nouns in known.only_with if act.lemma in verbs), None)
    if only is not None:
        return noun not in only
    if act.lemma in known.reporting:
        return act.passive or known_thing or name or noun in known.agents or bool(parse.children(thing, "nmod:poss"))
    if act.lemma == "cite":
        return name or noun in known.informants | known.agents
    return act.lemma in known.promising and any(parse.text(c).lower() == "the" for c in parse.children(thing, "det"))


def made_clear(act: Act) -> Words | None:
    """Give the clause of `made (it) clear that …`."""
    parse = act.parse
    clear = [c for c in act.behind("xcomp", "obj", "advmod") if act.lemma == "make" and parse.text(c).lower() in {"clear", "plain"}]
    clauses = [c for v in (act.verb, *clear) for c in parse.children(v, "ccomp", "csubj", "advcl") if clear and c > clear[0]]
    said = [(c, p) for c in clauses if (p := preposition(parse, c, frozenset({"that"}))) is not None]
    if not said:
        return None
    return Words(stretch(act.page, [said[0][0]], behind=said[0][1]), f"“{act.form} clear” tells what is said", clear[0])
