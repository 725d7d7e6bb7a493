"""Documents: by whom, to whom, how far they have come, when they are due; other letters, drafts and bills give no entry."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.model.actor import Named, Who
from communique.model.dates import When
from communique.model.kinds import Stance
from communique.model.mention import Document, Mention, Statement
from communique.reference import Tables, load

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "documents.yml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


def _found(text: str, annotator: Annotator, tables: Tables) -> list[Mention]:
    report = replace(report_of(text.strip()), published=When("2024-03-08"))
    return list(extract.mentions(annotator.parse(report), tables))


def _who(who: Who, names: dict[str, str]) -> str:
    return names[who.actor] if who.actor else f"({who.cite.quote if who.cite else ''})"


def _told(document: Document, names: dict[str, str]) -> dict[str, Any]:
    found = {
        "kind": str(document.kind),
        "title": document.title,
        "by": [_who(w, names) for w in document.by],
        "to": [_who(w, names) for w in document.to],
        "status": str(document.status) if document.status else None,
        "due": document.due.value,
        "dated": document.dated.value,
        "cites": len(document.cites) if len(document.cites) > 1 else None,
    }
    return {key: value for key, value in found.items() if value}


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_documents_are_read_as_told(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """Each case gives its documents with every field it tells, and no other."""
    found = _found(case["text"], annotator, tables)
    names = {m.id: m.name for m in found if isinstance(m, Named)}
    assert [_told(m, names) for m in found if isinstance(m, Document)] == case["documents"]


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_titles_and_sides_lie_within_the_citations(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """An entry's title and sides are words of its citations."""
    for document in (m for m in _found(case["text"], annotator, tables) if isinstance(m, Document)):
        cited = " ".join(" ".join(c.quote.split()) for c in document.cites)
        assert document.title in cited
        assert all(any(c.span.covers(w.cite.span) for c in document.cites) for w in (*document.by, *document.to) if w.cite)


def test_a_document_told_in_a_statement_has_its_speaker_and_the_statement(annotator: Annotator, tables: Tables) -> None:
    """Whoever says that a reply was sent asserts it, in that statement; the report only tells that it was said."""
    found = _found("Pavel Sidorov said that Norway sent a written reply to Canada.", annotator, tables)
    document = next(m for m in found if isinstance(m, Document))
    said = next(m for m in found if isinstance(m, Statement))
    assert [(v.stance, v.statement) for v in document.according_to] == [(Stance.ASSERTS, said.id), (Stance.REPORTS, None)]
    assert document.according_to[0].by == said.speaker.actor


def test_a_document_that_the_report_tells_of_is_in_its_own_voice(annotator: Annotator, tables: Tables) -> None:
    """Without a speaker the outlet asserts it."""
    document = next(m for m in _found("Norway sent a letter to Canada.", annotator, tables) if isinstance(m, Document))
    assert [(v.by, v.stance) for v in document.according_to] == [(None, Stance.ASSERTS)]


def test_a_document_that_somebody_denies_is_denied_by_him(annotator: Annotator, tables: Tables) -> None:
    """Nothing then says that it was sent."""
    found = _found("Norway denied that it had received a letter from Canada.", annotator, tables)
    document = next(m for m in found if isinstance(m, Document))
    assert document.status is None
    assert [v.stance for v in document.according_to] == [Stance.DENIES, Stance.REPORTS]
