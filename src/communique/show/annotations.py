"""Parses as JSON lines (one report a line, as record-format says) and as CoNLL-U."""

import json

from communique.model.parse import ROOT, Parse, Sentence
from communique.model.span import Span


def annotation_line(parse: Parse) -> str:
    """Give one report's annotations as a line of JSON; offsets are characters of `text`, `head` counts its tokens from 0."""
    row = {
        "id": parse.report.file,
        "text": parse.report.text,
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


def conllu(parse: Parse) -> str:
    """Give one report as CoNLL-U, one document; entities, times and chains have no column there."""
    return f"# newdoc id = {parse.report.file}\n" + "".join(_sentence(parse, n, s) for n, s in enumerate(parse.sentences, 1))


def _sentence(parse: Parse, number: int, sentence: Sentence) -> str:
    words = parse.report.text[sentence.start : sentence.end]
    lines = [f"# sent_id = {parse.report.file}-{number}", f"# text = {' '.join(words.split())}"]
    for i in range(sentence.first, sentence.last):
        token = parse.tokens[i]
        head = 0 if token.head == ROOT else token.head - sentence.first + 1
        joined = i + 1 < sentence.last and parse.tokens[i + 1].start == token.end
        misc = "SpaceAfter=No" if joined else "_"
        columns = (i - sentence.first + 1, parse.text(i), token.lemma, token.upos, "_", token.feats or "_", head, token.rel, "_", misc)
        lines.append("\t".join(map(str, columns)))
    return "\n".join(lines) + "\n\n"


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
