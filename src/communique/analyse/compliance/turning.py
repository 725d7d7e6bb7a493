"""What a finding rests on, and what would turn it: what is missing, disputed or assumed, and which facts would change the verdict.

One fact alone is looked for first; then two together, among those that change nothing alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from communique.analyse.compliance.assessing import judged, unlimited
from communique.model.finding import Finding, Joint, Step, Verdict
from communique.model.truth import Truth, agreed, every, opposite, some, undisputed

MOST = 24
"""Answers of which pairs are tried: with more of them a verdict is so open that no two facts tell a reader much."""


JOINED: Mapping[Joint, Callable[[Iterable[Truth]], Truth]] = {
    Joint.ALL: every,
    Joint.ANY: some,
    Joint.NOT: lambda below: opposite(next(iter(below))),
    Joint.AGREED: agreed,
    Joint.UNDISPUTED: undisputed,
}
"""How the answer of a step follows from those below it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """If these things were so, one or two in words, the verdict would be another."""

    all_of: tuple[str, ...]
    verdict: Verdict

    @property
    def words(self) -> str:
        """What would have to be so."""
        return " and ".join(self.all_of)


@dataclass(frozen=True, slots=True)
class _Other:
    """Another answer to a leaf: which, and what would then be so."""

    leaf: Step
    truth: Truth
    words: str


def leaf_steps(step: Step) -> Iterator[Step]:
    """Yield the leaves of a step from left to right."""
    if not step.steps:
        yield step
    for below in step.steps:
        yield from leaf_steps(below)


def turns(finding: Finding) -> tuple[Turn, ...]:
    """Give every single fact that would change the verdict, and to what."""
    told = ((o, _if(finding, {o.leaf: o.truth})) for o in _others(finding))
    return tuple(dict.fromkeys(Turn((o.words,), verdict) for o, verdict in told if verdict is not finding.verdict))


def turns_of_two(finding: Finding) -> tuple[Turn, ...]:
    """Give every two facts that would change the verdict together, and to what, where neither does so alone; none is tried of too many."""
    idle = _idle(finding)
    if len(idle) > MOST:
        return ()
    pairs = [(one, other) for one, other in combinations(idle, 2) if one.leaf != other.leaf and one.words != other.words]
    told = ((pair, _if(finding, {o.leaf: o.truth for o in pair})) for pair in pairs)
    return tuple(dict.fromkeys(Turn(tuple(o.words for o in pair), v) for pair, v in told if v is not finding.verdict))


def is_too_open(finding: Finding) -> bool:
    """Say whether so much is open that two facts together are not tried."""
    return len(_idle(finding)) > MOST


def _idle(finding: Finding) -> list[_Other]:
    """Give the other answers that change nothing alone."""
    return [o for o in _others(finding) if _if(finding, {o.leaf: o.truth}) is finding.verdict]


def _others(finding: Finding) -> Iterator[_Other]:
    """Yield the other answers that the leaves of a finding could have."""
    for leaf in dict.fromkeys(leaf for step in finding.steps for leaf in leaf_steps(step)):
        for truth, words in ((Truth.YES, leaf.if_yes), (Truth.NO, leaf.if_no)):
            if words and truth is not leaf.truth:
                yield _Other(leaf, truth, words)


def missing(finding: Finding) -> tuple[str, ...]:
    """Give what is not known and keeps the verdict open."""
    return _open(finding, Truth.UNKNOWN) if finding.verdict is Verdict.INDETERMINATE else ()


def disputed(finding: Finding) -> tuple[Step, ...]:
    """Give the steps on which sources differ."""
    if finding.verdict is not Verdict.CONTESTED:
        return ()
    return tuple(dict.fromkeys(s for top in finding.steps for s in _steps(top) if s.truth is Truth.CONTESTED and not _deeper(s)))


def assumed(finding: Finding) -> tuple[Step, ...]:
    """Give the leaves that rest on an assumption."""
    return tuple(dict.fromkeys(leaf for step in finding.steps for leaf in leaf_steps(step) if leaf.assumed))


def _open(finding: Finding, truth: Truth) -> tuple[str, ...]:
    leaves = [leaf for step in finding.steps for leaf in deciding(step, truth)]
    following = {leaf.follows: leaf.says for leaf in leaves if leaf.follows}
    return tuple(dict.fromkeys(leaf.says for leaf in leaves if leaf.says not in following))  # what follows from a gap tells it too


def deciding(step: Step, truth: Truth) -> Iterator[Step]:
    """Yield the leaves that keep a step at `truth`: those below steps that are not decided otherwise."""
    if step.truth is not truth:
        return
    if not step.steps:
        yield step
    for below in step.steps:
        yield from deciding(below, truth)


def _steps(step: Step) -> Iterator[Step]:
    yield step
    for below in step.steps:
        yield from _steps(below)


def _deeper(step: Step) -> bool:
    return any(below.truth is Truth.CONTESTED for below in step.steps)


def _if(finding: Finding, told: Mapping[Step, Truth]) -> Verdict:
    covered = _retold(finding.covered, told)
    broken = _retold(finding.broken, told) if finding.broken else unlimited(finding.article)
    return judged(covered, broken, _retold(finding.exempted, told) if finding.exempted else Truth.NO)


def _retold(step: Step, told: Mapping[Step, Truth]) -> Truth:
    """Give a step's answer if leaves were answered as `told`."""
    if not step.steps:
        return told.get(step, step.truth)
    return JOINED[step.joint](_retold(s, told) for s in step.steps)
