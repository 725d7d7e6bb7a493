"""Who speaks, statement by statement: names and chains first, then what a report calls its actors, then who spoke last.

Statements are taken in order of their cues; who speaks within another's words does not count as the last speaker of the outlet's text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.described import described
from communique.extract.issuers import is_text, issuer_of
from communique.extract.lately import BODIES, Lately
from communique.extract.naming import Names
from communique.extract.passages import Page
from communique.extract.pronouns import only_person, speaks_of_another
from communique.extract.referring import Descriptions, definite
from communique.extract.said import Said
from communique.extract.speakers import words_of, words_of_all
from communique.model.actor import ActorKind, Named, Who
from communique.model.span import Covering

_PERSONS = frozenset({ActorKind.PERSON})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, the words that name the speaker, and how we know."""

    who: Who
    why: str


@dataclass(frozen=True, slots=True)
class _Found:
    """Whom a phrase speaks of, None where nobody is known, and why; no reason where the phrase is the name."""

    named: Named | None
    why: str | None = None


class Turns:
    """The statements of one report, to be given their speakers in order."""

    def __init__(self, page: Page, names: Names) -> None:
        self._page, self._names = page, names
        self._descriptions = Descriptions(page, names)
        self._lately = Lately(page, names, self._descriptions)

    def speakers(self, said: Sequence[Said]) -> list[Speaker]:
        """Give the speaker of each statement, in the order given."""
        found: dict[int, Speaker] = {}
        contents = Covering((s, one) for one in said for s in one.content)
        for n in sorted(range(len(said)), key=lambda n: (_at(said[n]), n)):
            found[n] = self._speaker(said[n])
            self._lately.remember(said[n], self._names.by_id(found[n].who.actor), contents)
        return [found[n] for n in range(len(said))]

    def _speaker(self, said: Said) -> Speaker:
        head = said.speaker
        if head is None:
            return Speaker(Who(None), f"{said.why}; nobody is named as its speaker")
        found, span = self._found(head, said), words_of_all(self._page, head)
        several = "several speak together, the first is kept" if found.named and span != words_of(self._page, head) else None
        why = "; ".join(reason for reason in (said.why, found.why, several) if reason)
        return Speaker(Who(found.named.id if found.named else None, self._page.parse.report.cite(span.start, span.end)), why)

    def _found(self, head: int, said: Said) -> _Found:
        """Give the actor that the speaker's phrase speaks of, and why; the first rule that knows one decides."""
        who, fitting = self._names.who(head), self._descriptions.fitting(head)
        named = self._names.by_id(who.actor)
        if named is not None and speaks_of_another(self._page, named, head, said):
            last = self._lately.pronoun(head)
            if last is None or last.id == named.id:
                return _Found(None, f"“{self._quote(head)}” cannot be {named.name}, who is spoken of as somebody else there")
            return _Found(last, f"“{self._quote(head)}” is taken for who spoke right before, {last.name}")
        if named is None or named.kind is ActorKind.UNNAMED:
            if called := fitting[0] if len(fitting) == 1 else self._lately.among(fitting):
                return _Found(called, f"“{self._quote(head)}” is {called.name}, whom the report calls so")
            if named is None:
                return self._pronoun(head, said) if self._page.parse.tokens[head].upos == "PRON" else self._noun(head, fitting)
        return _Found(named, self._names.why(who))

    def _noun(self, head: int, fitting: Sequence[Named]) -> _Found:
        """Give whom a noun without a name or a chain speaks of: a text's issuer, a body, a person by another noun; else why nobody."""
        words = self._quote(head)
        if is_text(self._page, head) and (issuer := issuer_of(self._page, self._names, head)):
            return _Found(issuer.named, issuer.why)
        if body := self._body(head):
            return _Found(body, f"“{words}” is taken for the only organisation named right before, {body.name}")
        if person := self._by_name(head):
            return _Found(person, f"“{words}” is taken for the only person named right before, {person.name}")
        if is_text(self._page, head):
            return _Found(None, f"the report does not tell who issued “{words}”")
        if len(fitting) > 1:
            return _Found(None, f"“{words}” fits {' and '.join(n.name for n in fitting[:2])}, so nobody is taken")
        return _Found(None, f"no actor of the report is known as “{words}”")

    def _pronoun(self, head: int, said: Said) -> _Found:
        """Give whom a pronoun that no chain names speaks of: who spoke right before, else the only person named there."""
        word = self._page.parse.text(head)
        if last := self._lately.pronoun(head):
            return _Found(last, f"“{word}” is taken for who spoke right before, {last.name}")
        person = only_person(self._page, self._names.named, head)
        if person is not None and not speaks_of_another(self._page, person, head, said):
            return _Found(person, f"“{word}” is taken for the only person named right before, {person.name}")
        return _Found(None, f"nobody that the report names is known to be “{word}”")

    def _body(self, head: int) -> Named | None:
        """Give the only organisation named right before a noun such as "the company"; an outlet only for a paper or a site."""
        parse = self._page.parse
        noun = parse.tokens[head].lemma.lower()
        if not definite(self._page, head) or noun not in described().bodies or parse.children(head, "compound", "amod", "nmod", "acl"):
            return None
        near = self._descriptions.right_before(head, BODIES if noun in described().media else BODIES - {ActorKind.OUTLET})
        return near[0] if len(near) == 1 else None

    def _by_name(self, head: int) -> Named | None:
        """Give whom an age or a noun new to the report speaks of ("the 52-year-old", "the billionaire").

        That is the only person named right before who also spoke last; of an age, either will do.
        """
        parse = self._page.parse
        token, last = parse.tokens[head], self._lately.person(head)
        aged = parse.text(head).lower() == "old" and parse.text(head - 1) == "-"
        near = self._descriptions.right_before(head, _PERSONS)
        only = near[0] if len(near) == 1 else None
        if aged:
            return only or last
        lemma = token.lemma.lower()
        if not definite(self._page, head) or lemma not in described().by_names or parse.children(head, "nmod"):
            return None
        if any(t.lemma.lower() == lemma for t in parse.tokens[:head]):
            return None
        return only if only is not None and only == last else None

    def _quote(self, head: int) -> str:
        span = words_of(self._page, head)
        return self._page.parse.report.text[span.start : span.end]


def _at(said: Said) -> int:
    return said.cue.head if said.cue is not None else -1
