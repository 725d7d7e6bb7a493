"""What a record was made with: the version, and a digest of the package's own rules and tables.

A version alone does not tell an edited rule or table from the released one, and what was read with the one must be read again with the
other.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from communique.settings import VERSION

_RULES = (".py", ".yml")
"""Endings of the files that decide what is read. Weights are not among them: a pipeline's name tells them apart."""


def made_with() -> str:
    """Give the version with the digest of rules and tables, as `0.1.0+` and 16 hexadecimal digits."""
    return f"{VERSION}+{digest()[:16]}"


@cache  # of an installed package, which does not change under a running process
def digest() -> str:
    """Give the sha256 of every rule and table of the package as hexadecimal digits."""
    return digest_of(files("communique"))


def digest_of(folder: Traversable) -> str:
    """Give the sha256 of the names and bytes of all Python and YAML files at any depth of `folder`, in the order of their names."""
    whole = sha256()
    for name, content in _rules(folder, ""):
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


def _rules(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _rules(entry, name)
        elif name.endswith(_RULES):
            yield name, entry.read_bytes()
