"""What tests of several rooms share: the loaded pipeline, and three reports of our own."""

from pathlib import Path

import pytest

from communique import annotate
from communique.annotate import Annotator


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """Give the shipped pipeline, loaded once."""
    return annotate.annotator()


@pytest.fixture(scope="session")
def reports() -> list[Path]:
    """Give the paths of three reports on one negotiation, in the order of their names."""
    return sorted((Path(__file__).parent / "reports").glob("*.txt"))
