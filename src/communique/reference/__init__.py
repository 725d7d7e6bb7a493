"""The tables of `data/`, loaded and checked once: states, organisations, bodies, offices, outlets, blocs, name patterns."""

from communique.reference.digest import made_with
from communique.reference.entries import Entry
from communique.reference.facts import (
    Bloc,
    Body,
    BodyType,
    Country,
    Group,
    How,
    Match,
    Member,
    Metonyms,
    NamePattern,
    Office,
    Organisation,
    Outlet,
    SharedName,
)
from communique.reference.lexicon import Lexicon, lexicon
from communique.reference.loading import load
from communique.reference.persons import PersonNames
from communique.reference.tables import Tables

__all__ = [
    "Bloc",
    "Body",
    "BodyType",
    "Country",
    "Entry",
    "Group",
    "How",
    "Lexicon",
    "Match",
    "Member",
    "Metonyms",
    "NamePattern",
    "Office",
    "Organisation",
    "Outlet",
    "PersonNames",
    "SharedName",
    "Tables",
    "lexicon",
    "load",
    "made_with",
]
