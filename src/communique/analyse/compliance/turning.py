"""What a finding rests on, and what would turn it: what is missing, disputed or assumed, and which one fact would change the verdict."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.analyse.compliance.assessing import judged
from communique.model.finding import Finding, Joint, Step, Verdict
from communique.model.kinds import ProvisionKind
from communique.model.truth import Truth, agreed, every, opposite, some


@dataclass(frozen=True, slots=True)
class Turn:
    """If one thing were so (`words`), the verdict would be another."""

    words: str
    verdict: Verdict


def leaf_steps(step: Step) -> Iterator[Step]:
    """Yield the leaves of a step from left to right."""
    if not step.steps:
        yield step
    for below in step.steps:
        yield from leaf_steps(below)


def turns(finding: Finding) -> tuple[Turn, ...]:
    """Give every single fact that would change the verdict, and to what."""
    found = dict[Turn, None]()
    for leaf in dict.fromkeys(leaf for step in finding.steps for leaf in leaf_steps(step)):
        for truth, words in ((Truth.YES, leaf.if_yes), (Truth.NO, leaf.if_no)):
            if words and truth is not leaf.truth and (verdict := _if(finding, leaf, truth)) is not finding.verdict:
                found[Turn(words, verdict)] = None
    return tuple(found)


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
    return tuple(dict.fromkeys(leaf.says for step in finding.steps for leaf in deciding(step, truth)))


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


def _if(finding: Finding, leaf: Step, truth: Truth) -> Verdict:
    covered = _retold(finding.covered, leaf, truth)
    unlimited = Truth.NO if finding.article.kind is ProvisionKind.PERMISSION else Truth.YES
    broken = _retold(finding.broken, leaf, truth) if finding.broken else unlimited
    return judged(covered, broken, _retold(finding.exempted, leaf, truth) if finding.exempted else Truth.NO)


def _retold(step: Step, leaf: Step, truth: Truth) -> Truth:
    """Give a step's answer if `leaf` were answered with `truth`."""
    if step == leaf:
        return truth
    below = [_retold(s, leaf, truth) for s in step.steps]
    match step.joint:
        case Joint.ALL:
            return every(below)
        case Joint.ANY:
            return some(below)
        case Joint.NOT:
            return opposite(below[0])
        case Joint.AGREED:
            return agreed(below)
        case _:
            return step.truth
