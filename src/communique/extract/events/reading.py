"""Reading a predicate: what its word makes of what stands beside it, in the force that it is told in."""

from dataclasses import dataclass, replace

from communique.extract.events.act import Act
from communique.extract.events.clauses import Clause, clause_of
from communique.extract.events.force import Force, Told, negates, told
from communique.extract.events.lookup import Reading, noun_reading, reading_of
from communique.extract.events.scene import Scene
from communique.extract.events.sides import agents_of, owners, recipients_of
from communique.extract.events.turning import CONFLICT, GIVING, Turned, asked, threatened, turned, vowed
from communique.extract.events.words import Frame
from communique.extract.phrases import form
from communique.model.kinds import Status

_THEIRS = frozenset(["it", "they", "he", "she", "we", "i", "its", "their", "his", "her", "our", "my"])
_GIVEN = ("agree", "offer", "consent")
"""Words that promise whatever follows them."""
_FAILING = frozenset({"fail", "hesitate", "unable"})


@dataclass(frozen=True, slots=True)
class _Plain:
    """An act by its words alone: `object` the head of its object, `noun` the noun that tells it beside the predicate."""

    type: str
    mode: str | None
    object: int | None
    strict: bool = False
    noun: int | None = None


def read(scene: Scene, i: int) -> Act | None:
    """Read a predicate: None where it tells no act of its own."""
    clause = clause_of(scene, i)
    reading = reading_of(scene, clause)
    how = told(scene, i)
    if how.governed:
        return None
    if reading is None:
        return _must(scene, clause, how) if how.force is Force.MUST else None
    if how.force is Force.MUST and reading.word.frame not in (Frame.SAYS, Frame.GOES):
        return _must(scene, clause, how)
    return _FRAMES[reading.word.frame](scene, clause, reading, how)


def _must(scene: Scene, clause: Clause, how: Told) -> Act | None:
    """Read "X said Y must …": X asks it of Y."""
    if how.said is None:
        return None
    speaker = agents_of(scene, clause_of(scene, how.said))
    agents = agents_of(scene, clause)
    recipients = agents or recipients_of(scene, clause, type_="REQUEST", object_=None, agents=speaker)
    if not speaker or not recipients or set(speaker) & set(recipients):
        return None
    why = f"“{scene.parse.text(how.said)}” that it “{how.by}”"
    return Act("REQUEST", asked(content_type(scene, clause.head)), (how.said, clause.head), speaker, recipients, clause, how, why)


def content_type(scene: Scene, i: int | None) -> str | None:
    """Give the type of what a governed clause tells, by its words alone."""
    if i is None:
        return None
    clause = clause_of(scene, i)
    reading = reading_of(scene, clause)
    if reading is None:
        return None
    word = reading.word
    if word.frame is Frame.GOES:
        return content_type(scene, clause.complement)
    if word.frame is Frame.LIGHT:
        noun = noun_reading(scene, reading.object) if reading.object is not None else None
        return word.type or (noun.type if noun else None)
    own = turned(word.type, None, Told(negated=negates(scene.parse, i))) if word.type else None
    return own.type if own else None


def _act(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a word that is the act itself."""
    word = reading.word
    return _made(scene, clause, how, _Plain(word.type, word.mode, reading.object, word.strict)) if word.type else None


def _made(scene: Scene, clause: Clause, how: Told, plain: _Plain) -> Act | None:
    """Give the act that plain words are in their force, with both sides; None where it then is none, or a side is missing."""
    new = turned(plain.type, plain.mode, replace(how, negated=how.negated or _none_of(scene, plain.object)))
    if new is None:
        return None
    agents = _agents(scene, clause, how, plain.noun if plain.noun is not None else plain.object)
    recipients = recipients_of(scene, clause, type_=plain.type, object_=plain.object, agents=agents)
    if (plain.strict and not (agents and recipients)) or (not agents and (new.type == "THREATEN" or _by_things(scene, clause))):
        return None
    triggers = (clause.head,) if plain.noun is None else (clause.head, plain.noun)
    return Act(new.type, new.mode, triggers, agents, recipients, clause, how, _why(scene, triggers, new))


def _by_things(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause tells what a thing does that is neither an act nor a weapon: "the storm hit the coast"."""
    return any(not noun_reading(scene, s) and not scene.of_class(s, ("fire",)) for s in clause.subjects)


def _none_of(scene: Scene, i: int | None) -> bool:
    return i is not None and any(form(scene.parse, c) == "no" for c in scene.parse.children(i, "det"))


def _why(scene: Scene, triggers: tuple[int, ...], new: Turned) -> str:
    words = " … ".join(scene.parse.text(t) for t in triggers)
    return f"“{words}” tells of {new.type}" + (f" ({new.why})" if new.why else "")


def _agents(scene: Scene, clause: Clause, how: Told, noun: int | None) -> tuple[int, ...]:
    """Give who acts; a pronoun in what somebody says is the speaker ("Iraq said it would …")."""
    found = agents_of(scene, clause)
    if not found and clause.passive and noun is not None:
        found = owners(scene, noun)
    own = (j for i in found for j in (i, *scene.parse.children(i, "nmod:poss")))
    if how.said is not None and any(scene.parse.tokens[j].upos == "PRON" and form(scene.parse, j) in _THEIRS for j in own):
        return agents_of(scene, clause_of(scene, how.said)) or found
    return found


def _governs(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a word that decides whatever follows it."""
    word = reading.word
    content = content_type(scene, clause.complement)
    if content is None and reading.object is not None and (noun := noun_reading(scene, reading.object)):
        content = noun.type
    if word.type is None:
        return None
    mode = threatened(content) if word.type == "THREATEN" else asked(content) if word.type in ("REQUEST", "REJECT") else None
    return _governing(_made(scene, clause, how, _Plain(word.type, mode or word.mode, reading.object, word.strict)))


def _governing(found: Act | None) -> Act | None:
    """Give an act with the clause it governs taken up; a promise is pledged."""
    return replace(found, governs=True, status=Status.PLEDGED if found.type == "AGREE" else None) if found else None


def _vows(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a vow or an agreement: what is vowed decides."""
    content = content_type(scene, clause.complement)
    type_ = vowed(content)
    if type_ == "THREATEN" and reading.key.startswith(_GIVEN):
        type_ = "AGREE"
    mode = threatened(content) if type_ == "THREATEN" else asked(content) if type_ == "REJECT" else None
    return _governing(_made(scene, clause, how, _Plain(type_, mode, reading.object)))


def _refuses(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a refusal: of an act that gives it is one; "failed to attack" is none."""
    content = content_type(scene, clause.complement)
    if how.negated or (reading.key in _FAILING and content not in GIVING):
        return None
    return _governing(_made(scene, clause, how, _Plain("REJECT", asked(content), None)))


def _insists(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "insist": on what others do it is a demand; else it only says."""
    if clause.complement is None:
        return _governs(scene, clause, reading, how) if reading.object is not None else None
    inner, own = clause_of(scene, clause.complement), told(scene, clause.complement)
    bare = scene.parse.tokens[clause.complement].has("VerbForm=Inf")
    if own.force is Force.MUST or not bare or set(inner.subjects) <= set(clause.subjects):
        return None
    return _governs(scene, clause, reading, how)


def _wants(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "want somebody to …": a demand; what one wants to do oneself is none."""
    if clause.complement is None or how.negated:
        return None
    inner = clause_of(scene, clause.complement)
    others = [s for s in (*clause.objects, *clause.indirect, *inner.subjects) if s not in clause.subjects and scene.acts(s)]
    return _governs(scene, clause, reading, how) if others else None


def _warns(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a warning: a threat where it is given to somebody, or where harm or a refusal is told."""
    content = content_type(scene, clause.complement)
    addressed = [o for o in (*clause.objects, *clause.indirect) if scene.acts(o)]
    if not addressed and content not in CONFLICT | {"REJECT", "THREATEN"}:
        return None
    return _governing(_made(scene, clause, how, _Plain("THREATEN", threatened(content), reading.object)))


def _denies(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a denial of an act as that act, denied."""
    if clause.complement is None or how.negated:
        return None
    inner = clause_of(scene, clause.complement)
    found = reading_of(scene, inner)
    if found is None or found.word.type is None or found.word.type not in CONFLICT:
        return None
    own = [i for i in agents_of(scene, inner) if scene.parse.tokens[i].upos != "PRON"]
    agents = tuple(own) or agents_of(scene, clause)
    recipients = recipients_of(scene, inner, type_=found.word.type, object_=found.object, agents=agents)
    why = f"“{scene.parse.text(clause.head)}” it"
    act = Act(found.word.type, found.word.mode, (clause.head, clause.complement), agents, recipients, inner, how, why)
    return replace(act, status=Status.DENIED, governs=True)


def _light(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a word whose object is the act: "held protests", "imposed sanctions"."""
    noun = noun_reading(scene, reading.object) if reading.object is not None else None
    word = reading.word
    type_ = word.type or (noun.type if noun else None)
    if type_ is None or reading.object is None:
        return None
    if word.status is Status.PLANNED and how.force is Force.FACT:
        how = replace(how, force=Force.FUTURE, by=form(scene.parse, clause.head))
    mode = (noun.mode if noun and noun.type == type_ else None) or word.mode
    return _made(scene, clause, how, _Plain(type_, mode, reading.object, noun=scene.noun(reading.object)))


def _happens(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "protests erupted in …": the subject is the act."""
    for subject in clause.subjects or clause.objects:
        if (noun := noun_reading(scene, subject)) and noun.type:
            return _made(scene, clause, how, _Plain(noun.type, noun.mode, subject, noun=scene.noun(subject)))
    return None


def _nothing(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    return None


_FRAMES = {
    Frame.ACT: _act,
    Frame.GOVERNS: _governs,
    Frame.VOWS: _vows,
    Frame.INSISTS: _insists,
    Frame.WANTS: _wants,
    Frame.WARNS: _warns,
    Frame.REFUSES: _refuses,
    Frame.DENIES: _denies,
    Frame.SAYS: _nothing,
    Frame.GOES: _nothing,
    Frame.LIGHT: _light,
    Frame.HAPPENS: _happens,
}
