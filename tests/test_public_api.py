"""The public API: names only, sorted, and these."""

from importlib.metadata import version

import communique
from communique.settings import VERSION

NAMES = ["CommuniqueError", "Record", "__version__", "arrow_tables", "open_record", "read_reports"]


def test_public_names_are_these_and_sorted() -> None:
    """A name that goes or comes is a change that people must be told of."""
    assert communique.__all__ == NAMES == sorted(NAMES)


def test_every_public_name_is_there_and_explained() -> None:
    """Each name can be imported, and says what it is."""
    assert all(hasattr(communique, name) for name in NAMES)
    assert all(getattr(communique, name).__doc__ for name in NAMES)


def test_version_is_that_of_the_settings() -> None:
    """One number: what the code says is what is installed."""
    assert communique.__version__ == VERSION == version("communique")
