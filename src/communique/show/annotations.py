"""Parses as JSON lines: one report a line, as record-format says."""

import json

from communique.model.parse import Parse
from communique.model.span import Span


def annotation_line(parse: Parse) -> str:
    """Give one report's annotations as a line of JSON; offsets are characters of its text, `head` counts its tokens from 0."""
    row = {
        "id": parse.report.file,
        "sentences": [[s.start, s.end] for s in parse.sentences],
        "tokens": [
            {"start": t.start, "end": t.end, "upos": t.upos, "feats": t.feats, "lemma": t.lemma, "head": t.head, "rel": t.rel}
            for t in parse.tokens
        ],
        "entities": [{"start": e.start, "end": e.end, "label": e.label} for e in parse.entities],
        "times": [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in parse.times],
        "chains": [[_pair(span) for span in chain] for chain in parse.chains],
    }
    return json.dumps(row, ensure_ascii=False)


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
