"""An event of the record as conduct: what the event has is mapped, with its citations; what it has not stays unknown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from communique.analyse.compliance.facts import Facts
from communique.model.citation import Citation
from communique.model.conduct import Claimed, Conduct, Ground, Measured
from communique.model.days import days
from communique.model.kinds import Stance
from communique.model.mention import Event

MEANT: Mapping[str, frozenset[str]] = {
    "MOBILIZE": frozenset({"deploy", "station", "keep", "base", "exercise", "fly_bombers", "sail_warships", "flight_test", "produce"}),
    "AID": frozenset({"arm", "train_abroad"}),
}
"""PLOVER types that hold several classes of action, which the trigger's own word tells apart."""

ACTIONS: Mapping[tuple[str, str | None], str] = {
    ("CONSULT", None): "consult",
    ("MOBILIZE", "troops"): "military_activity",
    ("SANCTION", None): "sanction",
    ("RETREAT", "withdraw"): "leave",
    ("ASSAULT", "aerial"): "attack",
    ("ASSAULT", "explosives"): "attack",
    ("ASSAULT", "heavy-weapons"): "attack",
}
"""PLOVER types and modes, and the class of action each is; None stands for all other modes. What is not here stays unknown."""

NOTHING = "nothing"
"""The class of action that those who deny an event say took place."""


def conducts_of(event: Event, known: Facts, *, files: Mapping[str, str] | None = None) -> tuple[Conduct, ...]:
    """Give the conduct that an event of the record is, one for each actor; one of unknown actor where it names none.

    `files` are the names of reports by their ids, for the sources in words.
    """
    read = _Read(event, known, files or {})
    return tuple(read.conduct(actor) for actor in read.actors() or [()])


@dataclass(frozen=True, slots=True)
class _Read:
    """Reads one event as conduct; what has no citation of its own rests on the event's."""

    event: Event
    known: Facts
    files: Mapping[str, str]

    def conduct(self, actor: tuple[Claimed, ...]) -> Conduct:
        """Give the conduct of one actor."""
        event, measures = self.event, tuple(self.measures())
        place = event.place
        return Conduct(
            words=self.words(),
            when=days(event.when.value) if event.when.value else None,
            actor=actor,
            action=self.action(),
            object=self.thing(measures),
            place=self.claimed(place.actor, place.cite) if place else (),
            target=next((claim for r in event.recipients if (claim := self.claimed(r.actor, r.cite))), ()),
            measures=measures,
        )

    def words(self) -> str:
        """Give the words that the event rests on, with its type."""
        mode = f":{self.event.mode}" if self.event.mode else ""
        return f"“{self.event.cites[0].quote}” ({self.event.type}{mode}, {self.event.id})"

    def actors(self) -> list[tuple[Claimed, ...]]:
        """Give the actors that are in the tables."""
        found = (self.claimed(who.actor, who.cite) for who in self.event.actors)
        return [claim for claim in found if claim]

    def claimed(self, actor: str | None, cite: Citation | None) -> tuple[Claimed, ...]:
        """Give the key that rules know an actor by: a body of a state stands for the state; who is in no table is unknown."""
        if actor is None or self.known.tables.entity(actor) is None:
            return ()
        key = f"state:{actor.split(':')[1]}" if actor.startswith("body:") else actor
        return (Claimed(key, self.ground(cite)),)

    def action(self) -> tuple[Claimed, ...]:
        """Give what is said to have been done: the class of action, and nothing at all where a voice denies it."""
        class_ = self.class_of_action()
        if class_ is None:
            return ()
        denied = [c for v in self.event.according_to if v.stance is Stance.DENIES for c in v.cites]
        said = (Claimed(class_, self.ground()),)
        return (*said, Claimed(NOTHING, self.ground(*denied))) if denied else said

    def class_of_action(self) -> str | None:
        """Give the class by the trigger's word where the type leaves it open, else by type and mode; None where neither tells."""
        type_, word = self.event.type, self.event.trigger.quote.casefold()
        told = (c.id for c in self.known.words.actions.values() if c.id in MEANT.get(type_, ()) and word in c.forms)
        return next(told, None) or ACTIONS.get((type_, self.event.mode)) or ACTIONS.get((type_, None))

    def thing(self, measures: tuple[Measured, ...]) -> tuple[Claimed, ...]:
        """Give the class of object by what the figures count, else by the mode."""
        counted = {m.measure: m.ground for m in measures}
        found = next(((c.id, counted[c.measure]) for c in self.known.words.objects.values() if c.measure in counted), None)
        if found:
            return (Claimed(*found),)
        return (Claimed(self.event.mode, self.ground()),) if self.event.mode in {"troops", "weapons"} else ()

    def measures(self) -> Iterator[Measured]:
        """Yield the figures whose unit or thing is one that rules measure."""
        forms = {form: c.measure for c in self.known.words.objects.values() if c.measure for form in c.forms}
        for figure in self.event.figures:
            named = next((forms[w.casefold()] for w in (figure.of, figure.unit) if w and w.casefold() in forms), None)
            if named:
                quantity = self.known.words.bounded(figure.bound, figure.value)
                yield Measured(named, quantity, figure.cite.quote, self.ground(figure.cite))

    def ground(self, *cites: Citation | None) -> Ground:
        """Give the ground of citations, with the file and place of the first."""
        own = tuple(c for c in cites if c) or self.event.cites
        first = own[0]
        return Ground(f"{self.files.get(first.report, first.report)}:{first.start}-{first.end} “{first.quote}”", own)
