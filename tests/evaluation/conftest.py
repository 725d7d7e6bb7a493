"""The evaluation is no part of the package: it is imported from the checkout, and a source distribution has none to test."""

import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]

collect_ignore = [] if (_ROOT / "evaluation").is_dir() else ["test_gate.py"]

if str(_ROOT) not in sys.path:  # `python -m pytest` has it, `pytest` has not
    sys.path.append(str(_ROOT))
