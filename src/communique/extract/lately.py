"""Who spoke lately in the outlet's own text: a person, a body, several; pronouns and by-names go on with them, if nobody new came in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.extract.described import described
from communique.extract.issuers import is_text
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.pronouns import gender_of, speaks_of
from communique.extract.referring import Descriptions
from communique.extract.said import Said
from communique.extract.voices import together
from communique.model.actor import ActorKind, Named
from communique.model.span import Covering

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.ALLIANCE, ActorKind.GROUP, ActorKind.OUTLET})
_IT = BODIES | {ActorKind.STATE}
_ONE = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})
_ASIDE = ("nmod", "obl", "obj", "iobj", "appos", "conj", "compound", "flat", "amod", "det", "case", "punct", "nummod")


@dataclass(frozen=True, slots=True)
class _Last:
    """One who spoke: the actor and the cue's token."""

    named: Named
    cue: int


@dataclass
class Lately:
    """The last person, body and group that spoke, as far as the statements are read."""

    page: Page
    names: Names
    descriptions: Descriptions
    _last: dict[str, _Last] = field(default_factory=dict, init=False)

    def remember(self, said: Said, named: Named | None, others: Covering[Said]) -> None:
        """Keep who spoke, unless the cue stands within another's words; one whom nobody names ends the turn of the like before."""
        if said.speaker is None or said.cue is None:
            return
        place = self.page.parse.tokens[said.cue.head].span
        if any(other is not said for other in others.around(place)):
            return
        for kind in self._kinds(said.speaker, named):
            self._last.pop(kind, None)
            if named is not None:
                self._last[kind] = _Last(named, said.cue.head)

    def pronoun(self, head: int) -> Named | None:
        """Give whom a pronoun goes on with: near enough, alike in number and gender, and nobody new in between."""
        word = self.page.parse.text(head).lower()
        gender = speaks_of(word)
        last = self._last.get("one" if gender else word)
        if last is None or not self._near(last, head):
            return None
        if gender:
            fits = gender_of(self.page, last.named) in {gender, None} and not self._another(last, head, _ONE)
            return last.named if fits else None
        new = self._another(last, head, BODIES) if word == "it" else self._others(last, head)
        return None if new else last.named

    def person(self, head: int) -> Named | None:
        """Give the person who spoke last, if near enough and nobody new came in between."""
        last = self._last.get("one")
        return last.named if last and self._near(last, head) and not self._another(last, head, _ONE) else None

    def among(self, fitting: Sequence[Named]) -> Named | None:
        """Give the one of several actors that spoke last."""
        spoke = sorted(self._last.values(), key=lambda s: -s.cue)
        return next((s.named for s in spoke if any(n.id == s.named.id for n in fitting)), None)

    def _kinds(self, head: int, named: Named | None) -> tuple[str, ...]:
        """Give what kind of speaker a phrase is, by the pronoun that goes on with it; several where nobody knows."""
        token = self.page.parse.tokens[head]
        if token.has("Number=Plur") or together(self.page, head):
            return ("they",)
        if named is not None:
            return ("one",) if named.kind in _ONE else ("it",) if named.kind in _IT else ()
        if is_text(self.page, head) or token.lemma.lower() in described().bodies:
            return ("it",)
        return ("one", "it")

    def _near(self, last: _Last, head: int) -> bool:
        return head > last.cue and self.descriptions.paragraph(head) - self.descriptions.paragraph(last.cue) <= 1

    def _others(self, last: _Last, head: int) -> bool:
        """Say whether several others act in the outlet's words between the last cue's sentence and a token."""
        parse = self.page.parse
        between = (i for i in range(parse.sentence_of(last.cue).last, head) if i not in self.page.inside)
        return any(parse.related(i, "nsubj") and parse.tokens[i].upos == "NOUN" and parse.tokens[i].has("Number=Plur") for i in between)

    def _another(self, last: _Last, head: int, kinds: frozenset[ActorKind]) -> bool:
        """Say whether the outlet names another such actor as somebody who acts between the last cue's sentence and a token."""
        parse = self.page.parse
        for i in range(parse.sentence_of(last.cue).last, head):
            if i in self.page.inside or parse.related(i, *_ASIDE) or parse.tokens[parse.tokens[i].head].rel == "acl:relcl":
                continue
            over = self.names.over(i)
            if over and over.kind in kinds and over.id != last.named.id:
                return True
        return False
