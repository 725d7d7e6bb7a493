"""Positions are brought to the issue they speak of, and turned towards its proposition; a dossier without a codebook gets proposals."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import report_of

from communique.model.actor import Actor, ActorKind, Who
from communique.model.agreement import Agreement
from communique.model.issue import Issue
from communique.model.kinds import Form, ProvisionKind, Wording
from communique.model.kinds import PositionStance as S
from communique.model.mention import Position, Provision, Statement
from communique.reconcile.concepts import key
from communique.reconcile.direction import is_against
from communique.reconcile.issues import MOST, issues_of
from communique.reconcile.meaning import meaning
from communique.reconcile.packages import drafted
from communique.reconcile.positions import on_issues

GUNS = Issue("guns", "Naval guns", "No naval guns stand near the Strait", "codebook", terms=("naval guns", "coastal artillery"))
LAW = Issue("law", "The quota bill", "The quota bill of Varnia becomes law", "codebook", terms=("bill",))
FISH = Issue("fish", "Fishing quotas", "Varnia may catch more herring", "codebook", terms=("herring", "fishing quota"))


def position(words: str, stance: S, *, actor: str = "state:KEL", text: str | None = None) -> Position:
    """Give a position towards `words` of a report that holds just them, or `text`."""
    report = report_of(text or words)
    start = report.text.index(words)
    cite = report.cite(start, start + len(words))
    return Position(f"pos-{actor}-{words}-{stance}", Who(actor), (cite,), stance, "told so", cites=(cite,))


CASES = [
    ("the ban on naval guns", S.DEMANDS, "guns", S.DEMANDS),
    ("naval guns on the coast", S.REJECTS, "guns", S.SUPPORTS),
    ("its naval guns", S.SUPPORTS, "guns", S.REJECTS),
    ("limits on coastal artillery", S.REJECTS, "guns", S.REJECTS),
    ("a larger herring quota", S.DEMANDS, "fish", S.DEMANDS),
    ("the cut in the fishing quota", S.ACCEPTS, "fish", S.REJECTS),
    ("catching more fish", S.CONDITIONAL, "fish", S.CONDITIONAL),
    ("a new opera house", S.DEMANDS, None, S.DEMANDS),
    ("refusing to sign a bill that allows discrimination against fishers", S.SUPPORTS, "law", S.REJECTS),
    ("the intent of the bill, which prohibits larger nets", S.SUPPORTS, "law", S.SUPPORTS),
    ("the bill that bans larger nets", S.SUPPORTS, "law", S.SUPPORTS),
    ("the bill be halted", S.DEMANDS, "law", S.REJECTS),
    ("a bill freeze", S.DEMANDS, "law", S.REJECTS),
    ("the repeal of the bill", S.REJECTS, "law", S.SUPPORTS),
    ("changes to the bill", S.DEMANDS, None, S.DEMANDS),
    ("rewriting the bill", S.DEMANDS, None, S.DEMANDS),
    ("a new fleet instead of the bill", S.DEMANDS, "law", S.REJECTS),
    ("the bill instead of a new fleet", S.DEMANDS, "law", S.DEMANDS),
    ("Varnia refrain from the quota bill, including its annexes", S.DEMANDS, "law", S.REJECTS),
]


@pytest.mark.parametrize(("words", "stance", "issue", "turned"), CASES, ids=[c[0] for c in CASES])
def test_stance_is_towards_the_proposition(words: str, stance: S, issue: str | None, turned: S) -> None:
    """Limits turn a stance only where they work on what is at issue; what speaks of no issue, or of another shape of it, keeps its own."""
    (found,) = on_issues([position(words, stance)], [FISH, GUNS, LAW])
    assert (found.issue, found.stance) == (issue, turned)
    assert found.why.startswith("told so")
    assert issue is None or turned.value in found.why


@settings(deadline=None)
@given(st.permutations(CASES), st.booleans())
def test_order_changes_nothing(cases: list[tuple[str, S, str | None, S]], backwards: bool) -> None:
    """Whatever order positions and issues come in, each ends on the same issue."""
    issues = [LAW, GUNS, FISH] if backwards else [FISH, GUNS, LAW]
    found = on_issues([position(words, stance) for words, stance, _, _ in cases], issues)
    assert found == on_issues([position(words, stance) for words, stance, _, _ in CASES], [FISH, GUNS, LAW])


def test_provisions_become_issues_and_two_of_one_article_one() -> None:
    """What two reports give of one article is one issue with both provisions; a declaration lays down nothing."""
    one = _provision("The Parties shall not station naval guns near the Strait", ProvisionKind.PROHIBITION)
    other = _provision("Parties shall not station any naval guns close to the Strait", ProvisionKind.PROHIBITION)
    words = _provision("The Parties recall their long friendship", ProvisionKind.DECLARATION)
    found = issues_of((), drafted([Agreement("agr-1", "Draft", (one, words)), Agreement("agr-2", "Draft", (other,))], {}, ()), ())
    assert [i.provisions for i in found] == [tuple(sorted((one.id, other.id)))]
    assert found[0].source == "provision"
    (stance,) = on_issues([position("naval guns near the Strait", S.DEMANDS)], found)
    assert (stance.issue, stance.stance) == (found[0].id, S.REJECTS)


def test_provisions_of_one_article_are_one_issue_under_its_number() -> None:
    """However differently two reports put an article, and whatever number one prints; two drafts' articles of one number stay apart."""
    one = _provision("The Parties shall not station naval guns near the Strait", ProvisionKind.PROHIBITION)
    other = _provision("No artillery is to be kept on the shore by anybody", ProvisionKind.PROHIBITION)
    alone = _provision("Each Party pays for the herring that its boats catch", ProvisionKind.OBLIGATION)
    both = (replace(one, article="strait#art_7"), replace(other, article="strait#art_7", number="9"))
    found = issues_of(
        (), drafted([Agreement("agr-1", "Draft", both), Agreement("agr-2", "Other", (replace(alone, number="7"),))], {}, ()), ()
    )
    assert sorted(len(i.provisions) for i in found) == [1, 2]
    assert len({i.label for i in found}) == 2
    assert all("(Article 7)" in i.label for i in found)


def test_stance_turns_towards_a_provision() -> None:
    """An issue from a provision that forbids is supported by who rejects what it forbids."""
    ban = _provision("The Parties shall not station naval guns near the Strait", ProvisionKind.PROHIBITION)
    found = issues_of((), drafted([Agreement("agr-1", "Draft", (ban,))], {}, ()), ())
    stances = {S.REJECTS: S.SUPPORTS, S.SUPPORTS: S.REJECTS, S.ACCEPTS: S.REJECTS, S.UNDECIDED: S.UNDECIDED}
    for stance, turned in stances.items():
        (stand,) = on_issues([position("naval guns near the Strait", stance)], found)
        assert (stand.issue, stand.stance) == (found[0].id, turned)
    (same,) = on_issues([position("a ban on naval guns near the Strait", S.SUPPORTS)], found)
    assert same.stance is S.SUPPORTS


def _provision(words: str, kind: ProvisionKind) -> Provision:
    report = report_of(words)
    cite = report.cite(0, len(words))
    return Provision(f"pro-{abs(hash(words))}", "4", (cite,), Wording.VERBATIM, None, "told so", kind=kind, cites=(cite,))


def test_recurring_objects_are_proposed_at_most_twelve() -> None:
    """Without codebook and provisions, what several actors take sides on is proposed; what one says once is not."""
    random = Random(3)
    things = ["naval guns", "herring quotas", "border fences", "prisoner exchange", "gas prices", "grain exports", "visa rules"]
    many = [f"{t} {w}" for t in things for w in ("treaty", "inspection")]
    said = [position(words, S.DEMANDS, actor=a) for words in many for a in ("state:KEL", "state:VAR")]
    said.append(position("a single statue", S.DEMANDS))
    random.shuffle(said)
    found = issues_of((), (), said)
    assert 1 < len(found) <= MOST
    assert {i.source for i in found} == {"proposed"}
    assert not any("statue" in i.proposition for i in found)
    assert issues_of((), (), said[::-1]) == found
    assert issues_of((GUNS,), (), said) == [GUNS]


def test_proposals_hold_what_is_at_stake() -> None:
    """No issue is proposed of a word that names nothing; an object that only touches on an issue at its edge is not brought to it."""
    said = [position("the idea", S.REJECTS, actor=a) for a in ("state:KEL", "state:VAR")]
    said += [position(w, S.REJECTS, actor=a) for w, a in (("the herring quota", "state:KEL"), ("a new herring quota", "state:VAR"))]
    long = position("better schools, wider roads, cheaper bread and talks on any herring quota", S.DEMANDS)
    found = issues_of((), (), [*said, long])
    assert [i.proposition for i in found] == ["the herring quota"]
    assert [p.issue is None for p in on_issues([said[2], long], found)] == [p is long for p in sorted([said[2], long], key=lambda p: p.id)]


def test_joined_parts_are_weighed_apart() -> None:
    """A proposition that halts one thing and does not build another is against both."""
    halt = Issue(
        "halt",
        "Both",
        "The Parties halt the herring fishery and do not station naval guns",
        "codebook",
        terms=("herring fishery", "naval guns"),
    )
    (fish,) = on_issues([position("its herring fishery", S.SUPPORTS)], [halt])
    (guns,) = on_issues([position("naval guns", S.REJECTS)], [halt])
    assert (fish.stance, guns.stance) == (S.REJECTS, S.SUPPORTS)


@pytest.mark.parametrize(
    ("text", "against"),
    [("a ban on guns", True), ("no ban on guns", False), ("guns", False), ("halting the withdrawal", False), ("Stopping the talks", True)],
)
def test_limiting_words_turn_words_round(text: str, against: bool) -> None:
    """Two of them turn back."""
    assert is_against(text, meaning(text).topics) is against


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_words_have_a_meaning(text: str) -> None:
    """Nothing that a report holds breaks it, and everything is most like itself."""
    found = meaning(text)
    assert (
        not found.content
        or found.alike(found) >= 0.99
        or not any(key(w) for w in found.content)
        or len({key(w) for w in found.content}) == 1
    )


def test_words_of_one_sense_meet() -> None:
    """An object and a provision that share no word speak of one thing where the field has two words for it."""
    ban = _provision("The Alliance shall refrain from any further enlargement", ProvisionKind.PROHIBITION)
    found = issues_of((), drafted([Agreement("agr-1", "Draft", (ban,))], {}, ()), ())
    door = position("its 'open door' policy", S.SUPPORTS)
    claims = position("claims about further expansion", S.REJECTS)
    (one, other) = on_issues([door, claims], found)
    assert {one.id: (one.issue, one.stance), other.id: (other.issue, other.stance)} == {
        door.id: (found[0].id, S.REJECTS),
        claims.id: (None, S.REJECTS),
    }


def test_articles_of_two_drafts_on_one_thing_are_one_issue() -> None:
    """Articles of one draft stay apart, whatever they speak of; those of another draft join what they ask for too, not its opposite."""
    first = replace(_provision("The Parties shall not deploy missiles", ProvisionKind.PROHIBITION), article="one#art_2")
    again = replace(_provision("No party places rockets on ships", ProvisionKind.PROHIBITION), article="one#art_3")
    other = replace(_provision("The Parties shall refrain from stationing weapons", ProvisionKind.PROHIBITION), article="two#art_5")
    must = replace(_provision("Each Party may station weapons and shall deploy missiles", ProvisionKind.OBLIGATION), article="three#art_1")
    drafts = [Agreement(f"agr-{n}", "Draft", (p,)) for n, p in enumerate((first, again, other, must))]
    found = drafted(drafts, {}, ())
    assert sorted(len(i.provisions) for i in found) == [1, 1, 2]
    assert "(Articles 2, 5)" in next(i.label for i in found if len(i.provisions) == 2)


PACKAGE = [
    ("Kelvan demands", True),
    ("many of Kelva's proposals", True),
    ("the proposals", False),  # of another report than the one that tells of the draft
    ("Varnia's proposals", False),
    ("Varnian foreign ministers' demands", False),
    ("security demands between Varnia and Kelva", True),
    ("Kelva's demands on herring", False),
    ("its proposals on schools and roads", False),
    ("the weather", False),
]


@pytest.mark.parametrize(("words", "named"), PACKAGE, ids=[c[0] for c in PACKAGE])
def test_what_a_side_proposes_is_an_issue(words: str, named: bool) -> None:
    """Who takes a side on all that somebody proposes stands on the package, under which the draft's articles are issues of their own."""
    kelva = Actor("state:KEL", "Kelva", ActorKind.STATE, "KEL")
    ministry = Actor("org:KEL", "Foreign Ministry of Kelva", ActorKind.ORGANISATION, "KEL")
    report = report_of("Kelva says that its proposals are not a “menu”.")
    said = Statement("sta-1", (report.cite(11, 46),), Form.INDIRECT, Who("state:KEL"), None, "told so")
    ban = _provision("The Parties shall not station naval guns near the Strait", ProvisionKind.PROHIBITION)
    draft = Agreement("agr-1", "Treaty on Security", (ban,), proposed_by=(Who("state:KEL"),))
    whole, part = sorted(drafted([draft], {"state:KEL": kelva, "org:KEL": ministry}, [said]), key=lambda i: i.source)
    assert (whole.source, part.parent) == ("package", whole.id)
    assert [c.quote for c in whole.together] == [said.content[0].quote]
    (found,) = on_issues([position(words, S.REJECTS)], [whole, part])
    assert (found.issue == whole.id) is named
