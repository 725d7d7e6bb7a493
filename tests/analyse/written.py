"""Agreements of our own for tests: small, so that one rule can be seen at work."""

from communique.model.instrument import Instrument
from communique.reference.agreements import read
from communique.reference.entries import table_of

HEAD = """
id: test-pact
title: Pact of the test
short: test pact
dated: 2000-01-01
source: "Invented for a test."
parties: {state: [FRA, DEU, POL]}
party_words: France, Germany and Poland
status: [{value: in_force, since: 2000-01-01, source: "Invented."}]
"""


def pact(articles: str, more: str = "") -> Instrument:
    """Give an agreement with these articles, in YAML."""
    return read(table_of(f"{HEAD}{more}articles:\n{articles}", file="test-pact.yml"))


def article(id_: str = "art_1", extra: str = "", kind: str = "prohibition") -> str:
    """Give an article that forbids its parties to station troops abroad, in YAML."""
    return f"""
  - id: {id_}
    number: "{id_.removeprefix("art_")}"
    kind: {kind}
    says: No Party stations troops abroad.
    source: "Invented."
    bearer: parties
    action: [station]
    object: [troops]
    place: {{not: own_territory}}
{extra}"""


EXCEPTION = """
    exceptions:
      - {id: art_1__exc_1, says: All agree., when: {stated: consent_of_all}, source: "Invented."}
      - id: art_1__exc_2
        to: art_1__exc_1
        says: Consultations were held, so that consent alone is not enough.
        when: {stated: urgent_consultations}
        source: "Invented."
"""
