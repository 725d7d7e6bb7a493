"""The store: the only SQL. One dossier is one SQLite file or one PostgreSQL schema; see docs/decisions/0003-record-store.md."""

from communique.record.dossier import Dossier, Mentions
from communique.record.opening import create_dossier, open_dossier

__all__ = ["Dossier", "Mentions", "create_dossier", "open_dossier"]
