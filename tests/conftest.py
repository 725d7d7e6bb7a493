"""What tests of several rooms share: the loaded pipeline, and three reports of our own."""

from pathlib import Path

import pytest
from hypothesis import settings

from communique import annotate
from communique.annotate import Annotator

settings.register_profile("communique", deadline=None)  # time is measured by benchmarks, never by tests
settings.load_profile("communique")


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """Give the shipped pipeline, loaded once."""
    return annotate.annotator()


@pytest.fixture(scope="session")
def reports() -> list[Path]:
    """Give the paths of three reports on one negotiation, in the order of their names."""
    return sorted((Path(__file__).parent / "reports").glob("*.txt"))
