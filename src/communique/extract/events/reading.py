"""Reading a predicate: by the frame of its word; else what somebody says must or will be, or an act told as a noun."""

from communique.extract.events.act import Act
from communique.extract.events.clauses import Clause, clause_of
from communique.extract.events.force import Force, Told, told
from communique.extract.events.frames import FRAMES
from communique.extract.events.lookup import noun_reading, reading_of
from communique.extract.events.making import actors, content_type
from communique.extract.events.recipients import recipients_at, recipients_of
from communique.extract.events.scene import Scene
from communique.extract.events.sides import agents_of, owners
from communique.extract.events.turning import asked
from communique.extract.events.words import Frame
from communique.extract.known import FIRST
from communique.extract.phrases import form

_WILL = frozenset({"will", "wo", "shall", "'ll", "’ll"})
_THINKING = frozenset({"think", "believe", "explain", "write", "suggest", "hint"})


def read(scene: Scene, i: int) -> Act | None:
    """Read a predicate: None where it tells no act of its own."""
    clause = clause_of(scene, i)
    reading = reading_of(scene, clause)
    how = told(scene, i)
    if how.governed or _wished(scene, i):
        return None
    if reading is None:
        return _must(scene, clause, how) if how.force is Force.MUST else _will(scene, clause, how) or _nominal(scene, clause, how)
    if how.force is Force.MUST and reading.word.frame not in (Frame.SAYS, Frame.GOES):
        return _must(scene, clause, how)
    return FRAMES[reading.word.frame](scene, clause, reading, how)


def _wished(scene: Scene, i: int) -> bool:
    """Say whether a clause with a subject has a bare infinitive, as what is demanded or wished has: "that NATO provide"."""
    parse = scene.parse
    bare = parse.tokens[i].has("VerbForm=Inf") and not parse.children(i, "aux", "mark")
    return bare and parse.related(i, "ccomp", "acl") and bool(parse.children(i, "nsubj"))


def _must(scene: Scene, clause: Clause, how: Told) -> Act | None:
    """Read "X said Y must …": X asks it of Y."""
    if how.said is None or not _told_itself(scene, clause.head):
        return None
    speaker = agents_of(scene, clause_of(scene, how.said))
    agents = agents_of(scene, clause)
    if any(form(scene.parse, i) in FIRST for i in agents):
        return None
    recipients = agents or recipients_of(scene, clause, type_="REQUEST", object_=None, agents=speaker)
    if not speaker or not any(scene.public(i) for i in recipients) or set(speaker) & set(recipients):
        return None
    if set(scene.lemmas(how.said)) & _THINKING:
        return None
    why = f"“{scene.parse.text(how.said)}” that it “{how.by}”"
    return Act("REQUEST", asked(content_type(scene, clause.head)), (clause.head, how.said), speaker, recipients, clause, how, why)


def _will(scene: Scene, clause: Clause, how: Told) -> Act | None:
    """Read "X said it would not …" as a rejection whatever it is, "X said it would …" as an agreement towards somebody public."""
    if how.force is not Force.FUTURE or not scene.parse.children(clause.head, "aux") or not _told_itself(scene, clause.head):
        return None
    agents, speaker = actors(scene, clause, how, None), agents_of(scene, clause_of(scene, how.said)) if how.said is not None else ()
    if (
        not agents
        or scene.of_class(clause.head, ("silence", "unwilled") if how.negated else ("silence",), near=False)
        or _if(scene, clause.head)
    ):
        return None
    if how.said is None or set(agents) != set(speaker):
        return _will_not(scene, clause, how, agents)
    if not how.negated and scene.of_class(clause.head, ("ending",), near=False):
        return None
    type_ = "REJECT" if how.negated else "AGREE"
    recipients = recipients_of(scene, clause, type_=type_, object_=None, agents=agents)
    if not how.negated and not any(scene.label(i) in ("LOC", "NORP") for i in recipients):
        return None
    why = f"“{scene.parse.text(how.said)}” that it “{how.by}” {'not ' if how.negated else ''}“{scene.parse.text(clause.head)}”"
    return Act(type_, None, (clause.head, how.said), agents, recipients, clause, how, why)


def _if(scene: Scene, i: int) -> bool:
    return any(form(scene.parse, m) == "if" for c in scene.parse.children(i, "advcl") for m in scene.parse.children(c, "mark"))


def _will_not(scene: Scene, clause: Clause, how: Told, agents: tuple[int, ...]) -> Act | None:
    """Read "X will not …" told by others as X's rejection, where X decides in public and it is a thing to decide."""
    decided = how.negated and how.by in _WILL and (clause.objects or clause.complement is not None or clause.obliques)
    if not decided or clause.passive:
        return None
    if not all(scene.public(i) and scene.parse.tokens[i].upos != "PRON" for i in agents):
        return None
    recipients = recipients_of(scene, clause, type_="REJECT", object_=None, agents=agents)
    why = f"“{how.by}” not “{scene.parse.text(clause.head)}”"
    return Act("REJECT", None, (clause.head,), agents, recipients, clause, how, why)


def _told_itself(scene: Scene, i: int) -> bool:
    """Say whether a clause is what is said, not one beside or below it ("because X must …", "what X should …")."""
    return not scene.parse.related(i, "advcl", "acl", "csubj", "obl", "nmod")


def _nominal(scene: Scene, clause: Clause, how: Told) -> Act | None:
    """Read an act told as a noun whose both sides stand at it: "the killing of a boy by soldiers", "Chad's rejection of Norway's offer"."""
    if how.negated or how.force is not Force.FACT:
        return None
    for noun in (*clause.subjects, *clause.objects):
        word = noun_reading(scene, noun) if not scene.label(noun) else None
        agents = owners(scene, noun) if word else ()
        recipients = recipients_at(scene, noun, agents) if agents else ()
        if word and word.type and agents and recipients:
            why = f"“{scene.parse.text(noun)}” tells of {word.type}"
            return Act(word.type, word.mode, (noun,), agents, recipients, clause, how, why)
    return None
