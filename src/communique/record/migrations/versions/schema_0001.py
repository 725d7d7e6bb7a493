"""Schema 1: reports and their mentions, what is rebuilt from them, notices and judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    _keyed("about", "key", "value")
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("original", sa.LargeBinary),
        sa.Column("weights", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
    )
    _of_reports()
    for name in ("judgements", "actors", "statements", "events", "agreements", "claims"):
        _keyed(name, "id", "payload")


def _keyed(name: str, key: str, value: str) -> None:
    op.create_table(name, sa.Column(key, sa.Text, primary_key=True), sa.Column(value, sa.Text, nullable=False))


def _of_reports() -> None:
    op.create_table(
        "mentions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("mentions_by_report", "mentions", ["report", "position"])
    op.create_table(
        "notices",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number", ondelete="CASCADE")),
        sa.Column("reconciled", sa.Boolean, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("notices_by_report", "notices", ["report"])
