"""An event of the record as conduct: what the event has is mapped, with its citations; what it has not stays unknown."""

from collections.abc import Iterator, Mapping

from communique.analyse.compliance.facts import Facts
from communique.model.citation import Citation
from communique.model.conduct import Claimed, Conduct, Ground, Measured
from communique.model.days import days
from communique.model.kinds import Stance
from communique.model.mention import Event, Figure
from communique.reference import Tables

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


def conducts_of(event: Event, known: Facts) -> tuple[Conduct, ...]:
    """Give the conduct that an event of the record is, one for each actor; one of unknown actor where it names none."""
    return tuple(_conduct(event, actor, known) for actor in _actors(event, known.tables) or [()])


def _conduct(event: Event, actor: tuple[Claimed, ...], known: Facts) -> Conduct:
    whole = _ground(event.cites)
    action = _action(event, known)
    measures = tuple(_measures(event, known))
    thing = next((c.id for c in known.words.objects.values() if c.measure in {m.measure for m in measures}), None)
    place = _key(event.place.actor, known.tables) if event.place else None
    return Conduct(
        words=event.trigger.quote,
        when=days(event.when.value) if event.when.value else None,
        actor=actor,
        action=_claims(action, event) if action else (),
        object=(Claimed(thing, whole),) if thing else (),
        place=(Claimed(place, _ground(_cites(event.place.cite if event.place else None, event))),) if place else (),
        target=tuple(Claimed(k, whole) for r in event.recipients if (k := _key(r.actor, known.tables)))[:1],
        measures=measures,
    )


def _action(event: Event, known: Facts) -> str | None:
    """Give the class of action by the trigger's word where the type leaves it open, else by type and mode; None where neither tells."""
    word = event.trigger.quote.casefold()
    told = (c.id for c in known.words.actions.values() if c.id in MEANT.get(event.type, ()) and word in c.forms)
    return next(told, None) or ACTIONS.get((event.type, event.mode)) or ACTIONS.get((event.type, None))


def _claims(action: str, event: Event) -> tuple[Claimed, ...]:
    """Give what is said to have been done: the action, and nothing at all where a voice denies it."""
    denials = [v for v in event.according_to if v.stance is Stance.DENIES]
    cites = tuple(c for v in denials for c in v.cites)
    said = (Claimed(action, _ground(event.cites)),)
    return (*said, Claimed(NOTHING, _ground(cites))) if cites else said


def _actors(event: Event, tables: Tables) -> list[tuple[Claimed, ...]]:
    found = ((_key(w.actor, tables), w.cite) for w in event.actors)
    return [(Claimed(key, _ground(_cites(cite, event))),) for key, cite in found if key]


def _key(actor: str | None, tables: Tables) -> str | None:
    """Give the key that rules know an actor by: a body of a state stands for the state; who is in no table is unknown."""
    if actor is None or tables.entity(actor) is None:
        return None
    return f"state:{actor.split(':')[1]}" if actor.startswith("body:") else actor


def _measures(event: Event, known: Facts) -> Iterator[Measured]:
    forms = {form: c.measure for c in known.words.objects.values() if c.measure for form in c.forms}
    for figure in event.figures:
        if measure := _measure(figure, forms):
            bound = figure.bound if figure.bound in known.words.bounds else "exact"
            yield Measured(measure, known.words.bounded(bound, figure.value), figure.cite.quote, _ground((figure.cite,)))


def _measure(figure: Figure, forms: Mapping[str, str]) -> str | None:
    return next((forms[word.casefold()] for word in (figure.of, figure.unit) if word and word.casefold() in forms), None)


def _cites(cite: Citation | None, event: Event) -> tuple[Citation, ...]:
    return (cite,) if cite else event.cites


def _ground(cites: tuple[Citation, ...]) -> Ground:
    return Ground(f"reported: “{cites[0].quote}”", cites)
