"""Provisions: numbered articles, items of a list and clauses of a draft; number, words, kind, bearer, action, agreement, proposer."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.written import actors_of_case, parse_of_case
from tests.support import report_of

from communique.extract import mentions
from communique.extract.provisions import provisions
from communique.model.mention import Provision, Statement
from communique.model.parse import ROOT, Parse, Sentence, Token
from communique.reference import load

FILE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "provisions.yml").read_text(encoding="utf-8"))
CASES, ACTORS = FILE["cases"], FILE["actors"]
TABLES = load()
PIECES = [
    "Article 4:",
    "Article 5",
    "•",
    "–",
    "“",
    "”",
    "\n",
    ";",
    "that",
    "the",
    "parties",
    "shall",
    "not",
    "draft treaty:",
    "says",
    "and",
    ".",
]


def told(provision: Provision) -> dict[str, Any]:
    """Give what a provision tells, unknown fields left out."""
    found = {
        "number": provision.number,
        "content": [c.quote for c in provision.content],
        "wording": str(provision.wording),
        "kind": str(provision.kind) if provision.kind else None,
        "bearer": [w.cite.quote for w in provision.bearer if w.cite] or None,
        "action": provision.action,
        "object": provision.object,
        "place": provision.place,
        "baseline": provision.baseline.value,
        "agreement": provision.agreement.quote if provision.agreement else None,
        "proposed_by": provision.proposed_by.cite.quote if provision.proposed_by and provision.proposed_by.cite else None,
    }
    return {key: value for key, value in found.items() if value is not None}


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_provisions_are_read_as_given(case: dict[str, Any]) -> None:
    """Each case gives its provisions with every field it tells, and no other."""
    parse = parse_of_case(case)
    found = list(provisions(parse, actors_of_case(parse, ACTORS), TABLES))
    assert [told(p) for p in found] == case["provisions"]
    assert all(p.why for p in found)
    assert len({p.id for p in found}) == len(found)


def _flat(text: str) -> Parse:
    """Give a parse of any words whose tokens all hang on the first."""
    places, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        places.append((start, at, word))
    rows = [Token(s, e, "NOUN", "", w.lower(), ROOT if i == 0 else 0, "root" if i == 0 else "dep") for i, (s, e, w) in enumerate(places)]
    return Parse(report_of(text), tuple(rows), (Sentence(rows[0].start, rows[-1].end, 0, len(rows)),) if rows else ())


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_any_text_is_read_and_words_are_cited(pieces: list[str]) -> None:
    """No text raises; the words of a provision stand in the text, without white space at their ends and without overlap."""
    text = " ".join(pieces)
    found = list(provisions(_flat(text), [], TABLES)) if text.strip() else []
    spans = [c for p in found for c in p.content]
    assert all(text[c.start : c.end] == c.quote == c.quote.strip() for c in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_quoted_articles_are_no_statements() -> None:
    """Words that an article says are provisions, and nobody's statement beside."""
    case = next(c for c in CASES if c["what"] == "articles quoted in prose")
    found = list(mentions(parse_of_case(case), TABLES))
    assert sum(isinstance(m, Provision) for m in found) == 2
    assert not any(isinstance(m, Statement) for m in found)
