"""All tables of a dossier on one screen. Migrations build them; a test holds the two together.

Nouns lie as JSON in `payload` (codec.py), so that adding a field needs no new column. What may hold any character at all, NUL included,
is never a text column: PostgreSQL cannot store NUL, while JSON escapes it, and `text` and `original` are zlib-compressed bytes.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

SCHEMA = 4
"""The newest schema number that this version writes; the last migration carries it."""

METADATA = MetaData()

about = Table("about", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
"""`stamp`: what the entries were rebuilt from; `version`: the Communique that wrote last."""

reports = Table(
    "reports",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("payload", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("original", LargeBinary),
    Column("weights", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("digest", Text, nullable=False),
)
"""Unit one, one row a report: `text` as UTF-8; `version` names the rules and tables that read it (`reference.made_with`); `digest` is a
hash of the report, its mentions, its notices, `weights` and `version`."""

mentions = Table(
    "mentions",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("report", Integer, ForeignKey("reports.number", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Index("mentions_by_report", "report", "position"),
)
"""Unit one: `position` is the mention's place in the order that `extract` gave."""

notices = Table(
    "notices",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("report", Integer, ForeignKey("reports.number", ondelete="CASCADE")),
    Column("reconciled", Boolean, nullable=False),
    Column("payload", Text, nullable=False),
    Index("notices_by_report", "report"),
)
"""Of a report, of a file that gave none (`report` null), or of unit two (`reconciled`). `id` is a hash: the same notice is kept once."""

judgements = Table("judgements", METADATA, Column("id", Text, primary_key=True), Column("payload", Text, nullable=False))
"""What people decided. Nothing else deletes or changes a row here."""


def _entries(name: str) -> Table:
    return Table(name, METADATA, Column("id", Text, primary_key=True), Column("payload", Text, nullable=False))


actors = _entries("actors")
statements = _entries("statements")
events = _entries("events")
agreements = _entries("agreements")
documents = _entries("documents")
issues = _entries("issues")
positions = _entries("positions")
conditions = _entries("conditions")
commitments = _entries("commitments")
numbers = _entries("numbers")
claims = _entries("claims")
conflicts = _entries("conflicts")
"""Unit two: the entries of the record, replaced together by `rebuild`; provisions lie inside their agreements."""
