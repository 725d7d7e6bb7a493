"""Whether two statements are the same: another wording, another cut or another translation of the same words of the same speaker.

Two statements of one report are the same only where they give the same words, as a headline and the text below it do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.actor import Actor, ActorKind
from communique.model.days import Days, days
from communique.model.kinds import Form
from communique.model.mention import Statement
from communique.model.report import Report
from communique.reconcile.grouping import Likeness, Pair, candidates, grouped
from communique.reconcile.nearness import apart_in_days
from communique.reconcile.wording import Gist, covered, gist, in_marks, pieces, shingles

MOST = 60
"""Statements that may share a key: more share it because it says little, and comparing them all would take long."""
SAME_WORDS, FEWEST_RUNS, LIGHTEST = 0.6, 3, 2.0
"""Share of runs of three words that a quotation must have in another one; how many at least; and the weight of their words."""
NOT_ONE_NAME = 5
"""Runs at least where the speakers go by different names (a minister, and "an official")."""
OTHER_SPEAKER, LONG_RUNS = 0.8, 8
"""Share and runs of a quotation for which two speakers are named that cannot be one: a conflict, not another statement."""
PASSAGE = 0.35
"""Share of runs in common from which on two cuts of one speech are one statement, where they share a passage of `LONG_RUNS`."""
RETOLD = 0.8
"""Share of runs of reported words, without marks, for speakers who may be one but are not known to be ("the army", a surname alone)."""
PARAPHRASE, SAME_MATTER, IN_MEANING = 0.5, 0.62, 0.72
"""Likeness of two wordings: of all their words, of the shorter one's words, and of their vectors."""
LIGHTEST_MATTER = 2.5
"""Weight of the words in common that other wordings need: "his remarks" may be any."""
FEW_DAYS = 2
"""Days between two reports of one utterance in other words; later reports tell of what was said again."""
_SENTENCE_END = re.compile(r"[.!?…]['”\"]?\s+")
_TELLING = 0.8
"""Weight from which on a stem says enough to find statements by."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is compared. `quoted`: runs of words within marks, `all`: of the whole content."""

    id: str
    report: str
    speaker: Actor | None
    behalf: str | None
    quoted: frozenset[tuple[str, ...]]
    all: frozenset[tuple[str, ...]]
    gist: Gist
    parts: tuple[Gist, ...]
    negated: bool
    said: Days | None
    published: Days | None


def same_statements(statements: Sequence[Statement], actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> dict[Pair, Likeness]:
    """Give the pairs of statements that are the same, each with how sure that is and why."""
    known = {s.id: _said(s, actors, reports) for s in statements}
    found: dict[Pair, Likeness] = {}
    for a, b in candidates({i: _keys(s) for i, s in known.items()}, most=MOST):
        if like := _alike(known[a], known[b]):
            found[a, b] = like
    return found


def statement_groups(alike: Mapping[Pair, Likeness], statements: Iterable[Statement]) -> list[list[str]]:
    """Give the ids of statements in groups of the same."""
    return grouped((s.id for s in statements), alike, apart=lambda a, b: False)


def _said(statement: Statement, actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> Said:
    text = " … ".join(c.quote for c in statement.content)
    marked = [text] if statement.form is Form.DIRECT else in_marks(text)
    report = reports.get(statement.content[0].report)
    return Said(
        id=statement.id,
        report=statement.content[0].report,
        speaker=actors.get(statement.speaker.actor or ""),
        behalf=statement.on_behalf_of,
        quoted=shingles(p for m in marked for p in pieces(m)),
        all=shingles(pieces(text)),
        gist=gist(text),
        parts=tuple(gist(part) for part in _SENTENCE_END.split(text)),
        negated=statement.negated,
        said=days(statement.said_on.value or ""),
        published=days(report.published.value or "") if report else None,
    )


def _keys(said: Said) -> Iterable[str]:
    """Yield what a statement is found by: its runs of words, and its telling stems together with its speaker."""
    yield from (" ".join(run) for run in said.all)
    for voice in _voices(said.speaker):
        yield from (f"{voice}\n{stem}" for stem, weight in said.gist.weights.items() if weight >= _TELLING)


def _voices(speaker: Actor | None) -> Iterable[str]:
    """Yield whom a speaker can be found as: himself, and for a state or one of its bodies the state's voice."""
    if speaker:
        yield speaker.id
        if speaker.country and speaker.kind in _OF_A_STATE:
            yield f"voice of {speaker.country}"


_OF_A_STATE = frozenset({ActorKind.STATE, ActorKind.ORGANISATION})


def _alike(a: Said, b: Said) -> Likeness | None:
    """Give how alike two statements are, None where they need not be the same."""
    return None if a.negated != b.negated else _same_words(a, b) or _same_matter(a, b)


def _one_time(a: Said, b: Said) -> bool:
    return a.said is None or b.said is None or a.said.overlaps(b.said)


def _same_words(a: Said, b: Said) -> Likeness | None:
    one, other = max(_cuts(a, b), key=lambda two: (covered(*two), len(two[0] & two[1])))
    share, runs = covered(one, other), one & other
    if (one, other) == (a.all, b.all) and not _one_speaker(a, b) and (share < RETOLD or len(runs) < NOT_ONE_NAME):
        return None
    weight = gist(" ".join(sorted({w for run in runs for w in run}))).weight
    passage = share >= PASSAGE and len(runs) >= LONG_RUNS and _one_speaker(a, b) and bool(a.quoted and b.quoted)
    if not (share >= SAME_WORDS or passage) or len(runs) < FEWEST_RUNS or weight < LIGHTEST:
        return None
    if not _may_have_said(a, b, share, len(runs)) or not (_one_time(a, b) or len(runs) >= LONG_RUNS):
        return None
    if not (a.quoted and b.quoted) and _contradict(a.gist, b.gist):
        return None
    return Likeness(1 + share, f"the same words: {share:.0%} of the shorter one's runs of three words", sure=True)


def _may_have_said(a: Said, b: Said, share: float, runs: int) -> bool:
    """Say whether the same words of two speakers are enough for one statement: the less the two can be one, the more words it takes."""
    if a.speaker is None or b.speaker is None or a.speaker.id == b.speaker.id:
        return True
    if not speakers_differ(a.speaker, b.speaker):
        return runs >= NOT_ONE_NAME
    return a.report != b.report and share >= OTHER_SPEAKER and runs >= LONG_RUNS


def _cuts(a: Said, b: Said) -> list[tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]]:
    """Give what may be the same words in two statements: quoted with quoted or all; all with all of who may be one."""
    found = [(a.quoted, b.quoted), (a.quoted, b.all), (a.all, b.quoted)]
    if not speakers_differ(a.speaker, b.speaker):
        found.append((a.all, b.all))
    return found


def _one_speaker(a: Said, b: Said) -> bool:
    return a.speaker is not None and b.speaker is not None and a.speaker.id == b.speaker.id


def speakers_differ(a: Actor | None, b: Actor | None) -> bool:
    """Say whether two speakers cannot be one, nor one speak for the other: two persons, or those of two states."""
    if a is None or b is None or a.id == b.id:
        return False
    if a.kind is ActorKind.PERSON and b.kind is ActorKind.PERSON:
        return a.name.split()[-1].casefold() != b.name.split()[-1].casefold()
    return a.country is not None and b.country is not None and a.country != b.country


def _same_matter(a: Said, b: Said) -> Likeness | None:
    """Give how alike two wordings of one speaker are: other words for the same, told within a few days in two reports."""
    if a.report == b.report or not set(_voices(a.speaker)) & set(_voices(b.speaker)):
        return None
    if not _one_time(a, b) or apart_in_days(a.published, b.published) > FEW_DAYS:
        return None
    return max((like for x, y in _retellings(a, b) if (like := _in_like_words(x, y))), key=lambda like: like.score, default=None)


def _retellings(a: Said, b: Said) -> Iterable[tuple[Gist, Gist]]:
    """Yield what may be the same matter: all of both, or all of one and a sentence of the other."""
    yield a.gist, b.gist
    yield from ((a.gist, part) for part in b.parts[1:] and b.parts)
    yield from ((part, b.gist) for part in a.parts[1:] and a.parts)


def _in_like_words(one: Gist, other: Gist) -> Likeness | None:
    shared, within, meant = one.shared(other), one.within(other), one.meant(other)
    if shared < PARAPHRASE or within < SAME_MATTER or meant < IN_MEANING or one.common(other) < LIGHTEST_MATTER or _contradict(one, other):
        return None
    why = f"the same speaker, within {FEW_DAYS} days, in like words: {shared:.0%} of their weight shared, {meant:.2f} alike in meaning"
    return Likeness((shared + within + meant) / 3, why)


def _contradict(a: Gist, b: Gist) -> bool:
    """Say whether only one of two wordings denies, or they name other numbers: in the reporters' words, these are two statements."""
    return a.denials % 2 != b.denials % 2 or bool(a.numbers and b.numbers and not a.numbers & b.numbers)
