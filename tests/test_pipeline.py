"""The joined whole: whatever the files, their order and what happened before, the same reports give the same record."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from communique import annotate, open_record, pipeline, read_reports, record
from communique.errors import CommuniqueError, InputError, PipelineError, RecordError
from communique.model.judgement import Decision
from communique.model.notice import Stage
from communique.model.parse import Parse
from communique.model.record import Record
from communique.settings import VERSION
from communique.show import json_export

ROW = {
    "id": "row-1",
    "text": "Talks resume\n\nDenmark and Sweden held talks in Oslo on Monday. “We agreed on a date,” Denmark's Jeppe Kofod said.",
    "published": "2021-03-09",
    "outlet": "Row Post",
}
FRENCH = (
    "Les négociateurs des deux pays se sont réunis lundi à Genève pour discuter des quotas de pêche, mais ils ne se sont pas mis d'accord. "
    "Le ministère a déclaré que les discussions reprendraient la semaine prochaine et que les ports resteraient ouverts jusque-là.\n"
)


@pytest.fixture(scope="module")
def whole(reports: list[Path]) -> Record:
    """Give the record of the three reports, read at once."""
    return read_reports(reports)


@pytest.fixture
def messy(tmp_path: Path, reports: list[Path]) -> Path:
    """Give a folder with reports and with what is none."""
    folder = tmp_path / "messy"
    folder.mkdir()
    (folder / "a-report.txt").write_bytes(reports[0].read_bytes())
    (folder / "b-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
    (folder / "c-empty.txt").write_bytes(b" \n")
    (folder / "d-bytes.txt").write_bytes(bytes(range(1, 256)) * 8)
    (folder / "e-rows.jsonl").write_text(json.dumps(ROW) + '\n{"text": "broken\n' + json.dumps(ROW | {"id": "row-3"}) + "\n", "utf-8")
    (folder / "f-french.txt").write_text(FRENCH, "utf-8")
    (folder / "g-table.xlsx").write_bytes(b"PK")
    return folder


def _exported(where: Path) -> str:
    return json_export(open_record(where))


def _cites(value: object) -> Iterator[dict[str, object]]:
    """Yield every citation at any depth of an export."""
    if isinstance(value, dict):
        if {"report", "start", "end", "quote"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _cites(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _cites(inner)


def _read(where: Path, paths: Sequence[Path]) -> pipeline.Run:
    with record.create_dossier(where) as dossier:
        return pipeline.read_into(dossier, paths)


def test_reports_give_entries_of_every_kind(whole: Record) -> None:
    """Three plain reports with quotations, talks and articles give actors, statements, talks and provisions."""
    assert [r.file for r in whole.reports] == ["alpine-ledger.txt", "baltic-courier.txt", "coast-wire.txt"]
    assert whole.actors
    assert whole.statements
    assert whole.talks
    assert [p.number for a in whole.agreements for p in a.provisions] == ["1", "2", "3"]


def test_what_cannot_be_read_becomes_a_notice_and_the_rest_is_read(messy: Path) -> None:
    """Binary, empty and undecodable files, a broken row and a table are named; the others are in the record."""
    found = read_reports([messy, messy / "none.txt"])
    assert sorted(r.file for r in found.reports) == ["a-report.txt", "f-french.txt", "row-1", "row-3"]
    assert found.statements
    told = {n.file for n in found.notices if n.stage is Stage.READ and n.report is None}
    assert {"b-picture.txt", "c-empty.txt", "d-bytes.txt", "g-table.xlsx"} <= told
    assert any(file and file.startswith("e-rows.jsonl") for file in told)
    assert any(file and file.endswith("none.txt") for file in told)
    assert all(n.what and n.remedy for n in found.notices)


def test_what_reading_says_about_a_report_is_kept_with_it(messy: Path) -> None:
    """A report in another language is in the record with the notice that says so, and nothing was read from it."""
    found = read_reports([messy / "f-french.txt"])
    (french,) = found.reports
    assert [(n.report, n.what) for n in found.notices] == [(french.id, "its text is not English")]
    assert (found.statements, found.events, found.actors) == ((), (), ())


def test_notices_of_another_reading_of_the_same_report_are_kept(messy: Path) -> None:
    """A report that is given twice is read once, and the record tells."""
    again = messy / "a-report.txt"
    assert any("read once" in n.what for n in read_reports([again, messy / "f-french.txt", again]).notices)


def test_reading_twice_changes_no_byte(messy: Path, tmp_path: Path) -> None:
    """A second run knows every report and leaves the same export."""
    where = tmp_path / "talks.db"
    first = _read(where, [messy])
    before = _exported(where)
    second = _read(where, [messy])
    assert (first.new, first.known, second.new, second.known) == (4, 0, 0, 4)
    assert _exported(where) == before


def test_mended_metadata_of_a_report_is_taken_over(tmp_path: Path) -> None:
    """The same id and words with a date that was missing give the dated report in place of the other, with its judgements."""
    where, rows = tmp_path / "talks.db", tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(ROW | {"published": None}), "utf-8")
    first = _read(where, [rows])
    (undated,) = open_record(where).reports
    made = pipeline.judge(where, "S1", pipeline.Decided(Decision.REJECT, "A. Reader", "2026-01-01T00:00:00+00:00"))
    rows.write_text(json.dumps(ROW), "utf-8")
    second, third = _read(where, [rows]), _read(where, [rows])
    found = open_record(where)
    assert [(r.new, r.known) for r in (first, second, third)] == [(1, 0), (1, 0), (0, 1)]
    assert undated.published.value is None
    assert [(r.id, r.published.value) for r in found.reports] == [(undated.id, "2021-03-09")]
    assert made.judgement.entry not in {s.id for s in found.statements}
    assert [j.entry for j in found.judgements] == [made.judgement.entry]
    assert not [n for n in found.notices if n.stage is Stage.RECORD]


def test_a_report_that_other_tables_read_is_read_again(reports: list[Path], tmp_path: Path) -> None:
    """What the same version found with other rules or tables is not taken for what these would find."""
    where = tmp_path / "talks.db"
    _read(where, reports[:1])
    before = _exported(where)
    with record.open_dossier(where) as dossier:
        (report,) = dossier.reports()
        dossier.store(report, (), (), weights=annotate.annotator().name, version=f"{VERSION}+other-tables")
    run = _read(where, reports[:1])
    assert (run.new, run.known) == (1, 0)
    assert _exported(where) == before


@pytest.mark.parametrize("order", [[2, 1, 0], [1, 2, 0]], ids=str)
def test_the_order_of_files_changes_nothing(order: list[int], reports: list[Path], whole: Record) -> None:
    """The same reports in any order give the same export."""
    assert json_export(read_reports([reports[i] for i in order])) == json_export(whole)


@pytest.mark.parametrize("late", [0, 1, 2])
def test_a_report_that_comes_later_changes_nothing(late: int, reports: list[Path], whole: Record, tmp_path: Path) -> None:
    """Reading two and then the third gives what reading all at once gives."""
    where = tmp_path / "talks.db"
    _read(where, [p for i, p in enumerate(reports) if i != late])
    run = _read(where, reports)
    assert (run.new, run.known) == (1, 2)
    assert _exported(where) == json_export(whole)


def test_a_killed_run_leaves_whole_reports(reports: list[Path], whole: Record, tmp_path: Path) -> None:
    """A run that dies at the third report leaves two that open as a record, and reading again gives the whole."""
    where = tmp_path / "talks.db"

    def die(name: str) -> None:
        if name == reports[2].name:
            raise KeyboardInterrupt

    with record.create_dossier(where) as dossier, pytest.raises(KeyboardInterrupt):
        pipeline.read_into(dossier, reports, progress=die)
    assert [r.file for r in open_record(where).reports] == [p.name for p in reports[:2]]
    assert _exported(where) == json_export(read_reports(reports[:2]))
    _read(where, reports)
    assert _exported(where) == json_export(whole)


def test_every_citation_of_the_export_resolves(messy: Path, reports: list[Path]) -> None:
    """Each quote stands at its span in the text of the report that it names."""
    exported = json.loads(json_export(read_reports([messy, *reports[1:]])))
    texts = {r["id"]: r["text"] for r in exported["reports"]}
    cites = list(_cites(exported))
    assert len(cites) > 50
    assert all(texts[c["report"]][c["start"] : c["end"]] == c["quote"] for c in cites)


def test_actors_that_the_export_names_are_in_it(whole: Record) -> None:
    """Whoever speaks, takes part or is bound is an actor of the record, or unknown."""
    known = {a.id for a in whole.actors}
    named = [w.actor for s in whole.statements for w in (s.speaker, *s.via)]
    named += [w.actor for e in whole.events for w in (*e.actors, *e.recipients)]
    assert {actor for actor in named if actor} <= known


def test_a_judgement_survives_every_reading(reports: list[Path], tmp_path: Path) -> None:
    """What a person rejected stays rejected after the same reports are read again, and after their report was taken out and came back."""
    where = tmp_path / "talks.db"
    _read(where, reports)
    entry = next(s for s in open_record(where).statements if s.content[0].quote.startswith("Nobody should decide"))
    made = pipeline.judge(where, entry.id, pipeline.Decided(Decision.REJECT, "A. Reader", "2026-01-01T00:00:00+00:00", "a test"))
    after = _exported(where)
    assert entry.id not in {s.id for s in open_record(where).statements}
    _read(where, reports[::-1])
    assert _exported(where) == after
    with record.open_dossier(where) as dossier:
        dossier.forget(entry.content[0].report)
    _read(where, reports)
    assert _exported(where) == after
    assert [j.id for j in open_record(where).judgements] == [made.judgement.id]


def test_an_entry_can_be_judged_by_its_label(reports: list[Path], tmp_path: Path) -> None:
    """S1 is the statement that `show` calls so."""
    where = tmp_path / "talks.db"
    _read(where, reports[:1])
    made = pipeline.judge(where, "S1", pipeline.Decided(Decision.ACCEPT, "A. Reader", "2026-01-01T00:00:00+00:00"))
    first = {s.id: s.content[0].quote for s in open_record(where).statements}
    assert first[made.judgement.entry] == made.words


def test_an_unknown_entry_cannot_be_judged(reports: list[Path], tmp_path: Path) -> None:
    """The error says where ids are found."""
    where = tmp_path / "talks.db"
    _read(where, reports[:1])
    with pytest.raises(RecordError, match="sta-0000000000000000"):
        pipeline.judge(where, "sta-0000000000000000", pipeline.Decided(Decision.REJECT, "A. Reader", "2026-01-01T00:00:00+00:00"))


def test_a_wrong_pipeline_stops_before_anything_is_read(reports: list[Path]) -> None:
    """A pipeline that is not there is no notice: nothing could be read at all."""
    with pytest.raises(PipelineError, match="en_nowhere_sm"):
        read_reports(reports, pipeline="en_nowhere_sm")


def test_a_dossier_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """Opening is not making."""
    with pytest.raises(CommuniqueError, match=r"none\.db"):
        open_record(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_annotations_come_with_notices(messy: Path) -> None:
    """Every readable report is parsed, and what is not is told."""
    found = list(pipeline.annotations([messy / "a-report.txt", messy / "c-empty.txt"]))
    assert [type(f) is Parse for f in found] == [True, False]


def test_a_treebank_that_is_no_text_is_told(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are an error in words."""
    (tmp_path / "a.conllu").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match=r"a\.conllu.*UTF-8"):
        list(pipeline.treebank(tmp_path / "a.conllu"))
