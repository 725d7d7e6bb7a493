"""The user's codebook: read as written, and every mistake told with file, line and remedy."""

from pathlib import Path

import pytest

from communique import open_record, read_reports
from communique.errors import InputError
from communique.read import codebook

GOOD = """\
# What is at stake in the strait
[[issue]]
id = "guns"
label = "Naval guns"
proposition = "No naval guns stand near the Strait"
terms = ["guns", "coastal  battery"]

[[issue]]
id = "inspections"
label = "Inspections"
proposition = "Each side may inspect the other's batteries"
terms = ["inspection"]
parent = "guns"
examples = ["Let them come and count our guns."]
"""

WRONG = [
    ("colour = 1\n", 1, "'colour' is no part of a codebook"),
    (GOOD.replace('parent = "guns"', 'parent = "fish"'), 13, "'fish' is no other issue"),
    (GOOD.replace('id = "inspections"', 'id = "guns"'), 8, "the id 'guns' stands twice"),
    (GOOD.replace("examples", "example"), 14, "'example' is no key of an issue"),
    (GOOD.replace('terms = ["inspection"]\n', ""), 8, "the issue 'inspections' has no terms"),
    (GOOD.replace('terms = ["inspection"]', "terms = []"), 8, "the issue 'inspections' has no terms"),
    (GOOD.replace('terms = ["inspection"]', 'terms = "inspection"'), 12, "terms is 'inspection'"),
    (GOOD.replace('label = "Inspections"', "label = 7"), 10, "label is 7"),
    (GOOD.replace('id = "inspections"', 'id = "In spections"'), 9, "'In spections' is no id"),
    ("issue = 3\n", 1, "issues are not tables"),
]


def written(folder: Path, text: str) -> Path:
    """Write a codebook and give its path."""
    path = folder / "dossier.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_codebook_is_read_as_written(tmp_path: Path) -> None:
    """Ids, words, parent and examples, white space made plain."""
    guns, inspections = codebook(written(tmp_path, GOOD))
    assert (guns.id, guns.label, guns.source) == ("guns", "Naval guns", "codebook")
    assert guns.terms == ("guns", "coastal battery")
    assert (inspections.parent, inspections.examples) == ("guns", ("Let them come and count our guns.",))


@pytest.mark.parametrize(("text", "line", "what"), WRONG)
def test_mistake_is_told_with_its_line_and_a_remedy(text: str, line: int, what: str, tmp_path: Path) -> None:
    """File, line, what is wrong, and a sentence that says what to write."""
    with pytest.raises(InputError) as wrong:
        codebook(written(tmp_path, text))
    assert f"dossier.toml, line {line}: {what}" in str(wrong.value)
    assert any(word in str(wrong.value) for word in ("Write ", "Name ", "Give "))


def test_what_is_no_toml_is_told(tmp_path: Path) -> None:
    """The parser's own line, and where an example stands."""
    with pytest.raises(InputError, match=r"dossier.toml: .*line 1.*name-issues"):
        codebook(written(tmp_path, "[[issue]\n"))


def test_codebook_beside_a_dossier_is_read_into_it(tmp_path: Path) -> None:
    """The record holds its issues; a changed file changes them; without the file they stay, for a dossier is one file."""
    (tmp_path / "report.txt").write_text("Kelland and Varnia met in Brenn on Monday.", encoding="utf-8")
    path = written(tmp_path, GOOD)
    record = read_reports([tmp_path / "report.txt"], dossier=tmp_path / "talks.db")
    assert [i.id for i in record.issues] == ["guns", "inspections"]
    written(tmp_path, GOOD.replace("Naval guns", "Guns"))
    assert open_record(tmp_path / "talks.db").issues[0].label == "Guns"
    path.unlink()
    assert open_record(tmp_path / "talks.db").issues[0].label == "Guns"
