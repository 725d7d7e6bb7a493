"""How well pages are read: the article's text, its date, its title and its writers, against labelled pages.

    python evaluation/reading.py DATA [--half tune|measure|all] [--misses]

DATA holds `pages/` (`ground-truth.json` with `articleBody` by page, `html/NAME.html.gz`; the article extraction benchmark of Scrapinghub,
MIT) and `metadata/` (`gold.jsonl` with title, author, publish_date, `html/ID.html.gz`; WCXB 1.0, CC BY 4.0). The halves are drawn by a
hash of the page's name: rules are made on `tune`, figures are quoted from `measure`. The last line is the figures as JSON.

Text is scored as that benchmark does: shingles of 4 words, precision and recall averaged over pages, F1 of the two averages.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from statistics import mean

from communique import read
from communique.model.report import RUNNING, RegionKind, Report

WORD = re.compile(r"\w+")


def main() -> None:
    """Read the pages of both sets and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=("tune", "measure", "all"), default="measure")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    figures = texts(options.data / "pages", half=options.half, misses=options.misses)
    figures |= fields(options.data / "metadata", half=options.half, misses=options.misses)
    print(json.dumps({"half": options.half, **figures}))


def wanted(name: str, half: str) -> bool:
    """Say whether a page belongs to the half; "all" holds every page."""
    return half == "all" or (sha256(name.encode()).digest()[0] % 2 == 0) == (half == "tune")


def report_of(path: Path, url: str | None) -> Report | None:
    """Read one packed page as a row with its address, as a user would who knows where it came from."""
    html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
    row = json.dumps({"html": html, "url": url})
    return next((item for item in read.file_bytes("page.jsonl", row.encode()) if isinstance(item, Report)), None)


def texts(folder: Path, *, half: str, misses: bool) -> dict[str, float]:
    """Score the text: `text` is all of it, `body` its running text with subheadings but without the headline."""
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    scores: dict[str, list[tuple[float, float]]] = {"text": [], "body": [], "running": []}
    for name in sorted(n for n in gold if wanted(n, half)):
        report = report_of(folder / "html" / f"{name}.html.gz", gold[name]["url"])
        for kind, words in parts(report).items():
            scores[kind].append(shingled(gold[name]["articleBody"], words))
        if misses and min(scores["body"][-1]) < 0.85:
            print(f"page {name} {gold[name]['url']}: precision {scores['body'][-1][0]:.2f} recall {scores['body'][-1][1]:.2f}")
    return {"pages": len(scores["text"])} | {f"f1 {kind}": f1(found) for kind, found in scores.items()}


def parts(report: Report | None) -> dict[str, str]:
    """Give the report's text in three cuts."""
    if report is None:
        return dict.fromkeys(("text", "body", "running"), "")
    running = [i for i, r in enumerate(report.regions) if r.kind in RUNNING]
    first = running[0] if running else 0
    body = [r for i, r in enumerate(report.regions) if r.kind in RUNNING or (r.kind is RegionKind.HEADLINE and i > first)]
    return {
        "text": report.text,
        "body": "\n".join(report.text[r.span.start : r.span.end] for r in body),
        "running": "\n".join(report.text[s.start : s.end] for s in report.body),
    }


def shingled(gold: str, found: str) -> tuple[float, float]:
    """Give precision and recall of shingles of four words."""
    a, b = shingles(gold), shingles(found)
    both = sum((a & b).values())
    return (both / sum(b.values()) if b else 0.0), (both / sum(a.values()) if a else 1.0)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words; a shorter text is one run."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def f1(scores: Sequence[tuple[float, float]]) -> float:
    """Give F1 of the mean precision and the mean recall, to three digits."""
    precision, recall = mean(s[0] for s in scores), mean(s[1] for s in scores)
    return round(2 * precision * recall / (precision + recall), 3)


def fields(folder: Path, *, half: str, misses: bool) -> dict[str, float]:
    """Score date, title and writers: the share of exact ones where gold has one, and of made-up ones where it has none."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    tally: Counter[str] = Counter()
    for row in rows:
        if wanted(row["id"], half):
            report = report_of(folder / "html" / f"{row['id']}.html.gz", row["url"])
            for field, gold, found in compared(row, report):
                outcome = (
                    f"{field} {'exact' if same(gold, found) else 'missing' if found is None else 'other'}" if gold else f"{field} none"
                )
                tally[outcome] += 1
                tally[f"{field} made up"] += bool(not gold and found)
                if misses and not same(gold, found):
                    dates = [(d.kind, d.source, d.value) for d in report.dates] if report and field == "date" else ""
                    print(f"{field} of {row['id']} {row['url']}: gold {gold!r}, found {found!r} {dates}")
    return shares(tally)


def compared(row: dict[str, str | None], report: Report | None) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield each field with its gold and its found value."""
    yield "date", row["publish_date"], report.published.value if report else None
    yield "title", row["title"], report.title if report else None
    yield "author", row["author"], report.byline if report else None


def same(gold: str | None, found: str | None) -> bool:
    """Say whether two values agree but for case, white space and punctuation."""
    return gold is found or bool(gold and found and WORD.findall(gold.casefold()) == WORD.findall(found.casefold()))


def shares(tally: Counter[str]) -> dict[str, float]:
    """Give the share of exact values for each field, and how many were made up where there is none."""
    figures: dict[str, float] = {}
    for field in ("date", "title", "author"):
        known = sum(tally[f"{field} {outcome}"] for outcome in ("exact", "missing", "other"))
        figures |= {f"{field} exact": round(tally[f"{field} exact"] / known, 3), f"{field} of": known}
        figures |= {f"{field} missing": tally[f"{field} missing"], f"{field} made up": tally[f"{field} made up"]}
    return figures


if __name__ == "__main__":
    main()
