"""Names beyond the network's: corrected by the tables, and nationalities and groups (NORP), laws (LAW) and events (EVENT) added.

Invariant: what is given never overlaps. Of names that overlap the longest stays; of equal ones the tables'.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.annotate.borders import whole_names
from communique.annotate.surnames import with_surnames
from communique.model.parse import Entity, Parse, Sentence
from communique.model.span import Span
from communique.reference import Bloc, Body, Country, How, Tables
from communique.reference.scan import Hit, is_adjectival, is_weak, scanned

_TABLE, _PATTERN, _NETWORK = range(3)
"""Which of two equal spans stays: the smaller."""


def names_of(parse: Parse, tables: Tables) -> tuple[Entity, ...]:
    """Give all entities of a parse, in order: the pipeline's (`parse.entities`) corrected by the tables, and NORP, LAW and EVENT."""
    parse = replace(parse, entities=whole_names(parse))
    parse = replace(parse, entities=with_surnames(parse, tables))
    candidates: list[tuple[Entity, int]] = []
    taken = _longest_names(parse)
    for sentence in parse.sentences:
        hits = list(_hits(parse, sentence, tables))
        candidates.extend((e, _TABLE) for h, span in hits if (e := _entity(h, span, parse, taken)))
    candidates.extend((e, _TABLE) for e in _groups(parse, tables))
    known = {e.end for e, _ in candidates if e.label == "ORG"}
    candidates.extend((e, _PATTERN) for e in _patterns(parse, tables) if e.end not in known)
    candidates.extend((_without_title(e, parse, tables), _NETWORK) for e in parse.entities)
    return _apart(candidates)


def _hits(parse: Parse, sentence: Sentence, tables: Tables) -> Iterator[tuple[Hit, Span]]:
    words = [t.span for t in parse.tokens[sentence.first : sentence.last]]
    for hit in scanned(parse.report.text, words=words, tables=tables):
        yield hit, Span(words[hit.first].start, words[hit.last - 1].end)


def _longest_names(parse: Parse) -> dict[str, str]:
    """Give, for the last word of every full name of a person, that name: "Jordan" may be Michael Jordan's."""
    text = parse.report.text
    persons = (text[e.start : e.end] for e in parse.entities if e.label == "PER")
    return {name.split()[-1]: name for name in persons if len(name.split()) > 1}


def _entity(hit: Hit, span: Span, parse: Parse, persons: dict[str, str]) -> Entity | None:
    """Give the entity that a name of the tables makes here, or None where it makes none."""
    here = next((e for e in parse.entities if (e.start, e.end) == (span.start, span.end)), None)
    written = parse.report.text[span.start : span.end]
    entry = hit.match.entry
    if is_adjectival(hit.match):
        return Entity(span.start, span.end, "NORP")
    if here and here.label == "PER" and written in persons:
        return here
    if isinstance(entry, Country):
        return Entity(span.start, span.end, "LOC")
    if isinstance(entry, Bloc) or (is_weak(hit.match) and not here):
        return None
    if isinstance(entry, Body):
        return _body(hit, span, parse, here)
    return Entity(span.start, span.end, "ORG")


def _body(hit: Hit, span: Span, parse: Parse, here: Entity | None) -> Entity | None:
    """Give a body's entity: as found; else ORG for a proper name, or for a composed one within which nothing was found."""
    if here and here.label != "PER":
        return here
    inside = any(e.start < span.end and span.start < e.end for e in parse.entities)
    proper = parse.report.text[span.start : span.end].split()[-1][:1].isupper()
    return None if not proper or (inside and hit.match.how is How.COMPOSED) else Entity(span.start, span.end, "ORG")


def _groups(parse: Parse, tables: Tables) -> Iterator[Entity]:
    """Yield words for religious, political and regional groups, of one word or two."""
    words = {w for g in tables.groups for w in g.words}
    text = parse.report.text
    for i, token in enumerate(parse.tokens):
        after = parse.tokens[i + 1].end if i + 1 < len(parse.tokens) else token.end
        end = next((e for e in (after, token.end) if text[token.start : e] in words), None)
        if end is not None:
            yield Entity(token.start, end, "NORP")


def _patterns(parse: Parse, tables: Tables) -> Iterator[Entity]:
    """Yield names of laws and events that begin and end with words of the parse, within one sentence."""
    starts, ends = {t.start for t in parse.tokens}, {t.end for t in parse.tokens}
    for sentence in parse.sentences:
        for pattern in tables.patterns:
            for found in pattern.pattern.finditer(parse.report.text, sentence.start, sentence.end):
                if found.start() in starts and found.end() in ends:
                    yield Entity(found.start(), found.end(), pattern.label)


def _without_title(entity: Entity, parse: Parse, tables: Tables) -> Entity:
    """Give a person's entity without the nationality and the title that the network took in ("President Putin")."""
    if entity.label != "PER":
        return entity
    inside = parse.tokens_in(Span(entity.start, entity.end))
    texts = [parse.text(i) for i in inside]
    last_title = max((n for n in range(1, len(inside)) if tables.office(" ".join(texts[:n]))), default=0)
    if (
        not last_title
        and len(inside) > 2
        and (state := tables.state(texts[0]))
        and texts[0] in (*state.entry.adjectives, *state.entry.people)
    ):
        last_title = 1
    return replace(entity, start=parse.tokens[inside[last_title]].start) if last_title else entity


def _apart(candidates: Iterable[tuple[Entity, int]]) -> tuple[Entity, ...]:
    """Give the candidates that stay when, of those that overlap, the longest stays, then the best source, then the first."""
    kept: list[Entity] = []
    for entity, _ in sorted(candidates, key=lambda c: (c[0].start - c[0].end, c[1], c[0])):
        if all(entity.end <= k.start or k.end <= entity.start for k in kept):
            kept.append(entity)
    return tuple(sorted(kept))
