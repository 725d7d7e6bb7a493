"""What is shipped: the wheel holds all that a laptop without a network needs, and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

from communique.reference.digest import digest_of

ROOT = Path(__file__).parents[1]
MOST_WEIGHTS = 60_000_000
"""Bytes that the weights may take: a limit for all that is downloaded once, on a slow line too."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """Give the wheel that a release would hold, built here and without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return ZipFile(path)


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("data", "*.yml"),
        ("data/demo", "*.txt"),
        ("data/demo", "dossier.toml"),
        ("annotate/weights", "*.onnx"),
        ("annotate/weights", "vocabulary.txt"),
        ("annotate/weights", "labels.json"),
        ("annotate/weights", "LICENSE"),
        ("show/templates", "*.j2"),
        ("show/templates", "*.css"),
        ("record/migrations", "env.py"),
        ("record/migrations/versions", "schema_*.py"),
    ],
)
def test_wheel_holds_what_is_read_at_run_time(wheel: ZipFile, where: str, kind: str) -> None:
    """Weights, tables, templates, migrations and the texts of the demonstration are no Python imports, and easily left out."""
    wanted = {f"communique/{where}/{p.name}" for p in (ROOT / "src/communique" / where).glob(kind)}
    assert wanted
    assert wanted <= set(wheel.namelist())


def test_wheel_holds_the_package_and_what_describes_it_alone(wheel: ZipFile) -> None:
    """No training, evaluation, tests or manual: every file of the package, and the wheel's own."""
    package = {p.relative_to(ROOT / "src").as_posix() for p in (ROOT / "src/communique").rglob("*") if p.is_file()}
    own = {n for n in wheel.namelist() if n.split("/")[0].endswith(".dist-info")}
    assert set(wheel.namelist()) - own == {n for n in package if "__pycache__" not in n}
    assert {n.split("/")[0] for n in wheel.namelist()} - {n.split("/")[0] for n in own} == {"communique"}


def test_wheel_holds_both_licences(wheel: ZipFile) -> None:
    """The program and the weights have different ones, and the metadata name both."""
    licences = {n.partition(".dist-info/licenses/")[2] for n in wheel.namelist() if ".dist-info/licenses/" in n}
    assert licences == {"LICENSE", "src/communique/annotate/weights/LICENSE"}
    (metadata,) = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    assert "License-Expression: Apache-2.0 AND CC-BY-SA-4.0" in wheel.read(metadata).decode("utf-8")


def test_weights_stay_small(wheel: ZipFile) -> None:
    """All weights together stay below the limit."""
    assert sum(i.file_size for i in wheel.infolist() if i.filename.startswith("communique/annotate/weights/")) <= MOST_WEIGHTS


def test_wheel_reads_its_tables_and_makes_the_same_records(wheel: ZipFile, tmp_path: Path) -> None:
    """Unpacked elsewhere, the package loads its tables, and its rules and tables have the digest of those of the checkout."""
    wheel.extractall(tmp_path)
    asked = "from communique.reference import digest as d, load; import json; load(); print(json.dumps([d.__file__, d.digest()]))"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)}, stdout=subprocess.PIPE, check=True
    )
    where, made = json.loads(done.stdout)
    assert Path(where).is_relative_to(tmp_path)
    assert made == digest_of(ROOT / "src/communique")
