"""Puts the ids of actors where mentions had those of a report's named mentions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.kinds import Stance
from communique.model.mention import Commitment, Condition, Document, Event, Position, Provision, Statement, Voice
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
            via=self._whos(statement.via, statement.id),
        )

    def event(self, event: Event) -> Event:
        """Give an event with actors' ids."""
        return replace(
            event,
            actors=self._whos(event.actors, event.id),
            recipients=self._whos(event.recipients, event.id),
            place=self._who(event.place, event.id) if event.place else None,
            according_to=self._voices(event.according_to, event.trigger, event.id),
        )

    def document(self, document: Document) -> Document:
        """Give a document with actors' ids."""
        return replace(
            document,
            by=self._whos(document.by, document.id),
            to=self._whos(document.to, document.id),
            according_to=self._voices(document.according_to, document.cites[0], document.id),
        )

    def position(self, position: Position) -> Position:
        """Give a position with actors' ids."""
        voices = self._voices(position.according_to, position.cites[0], position.id)
        return replace(position, actor=self._who(position.actor, position.id), according_to=voices)

    def condition(self, condition: Condition) -> Condition:
        """Give a condition with actors' ids."""
        return replace(
            condition,
            speaker=self._who(condition.speaker, condition.id),
            target=self._whos(condition.target, condition.id),
            by=self._whos(condition.by, condition.id),
        )

    def commitment(self, commitment: Commitment) -> Commitment:
        """Give a commitment with actors' ids."""
        return replace(
            commitment,
            by=self._who(commitment.by, commitment.id),
            to=self._whos(commitment.to, commitment.id),
            according_to=self._voices(commitment.according_to, commitment.cites[0], commitment.id),
        )

    def provision(self, provision: Provision) -> Provision:
        """Give a provision with actors' ids."""
        return replace(
            provision,
            bearer=self._whos(provision.bearer, provision.id),
            proposed_by=self._who(provision.proposed_by, provision.id) if provision.proposed_by else None,
        )

    def _voices(self, voices: Iterable[Voice], about: Citation, mention: str) -> tuple[Voice, ...]:
        return tuple(self._voice(v, about, mention) for v in voices)

    def _voice(self, voice: Voice, about: Citation, mention: str) -> Voice:
        """Give a voice with its actor's id; the report's own voice is its outlet's, and cites at least the words that it is `about`.

        A speaker who is not known has words of its own and asserts; only the report itself reports, or asserts without a cue.
        """
        own = voice.by is None and voice.statement is None and (voice.stance is Stance.REPORTS or not voice.cites)
        by = self.outlets.get(about.report) if own else self._id(voice.by, mention)
        return replace(voice, by=by, cites=voice.cites or (about,))

    def _whos(self, whos: Iterable[Who], mention: str) -> tuple[Who, ...]:
        return tuple(self._who(w, mention) for w in whos)

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
