"""An event of the record as conduct: what the event has is mapped, with its citations; what it has not stays unknown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from communique.analyse.compliance.asking import ADMITTING, JOINING, pattern_of
from communique.analyse.compliance.facts import Facts
from communique.analyse.compliance.placing import DIRECT, HOSTED, PLACING
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.conduct import Claimed, Conduct, Ground, Measured
from communique.model.days import days
from communique.model.kinds import Stance
from communique.model.mention import Event, Figure
from communique.model.quantity import Quantity
from communique.model.record import Record
from communique.model.report import Report

MEANT: Mapping[str, frozenset[str]] = {
    "MOBILIZE": frozenset(
        {"deploy", "station", "keep", "base", "exercise", "fly_bombers", "sail_warships", "flight_test", "produce", "enrich", "stockpile"}
    ),
    "AID": frozenset({"arm", "train_abroad"}),
    "COOPERATE": frozenset({"join", "admit", "exercise", "train_abroad"}),
    "SUPPORT": frozenset({"join", "admit"}),
    "AGREE": frozenset({"admit"}),
}
"""PLOVER types that hold several classes of action, which the trigger's own word tells apart."""

ACTIONS: Mapping[tuple[str, str | None], str] = {
    ("CONSULT", None): "consult",
    ("MOBILIZE", "troops"): "military_activity",
    ("MOBILIZE", "police"): "other",
    ("SANCTION", None): "sanction",
    ("RETREAT", "withdraw"): "leave",
    ("RETREAT", "access"): "other",
    ("RETREAT", "release"): "other",
    ("RETREAT", "resign"): "other",
    ("ASSAULT", "aerial"): "attack",
    ("ASSAULT", "explosives"): "attack",
    ("ASSAULT", "heavy-weapons"): "attack",
    ("COERCE", None): "other",
    ("PROTEST", None): "other",
    **{(type_, None): "words" for type_ in ("REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE", "SUPPORT")},
}
"""PLOVER types and modes, and the class of action each is; None stands for all other modes. What is not here stays unknown."""

NOTHING = "nothing"
"""The class of action that those who deny an event say took place."""

_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What a record has beside the event: its reports by id, and for whom a person acts by an office (the person's id, the key)."""

    reports: Mapping[str, Report] = field(default_factory=dict)
    acting: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> "Telling":
        """Give what a record has; who held an office once acts for nobody, nor does who holds offices of two."""
        offices = {a.id: {_whole(r.of) for r in a.roles if r.of and ":" in r.of and not r.is_past} for a in record.actors}
        return cls({r.id: r for r in record.reports}, {id_: next(iter(whose)) for id_, whose in offices.items() if len(whose) == 1})

    def key(self, actor: str | None) -> str | None:
        """Give the key that rules know an actor by: a body of a state stands for the state, an office holder for whose office it is."""
        named = self.acting.get(actor or "", actor)
        return _whole(named) if named else None

    def source(self, cites: tuple[Citation, ...]) -> str:
        """Give citations in words: the file and place of the first, and its words."""
        first = cites[0]
        file = self.reports[first.report].file if first.report in self.reports else first.report
        return f"{file}:{first.start}-{first.end} “{' '.join(first.quote.split())}”"

    def before(self, cite: Citation) -> str:
        """Give the last word before a citation that is no article, in lower case; "" where its report is not known."""
        report = self.reports.get(cite.report)
        words = report.text[: cite.start].casefold().split() if report else []
        return next((w for w in reversed(words) if w not in _ARTICLES), "")


def conducts_of(event: Event, known: Facts, *, telling: Telling | None = None) -> tuple[Conduct, ...]:
    """Give the conduct that an event of the record is, one for each actor; one of unknown actor where it names none.

    `telling` is what the record has beside the event; without it, sources name reports by their ids, and persons stand for nobody.
    """
    read = _Read(event, known, telling or Telling())
    return tuple(_joining(read.conduct(actor)) for actor in read.actors() or [()])


def _whole(key: str) -> str:
    """Give the key of the state that a body belongs to; any other key as it is."""
    return f"state:{key.split(':')[1]}" if key.startswith("body:") else key


def _values(claims: tuple[Claimed, ...]) -> tuple[str, ...]:
    return tuple(c.value for c in claims)


def _joining(conduct: Conduct) -> Conduct:
    """Give an accession as the act that articles speak of: who joins an alliance is admitted by it."""
    if [c.value for c in conduct.action] != [JOINING]:
        return conduct
    admitted = tuple(replace(c, value=ADMITTING) for c in conduct.action)
    return replace(conduct, actor=conduct.target, target=conduct.actor, action=admitted)


@dataclass(frozen=True, slots=True)
class _Read:
    """Reads one event as conduct; what has no citation of its own rests on the event's."""

    event: Event
    known: Facts
    telling: Telling

    def conduct(self, actor: tuple[Claimed, ...]) -> Conduct:
        """Give the conduct of one actor."""
        event, measures = self.event, tuple(self.measures())
        action = self.action()
        target = next((claim for r in event.recipients if (claim := self.claimed(r))), ())
        place = self.place(action) or (target if any(c.value in HOSTED for c in action) else ())
        return Conduct(
            words=self.words(),
            when=days(event.when.value) if event.when.value else None,
            actor=actor,
            action=action,
            object=self.thing(measures),
            place=place,
            target=() if place and not any(c.value in DIRECT for c in action) and _values(place) == _values(target) else target,
            measures=measures,
        )

    def words(self) -> str:
        """Give the words that the event rests on, and how far it has come."""
        return f"“{' '.join(self.event.cites[0].quote.split())}” ({self.event.status.value}; {self.event.id})"

    def actors(self) -> list[tuple[Claimed, ...]]:
        """Give the actors that are in the tables, each once."""
        found = {claim[0].value: claim for who in reversed(self.event.actors) if (claim := self.claimed(who))}
        return list(reversed(found.values()))

    def claimed(self, who: Who | None) -> tuple[Claimed, ...]:
        """Give the key that rules know an actor by; who is in no table is unknown."""
        key = self.telling.key(who.actor) if who else None
        if who is None or key is None or self.known.tables.entity(key) is None:
            return ()
        return (Claimed(key, self.ground(who.cite)),)

    def place(self, action: tuple[Claimed, ...]) -> tuple[Claimed, ...]:
        """Give where it is: what is sent to a state is then there, so that the recipient of a deployment "to" it is its place."""
        if self.event.place:
            return self.claimed(self.event.place)
        if not any(self.known.words.actions[c.value].adds for c in action):
            return ()
        towards = (r for r in self.event.recipients if r.cite and self.telling.before(r.cite) in PLACING)
        return next((claim for r in towards if (claim := self.claimed(r))), ())

    def action(self) -> tuple[Claimed, ...]:
        """Give what is said to have been done: the class of action, and nothing at all where a voice denies it."""
        class_ = self.class_of_action()
        if class_ is None:
            return ()
        denied = [c for v in self.event.according_to if v.stance is Stance.DENIES for c in v.cites]
        said = (Claimed(class_, self.ground(self.event.trigger)),)
        return (*said, Claimed(NOTHING, self.ground(*denied))) if denied else said

    def class_of_action(self) -> str | None:
        """Give the class by the trigger's word where the type leaves it open, else by type and mode; None where neither tells."""
        type_, word, words = self.event.type, self.event.trigger.quote.casefold(), self.event.cites[0].quote
        meant = [c for c in self.known.words.actions.values() if c.id in MEANT.get(type_, ()) and self.may_be(c.id)]
        longer = (c.id for c in meant for f in c.forms if f.split()[0] == word != f and re.search(pattern_of(f), words, re.IGNORECASE))
        told = (c.id for c in meant if word in c.forms)
        return next(longer, None) or next(told, None) or ACTIONS.get((type_, self.event.mode)) or ACTIONS.get((type_, None))

    def may_be(self, class_: str) -> bool:
        """Say whether those who take part can do an act of this class: alliances admit, and are joined; weapons are built, not set up."""
        if class_ in {JOINING, ADMITTING}:
            whole = self.event.recipients if class_ == JOINING else self.event.actors
            return any(self.known.listed((self.telling.key(w.actor) or "").removeprefix("org:")) for w in whole)
        return class_ != "base" or self.event.mode != "weapons"

    def thing(self, measures: tuple[Measured, ...]) -> tuple[Claimed, ...]:
        """Give the class of object by what the figures count, else by the mode."""
        counted = {m.measure: m.ground for m in measures}
        found = next(((c.id, counted[c.measure]) for c in self.known.words.objects.values() if c.measure in counted), None)
        if found:
            return (Claimed(*found),)
        return (Claimed(self.event.mode, self.ground()),) if self.event.mode in {"troops", "weapons"} else ()

    def measures(self) -> Iterator[Measured]:
        """Yield what is counted, by measure. Several figures of one report are parts of a whole, or one of them is: nobody differs."""
        forms = {form: c.measure for c in self.known.words.objects.values() if c.measure for form in c.forms}
        counted: dict[str, list[Figure]] = {}
        for figure in self.event.figures:
            if named := next((forms[w.casefold()] for w in (figure.of, figure.unit) if w and w.casefold() in forms), None):
                counted.setdefault(named, []).append(figure)
        for measure, some in counted.items():
            given = [f.allowed for f in some]
            whole = Quantity(max(q.low for q in given), sum(q.high for q in given)) if len(given) > 1 else given[0]
            cites = tuple(f.cite for f in some)
            yield Measured(measure, whole, " and ".join(" ".join(c.quote.split()) for c in cites), self.ground(*cites))

    def ground(self, *cites: Citation | None) -> Ground:
        """Give the ground of citations, with the file and place of the first."""
        own = tuple(c for c in cites if c) or self.event.cites
        return Ground(self.telling.source(own), own)
