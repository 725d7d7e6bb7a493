"""Derivations in words: the verdict of each article on an event as a tree that can be read aloud, each leaf with its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from communique.analyse.compliance import Facts, assumed, deciding, disputed, is_too_open, missing, turns, turns_of_two
from communique.model.conduct import Conduct, Ground
from communique.model.finding import Finding, Joint, Step, Verdict
from communique.model.instrument import Instrument, LegalStatus
from communique.model.kinds import ProvisionKind
from communique.model.truth import Truth

WIDTH = 100
"""Columns of a line; the tree needs more room than a list."""

MARKS = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "open", Truth.CONTESTED: "disputed"}
"""How an answer is said before each step."""

WORDS = {
    Verdict.NOT_COVERED: ("not covered by", "would not be covered by"),
    Verdict.COMPLIANT: ("complies with", "would comply with"),
    Verdict.EXEMPT: ("exempt from", "would be exempt from"),
    Verdict.BREACH: ("breach of", "would breach"),
    Verdict.INDETERMINATE: ("cannot be decided under", "cannot be decided under"),
    Verdict.CONTESTED: ("contested under", "contested under"),
}
"""How a verdict is said before the article, where the agreement binds and where it does not."""

DECLARED = {Verdict.BREACH: ("at odds with", "would be at odds with")}
"""How a verdict on what was only declared is said."""

TURNED = {
    Verdict.NOT_COVERED: "not covered",
    Verdict.COMPLIANT: "compliant",
    Verdict.EXEMPT: "exempt",
    Verdict.BREACH: "a breach",
    Verdict.INDETERMINATE: "undecided",
    Verdict.CONTESTED: "contested",
}

PAIRS = 6
"""Most lines on what two facts would change together; the rest is counted."""

_JOINTS = {
    (Joint.ALL, Truth.YES): "all of these hold",
    (Joint.ALL, Truth.NO): "not all of these hold",
    (Joint.ALL, Truth.UNKNOWN): "it is open whether all of these hold",
    (Joint.ALL, Truth.CONTESTED): "it is disputed whether all of these hold",
    (Joint.ANY, Truth.YES): "at least one of these holds",
    (Joint.ANY, Truth.NO): "none of these holds",
    (Joint.ANY, Truth.UNKNOWN): "it is open whether any of these holds",
    (Joint.ANY, Truth.CONTESTED): "it is disputed whether any of these holds",
}

ASKED = ("Is the event under the article?", "Does it go beyond what the article allows?", "Does an exception apply?")
"""The three questions of a derivation."""


class Sources:
    """The sources of a derivation, each with the number that it is cited by."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def cite(self, source: str) -> str:
        """Give the number of a source in square brackets."""
        return f"[{self.numbers.setdefault(source, len(self.numbers) + 1)}]"

    def lines(self) -> Iterator[str]:
        """Yield the sources by number."""
        yield ""
        yield "Sources:"
        for source, number in self.numbers.items():
            yield from wrapped(f"[{number}] {source}", "  ", "      ")


def touches(findings: Iterable[Finding]) -> bool:
    """Say whether an event has anything to do with one of the articles."""
    return any(f.verdict is not Verdict.NOT_COVERED or _nearly(f) for f in findings)


def named(instrument: Instrument) -> str:
    """Give an agreement's title and id."""
    return f"{instrument.title} ({instrument.id})"


def derivation_lines(instrument: Instrument, conduct: Conduct, findings: Iterable[Finding], known: Facts) -> Iterator[str]:
    """Yield the lines of an event's findings: the event, each article that it touches with its tree, the others, and the sources."""
    sources = Sources()
    yield from wrapped(f"The event: {conduct.words}", "", "  ")
    yield from _given(conduct, known, sources)
    rest = list[Finding]()
    for _, of_article in groupby(findings, key=lambda f: f.article.id):
        group = list(of_article)
        if all(f.verdict is Verdict.NOT_COVERED and not _nearly(f) for f in group):
            rest.append(group[0])
        else:
            yield ""
            yield from _Articles(instrument, sources).lines(group)
    yield from _untouched(rest, instrument.unit, sources)
    yield from sources.lines()


def _nearly(finding: Finding) -> bool:
    """Say whether one fact decides that an article is not covered: then the reader wants to see which."""
    return finding.broken is not None and any(t.verdict is not Verdict.NOT_COVERED for t in turns(finding))


def _given(conduct: Conduct, known: Facts, sources: Sources) -> Iterator[str]:
    """Yield the facts of the event, each with its source."""
    words = known.words
    for label, claims in (("who", conduct.actor), ("where", conduct.place), ("towards", conduct.target)):
        yield from (_fact(label, known.name(c.value), c.ground, sources) for c in claims)
    for label, claims, classes in (("what", conduct.action, words.actions), ("with", conduct.object, words.objects)):
        yield from (_fact(label, classes[c.value].label, c.ground, sources) for c in claims)
    yield from (_fact("how much", m.words, m.ground, sources) for m in conduct.measures)
    for c in conduct.circumstances:
        told = words.circumstances[c.name]
        yield _fact("given that", told.says if c.holds is Truth.YES else told.denies, c.ground, sources)


def _fact(label: str, value: str, ground: Ground, sources: Sources) -> str:
    return f"  {label}: {value} {sources.cite(ground.source)}"


@dataclass(frozen=True, slots=True)
class _Articles:
    """Writes the articles of one agreement, with the sources that they share."""

    instrument: Instrument
    sources: Sources

    def lines(self, group: list[Finding]) -> Iterator[str]:
        """Yield one article: each verdict once with its tree, and the readings that share it."""
        verdicts = dict.fromkeys(f.verdict for f in group)
        for place, verdict in enumerate(verdicts):
            same = [f for f in group if f.verdict is verdict]
            if place:
                yield ""
            yield _verdict_line(same[0], self.instrument.unit)
            if not place:
                yield from wrapped(f"{same[0].article.says} {self.sources.cite(same[0].article.basis.source)}", "  ", "  ")
            if len(group) > 1:
                first = " (derived here)" if len(same) > 1 else ""
                told = [self._reading(f) + (first if f is same[0] else "") for f in same]
                yield from wrapped(f"Read so: {' / '.join(told)}.", "  ", "    ")
            for question, step in zip(_asked(same[0]), _worth_asking(same[0]), strict=False):
                yield from self._answer(question, step) if step else ()
            yield from _closing(same[0], self.sources)

    def _reading(self, finding: Finding) -> str:
        """Give the name of a reading with its sources; where several share a verdict, the tree is that of the first."""
        names = set(finding.reading.split("; "))
        bases = [m.basis for t in self.instrument.terms for m in t.readings if m.name in names]
        bases += [r.basis for r in finding.article.readings if r.name in names]
        return " ".join([finding.reading, *(self.sources.cite(b.source) for b in bases)])

    def _answer(self, question: str, step: Step) -> Iterator[str]:
        """Yield one of the three questions with its answer and the steps that it rests on."""
        answer = {Truth.YES: "Yes", Truth.NO: "No", Truth.UNKNOWN: "It is open", Truth.CONTESTED: "It is disputed"}[step.truth]
        decided = step.truth in {Truth.YES, Truth.NO}
        if not step.steps or step.joint in {Joint.NOT, Joint.AGREED, Joint.UNDISPUTED}:
            yield f"  {question} {answer}."
            yield from self._tree(step, "  └ ", "    ")
            return
        joint = _JOINTS[step.joint, step.truth]
        if decided and len(step.steps) == 1:
            yield f"  {question} {answer}."
        else:
            yield f"  {question} {answer}, {joint}:" if decided else f"  {question} {joint[0].upper()}{joint[1:]}:"
        yield from self._below(step, "  ")

    def _tree(self, step: Step, lead: str, indent: str) -> Iterator[str]:
        """Yield a step and the steps below it; what is asked as the opposite of one step is told by that step itself."""
        if step.joint is Joint.NOT and not step.steps[0].steps:
            yield from self._leaf(step.steps[0], step.truth, lead, indent)
        elif not step.steps:
            yield from self._leaf(step, step.truth, lead, indent)
        else:
            joint = "the opposite of this" if step.joint is Joint.NOT else _JOINTS.get((step.joint, step.truth), "")
            joint = "" if len(step.steps) == 1 and step.says else joint
            told = ", as ".join(part for part in (step.says, joint) if part)
            yield from wrapped(f"{MARKS[step.truth]}: {told}:", lead, indent + "   ")
            yield from self._below(step, indent)

    def _below(self, step: Step, indent: str) -> Iterator[str]:
        last = len(step.steps) - 1
        for i, below in enumerate(step.steps):
            yield from self._tree(below, f"{indent}{'└ ' if i == last else '├ '}", f"{indent}{'  ' if i == last else '│ '}")

    def _leaf(self, leaf: Step, truth: Truth, lead: str, indent: str) -> Iterator[str]:
        basis = " (assumed)" if leaf.assumed else ""
        yield from wrapped(f"{MARKS[truth]}: {leaf.says}{basis} {self.sources.cite(leaf.source)}", lead, indent + "   ")


def _worth_asking(finding: Finding) -> tuple[Step | None, ...]:
    """Give the steps that answer the three questions; what is not under an article is not asked further."""
    if finding.covered.truth is Truth.NO:
        return (finding.covered,)
    return finding.covered, finding.broken, finding.exempted


def _asked(finding: Finding) -> tuple[str, str, str]:
    """Give the three questions; an obligation is broken by what is not done."""
    under, beyond, exception = ASKED
    return under, "Is the duty left undone?" if finding.article.kind is ProvisionKind.OBLIGATION else beyond, exception


def _verdict_line(finding: Finding, unit: str) -> str:
    article = finding.article
    declared = DECLARED.get(finding.verdict) if article.kind is ProvisionKind.DECLARATION else None
    bound, unbound = declared or WORDS[finding.verdict]
    political = ", a political commitment" if finding.status is LegalStatus.POLITICAL else ""
    return f"{(unbound if finding.would else bound).upper()} {unit} {article.number} ({article.id}, {article.kind}{political})"


def _closing(finding: Finding, sources: Sources) -> Iterator[str]:
    """Yield what is missing, disputed or assumed, what would change the verdict, and what the article provides for."""
    for says in missing(finding):
        yield from wrapped(f"Undecided, because {says}.", "  ", "    ")
    for step in disputed(finding):
        yield from wrapped(f"Disputed: {'; '.join(s.says for s in step.steps) or step.says}.", "  ", "    ")
    for source in dict.fromkeys(step.source for step in assumed(finding)):
        yield from wrapped(f"Assumed, not sourced: {source} {sources.cite(source)}.", "  ", "    ")
    yield from _turning(finding)
    article = finding.article
    if finding.verdict is Verdict.NOT_COVERED:
        return
    for label, text in (("Consultation", article.consultation), ("Remedy", article.remedy), ("Not sourced", article.unsourced)):
        if text:
            yield from wrapped(f"{label}: {text}.", "  ", "    ")


def _turning(finding: Finding) -> Iterator[str]:
    """Yield what would change the verdict: each single fact, then two together."""
    alone, pairs = turns(finding), turns_of_two(finding)
    if is_too_open(finding):
        yield from wrapped("What two facts together would change was not looked for: too much is open.", "  ", "    ")
    if not (alone or pairs):
        return
    yield "  What would change the verdict:"
    for turn in (*alone, *pairs[:PAIRS]):
        yield from wrapped(f"{TURNED[turn.verdict]}, if {turn.words}", "  - ", "    ")
    if len(pairs) > PAIRS:
        yield f"  - {len(pairs) - PAIRS} more, each by two facts together"


def _untouched(rest: list[Finding], unit: str, sources: Sources) -> Iterator[str]:
    """Yield the articles that have nothing to do with the event, each with the first reason."""
    if rest:
        yield ""
        yield "Not covered by:"
    for finding in rest:
        why = next(deciding(finding.covered, Truth.NO))
        yield from wrapped(f"{unit} {finding.article.number}: {why.says} {sources.cite(why.source)}", "  ", "    ")


def wrapped(text: str, lead: str, indent: str) -> Iterator[str]:
    """Yield a text in lines, the first behind `lead`, the others behind `indent`."""
    yield from wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
