"""Compliance: whether an event keeps or breaks the articles of an agreement, with the derivation of every answer.

assessor = Assessor(agreement("ru-nato-2021"))
for finding in assessor.findings(conducts("US deploys 5,000 troops to Romania on 2022-02-02", facts())[0]):
    print(finding.article.id, finding.reading, finding.verdict)
"""

from communique.analyse.compliance.asking import conducts
from communique.analyse.compliance.assessing import Assessor, actions_of
from communique.analyse.compliance.days_told import findings_of_days
from communique.analyse.compliance.facts import Changes, Facts, Membership, facts
from communique.analyse.compliance.happened import Telling, conducts_of
from communique.analyse.compliance.questions import Question, question_in
from communique.analyse.compliance.reported import Act, Reported, reported
from communique.analyse.compliance.turning import Turn, assumed, deciding, disputed, is_too_open, leaf_steps, missing, turns, turns_of_two

__all__ = [
    "Act",
    "Assessor",
    "Changes",
    "Facts",
    "Membership",
    "Question",
    "Reported",
    "Telling",
    "Turn",
    "actions_of",
    "assumed",
    "conducts",
    "conducts_of",
    "deciding",
    "disputed",
    "facts",
    "findings_of_days",
    "is_too_open",
    "leaf_steps",
    "missing",
    "question_in",
    "reported",
    "turns",
    "turns_of_two",
]
