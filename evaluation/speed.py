"""How fast reports are read: `python -m evaluation.speed REPORTS [--start REPORT]`; prints one line of JSON.

REPORTS is a folder of text files, or JSON lines with `text`; reports of about 500 words make the figures comparable. One thread, seconds
of processor time (waiting for other programs does not count), words by white space. One report is read to warm up before the clock
starts, which loads weights and tables, and each figure is of one process that did nothing else.

* `annotate`: words a second, reports to parses.
* `whole`: words a second from files to a stored record: read, annotate, extract, reconcile, store.
* `on_top`: seconds of the whole that are not annotation, as a share of those that are, in one run: the figure for a busy machine.
* `start`: seconds of `communique read` on one new dossier and one report, from an empty process to its summary.
* `peak_mb`: most memory (resident set, 2**20 bytes) of the process that annotates all reports; `start_mb` that of one report.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
PARTS = ("annotate", "whole")


def main() -> None:
    """Measure, or with `--part` be the process that is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="a folder of text files, or JSON lines with `text`")
    parser.add_argument("--start", type=Path, help="the report that starting is measured on; else the first of about 500 words")
    parser.add_argument("--part", choices=(*PARTS, "on_top"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        print(json.dumps({"annotate": _annotate, "whole": _whole, "on_top": _on_top}[options.part](_texts(options.reports))))
    else:
        print(json.dumps(_figures(options.reports, options.start)))


def _texts(reports: Path) -> list[str]:
    """Give the texts in order; an empty list is an error, since nothing could be measured."""
    found = list(_in_folder(reports) if reports.is_dir() else _in_rows(reports))
    if not found:
        sys.exit(f"{reports}: no report. Name a folder with .txt files, or JSON lines with `text`.")
    return found


def _in_folder(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text(encoding="utf-8")


def _in_rows(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)["text"]


def _figures(reports: Path, start: Path | None) -> dict[str, float]:
    texts = _texts(reports)
    words = sum(len(t.split()) for t in texts)
    found: dict[str, float] = {"reports": len(texts), "words": words}
    for part in PARTS:
        measured = _alone([sys.executable, "-m", "evaluation.speed", str(reports), "--part", part])
        found |= {f"{part}_words_per_cpu_second": round(words / measured["seconds"]), f"{part}_peak_mb": measured["peak_mb"]}
    found["on_top"] = _alone([sys.executable, "-m", "evaluation.speed", str(reports), "--part", "on_top"])["share"]
    return found | _start(start.read_text(encoding="utf-8") if start else min(texts, key=lambda t: abs(len(t.split()) - 500)))


def _alone(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, env=os.environ | THREADS, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _start(text: str) -> dict[str, float]:
    """Measure a whole `communique read` of one report from outside."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text(text, encoding="utf-8", newline="")
        command = [sys.executable, "-c", "from communique.cli import main; main()", "read", str(report), "-d", str(Path(folder) / "one.db")]
        subprocess.run(command, env=os.environ | THREADS, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"start_words": len(text.split()), "start_cpu_seconds": round(spent, 2)}


def _annotate(texts: list[str]) -> dict[str, float]:
    from communique import annotate, read  # noqa: PLC0415 (measured alone: the process that starts others must not load it)
    from communique.model.report import Report  # noqa: PLC0415 (as above)

    reports = [r for i, t in enumerate(texts) for r in read.file_bytes(f"{i}.txt", t.encode()) if isinstance(r, Report)]
    annotator = annotate.annotator()
    annotator.parse(reports[0])
    before = process_time()
    for report in reports:
        annotator.parse(report)
    return {"seconds": process_time() - before, "peak_mb": _peak()}


def _whole(texts: list[str]) -> dict[str, float]:
    from communique import pipeline, record  # noqa: PLC0415 (as above)

    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{i:05}.txt" for i in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="")
        pipeline.read_reports(paths[:1])
        with record.create_dossier(Path(folder) / "all.db") as dossier:
            before = process_time()
            pipeline.read_into(dossier, paths)
            return {"seconds": process_time() - before, "peak_mb": _peak()}


def _on_top(texts: list[str]) -> dict[str, float]:
    """Measure what is not annotation, report by report: the speed of a shared machine changes from one second to the next."""
    from communique import annotate, extract, pipeline, read, record, reference  # noqa: PLC0415 (as above)
    from communique.model.report import Report  # noqa: PLC0415 (as above)

    tables, annotator, annotating = reference.load(), annotate.annotator(), 0.0
    with TemporaryDirectory() as folder, record.create_dossier(Path(folder) / "all.db") as dossier:
        pipeline.read_reports([_written(Path(folder), texts[0])])
        before = process_time()
        for report in (r for i, t in enumerate(texts) for r in read.file_bytes(f"{i}.txt", t.encode()) if isinstance(r, Report)):
            begun = process_time()
            parse = annotator.parse(report)
            annotating += process_time() - begun
            found = tuple(extract.mentions(parse, tables))
            dossier.store(report, found, parse.notices, weights=annotator.name, version=reference.made_with())
        pipeline.rebuild(dossier, tables)
        return {"share": round((process_time() - before) / annotating - 1, 3)}


def _written(folder: Path, text: str) -> Path:
    path = folder / "first.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _peak() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
