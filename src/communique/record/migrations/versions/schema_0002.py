"""Schema 2: full text. The words of reports that are already there are indexed too."""

import zlib

import sqlalchemy as sa
from alembic import op

from communique.record.search import TABLES, index

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the full-text table of the dialect and fill it."""
    connection = op.get_bind()
    for statement in TABLES[connection.dialect.name]:
        op.execute(statement)
    for number, packed in connection.execute(sa.text("SELECT number, text FROM reports ORDER BY number")).all():
        index(connection, number, zlib.decompress(packed).decode("utf-8"))
