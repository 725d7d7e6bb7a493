"""What a provision does: whom it binds, to what, where, measured against which date. By the modality and the grammar of its clause."""

from dataclasses import dataclass, replace

from communique.extract.phrases import Cast, case, form
from communique.extract.provisions.clauses import Clause, bound_by
from communique.extract.provisions.joining import ban, second_actions, turned
from communique.extract.provisions.words import ProvisionWords
from communique.model.actor import Who
from communique.model.dates import UNKNOWN, When
from communique.model.kinds import ProvisionKind
from communique.model.parse import Parse
from communique.model.span import Span
from communique.model.timex import when_of

_MUST = frozenset(["shall", "must", "will", "should"])
_MAY = frozenset(["may", "can"])
_NOT = frozenset(["not", "n't", "n’t", "never", "no", "neither", "nor", "none", "cannot"])
_CUTS = frozenset(
    [
        "to",
        "in",
        "on",
        "at",
        "with",
        "without",
        "by",
        "for",
        "from",
        "as",
        "against",
        "near",
        "within",
        "under",
        "through",
        "beyond",
        "outside",
        "adjacent",
        "including",
        "unless",
    ]
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause read: the kind and why, the verb of the action (a token), and who bears it; `thing`: what it is done to, if that is told."""

    kind: ProvisionKind | None
    why: str
    action: int | None
    bearer: int | None
    thing: int | None = None


def rule_of(parse: Parse, content: Span, words: ProvisionWords) -> Rule:
    """Read a provision's clause: modality, negation, undertaking and refraining decide; None for the kind where nothing tells."""
    main = _main(parse, content)
    if (main is None or not parse.children(main, "aux", "nsubj", "cop")) and (found := ban(parse, content, words)):
        return Rule(ProvisionKind.PROHIBITION, f'"{parse.text(found[0])}" and no verb', found[1], None)
    if main is None:
        return Rule(None, "no verb was found in its words", None, None)
    bound = _bound(parse, main, words)
    if bound is not None:
        return bound
    own = (c for c in parse.children(main, "nsubj") if content.covers(parse.tokens[c].span))
    subject = next(own, _leading(parse, content, main))
    if form(parse, main) in words.undertaking:
        return _undertaken(parse, main, subject, words)
    return _passive(parse, _modal(parse, main, subject, words))


def _passive(parse: Parse, rule: Rule) -> Rule:
    """Give a rule in the passive with its subject as what the action is done to: "disputes shall be referred" binds no disputes."""
    if rule.action is None or rule.bearer is None or not parse.children(rule.action, "aux:pass"):
        return rule
    agent = next((c for c in parse.children(rule.action, "obl") if case(parse, c) == "by" and parse.related(c, "obl:agent")), None)
    return replace(rule, bearer=agent, thing=rule.bearer)


def led(parse: Parse, rule: Rule, clause: Clause) -> Rule:
    """Give a rule whose kind its own words do not tell the kind of the modal before the list: "the Council would:", "to:", "shall not:"."""
    if rule.kind is not None or not clause.lead:
        return rule
    kind = ProvisionKind.PERMISSION if clause.lead == "may" else ProvisionKind.OBLIGATION
    negated = "not" in clause.lead.split() or parse.report.text.startswith("not ", clause.content.start)
    return replace(rule, kind=ProvisionKind.PROHIBITION if negated else kind, why=f'"{clause.lead}" before the list')


def _main(parse: Parse, content: Span) -> int | None:
    """Give the verb of the clause: the highest, then first, word with a subject or an auxiliary; else the highest verb."""
    inside = parse.tokens_in(content)
    told = [i for i in inside if parse.children(i, "aux", "nsubj", "cop") and not parse.related(i, "acl")]
    verbs = told or [i for i in inside if parse.tokens[i].upos == "VERB"]
    return min(verbs, key=lambda i: (sum(a in inside for a in parse.ancestors(i)), i), default=None)


def _leading(parse: Parse, content: Span, main: int) -> int | None:
    """Give the noun before the verb that hangs on nothing within the words: a subject that the parser cut off."""
    inside = parse.tokens_in(content)
    before = [i for i in inside if i < main and parse.tokens[i].upos in ("NOUN", "PROPN") and parse.tokens[i].head not in inside]
    return before[0] if before else None


def _bound(parse: Parse, main: int, words: ProvisionWords) -> Rule | None:
    """Read "prohibits …", "obliges … to …", "calls for a ban on …" where the text itself is the subject, outside the words."""
    kind = next((k for k, forms in words.binding.items() if form(parse, main) in forms), None)
    modal = {form(parse, c) for c in parse.children(main, "aux")} & (_MUST | _MAY)
    if kind is None or modal or (parse.children(main, "nsubj") and form(parse, main) in words.undertaking):
        return None
    thing = next((c for c in parse.children(main, "obl", "obj") if c > main), None)
    told = bound_by(parse, main)
    action = told[1] if told else next(iter(parse.children(main, "xcomp", "advcl", "ccomp")), None)
    if action is not None and form(parse, action) in words.undertaking:
        action = next((c for c in parse.children(action, "xcomp", "advcl") if c > action), action)
    ends = thing is not None and form(parse, thing) in words.ending
    negated = action is not None and _negated(parse, action)
    settled = ProvisionKind.PROHIBITION if ends or negated else ProvisionKind(kind)
    sides = (c for c in parse.children(main, "obj", "iobj", "obl") if case(parse, c) in ("", "on"))
    bearer = told[0] if told else next(sides, None) if action is not None else None
    if ends and thing is not None:
        return Rule(settled, f'"{parse.text(main)}" … "{parse.text(thing)}"', thing, None)
    return Rule(settled, f'"{parse.text(main)}"', action or main, bearer)


def _undertaken(parse: Parse, main: int, subject: int | None, words: ProvisionWords) -> Rule:
    """Read "undertake to …": a prohibition where what is undertaken is refraining, or negated, else an obligation."""
    next_ = next((c for c in parse.children(main, "xcomp", "advcl", "ccomp") if c > main), None)
    if next_ is None:
        return Rule(ProvisionKind.OBLIGATION, f'"{parse.text(main)}"', main, subject)
    if form(parse, next_) in words.refraining:
        return Rule(ProvisionKind.PROHIBITION, f'"{parse.text(main)} to {parse.text(next_)}"', _refrained(parse, next_), subject)
    if _negated(parse, next_) or _negated(parse, main):
        return Rule(ProvisionKind.PROHIBITION, f'"{parse.text(main)} not to"', next_, subject)
    return Rule(ProvisionKind.OBLIGATION, f'"{parse.text(main)} to"', next_, subject)


def _modal(parse: Parse, main: int, subject: int | None, words: ProvisionWords) -> Rule:
    """Read a clause by its modal verb; verbs of declaring and of refraining come before it."""
    modal = next((form(parse, c) for c in parse.children(main, "aux") if form(parse, c) in _MUST | _MAY), None)
    negated = _negated(parse, main) or (subject is not None and _denied(parse, subject))
    if form(parse, main) in words.declaring:
        return Rule(ProvisionKind.DECLARATION, f'"{parse.text(main)}" declares', main, subject)
    if form(parse, main) in words.refraining and modal:
        return Rule(ProvisionKind.PROHIBITION, f'"{modal} {parse.text(main)}"', _refrained(parse, main), subject)
    if modal is None:
        present = negated and subject is not None
        return Rule(ProvisionKind.DECLARATION if present else None, _UNTOLD if not present else "a statement in the present", main, subject)
    if negated:
        return Rule(ProvisionKind.PROHIBITION, f'"{modal}" and "not", "no" or "neither"', main, subject)
    dealing = [parse.text(i) for i in (main, *parse.children(main, "obj")) if form(parse, i) in words.proceeding]
    if dealing and modal in _MUST:
        return Rule(ProvisionKind.PROCEDURE, f'"{modal}" with "{dealing[0]}"', main, subject)
    return Rule(ProvisionKind.PERMISSION if modal in _MAY else ProvisionKind.OBLIGATION, f'"{modal}"', main, subject)


_UNTOLD = "no modal verb tells what it does"


def _refrained(parse: Parse, verb: int) -> int:
    """Give what is refrained from, where it is a verb ("refrain from deploying"), else the refraining."""
    return next((c for c in parse.children(verb, "advcl", "xcomp", "ccomp") if parse.tokens[c].upos == "VERB" and c > verb), verb)


def _negated(parse: Parse, i: int) -> bool:
    return any(form(parse, c) in _NOT for c in parse.children(i, "advmod", "aux", "cc"))


def _denied(parse: Parse, subject: int) -> bool:
    return form(parse, subject) in _NOT or any(form(parse, c) in _NOT for c in parse.children(subject, "det", "cc", "cc:preconj", "advmod"))


def bearers(parse: Parse, rule: Rule, *, cast: Cast, words: ProvisionWords) -> tuple[Who, ...]:
    """Give who bears a provision, in its words: "the parties", "All member states of …"; the actor only where the words are its name."""
    if rule.bearer is None or parse.tokens[rule.bearer].upos == "PRON" or form(parse, rule.bearer) in words.agreements:
        return ()
    heads = [rule.bearer, *parse.children(rule.bearer, "conj")]
    found = []
    for i in heads:
        named = cast.at(i)
        duties = [c for c in parse.children(i, "acl") if any(form(parse, m) == "to" for m in parse.children(c, "mark"))]
        left = {j for c in (*parse.children(i, "conj", "cc", "punct", "appos", "case"), *duties) for j in parse.subtree(c)}
        span = parse.span(tuple(j for j in parse.subtree(i) if j not in left))
        found.append(Who(named.id if named else None, parse.report.cite(span.start, span.end)))
    return tuple(found)


def object_of(parse: Parse, rule: Rule, content: Span) -> str | None:
    """Give what the action is done to, in the text's words; for refraining, what is refrained from."""
    if rule.action is None:
        return None
    if rule.thing is not None:
        return _words(parse, rule.thing, content)
    things = [c for c in (*parse.children(rule.action, "obj"), *_bare(parse, rule.action)) if content.covers(parse.tokens[c].span)]
    if parse.tokens[rule.action].upos in ("NOUN", "PROPN"):
        things += [c for c in parse.children(rule.action, "nmod") if c > rule.action]
    things += [c for c in parse.children(rule.action, "obl") if case(parse, c) in ("from", "for") and content.covers(parse.tokens[c].span)]
    more = [o for c in second_actions(parse, rule.action, content) for o in parse.children(c, "obj")[:1]]
    return "; ".join(_words(parse, t, content) for t in (*things[:1], *more)) or None


def _bare(parse: Parse, verb: int) -> list[int]:
    """Give a noun right behind a verb that the parser joined to it as a conjunct without "and": its object."""
    nouns = [c for c in parse.children(verb, "conj", "dep") if c > verb and parse.tokens[c].upos == "NOUN"]
    return [c for c in nouns if not parse.children(verb, "obj") and not parse.children(c, "cc") and min(parse.subtree(c)) == verb + 1]


def place_of(parse: Parse, rule: Rule, content: Span, words: ProvisionWords) -> str | None:
    """Give where a provision holds, in the text's words: "the territory of any of the other states"."""
    for i in parse.tokens_in(content):
        beside = case(parse, i) in ("on", "in", "near", "within", "adjacent", "outside", "over")
        located = i != rule.bearer and parse.related(i, "obl", "nmod") and beside
        if located and (
            form(parse, i) in words.areas or any(e.label == "LOC" and e.start <= parse.tokens[i].start < e.end for e in parse.entities)
        ):
            return _words(parse, i, content, whole=bool(parse.children(i, "acl:relcl")))
        if parse.tokens[i].upos == "ADJ" and form(parse, i) in ("adjacent", "close") and parse.children(i, "obl"):
            return _text(parse, i, content)
    return None


def _text(parse: Parse, head: int, content: Span) -> str:
    """Give all words that hang on a token, within the content."""
    tokens = [j for j in parse.subtree(head) if content.covers(parse.tokens[j].span)]
    span = parse.span(tuple(tokens))
    return " ".join(parse.report.text[span.start : span.end].split())


def _words(parse: Parse, head: int, content: Span, *, whole: bool = False) -> str:
    """Give a phrase with its conjuncts, up to a preposition that opens something else, or a clause; with its clauses where `whole`."""
    own = {j for c in parse.children(head, "case") for j in (c, *parse.children(c))}
    clauses = {j for c in parse.subtree(head) if c > head and parse.related(c, "acl", "advcl") for j in parse.subtree(c)}
    tokens = [j for j in parse.subtree(head) if j not in own and content.covers(parse.tokens[j].span)]
    start = next(j for j in tokens if j <= head and parse.tokens[j].upos != "PUNCT")
    last = head
    for j in range(head + 1, tokens[-1] + 1):
        if j not in tokens or (not whole and (j in clauses or _opens(parse, j))):
            break
        if parse.tokens[j].upos not in ("PUNCT", "CCONJ", "ADP", "DET"):
            last = j
    text = parse.report.text[parse.tokens[start].start : parse.tokens[last].end]
    return " ".join(text.split())


def _opens(parse: Parse, j: int) -> bool:
    """Say whether a word opens something other than the phrase it stands in: a preposition but "of", not one within "as well as"."""
    following = form(parse, j + 1) if j + 1 < len(parse.tokens) else ""
    return form(parse, j) in _CUTS and following not in ("well", "of") and parse.tokens[j].rel != "fixed"


def baseline_of(parse: Parse, content: Span, words: ProvisionWords) -> When:
    """Give the reference date of a provision ("as of 1 May 1999"), unknown where it has none; a deadline ("by", "until") is none."""
    for time in parse.times:
        if not (content.start <= time.start and time.end <= content.end) or time.type != "DATE":
            continue
        before = parse.report.text[content.start : time.start].split()
        if before and before[-1].lower() in words.reference_dates:
            return when_of(time, parse.report)
    return UNKNOWN


def verb_of(parse: Parse, rule: Rule, content: Span) -> str | None:
    """Give the lemma of the action, with its particle ("carry out"), and of what is joined to it ("prevent and not admit")."""
    if rule.action is None:
        return None
    more = second_actions(parse, rule.action, content)
    told = [("not " if turned(parse, rule.action, c) else "") + _lemma(parse, c) for c in more]
    return " and ".join([_lemma(parse, rule.action), *told])


def _lemma(parse: Parse, verb: int) -> str:
    particles = [form(parse, c) for c in parse.children(verb, "compound:prt")]
    return " ".join([parse.tokens[verb].lemma.lower(), *particles])
