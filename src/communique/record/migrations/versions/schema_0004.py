"""Schema 4: numbers that no other entry holds."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their table, empty until the record is rebuilt."""
    op.create_table("numbers", sa.Column("id", sa.Text, primary_key=True), sa.Column("payload", sa.Text, nullable=False))
