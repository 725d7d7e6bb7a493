"""The actors of one report: who is one, what stands for whom, and what is no actor."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import parse_of

from communique import reference
from communique.extract.actors import named
from communique.model.actor import ActorKind, Named
from communique.model.parse import Parse

CASES = yaml.load((Path(__file__).parents[1] / "cases" / "actors.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
TABLES = reference.load()


def _parse(case: dict[str, object]) -> Parse:
    return parse_of(str(case["conllu"]), entities=list(case["entities"]), chains=list(case["chains"]))  # type: ignore[call-overload]


def _told(actor: Named, names: dict[str, str]) -> dict[str, object]:
    return {
        "kind": actor.kind.value,
        "key": actor.key or "-",
        "country": actor.country or "-",
        "name": actor.name,
        "places": [c.quote for c in actor.cites],
        "roles": [f"{r.title} of {names.get(r.of or '', r.of) or '~'}" for r in actor.roles],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_actors_of_a_report_are_those_of_the_case(case: dict[str, object]) -> None:
    """Each referent is one actor, with its places and roles; adjectives, places and titles alone are none."""
    found = list(named(_parse(case), TABLES))
    names = {n.id: n.name for n in found}
    assert [_told(n, names) for n in found] == (case["actors"] or [])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_actors_share_no_id_and_cite_their_names(case: dict[str, object]) -> None:
    """Ids are unique, every alias has a reason and its places, and the first citation is a name."""
    found = list(named(_parse(case), TABLES))
    assert len({n.id for n in found}) == len(found)
    assert all(a.why and a.cites for n in found for a in n.aliases)
    assert all(n.cites[0].quote in {n.name, *(a.name for a in n.aliases)} for n in found)


def test_surname_alone_keeps_why_it_is_the_person() -> None:
    """An alias says of whom it is the name."""
    case = next(c for c in CASES if c["name"] == "title before a name")
    person = next(n for n in named(_parse(case), TABLES) if n.kind is ActorKind.PERSON)
    assert [(a.name, a.why) for a in person.aliases] == [("Keller", "name of Anna Keller in this report")]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Russia", "NATO", "the", "officials", "said", "US", ",", "Moscow", "ambassador", "to", "Smith", "'s"]),
        min_size=1,
        max_size=12,
    )
)
def test_any_words_give_actors_that_cite_them(words: list[str]) -> None:
    """Whatever the tree, no rule fails, and every citation holds (a citation cannot be built otherwise)."""
    rows = [
        f"{i} {w} {w.lower()} {'PROPN' if w[0].isupper() else 'NOUN'} _ _ {0 if i == 1 else 1} {'root' if i == 1 else 'nsubj'}"
        for i, w in enumerate(words, 1)
    ]
    parse = parse_of("\n".join(rows), entities=["PER Smith"] if "Smith" in words else [])
    found = list(named(parse, TABLES))
    assert all(parse.report.text[c.start : c.end] == c.quote for n in found for c in n.cites)
