"""Provisions in a report's words are aligned to articles of agreements that we hold; wrong numbers and what is left out are told."""

from hashlib import sha256
from random import Random

import pytest
from tests.support import report_of

from communique.model.actor import Actor, ActorKind, Who
from communique.model.agreement import Agreement
from communique.model.conflict import ConflictKind
from communique.model.dates import When
from communique.model.kinds import ProvisionKind, Wording
from communique.model.mention import Provision
from communique.reconcile.aligning import Aligned, aligned
from communique.reference.agreements import ids, shipped

RUSSIA = Actor("state:RUS", "Russia", ActorKind.STATE, "RUS")
NORWAY = Actor("state:NOR", "Norway", ActorKind.STATE, "NOR")
INSTRUMENTS = [shipped(i) for i in ids()]
DRAFT = [
    ("4", "the parties will station no troops and arms in other states of Europe beyond those of May 27, 1997"),
    ("5", "the parties shall place no land-based missiles of intermediate range within reach of each other"),
    ("6", "members of NATO commit to no further enlargement, also not by Ukraine"),
    ("8", "the agreement does not touch the responsibility of the Security Council for peace"),
]


def provision(number: str | None, words: str, *, bearer: str | None = None, baseline: str | None = None) -> Provision:
    """Give a provision of a report that holds just these words."""
    cite = report_of(words).cite(0, len(words))
    who = report_of(bearer).cite(0, len(bearer)) if bearer else None
    return Provision(
        f"pro-{sha256(words.encode()).hexdigest()[:16]}",
        number,
        (cite,),
        Wording.PARAPHRASE,
        None,
        "told so",
        kind=ProvisionKind.PROHIBITION,
        bearer=(Who(None, who),) if who else (),
        baseline=When(baseline),
        cites=(cite,),
    )


def draft(*more: Provision, proposer: str = RUSSIA.id) -> Agreement:
    """Give the draft as a report tells it."""
    given = [provision(number, words) for number, words in DRAFT]
    return Agreement("agr-1", "draft agreement", (*given, *more), (Who(proposer),))


def told(agreement: Agreement) -> Aligned:
    """Align one agreement."""
    return aligned([agreement], INSTRUMENTS, [RUSSIA, NORWAY])


def test_provisions_find_their_articles() -> None:
    """The draft is recognised by what its provisions say, and each of them is the article it tells."""
    (found,) = told(draft()).agreements
    assert found.instrument == "ru-nato-2021"
    assert [(p.article or "").partition("#")[2] for p in found.provisions] == ["art_4", "art_5", "art_6", "art_8"]
    assert all("of the draft Russia–NATO agreement" in p.why for p in found.provisions)


def test_wrong_number_is_a_conflict_of_kind_reference() -> None:
    """What a report gives as article 4 and is article 5 by its words is told with both numbers."""
    wrong = provision("4", "a ban on land-based missiles of intermediate and shorter range that can reach the territory of other Parties")
    found = told(draft(wrong))
    (conflict,) = (c for c in found.conflicts if c.kind is ConflictKind.REFERENCE)
    assert conflict.about == wrong.id
    assert [s.value for s in conflict.sides] == ["4", "5"]
    assert conflict.sides[0].cites
    assert conflict.sides[1].source


@pytest.mark.parametrize(
    ("number", "words", "article"),
    [
        ("7", "calls for a ban on the eastward expansion of NATO", "art_6"),
        ("5", "would close the door of the alliance to new members", "art_6"),
        ("6", "would end large military drills along the border", "art_7__para_2"),
    ],
)
def test_wrong_number_is_found_by_what_the_words_are_about(number: str, words: str, article: str) -> None:
    """A few words beside a wrong number name the matter of one other article, whatever word they name it by."""
    wrong = provision(number, words)
    found = told(draft(wrong, provision("7", "members of NATO carry out no military activity in Ukraine and the Caucasus")))
    assert next(p.article for p in found.agreements[0].provisions if p.id == wrong.id) == f"ru-nato-2021#{article}"
    assert ConflictKind.REFERENCE in {c.kind for c in found.conflicts if c.about == wrong.id}


def test_numbers_of_a_list_are_kept() -> None:
    """Where a report lists both articles, words that are about the other do not move a number."""
    listed = provision("3", "the parties do not regard each other as enemies and keep up a dialogue")
    talks = provision("2", "the parties will use urgent consultations to settle problems")
    found = told(draft(talks, listed))
    assert next(p.article for p in found.agreements[0].provisions if p.id == listed.id) == "ru-nato-2021#art_3"


def test_what_a_paraphrase_leaves_out_is_a_conflict_of_kind_content() -> None:
    """Article 4 binds only some parties, since a date, with an exception: words without them are told."""
    bare = provision("4", "the parties will station no troops and arms in other states of Europe", bearer="the parties")
    agreement = Agreement("agr-2", "draft agreement", (bare, *(provision(n, w) for n, w in DRAFT[1:])), (Who(RUSSIA.id),))
    (why,) = (c.why for c in told(agreement).conflicts if c.about == bare.id and c.kind is ConflictKind.CONTENT)
    assert all(words in why for words in ("whom it binds", "1997-05-27", "its exception"))


@pytest.mark.parametrize(
    "agreement",
    [
        draft(proposer=NORWAY.id),
        Agreement("agr-3", "fishing pact", (provision("1", "each side may catch ten thousand tons of herring a year"),)),
    ],
    ids=["proposed by somebody else", "another matter"],
)
def test_what_is_no_agreement_of_ours_stays_alone(agreement: Agreement) -> None:
    """Nobody's draft is taken for somebody else's, and no likeness is forced."""
    found = told(agreement)
    assert found.agreements == (agreement,)
    assert found.conflicts == ()


def test_order_of_provisions_changes_no_conflict() -> None:
    """The same conflicts, whatever order a report's provisions come in."""
    whole = draft(provision("4", "a ban on land-based missiles that can reach other Parties"))
    mixed = list(whole.provisions)
    Random(5).shuffle(mixed)
    other = Agreement(whole.id, whole.title, tuple(mixed), whole.proposed_by)
    assert told(whole).conflicts == told(other).conflicts
