"""A person's decision counts in the record, wins over what is read, survives every re-run, and is never lost."""

from dataclasses import replace

import pytest

from communique.errors import RecordError
from communique.model.actor import Who
from communique.model.dates import UNKNOWN
from communique.model.ids import judgement_id
from communique.model.judgement import Decision, Judgement
from communique.model.kinds import Stance, Status
from communique.model.mention import Event, Mention, Provision, Statement, Voice
from communique.model.notice import Stage
from communique.model.reconciled import Reconciled
from communique.model.record import Record
from communique.model.report import Report
from communique.record import Dossier, create_dossier, open_dossier

from .examples import TEXT, VERSION, WEIGHTS, event, mentions, named, rebuild, reconciled, report, statement, stored

RASK, BERG = named(report(), "Anna Rask").id, named(report(), "Otto Berg").id
SAID = statement(report(), "We will not sign", RASK)


def judged(entry: str, decision: Decision, *, kind: str = "statement", at: str = "2022-02-01T10:00:00Z", **after: str | None) -> Judgement:
    """Give a judgement as a door would make it: without the words of its entry."""
    return Judgement(judgement_id(entry, "reader", at), entry, kind, decision, "reader", at, why="I read it.", after=after or None)


def the(record: Record, words: str) -> Statement:
    """Give the statement with these words."""
    return next(s for s in record.statements if s.content[0].quote == words)


def quotes(record: Record) -> set[str]:
    """Give the words of all statements."""
    return {s.content[0].quote for s in record.statements}


def read_again(dossier: Dossier, of: Report, *found: Mention) -> Record:
    """Store a report as another version of the rules read it, rebuild, and give the record."""
    dossier.store(of, found, (), weights="later", version=VERSION)
    rebuild(dossier)
    return dossier.record()


def losses(record: Record) -> list[str]:
    """Give what the record says about judgements that could not be followed."""
    return [n.what for n in record.notices if n.stage is Stage.RECORD]


def test_judgement_is_kept_with_the_words_of_its_entry(place: str) -> None:
    """What is needed to find the entry again in another text is written down when it is judged."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        dossier.judge(judged(SAID.id, Decision.CORRECT, speaker=BERG))
    with open_dossier(place) as dossier:
        (kept,) = dossier.judgements()
    assert (kept.report, kept.file, kept.before, kept.after) == (report().id, "oslo.txt", {"speaker": RASK}, {"speaker": BERG})
    assert kept.selector is not None
    assert (kept.selector.quote, kept.selector.before[-4:], kept.selector.after[:6]) == ("We will not sign", "y. “", ",” sai")


def test_accepted_entry_stays_and_is_marked(place: str) -> None:
    """An acceptance changes no entry; the record's judgements say which ones were accepted."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        before = dossier.record()
        dossier.judge(judged(SAID.id, Decision.ACCEPT))
        after = dossier.record()
    assert replace(after, judgements=()) == before
    assert [(j.entry, j.decision) for j in after.judgements] == [(SAID.id, Decision.ACCEPT)]


def test_rejected_statement_is_dropped_with_its_claim_and_voice(place: str) -> None:
    """What rests on a rejected statement alone goes with it."""
    one = report()
    talks = event(one, "met", RASK)
    voiced = replace(talks, according_to=(Voice(RASK, Stance.ASSERTS, SAID.id, SAID.content),))
    with create_dossier(place) as dossier:
        stored(dossier, one, tuple(voiced if m.id == talks.id else m for m in mentions(one)))
        dossier.judge(judged(SAID.id, Decision.REJECT))
        record = dossier.record()
    assert quotes(record) == {"There is time"}
    assert SAID.id not in {c.id for c in record.claims}
    assert record.events[0].according_to == ()


def test_rejected_statement_leaves_the_other_mentions_of_its_claim(place: str) -> None:
    """A claim keeps its id and what its other mentions say; what stood on the rejected one alone is gone."""
    one, two = report(), report(TEXT + "Late edition.", file="late.txt", outlet="Late Post")
    other = statement(two, "We will not sign", named(two, "Anna Rask").id)
    with create_dossier(place) as dossier:
        stored(dossier, one)
        stored(dossier, two)
        rebuild(dossier, _one_claim(reconciled(dossier), SAID.id, other.id))
        dossier.judge(judged(SAID.id, Decision.REJECT))
        (claim,) = (c for c in dossier.record().claims if SAID.id in (c.id, *c.was))
    assert (claim.id, claim.mentions, claim.reports, claim.outlets) == (SAID.id, (other.id,), (two.id,), ("Late Post",))
    assert [(v.value, v.mentions) for v in claim.values["speaker"]] == [(other.speaker.actor, (other.id,))]
    assert (claim.origins.min, claim.origins.max) == (1, 1)


def _one_claim(built: Reconciled, first: str, second: str) -> Reconciled:
    one, two = (next(c for c in built.claims if c.id == i) for i in (first, second))
    both = replace(
        one,
        mentions=(first, second),
        values={"speaker": one.values["speaker"] + two.values["speaker"]},
        reports=one.reports + two.reports,
        outlets=one.outlets + two.outlets,
        origins=replace(one.origins, max=2),
        was=(second,),
    )
    return replace(built, claims=(*(c for c in built.claims if c.id not in (first, second)), both))


def test_corrected_speaker_shows_in_statement_and_claim(place: str) -> None:
    """The statement names the speaker that a person named, says so, and the claim counts it."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        dossier.judge(judged(SAID.id, Decision.CORRECT, speaker=BERG))
        record = dossier.record()
    assert the(record, "We will not sign").speaker == Who(BERG, SAID.speaker.cite)
    assert the(record, "We will not sign").why == "speaker corrected by reader; read as: subject of “said”"
    claim = next(c for c in record.claims if c.id == SAID.id)
    assert [v.value for v in claim.values["speaker"]] == [BERG]


def test_why_of_a_field_corrected_twice_names_the_last_person(place: str) -> None:
    """Each corrected field is named once, with whoever had the last word, and what was read comes once at the end."""
    steps: list[tuple[str, dict[str, str | None]]] = [
        ("A. Reader", {"speaker": BERG}),
        ("B. Reader", {"speaker": RASK, "channel": "post"}),
        ("A. Reader", {"negated": "true"}),
    ]
    with create_dossier(place) as dossier:
        stored(dossier, report())
        for day, (by, after) in enumerate(steps, 2):
            correction = judged(SAID.id, Decision.CORRECT, at=f"2022-02-0{day}T10:00:00Z")
            dossier.judge(replace(correction, by=by, after=after))
        why = the(dossier.record(), "We will not sign").why
    assert why == "channel, speaker corrected by B. Reader, negated corrected by A. Reader; read as: subject of “said”"


def test_judgements_stay_when_the_metadata_of_a_report_is_mended(place: str) -> None:
    """A report that is read again with its date stays where it is, and what people said of its entries holds."""
    dated = report()
    undated = replace(dated, published=UNKNOWN)
    with create_dossier(place) as dossier:
        stored(dossier, undated)
        dossier.judge(judged(SAID.id, Decision.CORRECT, speaker=BERG))
        assert not dossier.knows(dated, weights=WEIGHTS, version=VERSION)
        stored(dossier, dated)
        record = dossier.record()
        assert dossier.mentions().by_report == {dated.id: mentions(dated)}
    assert record.reports == (dated,)
    assert the(record, "We will not sign").speaker.actor == BERG
    assert (len(record.statements), losses(record)) == (2, [])


@pytest.mark.parametrize(
    ("field", "value", "got"),
    [
        ("channel", "briefing", "briefing"),
        ("channel", None, None),
        ("negated", "true", True),
        ("form", "mixed", "mixed"),
        ("addressee", BERG, Who(BERG)),
        ("speaker", None, Who(None)),
    ],
)
def test_correction_of_each_type_of_field(place: str, field: str, value: str | None, got: object) -> None:
    """Texts, answers, sets and actors are given in one line; None is unknown."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        dossier.judge(replace(judged(SAID.id, Decision.CORRECT), after={field: value}))
        assert getattr(the(dossier.record(), "We will not sign"), field) == got


def test_correction_of_date_and_status_of_talks(place: str) -> None:
    """A date is EDTF and keeps its words; a status is one of the set."""
    talks = event(report(), "met")
    with create_dossier(place) as dossier:
        stored(dossier, report())
        dossier.judge(judged(talks.id, Decision.CORRECT, kind="event", when="2022-01-10", status="alleged"))
        (got,) = dossier.record().talks
    assert (got.when.value, got.status) == ("2022-01-10", Status.ALLEGED)


def test_correction_of_a_provision_inside_its_agreement(place: str) -> None:
    """A provision is an entry of its own: corrected, and then rejected, where it lies."""
    found = next(m for m in mentions(report()) if isinstance(m, Provision))
    with create_dossier(place) as dossier:
        stored(dossier, report())
        dossier.judge(judged(found.id, Decision.CORRECT, kind="provision", number="3"))
        assert dossier.record().agreements[0].provisions[0].number == "3"
        dossier.judge(judged(found.id, Decision.REJECT, kind="provision", at="2022-02-02T10:00:00Z"))
        assert dossier.record().agreements[0].provisions == ()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"speaker": "nobody"}, "no actor nobody"),
        ({"form": "sung"}, "'sung' cannot be the form"),
        ({"said_on": "last week"}, "'last week' cannot be the said_on"),
        ({"negated": "perhaps"}, "'perhaps' cannot be the negated"),
        ({"content": "other words"}, "Give one of: addressee, channel"),
        ({"id": "sta-0"}, "cannot be corrected"),
        ({"form": None}, "cannot be left unknown"),
        ({}, "sets nothing"),
    ],
)
def test_impossible_correction_is_refused(place: str, changes: dict[str, str | None], complaint: str) -> None:
    """A judgement that could not be replayed is refused when it is made, with what could be given instead."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        with pytest.raises(RecordError, match=complaint):
            dossier.judge(replace(judged(SAID.id, Decision.CORRECT), after=changes))
        assert dossier.judgements() == ()


@pytest.mark.parametrize(
    ("judgement", "complaint"),
    [
        (judged("sta-0", Decision.REJECT), "no statement sta-0"),
        (judged(SAID.id, Decision.REJECT, kind="event"), "no event"),
        (judged(SAID.id, Decision.MERGE, into=BERG), "only actors"),
        (judged(RASK, Decision.MERGE, kind="actor"), "needs another actor's id"),
        (judged(RASK, Decision.MERGE, kind="actor", into=RASK), "needs another actor's id"),
        (judged(RASK, Decision.MERGE, kind="actor", into="nobody"), "no actor nobody"),
        (judged(RASK, Decision.SPLIT, kind="actor"), "was not merged"),
    ],
)
def test_impossible_judgement_is_refused(place: str, judgement: Judgement, complaint: str) -> None:
    """A judgement needs an entry that is there and a decision that can be taken on it."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        with pytest.raises(RecordError, match=complaint):
            dossier.judge(judgement)


def test_last_word_wins(place: str) -> None:
    """A later decision on the same entry stands, in whatever order they were written down."""
    steps = [(Decision.REJECT, "03"), (Decision.ACCEPT, "04"), (Decision.REJECT, "02")]
    with create_dossier(place) as dossier:
        stored(dossier, report())
        for decision, day in steps:
            dossier.judge(judged(SAID.id, decision, at=f"2022-02-{day}T10:00:00Z"))
        assert "We will not sign" in quotes(dossier.record())
        assert [j.at[8:10] for j in dossier.judgements()] == ["02", "03", "04"]


def test_same_judgement_twice_is_kept_once(place: str) -> None:
    """Repeating a judgement changes nothing; saying something else at the same moment is refused."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        for _ in range(2):
            dossier.judge(judged(SAID.id, Decision.ACCEPT))
        assert len(dossier.judgements()) == 1
        with pytest.raises(RecordError, match="already"):
            dossier.judge(judged(SAID.id, Decision.REJECT))


def test_merged_actors_are_one_everywhere(place: str) -> None:
    """The actor that stays has the other's name as an alias, and every entry and claim names it; a split undoes that."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        before = dossier.record()
        dossier.judge(judged(RASK, Decision.MERGE, kind="actor", into=BERG))
        record = dossier.record()
        dossier.judge(judged(RASK, Decision.SPLIT, kind="actor", at="2022-02-02T10:00:00Z"))
        assert replace(dossier.record(), judgements=()) == before
    (actor,) = record.actors
    assert (actor.id, actor.name, [(a.name, a.why) for a in actor.aliases]) == (BERG, "Otto Berg", [("Anna Rask", "merged by reader")])
    assert len(actor.cites) == 2
    assert {s.speaker.actor for s in record.statements} == {BERG}
    assert {v.value for c in record.claims for v in c.values["speaker"]} == {BERG}
    assert {w.actor for e in record.events for w in e.actors} == {BERG}


def test_merges_follow_one_another(place: str) -> None:
    """Where A is B and B is C, A is C; a ring leaves one actor and says so."""
    one = report()
    third = named(one, "Syldavia")
    with create_dossier(place) as dossier:
        stored(dossier, one, (*mentions(one), third))
        dossier.judge(judged(RASK, Decision.MERGE, kind="actor", into=BERG))
        dossier.judge(judged(BERG, Decision.MERGE, kind="actor", into=third.id))
        assert [a.id for a in dossier.record().actors] == [third.id]
        dossier.judge(judged(third.id, Decision.MERGE, kind="actor", into=RASK, at="2022-02-02T10:00:00Z"))
        record = dossier.record()
    assert record.actors
    assert {s.speaker.actor for s in record.statements} <= {a.id for a in record.actors}
    assert losses(record)


def test_merge_into_an_actor_that_was_merged_before(place: str) -> None:
    """Where B is C already, a later "A is B" makes A into C."""
    one = report()
    third = named(one, "Syldavia")
    with create_dossier(place) as dossier:
        stored(dossier, one, (*mentions(one), third))
        dossier.judge(judged(BERG, Decision.MERGE, kind="actor", into=third.id))
        dossier.judge(judged(RASK, Decision.MERGE, kind="actor", into=BERG, at="2022-02-02T10:00:00Z"))
        record = dossier.record()
    assert [a.id for a in record.actors] == [third.id]
    assert losses(record) == []


def test_rejected_actor_is_nobody_everywhere(place: str) -> None:
    """What a rejected actor was said to do, nobody known did; the words stay."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        dossier.judge(judged(RASK, Decision.REJECT, kind="actor"))
        record = dossier.record()
    assert [a.id for a in record.actors] == [BERG]
    assert the(record, "We will not sign").speaker == Who(None, SAID.speaker.cite)
    assert next(c for c in record.claims if c.id == SAID.id).values == {}


def test_correction_survives_changed_rules_with_the_same_span(place: str) -> None:
    """Another speaker found by another rule does not undo what a person said: the id rests on the words alone."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.CORRECT, speaker=BERG))
        record = read_again(dossier, one, *(replace(m, speaker=Who(None)) if isinstance(m, Statement) else m for m in mentions(one)))
    assert the(record, "We will not sign").speaker.actor == BERG
    assert losses(record) == []


def test_correction_survives_changed_rules_with_another_span(place: str) -> None:
    """Where a rule now takes in more or fewer words, the judgement follows them, and names the entry of today."""
    one = report()
    moved = statement(one, "will not sign", RASK)
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.CORRECT, speaker=BERG))
        record = read_again(dossier, one, named(one, "Anna Rask"), named(one, "Otto Berg"), moved)
        assert dossier.judgements()[0].entry == SAID.id
    assert record.statements[0].speaker.actor == BERG
    assert record.judgements[0].entry == moved.id
    assert losses(record) == []


def test_judgement_is_detached_and_comes_back(place: str) -> None:
    """Where rules no longer find the entry, a notice says so; when they find it again, the judgement counts again."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.REJECT))
        record = read_again(dossier, one, statement(one, "There is time", None), event(one, "sign", RASK))
        assert quotes(record) == {"There is time"}
        (loss,) = losses(record)
        assert "reject by reader" in loss
        assert "“We will not sign”" in loss
        assert len(record.judgements) == 1
        record = read_again(dossier, one, *mentions(one))
    assert quotes(record) == {"There is time"}
    assert losses(record) == []


@pytest.mark.parametrize(
    ("new_text", "follows"),
    [
        ("CORRECTED. " + TEXT, True),
        (TEXT.replace("Envoys", "Delegates").replace("the minister", "the foreign minister"), True),
        (TEXT.replace("We will not sign", "We may not sign"), False),
        (TEXT.replace("said Anna Rask", "said Anna Rask. He repeated: “We will not sign,” said Anna Rask"), True),
    ],
)
def test_judgement_follows_its_words_into_a_changed_file(place: str, new_text: str, follows: bool) -> None:
    """A file that was edited is another report with another id; judgements find their words in it, or say that they do not."""
    one, edited = report(), report(new_text)
    words = "We will not sign" if "We will not sign" in new_text else "We may not sign"
    found = (named(edited, "Anna Rask"), statement(edited, words, named(edited, "Anna Rask").id))
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.REJECT))
        dossier.forget(one.id)
        record = read_again(dossier, edited, *found)
    assert (record.statements == ()) is follows
    assert bool(losses(record)) is not follows


def test_judgement_follows_its_words_in_the_same_report_read_otherwise(place: str) -> None:
    """A page whose text is extracted in another way keeps its id; judgements find their words in the new text."""
    one = report()
    changed = replace(one, text="Menu\n\n" + TEXT)
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.REJECT))
        record = read_again(dossier, changed, statement(changed, "We will not sign", None), statement(changed, "There is time", None))
    assert quotes(record) == {"There is time"}


def test_judgement_is_not_given_to_another_file(place: str) -> None:
    """The same words in a report of another name were not judged."""
    one, other = report(), report(TEXT, file="other.txt")
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.REJECT))
        dossier.forget(one.id)
        record = read_again(dossier, other, *mentions(other))
    assert "We will not sign" in quotes(record)
    assert losses(record)


def test_correction_to_an_actor_who_is_gone_is_said(place: str) -> None:
    """A correction that names an actor whom nothing finds any more is reported, and the entry stays as it is read."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.CORRECT, speaker=BERG))
        record = read_again(dossier, one, named(one, "Anna Rask"), statement(one, "We will not sign", RASK))
    assert record.statements[0].speaker.actor == RASK
    assert "not in the record" in losses(record)[0]


def test_correction_follows_an_actor_to_its_new_id(place: str) -> None:
    """A report read later may hold the actor's first mention now, and so another id; what people said of the actor holds."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.CORRECT, speaker=BERG))
        dossier.judge(judged(BERG, Decision.CORRECT, kind="actor", name="Otto Berg, envoy"))
        dossier.judge(judged(RASK, Decision.MERGE, kind="actor", into=BERG))
        built = reconciled(dossier)
        actors = tuple(replace(a, id="nam-0") if a.id == BERG else a for a in built.actors)
        rebuild(dossier, replace(built, actors=actors, statements=(), events=()))
        record = dossier.record()
        rebuild(dossier, replace(built, actors=actors))
        statements = dossier.record().statements
    assert [(a.id, a.name) for a in record.actors] == [("nam-0", "Otto Berg, envoy")]
    assert next(s for s in statements if s.id == SAID.id).speaker.actor == "nam-0"


def test_merge_that_rules_make_by_themselves_is_no_loss(place: str) -> None:
    """Where later rules bring two actors together as a person did, there is nothing left to do and nothing to report."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        dossier.judge(judged(RASK, Decision.MERGE, kind="actor", into=BERG))
        built = reconciled(dossier)
        cites = tuple(sorted(c for a in built.actors for c in a.cites))
        both = replace(next(a for a in built.actors if a.id == BERG), cites=cites)
        statements = tuple(replace(s, speaker=Who(BERG)) for s in built.statements)
        rebuild(dossier, replace(built, actors=(both,), statements=statements, events=()))
        record = dossier.record()
    assert record.actors == (both,)
    assert losses(record) == []


def test_tie_decides_nothing(place: str) -> None:
    """Where a rule splits an entry in two equal halves, a person must say which one was meant."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.REJECT))
        record = read_again(dossier, one, statement(one, "We will ", None), statement(one, "not sign", None))
    assert len(record.statements) == 2
    assert losses(record)


def test_entry_that_shares_less_than_half_of_its_words_is_another(place: str) -> None:
    """A short part of a judged statement was not judged."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.judge(judged(SAID.id, Decision.REJECT))
        record = read_again(dossier, one, statement(one, "sign", None))
    assert quotes(record) == {"sign"}
    assert losses(record)


def test_judging_a_stale_record_is_refused(place: str) -> None:
    """Nobody has seen the entries of a record that is not yet put together."""
    one = report()
    with create_dossier(place) as dossier:
        dossier.store(one, mentions(one), (), weights="w", version=VERSION)
        with pytest.raises(RecordError, match="rebuild"):
            dossier.judge(judged(SAID.id, Decision.REJECT))


def test_events_keep_their_type(place: str) -> None:
    """Replay changes values, never classes."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
        dossier.judge(judged(RASK, Decision.MERGE, kind="actor", into=BERG))
        assert all(isinstance(e, Event) for e in dossier.record().events)
