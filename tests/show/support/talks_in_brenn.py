"""The record of three invented reports on talks between Kelland and Varnia about the Orro Strait.

Between them they hold what is hard to show: a caption, page furniture, a block quote, carriage returns, a character outside the basic
plane, words that look like HTML, quotes that nest and spans that cross, an unknown speaker, a notice and a judgement.
"""

from hashlib import sha256

from communique.model.actor import Actor, ActorKind, Alias, Membership, Role, Who
from communique.model.agreement import Agreement
from communique.model.citation import Citation, selector
from communique.model.claim import Claim, Origins, Value
from communique.model.conflict import Conflict, ConflictKind, Side
from communique.model.dates import When
from communique.model.ids import judgement_id, mention_id, report_id
from communique.model.issue import Issue
from communique.model.judgement import Decision, Judgement
from communique.model.kinds import (
    ConditionKind,
    DocumentKind,
    DocumentStatus,
    Form,
    PositionStance,
    ProvisionKind,
    Stance,
    Status,
    Wording,
)
from communique.model.mention import Commitment, Condition, Document, Event, Figure, Position, Provision, Statement, Voice
from communique.model.notice import Notice, Stage
from communique.model.record import Record
from communique.model.report import Credit, DateCandidate, Region, RegionKind, Report
from communique.model.span import Span

COURIER = """\
The Brenn Courier  |  World  |  Sign in
Strait talks end without a text
BRENN, March 4 – Kelland and Varnia ended nine hours of talks on the Orro Strait here on Monday without agreeing on a text.
Photo: The ferry hall where the delegations met. (Ines Holm/Courier)
"We are not asking for the moon," Varnia's deputy foreign minister, Maro Tesk, told reporters, "we are asking for Article 4."
Article 4 of the Varnian draft says that "neither party shall station naval guns within 30 kilometres of the Strait". \
Kelland's chief negotiator, Ada Lindqvist-Oye, said her government could not accept limits on its own coast. \
She added that Varnia had moved "at least 1,200 marines" to the island of Pell.
The two sides will meet again next week, according to an official who asked not to be named.
Read also: Ten recipes for spring
"""

WIRE = (
    "Varnia rejects <b>“coastal veto”</b> & calls for patience 🚢\r\n"
    "Posted 5 March\r\n"
    "Maro Tesk said on Tuesday that Kelland's envoy had told him “there will be no limits on our coast”, and that this was “a pity”.\r\n"
    "Talks in Brenn the day before had lasted eight hours, the Varnian ministry said.\r\n"
    "<script>alert('not ours')</script>\r\n"
)

BLOG = """\
What Brenn means
I have followed these talks for years. As the Courier reported:
"We are not asking for the moon," Maro Tesk told reporters.
Nobody knows when Kelland will answer in writing.
"""


def record() -> Record:
    """Give the whole record."""
    courier, wire, blog = _courier(), _wire(), _blog()
    statements = (*_courier_statements(courier), *_wire_statements(wire), _blog_statement(blog))
    events = (_talks_in_courier(courier), _talks_in_wire(wire), _deployment(courier))
    actors = _actors(courier, wire, blog)
    return Record(
        reports=tuple(sorted((courier, wire, blog), key=lambda r: (r.file, r.id))),
        actors=tuple(sorted(actors, key=lambda a: a.id)),
        statements=tuple(sorted(statements, key=lambda s: s.id)),
        events=tuple(sorted(events, key=lambda e: e.id)),
        agreements=(_agreement(courier),),
        claims=_claims(statements, events, courier, wire, blog),
        notices=_notices(blog),
        judgements=(_judgement(statements[0], courier),),
        weights="communique-en-test",
        documents=(_reply(blog),),
        issues=(ISSUE,),
        positions=(_against(wire, _wire_statements(wire)[0].id),),
        conditions=(_threat(wire),),
        commitments=(_promise(blog),),
        conflicts=(_conflict(courier, wire),),
    )


ISSUE = Issue("iss-guns", "Naval guns", "No naval guns stand within 30 kilometres of the Strait", "codebook", terms=("guns", "coast"))


def _reply(r: Report) -> Document:
    words = cite(r, "in writing")
    return Document(
        mention_id(r.id, "document", [words.span]),
        DocumentKind.REPLY,
        "answer in writing",
        "“answer in writing” is a reply",
        by=(Who(KELLAND, cite(r, "Kelland")),),
        to=(Who(VARNIA),),
        status=DocumentStatus.ANNOUNCED,
        according_to=(Voice(None, Stance.REPORTS, None, (words,)),),
        cites=(words, cite(r, "Kelland")),
    )


def _against(r: Report, statement: str) -> Position:
    words = cite(r, "limits on our coast")
    voice = Voice(TESK, Stance.REPORTS, statement, (words,))
    return Position(
        mention_id(r.id, "position", [words.span]),
        Who(KELLAND, cite(r, "Kelland's envoy")),
        (words,),
        PositionStance.REJECTS,
        "“no” turns “limits on our coast” round, and the issue asks for limits; so rejects",
        issue=ISSUE.id,
        on=When("2024-03-04", inferred=True, why="the day of the talks that it is said at"),
        statement=statement,
        according_to=(voice,),
        cites=(words, cite(r, "there will be no limits on our coast")),
    )


def _threat(r: Report) -> Condition:
    condition, consequence = cite(r, "Talks in Brenn"), cite(r, "this was “a pity”")
    return Condition(
        mention_id(r.id, "condition", [condition.span, consequence.span]),
        ConditionKind.WARNING,
        Who(TESK, cite(r, "Maro Tesk")),
        (condition,),
        (consequence,),
        "“if” joins the two",
        target=(Who(KELLAND),),
        cites=(condition, consequence),
    )


def _promise(r: Report) -> Commitment:
    words = cite(r, "Kelland will answer in writing")
    return Commitment(
        mention_id(r.id, "commitment", [words.span]),
        Who(KELLAND, cite(r, "Kelland")),
        (words,),
        "“will answer” is said of Kelland itself",
        to=(Who(VARNIA),),
        scope="the draft",
        according_to=(Voice(None, Stance.DOUBTS, None, (words,)),),
        cites=(words,),
    )


def _conflict(courier: Report, wire: Report) -> Conflict:
    sides = (Side("nine hours", (cite(courier, "nine hours"),)), Side("eight hours", (cite(wire, "eight hours"),)))
    return Conflict("cfl-hours", ConflictKind.NUMBER, _talks_in_courier(courier).id, sides, "the same talks cannot have lasted both")


def cite(report: Report, words: str, *, after: str = "") -> Citation:
    """Cite the first place of `words` in a report, or the first behind the words `after`."""
    start = report.text.index(words, report.text.index(after) if after else 0)
    return report.cite(start, start + len(words))


def report(text: str, *, file: str, regions: tuple[tuple[str, RegionKind], ...], **known: object) -> Report:
    """Give a report whose regions begin at the given words."""
    digest = sha256(text.encode()).hexdigest()
    starts = [text.index(words) for words, _ in regions]
    cut = zip(starts, [*starts[1:], len(text)], regions, strict=True)
    spans = tuple(Region(Span(start, start + len(text[start:end].rstrip())), kind) for start, end, (_, kind) in cut)
    return Report(report_id(digest, file), file, text, digest, spans, **known)  # type: ignore[arg-type]


def _courier() -> Report:
    regions = (
        ("The Brenn Courier", RegionKind.FURNITURE),
        ("Strait talks", RegionKind.HEADLINE),
        ("BRENN,", RegionKind.LEAD),
        ("Photo:", RegionKind.CAPTION),
        ('"We are not', RegionKind.BODY),
        ("Read also", RegionKind.RELATED),
    )
    bare = report(COURIER, file="courier.txt", regions=regions)
    dateline = cite(bare, "March 4")
    return report(
        COURIER,
        file="courier.txt",
        regions=regions,
        title="Strait talks end without a text",
        outlet="The Brenn Courier",
        published=When("2024-03-04", "March 4", dateline, inferred=True, why="the year is that of the file's own date"),
        dates=(DateCandidate("published", "dateline", "XXXX-03-04", dateline),),
        language="en",
        encoding="utf-8",
    )


def _wire() -> Report:
    regions = (("Varnia rejects", RegionKind.HEADLINE), ("Posted", RegionKind.FURNITURE), ("Maro Tesk", RegionKind.BODY))
    return report(
        WIRE,
        file="wire/0002.txt",
        regions=regions,
        title="Varnia rejects “coastal veto” & calls for patience",
        outlet="Orro Wire",
        published=When("2024-03-05"),
        dates=(DateCandidate("published", "input", "2024-03-05"),),
        language="en",
        url="https://wire.example/0002",
    )


def _blog() -> Report:
    regions = (
        ("What Brenn", RegionKind.HEADLINE),
        ("I have", RegionKind.BODY),
        ('"We are', RegionKind.BLOCKQUOTE),
        ("Nobody", RegionKind.BODY),
    )
    bare = report(BLOG, file="blog.txt", regions=regions)
    return report(
        BLOG,
        file="blog.txt",
        regions=regions,
        title="What Brenn means",
        credits=(Credit("The Brenn Courier", cite(bare, "As the Courier reported")),),
    )


TESK, LINDQVIST, UNNAMED = "nam-tesk", "nam-lindqvist", "nam-official"
KELLAND, VARNIA, COURIER_ID, WIRE_ID = "state:KEL", "state:VAR", "outlet:brenn-courier", "outlet:orro-wire"


def _actors(courier: Report, wire: Report, blog: Report) -> tuple[Actor, ...]:
    tesk, she = cite(courier, "Maro Tesk"), cite(courier, "She", after="own coast")
    minister = Role("deputy foreign minister", VARNIA, (cite(courier, "deputy foreign minister"),), since="2023")
    pronoun = Alias("she", "the pronoun stands for the subject of the sentence before", (she,))
    ambassador = Role("chief negotiator", KELLAND, (cite(courier, "chief negotiator"),))
    lindqvist = cite(courier, "Ada Lindqvist-Oye")
    return (
        Actor(
            TESK, "Maro Tesk", ActorKind.PERSON, "VAR", roles=(minister,), cites=(tesk, cite(wire, "Maro Tesk"), cite(blog, "Maro Tesk"))
        ),
        Actor(LINDQVIST, "Ada Lindqvist-Oye", ActorKind.PERSON, "KEL", (pronoun,), (ambassador,), cites=(lindqvist, she)),
        Actor(UNNAMED, "an official", ActorKind.UNNAMED, cites=(cite(courier, "an official who asked not to be named"),)),
        Actor(
            VARNIA,
            "Varnia",
            ActorKind.STATE,
            "VAR",
            (Alias("Varnian", "the adjective of the state, in our table", (cite(courier, "Varnian"), cite(wire, "Varnian"))),),
            memberships=(Membership("alliance:orro", "1998-05", None, "Treaty of Pell, article 2"),),
            cites=(cite(courier, "Varnia"), cite(courier, "Varnia", after="She added"), cite(wire, "Varnia")),
        ),
        Actor(KELLAND, "Kelland", ActorKind.STATE, "KEL", cites=(cite(courier, "Kelland"), cite(wire, "Kelland"), cite(blog, "Kelland"))),
        Actor(COURIER_ID, "The Brenn Courier", ActorKind.OUTLET, cites=(cite(courier, "The Brenn Courier"), cite(blog, "the Courier"))),
        Actor(WIRE_ID, "Orro Wire", ActorKind.OUTLET),
    )


def _said(content: tuple[Citation, ...], form: Form, speaker: Who, cue: Citation | None, why: str, **known: object) -> Statement:
    id_ = mention_id(content[0].report, "statement", (c.span for c in content))
    return Statement(id_, content, form, speaker, cue, why, **known)  # type: ignore[arg-type]


def _courier_statements(r: Report) -> tuple[Statement, ...]:
    monday = When("2024-03-04", "Monday", cite(r, "Monday"), inferred=True, why="the Monday of the week of publication")
    both = (cite(r, "We are not asking for the moon"), cite(r, "we are asking for Article 4"))
    tesk = Who(TESK, cite(r, "Maro Tesk"))
    reporters = Who(None, cite(r, "reporters"))
    limits = cite(r, "her government could not accept limits on its own coast")
    marines = cite(r, 'Varnia had moved "at least 1,200 marines" to the island of Pell')
    again = cite(r, "The two sides will meet again next week")
    official = Who(UNNAMED, cite(r, "an official who asked not to be named"))
    named = "the subject of the verb of saying"
    return (
        _said(
            both, Form.DIRECT, tesk, cite(r, "told"), named, addressee=reporters, said_on=monday, on_behalf_of=VARNIA, channel="briefing"
        ),
        _said((limits,), Form.INDIRECT, Who(LINDQVIST, cite(r, "Ada Lindqvist-Oye")), cite(r, "said", after="Oye"), named, negated=True),
        _said((marines,), Form.MIXED, Who(LINDQVIST, cite(r, "She", after="own coast")), cite(r, "added"), named),
        _said((again,), Form.INDIRECT, official, cite(r, "according to"), "the object of “according to”"),
    )


def _wire_statements(r: Report) -> tuple[Statement, ...]:
    inner = cite(r, "there will be no limits on our coast")
    outer = cite(r, "Kelland's envoy had told him “there will be no limits on our coast”, and that this was “a pity”")
    crossing = cite(r, "no limits on our coast”, and that this was “a pity”.\r\nTalks in Brenn")
    tesk = Who(TESK, cite(r, "Maro Tesk"))
    tuesday = When("2024-03-05", "Tuesday", cite(r, "Tuesday"), inferred=True, why="the Tuesday of the week of publication")
    return (
        _said((outer,), Form.MIXED, tesk, cite(r, "said"), "the subject of the verb of saying", said_on=tuesday),
        _said((inner,), Form.DIRECT, Who(None, cite(r, "Kelland's envoy")), cite(r, "told"), "the subject of “told”", via=(tesk,)),
        _said((crossing,), Form.INDIRECT, Who(None), None, "invented, so that two spans cross"),
    )


def _blog_statement(r: Report) -> Statement:
    content = (cite(r, "We are not asking for the moon"),)
    return _said(content, Form.DIRECT, Who(TESK, cite(r, "Maro Tesk")), cite(r, "told"), "the subject of the verb of saying")


def _talks_in_courier(r: Report) -> Event:
    trigger = cite(r, "talks", after="nine hours")
    parties = (Who(KELLAND, cite(r, "Kelland")), Who(VARNIA, cite(r, "Varnia")))
    hours = Figure(9.0, "hours", "exact", "talks", None, None, cite(r, "nine hours"))
    voice = Voice(COURIER_ID, Stance.REPORTS, None, (cite(r, "ended nine hours of talks"),))
    return Event(
        mention_id(r.id, "event", [trigger.span]),
        "CONSULT",
        trigger,
        parties,
        Status.HELD,
        "“talks” with two states as its participants, in the past",
        mode="meet",
        place=Who(None, cite(r, "BRENN")),
        when=When("2024-03-04", "on Monday", cite(r, "Monday"), inferred=True, why="the Monday of the week of publication"),
        figures=(hours,),
        topic="the Orro Strait",
        outcome="no text agreed",
        according_to=(voice,),
        cites=(trigger, cite(r, "Kelland and Varnia ended nine hours of talks on the Orro Strait here on Monday")),
    )


def _talks_in_wire(r: Report) -> Event:
    trigger = cite(r, "Talks", after="pity")
    before = When("2024-03-04", "the day before", cite(r, "the day before"), inferred=True, why="the day before the Tuesday named above")
    voice = Voice(VARNIA, Stance.ASSERTS, None, (cite(r, "the Varnian ministry said"),))
    why = "“talks” that lasted, in the past"
    id_ = mention_id(r.id, "event", [trigger.span])
    place = Who(None, cite(r, "Brenn"))
    hours = Figure(8.0, "hours", "exact", "talks", None, None, cite(r, "eight hours"))
    return Event(
        id_, "CONSULT", trigger, (), Status.HELD, why, place=place, when=before, figures=(hours,), according_to=(voice,), cites=(trigger,)
    )


def _deployment(r: Report) -> Event:
    trigger = cite(r, "moved")
    marines = Figure(1200.0, "marines", "at_least", None, "Pell", None, cite(r, "at least 1,200 marines"))
    said = mention_id(r.id, "statement", [cite(r, 'Varnia had moved "at least 1,200 marines" to the island of Pell').span])
    voice = Voice(LINDQVIST, Stance.ASSERTS, said, (cite(r, "She", after="own coast"),))
    return Event(
        mention_id(r.id, "event", [trigger.span]),
        "MOBILIZE",
        trigger,
        (Who(VARNIA, cite(r, "Varnia", after="She added")),),
        Status.ALLEGED,
        "“moved” with marines as its object",
        place=Who(None, cite(r, "the island of Pell")),
        figures=(marines,),
        according_to=(voice,),
        cites=(trigger,),
    )


def _agreement(r: Report) -> Agreement:
    draft, words = cite(r, "the Varnian draft"), cite(r, "neither party shall station naval guns within 30 kilometres of the Strait")
    parties = (Who(None, cite(r, "neither party")),)
    provision = Provision(
        mention_id(r.id, "provision", [words.span]),
        "4",
        (words,),
        Wording.VERBATIM,
        draft,
        "the words that “Article 4 … says” introduces",
        kind=ProvisionKind.PROHIBITION,
        bearer=parties,
        action="station",
        object="naval guns",
        place="within 30 kilometres of the Strait",
        proposed_by=Who(VARNIA, cite(r, "Varnian")),
        cites=(cite(r, "Article 4", after="for Article 4."), words),
    )
    return Agreement("agr-varnian-draft", "the Varnian draft", (provision,), proposed_by=(Who(VARNIA, cite(r, "Varnian")),), cites=(draft,))


def _claims(said: tuple[Statement, ...], events: tuple[Event, ...], *reports: Report) -> tuple[Claim, ...]:
    courier, wire, blog = (r.id for r in reports)
    moon = tuple(sorted((said[0].id, said[-1].id)))
    met = tuple(sorted((events[0].id, events[1].id)))
    hours = (Value("8", (events[1].id,)), Value("9", (events[0].id,)))
    return (
        Claim(met[0], "event", met, {"hours": hours}, (courier, wire), ("Orro Wire", "The Brenn Courier"), Origins(1, 2)),
        Claim(moon[0], "statement", moon, {}, (blog, courier), ("The Brenn Courier",), Origins(1, 1)),
    )


def _notices(blog: Report) -> tuple[Notice, ...]:
    no_date = cite(blog, "in writing")
    return (
        Notice(Stage.READ, "The file is not text: it begins with the bytes of a picture.", "Leave it out, or give its text.", "photo.jpg"),
        Notice(
            Stage.ANNOTATE,
            "The report has no date, so “in writing” is not dated.",
            "Give `published` in the input.",
            blog.file,
            blog.id,
            no_date.span,
        ),
    )


def _judgement(statement: Statement, r: Report) -> Judgement:
    at = "2024-03-06T09:30:00Z"
    return Judgement(
        judgement_id(statement.id, "r.aalto", at),
        statement.id,
        "statement",
        Decision.CORRECT,
        "r.aalto",
        at,
        report=r.id,
        file=r.file,
        selector=selector(statement.content[0], r.text),
        why="He spoke at the ferry hall to reporters, as the ministry's transcript shows.",
        before={"channel": None},
        after={"channel": "briefing"},
    )
