"""Coreference: which words of one report name the same. Rules of grammar and names, and weighted features for pronouns."""

from communique.annotate.coreference.chains import chains_of

__all__ = ["chains_of"]
