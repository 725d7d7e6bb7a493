"""Compliance: the verdict of every article of an agreement on an event, in every reading, with the derivation.

Default logic: an article holds unless a stronger rule that is shown to apply takes the event out of it. Nothing unknown is presumed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import cast

from communique.analyse.compliance.facts import Facts, facts
from communique.analyse.compliance.predicates import Asks, Setting, ready
from communique.analyse.compliance.standing import Standing, standing
from communique.model.conduct import Conduct
from communique.model.finding import Finding, Joint, Step, Verdict
from communique.model.instrument import Article, Exemption, Instrument, Meaning, Reading
from communique.model.kinds import ProvisionKind
from communique.model.predicate import Class, Predicate, Term, leaves
from communique.model.truth import Truth, every, opposite, some
from communique.reference.agreement_articles import LITERAL
from communique.reference.agreement_priorities import stronger

SCOPE = {
    "bearer": "who acts is bound",
    "action": "what is done is meant",
    "object": "what it is done with is meant",
    "target": "whom it is done to is meant",
    "place": "the place is meant",
    "time": "the day is meant",
    "condition": "the condition is met",
}
"""The fields of a scope that bring an event under an article, in the order of the derivation, and how it asks for each."""


@dataclass(frozen=True, slots=True)
class _Variant:
    """One article in one reading, ready to be asked; `kinds` asks for action and object alone, `places` for target and place."""

    article: Article
    reading: str
    kinds: tuple[Asks, ...]
    places: tuple[Asks, ...]
    scope: tuple[Asks, ...]
    broken: Asks | None
    exempted: Asks | None


@dataclass(frozen=True, slots=True)
class _Relevant:
    """What is known of an event by its action and object alone, and the variants still to be asked with their places among all."""

    settled: tuple[Finding | None, ...]
    open: tuple[tuple[int, _Variant], ...]


class _Asked:
    """One event while its articles are asked: what two readings ask alike is answered once."""

    def __init__(self, conduct: Conduct, stands: Standing) -> None:
        self.conduct = conduct
        self.stands = stands
        self._steps: dict[Asks, Step] = {}

    def step(self, asks: Asks) -> Step:
        """Give the step of what is asked."""
        step = self._steps.get(asks)
        if step is None:
            step = self._steps[asks] = asks(self.conduct)
        return step


class Assessor:
    """Puts events to one agreement. Made once, it keeps what many events share."""

    def __init__(self, instrument: Instrument, *, known: Facts | None = None) -> None:
        self.instrument = instrument
        self.facts = known or facts()
        self._standing = standing(instrument, self.facts)
        self._over = stronger(instrument.articles, instrument.priorities, file=instrument.id)
        self._shared: dict[tuple[Predicate, str, tuple[Predicate, ...]], Asks] = {}
        self._variants = tuple(self._all_variants())
        self._by_kind: dict[_Kind, _Relevant] = {}

    def findings(self, conduct: Conduct) -> list[Finding]:
        """Give the finding of every article in every reading, in the order of the text."""
        relevant = self._relevant(conduct)
        found = list(relevant.settled)
        if relevant.open:
            asked = _Asked(conduct, self._standing(conduct))
            for place, variant in relevant.open:
                found[place] = _finding(variant, asked)
        return cast(list[Finding], found)

    def _relevant(self, conduct: Conduct) -> "_Relevant":
        """Give what is to be asked of the event; an article about other actions or objects is answered once for all such events."""
        key = _kind(conduct)
        if key is None:
            return self._chosen(conduct)
        if key not in self._by_kind:
            self._by_kind[key] = self._chosen(conduct)
        return self._by_kind[key]

    def _chosen(self, conduct: Conduct) -> "_Relevant":
        settled = [self._other(v, conduct) for v in self._variants]
        waiting = tuple((i, v) for i, (v, known) in enumerate(zip(self._variants, settled, strict=True)) if known is None)
        return _Relevant(tuple(settled), waiting)

    def _other(self, variant: _Variant, conduct: Conduct) -> Finding | None:
        """Give the finding that an article is about another action or object, which no single fact could turn; None where it is not."""
        for asks in variant.kinds:
            step = asks(conduct)
            if step.truth is Truth.NO:
                return Finding(variant.article, variant.reading, Verdict.NOT_COVERED, None, False, step, None, None)
        return None

    def _all_variants(self) -> Iterator[_Variant]:
        for article in self.instrument.articles:
            for reading in article.readings:
                yield from self._variants_of(article, reading)

    def _variants_of(self, article: Article, reading: Reading) -> Iterator[_Variant]:
        """Yield one variant for each way to read the open terms that the reading uses."""
        terms = [t for t in self.instrument.terms if t.id in _terms(reading)]
        for meanings in product(*(t.readings for t in terms)):
            chosen = {t.id: m.means for t, m in zip(terms, meanings, strict=True)}
            setting = Setting(self.instrument, self.facts, chosen)
            yield self._variant(article, reading, _name(reading, meanings), setting)

    def _variant(self, article: Article, reading: Reading, name: str, setting: Setting) -> _Variant:
        scope = reading.scope
        asked = [(getattr(scope, field), says) for field, says in SCOPE.items()]
        untested = _constant(_nothing_to_test(article))
        return _Variant(
            article=article,
            reading=name,
            kinds=tuple(self._ready(p, setting) for p in (scope.action, scope.object) if p) if not article.untested else (untested,),
            places=tuple(self._ready(p, setting, SCOPE[f]) for f, p in (("target", scope.target), ("place", scope.place)) if p),
            scope=tuple(self._ready(p, setting, says) for p, says in asked if p) if not article.untested else (untested,),
            broken=self._broken(reading, setting),
            exempted=self._stronger(article.id, setting),
        )

    def _ready(self, predicate: Predicate, setting: Setting, says: str = "") -> Asks:
        """Give what asks a predicate, one and the same for readings that take its terms alike."""
        terms = [leaf.term for leaf in leaves(predicate) if isinstance(leaf, Term)]
        key = (predicate, says, tuple(setting.meanings[t] for t in terms))
        if key not in self._shared:
            self._shared[key] = ready(predicate, setting, says)
        return self._shared[key]

    def _broken(self, reading: Reading, setting: Setting) -> Asks | None:
        if reading.scope.limit:
            return self._ready(reading.scope.limit, setting, "it goes beyond what the article allows")
        if reading.scope.duty is None:
            return None
        asked = self._ready(reading.scope.duty, setting, "the duty is kept")

        def asks(conduct: Conduct) -> Step:
            step = asked(conduct)
            return Step("the duty is not kept", opposite(step.truth), joint=Joint.NOT, steps=(step,))

        return asks

    def _stronger(self, rule: str, setting: Setting) -> Asks | None:
        """Give what asks whether one of the rules that are stronger than `rule` applies, and is not itself taken out."""
        rules = [self._rule(id_, setting) for id_ in self._over.get(rule, ())]
        if not rules:
            return None

        def asks(conduct: Conduct) -> Step:
            steps = tuple([asked(conduct) for asked in rules])
            return Step("an exception applies", some([s.truth for s in steps]), joint=Joint.ANY, steps=steps)

        return asks

    def _rule(self, id_: str, setting: Setting) -> Asks:
        says, when = self._applies(id_, setting)
        over = self._stronger(id_, setting)

        def asks(conduct: Conduct) -> Step:
            steps: tuple[Step, ...] = tuple([asked(conduct) for asked in when])
            if over:
                above = over(conduct)
                steps = (*steps, Step("no stronger rule takes it back", opposite(above.truth), joint=Joint.NOT, steps=(above,)))
            return Step(says, every([s.truth for s in steps]), joint=Joint.ALL, steps=steps)

        return asks

    def _applies(self, id_: str, setting: Setting) -> tuple[str, list[Asks]]:
        """Give how a stronger rule is named, and what it asks: an exception its condition, an article its scope."""
        meanings = {t.id: t.readings[0].means for t in self.instrument.terms} | setting.meanings
        if found := _exemptions(self.instrument).get(id_):
            strict = Setting(self.instrument, self.facts, meanings, presumed_absent=True)
            return f"the exception “{found.says}” ({id_})", [ready(found.when, strict)]
        article = self.instrument.article(id_)
        scope = article.readings[0].scope if article else None
        asked = [getattr(scope, field) for field in SCOPE]
        wide = Setting(self.instrument, self.facts, meanings)
        return f"{id_} is the stronger rule", [ready(p, wide) for p in asked if p]


def _for_good(step: Step, truth: Truth) -> bool:
    """Say whether a step is answered with `truth` whatever single fact were otherwise, so that nothing else need be asked."""
    if step.truth is not truth:
        return False
    match step.joint:
        case Joint.NOT:
            return _for_good(step.steps[0], opposite(truth))
        case Joint.ALL | Joint.ANY:
            decided = [_for_good(below, truth) for below in step.steps]
            return any(decided) if (step.joint is Joint.ALL) == (truth is Truth.NO) else all(decided)
        case Joint.LEAF:
            return not (step.if_yes if truth is Truth.NO else step.if_no)
        case _:
            return False


_Kind = tuple[str, str, str, str]


def _kind(conduct: Conduct) -> _Kind | None:
    """Give what events with the same action and object share; None where sources differ on them or cite a report."""
    if len(conduct.action) != 1 or len(conduct.object) > 1:
        return None
    action, ground = conduct.action[0].value, conduct.action[0].ground
    thing, other = (conduct.object[0].value, conduct.object[0].ground) if conduct.object else ("", ground)
    return None if ground.cites or other.cites else (action, ground.source, thing, other.source)


def _finding(variant: _Variant, asked: _Asked) -> Finding:
    for asks in variant.places:
        step = asked.step(asks)
        if step.truth is Truth.NO and _for_good(step, Truth.NO):
            return Finding(variant.article, variant.reading, Verdict.NOT_COVERED, asked.stands.status, asked.stands.would, step, None, None)
    steps = (asked.stands.step, *[asked.step(asks) for asks in variant.scope])
    covered = Step("the event is under the article", every([s.truth for s in steps]), joint=Joint.ALL, steps=steps)
    broken = asked.step(variant.broken) if variant.broken else None
    exempted = asked.step(variant.exempted) if variant.exempted else None
    verdict = judged(covered.truth, broken.truth if broken else unlimited(variant.article), exempted.truth if exempted else Truth.NO)
    return Finding(variant.article, variant.reading, verdict, asked.stands.status, asked.stands.would, covered, broken, exempted)


def judged(covered: Truth, broken: Truth, exempted: Truth) -> Verdict:
    """Give the verdict that follows from whether an event is under an article, breaks it, and is taken out of it."""
    if covered is Truth.NO:
        return Verdict.NOT_COVERED
    if broken is Truth.NO:
        return Verdict.COMPLIANT
    if exempted is Truth.YES:
        return Verdict.EXEMPT
    return _OPEN[every((covered, broken, opposite(exempted)))]


_OPEN: Mapping[Truth, Verdict] = {
    Truth.YES: Verdict.BREACH,
    Truth.NO: Verdict.EXEMPT,
    Truth.UNKNOWN: Verdict.INDETERMINATE,
    Truth.CONTESTED: Verdict.CONTESTED,
}


def unlimited(article: Article) -> Truth:
    """Say whether an article that sets no limit is broken by whatever is under it: a permission never is."""
    return Truth.NO if article.kind is ProvisionKind.PERMISSION else Truth.YES


def _nothing_to_test(article: Article) -> Step:
    return Step(f"it is not asked of events: {article.untested}", Truth.NO, article.basis.source)


def _constant(step: Step) -> Asks:
    return lambda _: step


def _terms(reading: Reading) -> set[str]:
    predicates: list[Predicate] = [p for field in (*SCOPE, "limit", "duty") if (p := getattr(reading.scope, field))]
    return {leaf.term for p in predicates for leaf in leaves(p) if isinstance(leaf, Term)}


def _name(reading: Reading, meanings: tuple[Meaning, ...]) -> str:
    named = [m.name for m in meanings]
    return "; ".join([reading.name, *named] if reading.name != LITERAL or not named else named)


def _exemptions(instrument: Instrument) -> dict[str, Exemption]:
    return {e.id: e for a in instrument.articles for e in a.exemptions}


def actions_of(article: Article) -> tuple[str, ...]:
    """Give the classes of action that an article names."""
    asked = article.readings[0].scope.action
    return tuple(c for leaf in leaves(asked) if isinstance(leaf, Class) for c in leaf.classes) if asked else ()
