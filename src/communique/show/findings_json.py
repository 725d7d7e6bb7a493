"""Findings as JSON: for each event the verdict of every article in every reading, with its derivation as a tree."""

import json
from collections.abc import Iterable, Sequence

from communique.analyse.bearing import AtOdds
from communique.analyse.compliance import assumed, disputed, missing, turns, turns_of_two
from communique.model.conduct import Conduct
from communique.model.finding import Finding, Step
from communique.model.instrument import Instrument
from communique.show.json_parts import Json, cites

FORMAT = "communique-findings/1"
"""Names the shape; renaming a field is a new number."""


def findings_json(instrument: Instrument, answers: Iterable[tuple[Conduct, Sequence[Finding]]], at_odds: Iterable[AtOdds] = ()) -> str:
    """Give the findings on events, and who of a dossier is at odds with itself, as JSON with names that other programs rely on."""
    events = [{"event": conduct.words, "findings": [_finding(f) for f in findings]} for conduct, findings in answers]
    whole = {"format": FORMAT, "agreement": instrument.id, "title": instrument.title, "events": events}
    whole["at_odds"] = [_at_odds(one) for one in at_odds]
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _finding(finding: Finding) -> Json:
    return {
        "article": finding.article.id,
        "number": finding.article.number,
        "kind": finding.article.kind,
        "reading": finding.reading,
        "verdict": finding.verdict,
        "would": finding.would,
        "status": finding.status,
        "missing": list(missing(finding)),
        "disputed": [step.says for step in disputed(finding)],
        "assumed": [step.source for step in assumed(finding)],
        "turns": [
            {"if": turn.words, "all_of": list(turn.all_of), "verdict": turn.verdict} for turn in (*turns(finding), *turns_of_two(finding))
        ],
        "covered": _step(finding.covered),
        "broken": _step(finding.broken) if finding.broken else None,
        "exempted": _step(finding.exempted) if finding.exempted else None,
    }


def _at_odds(found: AtOdds) -> Json:
    return {
        "actor": found.actor,
        "issue": found.issue,
        "positions": [p.id for p in found.positions],
        "article": found.under.article.id,
        "events": [e.id for e in found.under.mentions],
        "would": found.under.breaks[0].would,
        "readings": [f.reading for f in found.under.breaks],
    }


def _step(step: Step) -> Json:
    told: Json = {"says": step.says, "truth": step.truth, "joint": step.joint}
    if step.steps:
        return told | {"steps": [_step(below) for below in step.steps]}
    return told | {"source": step.source, "assumed": step.assumed, "cites": cites(step.cites)}
