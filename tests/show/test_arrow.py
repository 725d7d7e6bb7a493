"""Arrow tables: one for each kind of entry, with the ids of the export, and every citation in one table."""

import sys
from random import Random

import pytest

from communique.errors import ExportError
from communique.show import arrow_tables
from communique.show.arrow import COLUMNS

from .support.many import record_of
from .support.talks_in_brenn import record


def test_tables_have_their_columns_also_when_empty() -> None:
    """A notebook can rely on the columns before anything is read."""
    tables = arrow_tables(record_of([], random=Random(1), actors=0))
    assert {name: table.column_names for name, table in tables.items()} == {name: list(c) for name, c in COLUMNS.items()}
    assert all(table.num_rows == 0 for table in tables.values())


def test_tables_have_a_row_for_each_entry() -> None:
    """Nothing is left out."""
    whole, tables = record(), arrow_tables(record())
    assert tables["statements"]["id"].to_pylist() == [s.id for s in whole.statements]
    assert tables["events"]["id"].to_pylist() == [e.id for e in whole.events]
    assert tables["provisions"]["agreement"].to_pylist() == ["agr-varnian-draft"]
    assert tables["judgements"].num_rows == 1


def test_unknown_is_null() -> None:
    """A statement without a speaker has none."""
    rows = arrow_tables(record())["statements"].to_pylist()
    assert {r["speaker"] for r in rows if r["why"].startswith("invented")} == {None}


def test_cites_resolve() -> None:
    """Every row of the citations stands at its place in the text of the reports' table."""
    tables = arrow_tables(record())
    texts = {r["id"]: r["text"] for r in tables["reports"].to_pylist()}
    rows = tables["cites"].to_pylist()
    assert rows
    assert all(texts[r["report"]][r["start"] : r["end"]] == r["quote"] for r in rows)


def test_missing_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the error holds the remedy."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'communique\[notebook\]'"):
        arrow_tables(record())
