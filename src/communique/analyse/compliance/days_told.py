"""Findings where reports give an event different days: each day is asked, and what the days answer alike needs no day."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from communique.analyse.compliance import spoken
from communique.analyse.compliance.assessing import Assessor, judged, unlimited
from communique.model.conduct import Conduct
from communique.model.finding import Finding, Joint, Step
from communique.model.truth import Truth, undisputed


def findings_of_days(assessor: Assessor, days: Sequence[Conduct]) -> list[Finding]:
    """Give the findings on an event that is told of one or several days, in the order of the text."""
    by_day = [assessor.findings(conduct) for conduct in days]
    if len(days) == 1:
        return by_day[0]
    named = [spoken.days(c.when) if c.when else "on a day not known" for c in days]
    return [_together(list(of_article), named) for of_article in zip(*by_day, strict=True)]


def _together(of_days: Sequence[Finding], named: Sequence[str]) -> Finding:
    """Give one finding for those of several days: the first where all have its verdict, else what they say together."""
    first = of_days[0]
    if all(f.verdict is first.verdict for f in of_days):
        return first
    covered = _step(of_days, named, lambda f: f.covered) or first.covered
    broken, exempted = _step(of_days, named, lambda f: f.broken), _step(of_days, named, lambda f: f.exempted)
    truths = (covered.truth, broken.truth if broken else unlimited(first.article), exempted.truth if exempted else Truth.NO)
    statuses = {f.status for f in of_days}
    return replace(
        first,
        verdict=judged(*truths),
        status=first.status if len(statuses) == 1 else None,
        would=all(f.would for f in of_days),
        covered=covered,
        broken=broken,
        exempted=exempted,
    )


def _step(of_days: Sequence[Finding], named: Sequence[str], part: Callable[[Finding], Step | None]) -> Step | None:
    """Give what the days answer to one of the three questions, each named before its own answer; None where it is never asked."""
    asked = [(name, step) for name, f in zip(named, of_days, strict=True) if (step := part(f))]
    if not asked:
        return None
    if len(asked) == 1:
        return asked[0][1]
    steps = tuple(replace(s, says=f"if it was {name}" + (f": {s.says}" if s.says and not s.steps else "")) for name, s in asked)
    return Step("reports differ on the day", undisputed(s.truth for s in steps), joint=Joint.UNDISPUTED, steps=steps)
