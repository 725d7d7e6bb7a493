"""Communique reads news reports about a negotiation and keeps one cited record of it.

import communique
record = communique.read_reports(["reports/"])
for statement in record.statements:
    print(statement.speaker, statement.content[0].quote)
"""

from communique.errors import CommuniqueError
from communique.model.record import Record
from communique.pipeline import open_record, read_reports
from communique.settings import VERSION as __version__
from communique.show import arrow_tables

__all__ = ["CommuniqueError", "Record", "__version__", "arrow_tables", "open_record", "read_reports"]
