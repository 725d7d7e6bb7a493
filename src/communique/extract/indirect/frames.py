"""Demands, promises, accusations: the infinitive, the noun or the phrase with "of" or "for" that their verb takes (`urged X to …`).

A verb of the lexicon is read in the first of its frames that its tree shows; what is only possible, wanted or asked for is nobody's words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from communique.extract.cues import Cue, Frame
from communique.extract.indirect.acts import act_of, acts
from communique.extract.indirect.performed import performed
from communique.extract.indirect.reported import Reported
from communique.extract.indirect.stretches import stretch
from communique.extract.passages import Page
from communique.extract.saying import lemmas
from communique.extract.speakers import speaker_of
from communique.extract.voices import can_speak
from communique.model.parse import Parse
from communique.model.span import Span

_NOMINAL = frozenset({"PROPN", "NOUN"})
_ADDRESSED = frozenset({"on", "upon", "to", "with"})
_CLOSE = 5
_CONDITIONS = frozenset({"if", "unless", "until"})
_WITH_NOUN = frozenset({"of", "for", "against", "between", "from", "about", "over", "toward", "towards", "with", "to"})


@dataclass(frozen=True, slots=True)
class _Act:
    """An act of speech on a page: its token, its verb in the lexicon, and whether the verb is passive."""

    page: Page
    verb: int
    lemma: str
    passive: bool

    @property
    def parse(self) -> Parse:
        return self.page.parse

    def object_(self) -> list[int]:
        """What the act is done to: the objects, or the subject of a passive."""
        relations = ("nsubj:pass", "csubj:pass") if self.passive else ("obj", "iobj")
        return [c for c in self.parse.children(self.verb, *relations) if self.parse.tokens[c].rel in relations]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a frame found: the content, the reason in words, and the last token of the cue where it is not the verb."""

    content: tuple[Span, ...]
    why: str
    cue_end: int | None = None


def frames(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    for act in _acts(page):
        words = next((w for rule in _RULES if (w := rule(act)) is not None and w.content), None)
        if words and (reported := _reported(act, words)):
            yield reported


def _acts(page: Page) -> Iterator[_Act]:
    parse = page.parse
    for i, token in enumerate(parse.tokens):
        if token.upos != "VERB" or i in page.inside:
            continue
        lemma = act_of(parse, i)
        if lemma and performed(page, i):
            yield _Act(page, i, lemma, _passive(parse, i))


def _passive(parse: Parse, i: int) -> bool:
    participle = parse.tokens[i].has("VerbForm=Part") and parse.tokens[i].has("Tense=Past")
    joined = participle and parse.related(i, "acl", "advcl") and not parse.children(i, "nsubj", "aux")
    return joined or bool(parse.children(i, "aux:pass")) or any(parse.tokens[c].rel == "nsubj:pass" for c in parse.children(i))


def _reported(act: _Act, words: _Words) -> Reported | None:
    """Give what was found if someone who can speak is named, or if a passive names nobody."""
    sentence = act.parse.sentence_of(act.verb)
    around = tuple(i for i in range(sentence.first, sentence.last) if i not in act.page.inside)
    cue = Cue(act.verb, _cue_words(act, words), Frame.BEFORE, words.why, around)
    if act.passive:
        agents = [c for c in act.parse.children(act.verb, "obl:agent") if can_speak(act.page, c)]
        return Reported(words.content, cue, agents[0] if agents else None)
    speaker = speaker_of(act.page, cue)
    if speaker is None or any(s.covers(act.parse.tokens[speaker].span) for s in words.content):
        return None
    return Reported(words.content, cue, speaker)


def _cue_words(act: _Act, words: _Words) -> tuple[int, ...]:
    """Give the verb with its particle, its noun and its preposition if they stand close together (`expressed deep concern about`)."""
    end = words.cue_end if words.cue_end is not None else act.verb + act.lemma.count("-")
    return tuple(range(act.verb, end + 1)) if act.verb < end <= act.verb + _CLOSE else (act.verb,)


def _directive(act: _Act) -> _Words | None:
    """`urged X to leave`, `called on X to leave`, `X was told to leave`."""
    parse = act.parse
    if act.lemma not in acts().directives:
        return None
    asked = act.object_() or [c for c in parse.children(act.verb, "obl") if _preposition(parse, c, _ADDRESSED) is not None and c > act.verb]
    done = [c for c in parse.children(act.verb, "xcomp", "advcl", "ccomp") if c > act.verb and _infinitive(parse, c)]
    done = done or [c for a in asked for c in parse.children(a, "acl") if _infinitive(parse, c)]
    if not asked or not done:
        return None
    cases = [p for a in asked if (p := _preposition(parse, a, _ADDRESSED)) is not None]
    words = stretch(act.page, [*asked, *done[:1]], without=cases)
    return _Words(words, f"“{parse.text(act.verb)}” with an infinitive says what someone is asked to do", cases[0] if cases else None)


def _commitment(act: _Act) -> _Words | None:
    """`pledged to leave`, `refused to leave`; not what was not even said (`declined to comment`)."""
    parse = act.parse
    if act.lemma not in acts().commitments or act.passive:
        return None
    done = [c for c in parse.children(act.verb, "xcomp") if c > act.verb and _infinitive(parse, c)]
    if not done or _silent(parse, done[0]):
        return None
    words = stretch(act.page, [done[0], *_conditions(act, done[0])])
    return _Words(words, f"“{parse.text(act.verb)}” with an infinitive says what someone will, will not or claims to do")


def _silent(parse: Parse, i: int) -> bool:
    """Say whether a verb is one of speaking or naming, so that nothing is said with it (`declined to comment`, `asked not to be named`)."""
    return bool(lemmas(parse, i) & acts().silence)


def _gerund(act: _Act) -> _Words | None:
    """`ruled out sending troops`."""
    parse = act.parse
    if act.lemma not in acts().gerunds or act.passive:
        return None
    done = [c for c in parse.children(act.verb, "xcomp", "ccomp", "obj") if c > act.verb and parse.tokens[c].has("VerbForm=Ger")]
    if not done:
        return None
    words = stretch(act.page, [done[0], *_conditions(act, done[0])])
    return _Words(words, f"“{parse.text(act.verb)}” with a verb in -ing says what is put forward or denied")


def _conditions(act: _Act, done: int) -> list[int]:
    """Give the condition right behind what is promised or proposed (`to leave if the talks fail`), which hangs on either verb."""
    parse, end = act.parse, act.parse.subtree(done)[-1]
    joined = (c for c in parse.children(act.verb, "advcl") if parse.subtree(c)[0] == end + 1)
    return [c for c in joined if _preposition(parse, c, _CONDITIONS) is not None]


def _charge(act: _Act) -> _Words | None:
    """`accused X of lying`, `blamed X for the delay`, `X was accused of lying`."""
    parse = act.parse
    leading = frozenset(p for p, verbs in acts().charges.items() if act.lemma in verbs)
    charged = act.object_() or ([parse.tokens[act.verb].head] if act.passive and parse.related(act.verb, "acl") else [])
    matter = [c for c in parse.children(act.verb, "obl", "advcl") if c > act.verb and _preposition(parse, c, leading) is not None]
    within = any(_preposition(parse, c, leading) is not None for x in charged for c in parse.children(x, "nmod", "acl") if c > act.verb)
    if not charged or not (matter or within):
        return None
    if act.passive and parse.related(act.verb, "acl"):
        return _Words(stretch(act.page, matter), _charged(act))
    return _Words(stretch(act.page, [*charged, *matter]), _charged(act))


def _charged(act: _Act) -> str:
    return f"“{act.parse.text(act.verb)}” says what someone is accused of, blamed, praised or thanked for"


def _appraisal(act: _Act) -> _Words | None:
    """`called X a threat`, `described X as a threat`, `referred to X as a threat`."""
    parse, known = act.parse, acts().appraisals
    judged = act.object_()
    if act.lemma == "refer":
        judged = judged or [c for c in parse.children(act.verb, "obl") if _preposition(parse, c, frozenset({"to"})) is not None]
    said: list[int] = []
    if act.lemma in known["bare"]:
        said = [
            c for c in parse.children(act.verb, "xcomp") if c > act.verb and not _infinitive(parse, c) and parse.tokens[c].upos != "VERB"
        ]
        judged, said = (judged[:1], judged[1:]) if not said and len(judged) > 1 else (judged, said)
    if not said and act.lemma in known["as"]:
        children = parse.children(act.verb, "obl", "advcl", "xcomp", "ccomp")
        said = [c for c in children if c > act.verb and _preposition(parse, c, frozenset({"as"})) is not None]
    named = act.lemma == "call" and act.passive and not parse.children(act.verb, "obl:agent")
    if not judged or not said or named:
        return None
    cases = [p for j in judged if (p := _preposition(parse, j, frozenset({"to"}))) is not None]
    return _Words(stretch(act.page, [*judged, *said], without=cases), f"“{parse.text(act.verb)}” says what something is called")


def _matter(act: _Act) -> _Words | None:
    """`called for talks`, `warned of a war`, `insisted on a reply`."""
    parse = act.parse
    leading = frozenset(p for p, verbs in acts().matters.items() if act.lemma in verbs)
    matters = [c for c in parse.children(act.verb, "obl", "advcl", "xcomp") if c > act.verb and _preposition(parse, c, leading) is not None]
    if not matters or act.passive:
        return None
    preposition = _preposition(parse, matters[0], leading)
    assert preposition is not None
    done = [c for c in parse.children(act.verb, "advcl", "xcomp") if c > matters[0] and _infinitive(parse, c)]
    words = stretch(act.page, [matters[0], *done], behind=preposition)
    return _Words(words, f"“{parse.text(act.verb)} {parse.text(preposition)}” says what it is about", preposition)


def _feeling(act: _Act) -> _Words | None:
    """`expressed concern about the strike`, `voiced hope that …`; the words are what the noun is about, else the noun."""
    parse = act.parse
    nouns = [c for c in act.object_() if act.lemma in acts().voicing and parse.tokens[c].lemma.lower() in acts().voiced]
    if not nouns or act.passive:
        return None
    why = f"“{parse.text(act.verb)} {parse.text(nouns[0])}” puts it into words"
    about = next((c for c in parse.children(nouns[0], "nmod", "acl", "ccomp") if c > nouns[0]), None)
    if about is None:
        return _Words(stretch(act.page, nouns[:1]), why)
    leads = [k for k in parse.children(about, "case", "mark") if nouns[0] < k < about and parse.text(k).lower() != "to"]
    end = leads[0] if leads else nouns[0]
    return _Words(stretch(act.page, [about], behind=end), why, end)


def _object(act: _Act) -> _Words | None:
    """`condemned the strike`; with a passive only where it says by whom."""
    parse = act.parse
    if act.lemma not in acts().objects or (act.passive and not parse.children(act.verb, "obl:agent")):
        return None
    things = [c for c in act.object_() if parse.tokens[c].upos in _NOMINAL]
    if not things or (parse.related(act.verb, "acl") and act.passive):
        return None
    more = [] if act.passive else _belonging(act, things[-1])
    return _Words(stretch(act.page, [*things, *more]), f"“{parse.text(act.verb)}” is done in words, and takes what they are about")


def _belonging(act: _Act, thing: int) -> list[int]:
    """Give the phrases behind an object that more likely belong to it than to the verb, right behind it and each other."""
    parse, found, end = act.parse, [], act.parse.subtree(thing)[-1]
    for c in parse.children(act.verb, "obl", "advcl"):
        tree = parse.subtree(c)
        if tree[0] == end + 1 and (_preposition(parse, c, _WITH_NOUN) is not None or _infinitive(parse, c)):
            found.append(c)
            end = tree[-1]
    return found


def _preposition(parse: Parse, i: int, words: frozenset[str]) -> int | None:
    """Give the preposition of a phrase or clause if it is one of `words`."""
    return next((c for c in parse.children(i, "case", "mark") if c < i and parse.text(c).lower() in words), None)


def _infinitive(parse: Parse, i: int) -> bool:
    return any(parse.text(c).lower() == "to" and c < i for c in parse.children(i, "mark"))


_RULES: Sequence[Callable[[_Act], _Words | None]] = (_directive, _commitment, _gerund, _charge, _appraisal, _feeling, _matter, _object)
