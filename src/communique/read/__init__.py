"""Bytes become reports: files, folders, pages and rows, with their regions, dates and names.

Invariant: nothing found in a report raises; what cannot be read is a notice, and the run goes on.
"""

from communique.read.codebook import codebook
from communique.read.sources import file_bytes, files

__all__ = ["codebook", "file_bytes", "files"]
