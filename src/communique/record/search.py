"""Full text: which reports hold these words. The same answer from SQLite's FTS5 and from PostgreSQL's tsvector.

The two split and fold words differently, so both are given words that are already split and folded here, each once, and only index them.
"""

import re

from sqlalchemy import Connection, text

_WORD = re.compile(r"[^\W_]+")

LONGEST = 500
"""Bytes of the longest word that is searchable; PostgreSQL refuses a lexeme of 2 kB, and no word of a language comes near."""

MOST = 500_000
"""Bytes of distinct words that one report puts in the index; PostgreSQL's tsvector ends at 1 MB, its own bookkeeping included."""

TABLES = {
    "sqlite": ("CREATE VIRTUAL TABLE report_words USING fts5(words, tokenize='unicode61 remove_diacritics 0')",),
    "postgresql": (
        "CREATE TABLE report_words (rowid integer PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE, words tsvector NOT NULL)",
        "CREATE INDEX report_words_words ON report_words USING gin (words)",
    ),
}
"""What makes the full-text table, per dialect; `rowid` is the report's `number`."""

_ADD = {
    "sqlite": "INSERT INTO report_words (rowid, words) VALUES (:number, :words)",
    "postgresql": "INSERT INTO report_words (rowid, words) VALUES (:number, array_to_tsvector(string_to_array(:words, ' ')))",
}

_FIND = {
    "sqlite": "SELECT r.id FROM report_words w JOIN reports r ON r.number = w.rowid WHERE report_words MATCH :query",
    "postgresql": "SELECT r.id FROM report_words w JOIN reports r ON r.number = w.rowid WHERE w.words @@ CAST(:query AS tsquery)",
}

_JOINED_BY = {"sqlite": " AND ", "postgresql": " & "}


def words_of(content: str) -> tuple[str, ...]:
    """Give the distinct words of a text, case folded, in order, up to `MOST` bytes."""
    kept, size = [], 0
    for word in dict.fromkeys(_WORD.findall(content.casefold())):
        length = len(word.encode("utf-8"))
        if length <= LONGEST:
            kept.append(word)
            size += length
        if size > MOST:
            break
    return tuple(kept)


def index(connection: Connection, number: int, content: str) -> None:
    """Put the words of report `number` in the full-text table in place of those that were there."""
    connection.execute(text("DELETE FROM report_words WHERE rowid = :number"), {"number": number})
    if words := words_of(content):
        connection.execute(text(_ADD[connection.dialect.name]), {"number": number, "words": " ".join(words)})


def reports_with(connection: Connection, wanted: str) -> tuple[str, ...]:
    """Give the ids of the reports that hold every word of `wanted`, in any order and case; none for no word."""
    words = words_of(wanted)
    if not words:
        return ()
    query = _JOINED_BY[connection.dialect.name].join(f'"{w}"' if connection.dialect.name == "sqlite" else f"'{w}'" for w in words)
    return tuple(sorted(connection.scalars(text(_FIND[connection.dialect.name]), {"query": query})))
