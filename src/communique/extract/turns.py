"""Who speaks, statement by statement: names and chains first, then what a report calls its actors, then who spoke last.

Statements are taken in order of their cues; who speaks within another's words does not count as the last speaker of the outlet's text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.extract.described import described
from communique.extract.issuers import is_text, issuer_of
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.pronouns import gender_of, only_person, speaks_of
from communique.extract.referring import Descriptions, definite
from communique.extract.said import Said
from communique.extract.speakers import words_of, words_of_all
from communique.extract.voices import together
from communique.model.actor import ActorKind, Named, Who

_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.ALLIANCE, ActorKind.GROUP, ActorKind.OUTLET})
_SINGLE = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})
_ASIDE = ("nmod", "obl", "obj", "iobj", "appos", "conj", "compound", "flat", "amod", "det", "case", "punct", "nummod")
_IT = frozenset({"it"})
_THEY = frozenset({"they"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, the words that name the speaker, and how we know."""

    who: Who
    why: str


@dataclass(slots=True)
class _Last:
    """The last speaker outside others' words: the actor, the head of its phrase, and the cue's token."""

    named: Named
    head: int
    cue: int


@dataclass
class Turns:
    """The statements of one report, to be given their speakers in order."""

    page: Page
    names: Names
    _last: _Last | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._descriptions = Descriptions(self.page, self.names)

    def speakers(self, said: Sequence[Said]) -> list[Speaker]:
        """Give the speaker of each statement, in the order given."""
        found: dict[int, Speaker] = {}
        for n in sorted(range(len(said)), key=lambda n: (_at(said[n]), n)):
            found[n] = self._speaker(said[n])
            self._remember(said[n], found[n], said)
        return [found[n] for n in range(len(said))]

    def _speaker(self, said: Said) -> Speaker:
        head = said.speaker
        if head is None:
            return Speaker(Who(None), f"{said.why}; nobody is named as its speaker")
        named, why = self._found(head)
        span = words_of_all(self.page, head)
        others = " and others, of whom the first is kept" if len(together(self.page, head)) and named else ""
        reason = f"{said.why}; {why}{others}" if why else f"{said.why}{'; several speak together, the first is kept' if others else ''}"
        return Speaker(Who(named.id if named else None, self.page.parse.report.cite(span.start, span.end)), reason)

    def _found(self, head: int) -> tuple[Named | None, str | None]:
        """Give the actor that the speaker's phrase speaks of, and why; the first rule that knows one decides."""
        who, words = self.names.who(head), self._quote(head)
        named, fitting = self.names.by_id(who.actor), self._descriptions.fitting(head)
        if named is None or named.kind is ActorKind.UNNAMED:
            if called := self._one(fitting):
                return called, f"“{words}” is {called.name}, whom the report calls so"
            if named is None:
                return self._unnamed(head, fitting)
        return named, self.names.why(who)

    def _unnamed(self, head: int, fitting: Sequence[Named]) -> tuple[Named | None, str | None]:
        """Give whom words without a name or a chain speak of: a pronoun, a text, a body; and why, also why nobody."""
        words = self._quote(head)
        if self.page.parse.tokens[head].upos == "PRON":
            return self._pronoun(head)
        if is_text(self.page, head):
            issuer = issuer_of(self.page, self.names, head)
            return (issuer.named, issuer.why) if issuer else (None, f"nobody is told to have issued “{words}”")
        if body := self._body(head):
            return body, f"“{words}” is taken for the only organisation named right before, {body.name}"
        if len(fitting) > 1:
            return None, f"“{words}” fits {' and '.join(n.name for n in fitting[:2])}, so nobody is taken"
        return None, None

    def _quote(self, head: int) -> str:
        span = words_of(self.page, head)
        return self.page.parse.report.text[span.start : span.end]

    def _one(self, fitting: Sequence[Named]) -> Named | None:
        """Give the only one that fits, or of several the one who spoke last."""
        if len(fitting) == 1:
            return fitting[0]
        return next((n for n in fitting if self._last and n.id == self._last.named.id), None)

    def _pronoun(self, head: int) -> tuple[Named | None, str | None]:
        """Give whom a pronoun that no chain names speaks of: who spoke right before, else the only person named there."""
        word = self.page.parse.text(head)
        if self._last and self._goes_on(head, word.lower(), self._last):
            return self._last.named, f"“{word}” is taken for who spoke right before, {self._last.named.name}"
        if person := only_person(self.page, self.names.named, head):
            return person, f"“{word}” is taken for the only person named right before, {person.name}"
        return None, f"nobody that the report names is known to be “{word}”"

    def _goes_on(self, head: int, word: str, last: _Last) -> bool:
        """Say whether a pronoun goes on with the last speaker: near enough, alike in number and gender, and nobody new in between."""
        if self._descriptions.paragraph(head) - self._descriptions.paragraph(last.cue) > 1 or head < last.cue:
            return False
        several = self.page.parse.tokens[last.head].has("Number=Plur") or bool(together(self.page, last.head))
        if word in _THEY:
            return several
        if word in _IT:
            return not several and last.named.kind in _BODIES | {ActorKind.STATE} and not self._another(last, head, _BODIES)
        gender = speaks_of(word)
        if gender is None or several or last.named.kind not in _SINGLE:
            return False
        return gender_of(self.page, last.named) in {gender, None} and not self._another(last, head, _SINGLE)

    def _another(self, last: _Last, head: int, kinds: frozenset[ActorKind]) -> bool:
        """Say whether the outlet names another such actor as somebody who acts between the last cue's sentence and a token."""
        parse = self.page.parse
        for i in range(parse.sentence_of(last.cue).last, head):
            if i in self.page.inside or parse.related(i, *_ASIDE):
                continue
            over = self.names.over(i)
            if over and over.kind in kinds and over.id != last.named.id:
                return True
        return False

    def _body(self, head: int) -> Named | None:
        """Give the only organisation named right before a noun such as "the company"; an outlet only for a paper or a site."""
        parse = self.page.parse
        if not definite(self.page, head) or parse.tokens[head].lemma.lower() not in described().bodies:
            return None
        if parse.children(head, "compound", "amod", "nmod", "acl"):
            return None
        media = parse.tokens[head].lemma.lower() in described().media
        near = self._descriptions.right_before(head, _BODIES if media else _BODIES - {ActorKind.OUTLET})
        return near[0] if len(near) == 1 else None

    def _remember(self, said: Said, speaker: Speaker, others: Sequence[Said]) -> None:
        """Keep who spoke, unless the cue stands within another's words; one whom nobody names ends the turn of who spoke before."""
        if said.speaker is None or said.cue is None:
            return
        place = self.page.parse.tokens[said.cue.head].span
        if any(other is not said and any(s.covers(place) for s in other.content) for other in others):
            return
        named = self.names.by_id(speaker.who.actor)
        self._last = _Last(named, said.speaker, said.cue.head) if named else None


def _at(said: Said) -> int:
    return said.cue.head if said.cue is not None else -1
