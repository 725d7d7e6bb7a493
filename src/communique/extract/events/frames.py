"""What each frame of a word makes of what stands beside it."""

from dataclasses import replace

from communique.extract.events.act import Act
from communique.extract.events.clauses import Clause, clause_of, is_infinitive
from communique.extract.events.force import Force, Told, told
from communique.extract.events.lookup import Reading, can_be_struck, noun_reading, reading_of
from communique.extract.events.making import Plain, content_type, made
from communique.extract.events.recipients import recipients_of
from communique.extract.events.scene import Scene
from communique.extract.events.sides import agents_of, owners
from communique.extract.events.turning import CONFLICT, GIVING, asked, threatened, vowed
from communique.extract.events.words import Frame, Word
from communique.extract.phrases import form
from communique.model.kinds import Status

_GIVEN = ("agree", "offer", "consent")
"""Words that promise whatever follows them."""
_REACHED = ("agree", "accept", "approve", "consent", "invite", "arrange", "welcome")
"""Words by which an agreement is there, not only promised."""
_FAILING = frozenset({"fail", "hesitate", "unable"})


def _act(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a word that is the act itself."""
    word = reading.word
    return made(scene, clause, how, Plain(word.type, word.mode, reading.object, word.strict)) if word.type else None


def _governs(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a word that decides whatever follows it."""
    word = reading.word
    content = content_type(scene, clause.complement)
    if content is None and reading.object is not None and (noun := noun_reading(scene, reading.object)):
        content = noun.type
    if word.type is None or (word.type == "AGREE" and content is None and _of_other_things(scene, reading)):
        return None
    mode = threatened(content) if word.type == "THREATEN" else asked(content) if word.type in ("REQUEST", "REJECT") else None
    return _governing(made(scene, clause, how, Plain(word.type, mode or word.mode, reading.object, word.strict)), reading)


def _of_other_things(scene: Scene, reading: Reading) -> bool:
    """Say whether a wish or will is to do what is no known act: "announced his desire to fill the seat"."""
    if reading.object is None or not reading.word.object or reading.word.object == ("any",):
        return False
    taken = [c for c in scene.parse.children(reading.object, "acl") if is_infinitive(scene.parse, c)]
    return bool(taken) and content_type(scene, taken[0]) is None


def _governing(found: Act | None, reading: Reading) -> Act | None:
    """Give an act with the clause it governs taken up; a promise is pledged, an agreement that is reached is not."""
    pledged = found is not None and found.type == "AGREE" and found.told.force is Force.FACT and not reading.key.startswith(_REACHED)
    return replace(found, governs=True, status=Status.PLEDGED if pledged else None) if found else None


def _vows(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a vow or an agreement: what is vowed decides."""
    content = content_type(scene, clause.complement)
    if content is None and reading.object is not None and (noun := noun_reading(scene, reading.object)):
        content = noun.type
    type_ = vowed(content)
    if type_ == "THREATEN" and reading.key.startswith(_GIVEN):
        type_ = "AGREE"
    mode = threatened(content) if type_ == "THREATEN" else asked(content) if type_ == "REJECT" else None
    if content is None and not reading.key.startswith(_GIVEN) and not _towards_public(scene, clause):
        return None
    return _governing(made(scene, clause, how, Plain(type_, mode, reading.object)), reading)


def _towards_public(scene: Scene, clause: Clause) -> bool:
    """Say whether a promise of what is no known act is made to somebody in public."""
    return any(scene.public(i) for i in recipients_of(scene, clause, type_="AGREE", object_=None, agents=clause.subjects))


def _harms(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "kill" and "injure": somebody does it, or an act or a weapon; what accidents do is none."""
    violent = any(scene.of_class(h, ("losses", "harms", "fire")) for _, h in clause.obliques)
    armed = any(scene.of_class(s, ("losses", "harms", "fire")) for s in clause.subjects)
    if any(scene.of_class(s, ("vehicles",)) for s in clause.subjects) or not (violent or armed or clause.subjects):
        return None
    return _act(scene, clause, reading, how)


def _refuses(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a refusal: of an act that gives it is one; "failed to attack" is none."""
    content = content_type(scene, clause.complement)
    silent = clause.complement is not None and scene.of_class(clause.complement, ("silence",), near=False)
    if how.negated or silent or (reading.key in _FAILING and content not in GIVING):
        return None
    return _governing(made(scene, clause, how, Plain("REJECT", asked(content), None)), reading)


def _insists(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "insist": on what others do it is a demand; else it only says."""
    if clause.complement is None:
        return _governs(scene, clause, reading, how) if reading.object is not None else None
    inner, own = clause_of(scene, clause.complement), told(scene, clause.complement)
    bare = scene.parse.tokens[clause.complement].has("VerbForm=Inf") and not scene.parse.children(clause.complement, "aux")
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
    if content is None and clause.complement is not None:
        inner = clause_of(scene, clause.complement)
        words = [noun_reading(scene, n) for n in (*inner.objects, *inner.subjects)]
        content = next((w.type for w in words if w and w.type == "THREATEN"), None)
    addressed = [o for o in (*clause.objects, *clause.indirect) if scene.acts(o)]
    if not addressed and content not in CONFLICT | {"REJECT", "THREATEN"}:
        return None
    return _governing(made(scene, clause, how, Plain("THREATEN", threatened(content), reading.object)), reading)


def _judged(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "X said that Y's ban was illegal": X disapproves of Y."""
    word = reading.word
    if how.said is None or how.negated or how.force is not Force.FACT or word.type is None:
        return None
    speaker = agents_of(scene, clause_of(scene, how.said))
    subjects = [s for s in clause.subjects if s not in speaker]
    judged = clause if not subjects else replace(clause, objects=tuple(subjects), subjects=())
    recipients = recipients_of(scene, judged, type_=word.type, object_=subjects[0] if subjects else None, agents=speaker)
    if not speaker or not recipients:
        return None
    type_, mode = _blaming(scene, subjects[0], word) if subjects else (word.type, word.mode)
    why = f"“{scene.parse.text(how.said)}” that it is “{scene.parse.text(clause.head)}”"
    return Act(type_, mode, (clause.head, how.said), speaker, recipients, clause, how, why)


def _called(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "called the launch a reckless act", "described the ban as illegal": a word of blame makes it disapproval."""
    names = [c for c in scene.parse.children(clause.head, "xcomp", "ccomp", "obj") if c != reading.object]
    names += [h for p, h in clause.obliques if p == "as"]
    words = [w for n in names for w in (n, *scene.parse.children(n, "amod"))]
    blaming = [w for w in words for lemma in scene.lemmas(w) for r in scene.words.verbs.get(lemma, ()) if r.frame is Frame.JUDGED]
    if not blaming or reading.object is None:
        return None
    type_, mode = _blaming(scene, reading.object, reading.word)
    return made(scene, clause, how, Plain(type_, mode, reading.object, reading.word.strict))


def _blaming(scene: Scene, i: int, word: Word) -> tuple[str, str | None]:
    """Give what a word of blame is: of a proposal or demand a rejection, of all else disapproval."""
    return (
        ("REJECT", None) if scene.of_class(i, ("demands", "proposals", "accusations"), near=False) else (word.type or "ACCUSE", word.mode)
    )


def _denies(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a denial of an act as that act, denied."""
    if reading.key == "have" and not (
        how.negated or any(form(scene.parse, c) == "no" for o in clause.objects for c in scene.parse.children(o, "det"))
    ):
        return None
    told_at = [c for o in clause.objects for c in scene.parse.children(o, "acl", "ccomp")]
    head = clause.complement if clause.complement is not None else next(iter(told_at), None)
    if head is None or (how.negated and reading.key != "have"):
        return None
    inner = clause_of(scene, head)
    found = reading_of(scene, inner)
    if found and found.word.frame is Frame.GOES and inner.complement is not None:
        head, inner = inner.complement, clause_of(scene, inner.complement)
        found = reading_of(scene, inner)
    if found is None or found.word.type is None or found.word.type not in CONFLICT:
        return None
    own = [i for i in agents_of(scene, inner) if scene.parse.tokens[i].upos != "PRON"]
    agents = tuple(own) or agents_of(scene, clause)
    recipients = recipients_of(scene, inner, type_=found.word.type, object_=found.object, agents=agents)
    why = f"“{scene.parse.text(clause.head)}” it"
    act = Act(found.word.type, found.word.mode, (head, clause.head), agents, recipients, inner, how, why)
    return replace(act, status=Status.DENIED, governs=True)


def _light(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read a word whose object is the act: "held protests", "imposed sanctions"."""
    noun = noun_reading(scene, reading.object) if reading.object is not None else None
    word = reading.word
    type_ = word.type or (noun.type if noun else None)
    if type_ is None or reading.object is None:
        return None
    if type_ == "ASSAULT" and any(p in ("on", "against") and not can_be_struck(scene, h) for p, h in clause.obliques):
        return None
    if word.status is Status.PLANNED and how.force is Force.FACT:
        how = replace(how, force=Force.FUTURE, by=form(scene.parse, clause.head))
    mode = (noun.mode if noun and noun.type == type_ else None) or word.mode
    act = made(scene, clause, how, Plain(type_, mode, reading.object, noun=scene.noun(reading.object)))
    return replace(act, status=Status.CANCELLED) if act and word.status is Status.CANCELLED else act


def _happens(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "protests erupted in …": the subject is the act."""
    for subject in clause.subjects or clause.objects:
        if (noun := noun_reading(scene, subject)) and noun.type:
            return made(scene, clause, how, Plain(noun.type, noun.mode, subject, noun=scene.noun(subject)))
    return None


def _undergoes(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "came under attack by rebels": the subject is whom the act is done to."""
    noun = noun_reading(scene, reading.object) if reading.object is not None else None
    type_, mode = (noun.type, noun.mode) if noun else (reading.word.type, reading.word.mode)
    if type_ is None or reading.object is None or how.negated or (how.force is not Force.FACT and type_ != "THREATEN"):
        return None
    agents = owners(scene, reading.object) or tuple(h for p, h in clause.obliques if p in ("by", "from") and scene.acts(h))
    triggers = (clause.head, scene.noun(reading.object))
    why = f"“{scene.parse.text(clause.head)} … {scene.parse.text(triggers[1])}” tells of {type_}"
    return Act(type_, mode, triggers, agents, tuple(s for s in clause.subjects if scene.acts(s)), clause, how, why)


def _received(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    """Read "observers arrived in Chad": who lets them in acts, whose they are receives."""
    place = reading.object if reading.object is not None else next((h for p, h in clause.obliques if p in ("in", "at")), None)
    if place is None or scene.label(place) != "LOC" or how.negated or how.force is not Force.FACT or reading.word.type is None:
        return None
    why = f"“{scene.parse.text(clause.head)}” tells of {reading.word.type}"
    return Act(reading.word.type, reading.word.mode, (clause.head,), (place,), clause.subjects, clause, how, why)


def _nothing(scene: Scene, clause: Clause, reading: Reading, how: Told) -> Act | None:
    return None


FRAMES = {
    Frame.ACT: _act,
    Frame.GOVERNS: _governs,
    Frame.VOWS: _vows,
    Frame.INSISTS: _insists,
    Frame.WANTS: _wants,
    Frame.WARNS: _warns,
    Frame.JUDGED: _judged,
    Frame.CALLED: _called,
    Frame.HARMS: _harms,
    Frame.UNDERGOES: _undergoes,
    Frame.RECEIVED: _received,
    Frame.REFUSES: _refuses,
    Frame.DENIES: _denies,
    Frame.SAYS: _nothing,
    Frame.GOES: _nothing,
    Frame.LIGHT: _light,
    Frame.HAPPENS: _happens,
}
