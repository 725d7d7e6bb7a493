"""Schema 3: documents, issues, positions, conditions, commitments and conflicts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make a table for each, empty until the record is rebuilt."""
    for name in ("documents", "issues", "positions", "conditions", "commitments", "conflicts"):
        op.create_table(name, sa.Column("id", sa.Text, primary_key=True), sa.Column("payload", sa.Text, nullable=False))
