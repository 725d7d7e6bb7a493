"""Puts the ids of actors where mentions had those of a report's named mentions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from communique.model.actor import Who
from communique.model.kinds import Stance
from communique.model.mention import Event, Provision, Statement, Voice
from communique.model.notice import Notice, Stage


@dataclass(slots=True)
class Renaming:
    """The actor's id for each mention's id; what names an unknown actor is told in `notices` and left without one.

    `outlets`: the actor's id of each report's outlet, by report id; who is not in it speaks as nobody.
    """

    ids: Mapping[str, str]
    known: frozenset[str]
    outlets: Mapping[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    def statement(self, statement: Statement) -> Statement:
        """Give a statement with actors' ids."""
        return replace(
            statement,
            speaker=self._who(statement.speaker, statement.id),
            on_behalf_of=self._id(statement.on_behalf_of, statement.id),
            addressee=self._who(statement.addressee, statement.id) if statement.addressee else None,
            via=tuple(self._who(w, statement.id) for w in statement.via),
        )

    def event(self, event: Event) -> Event:
        """Give an event with actors' ids."""
        return replace(
            event,
            actors=tuple(self._who(w, event.id) for w in event.actors),
            recipients=tuple(self._who(w, event.id) for w in event.recipients),
            place=self._who(event.place, event.id) if event.place else None,
            according_to=tuple(self._voice(v, event) for v in event.according_to),
        )

    def provision(self, provision: Provision) -> Provision:
        """Give a provision with actors' ids."""
        return replace(
            provision,
            bearer=tuple(self._who(w, provision.id) for w in provision.bearer),
            proposed_by=self._who(provision.proposed_by, provision.id) if provision.proposed_by else None,
        )

    def _voice(self, voice: Voice, event: Event) -> Voice:
        """Give a voice with its actor's id; the report's own voice is its outlet's, and cites at least the event's trigger.

        A speaker who is not known has words of its own and asserts; only the report itself reports, or asserts without a cue.
        """
        own = voice.by is None and voice.statement is None and (voice.stance is Stance.REPORTS or not voice.cites)
        by = self.outlets.get(event.trigger.report) if own else self._id(voice.by, event.id)
        return replace(voice, by=by, cites=voice.cites or (event.trigger,))

    def _who(self, who: Who, mention: str) -> Who:
        return replace(who, actor=self._id(who.actor, mention))

    def _id(self, id_: str | None, mention: str) -> str | None:
        if id_ is None or id_ in self.known:
            return id_
        if id_ in self.ids:
            return self.ids[id_]
        self.notices.append(
            Notice(Stage.RECONCILE, f"{mention} names an actor {id_} that no report names; it is left unknown.", "Read the report again.")
        )
        return None
