"""Settings, read by the doors only and passed down."""

from dataclasses import dataclass

VERSION = "0.1.0"
"""The version of Communique; the record says which one made it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a door was told: which dossier, which language pipeline."""

    dossier: str = "communique.db"
    pipeline: str = "communique-en"
