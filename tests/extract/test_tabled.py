"""What a draft lays down is a demand of who proposes it; a declaration, a draft of nobody known and words already read give none."""

from dataclasses import replace

import pytest
from tests.support import report_of

from communique.extract.tabled import tabled
from communique.model.actor import Who
from communique.model.kinds import PositionStance, ProvisionKind, Wording
from communique.model.mention import Position, Provision

REPORT = report_of("Kelva's draft says that no guns shall stand near the Strait.")
WORDS = REPORT.cite(24, 59)
BAN = Provision(
    "pro-1", None, (WORDS,), Wording.PARAPHRASE, REPORT.cite(8, 13), "told so", ProvisionKind.PROHIBITION,
    proposed_by=Who("men-1", REPORT.cite(0, 5)), cites=(WORDS,),
)  # fmt: skip
TAKEN = Position("pos-1", Who("men-1"), (WORDS,), PositionStance.REJECTS, "told so", cites=(WORDS,))
CASES = [
    ("a ban", BAN, (), ["no guns shall stand near the Strait"]),
    ("a declaration", replace(BAN, kind=ProvisionKind.DECLARATION), (), []),
    ("nobody's draft", replace(BAN, proposed_by=None), (), []),
    ("a proposer who is not known", replace(BAN, proposed_by=Who(None, REPORT.cite(0, 5))), (), []),
    ("words of a position", BAN, (TAKEN,), []),
]


@pytest.mark.parametrize(("provision", "positions", "demanded"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_draft_is_a_demand_of_its_proposer(provision: Provision, positions: tuple[Position, ...], demanded: list[str]) -> None:
    """The position rests on the provision's words and on those that name proposer and draft."""
    found = list(tabled([provision], positions))
    assert [" ".join(c.quote for c in p.object) for p in found] == demanded
    for position in found:
        assert position.stance is PositionStance.DEMANDS
        assert [c.quote for c in position.cites] == ["Kelva", "draft", *demanded]
