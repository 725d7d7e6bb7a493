"""How fast events are put to agreements: `python -m evaluation.compliance`; prints one line of JSON.

Invented events of every class of action, with states, days and figures drawn at random, are put to 30 provisions of the shipped
agreements (drafts first, then the others), on one core. Seconds are of processor time; making the events and counting verdicts is left out.

* `events`, `provisions`: how many.
* `seconds`: for all events, and `seconds_half` for the first half of them, which tells whether time is linear.
* `verdicts`: how many of each.
"""

import gc
import json
from collections import Counter
from dataclasses import replace
from random import Random
from time import process_time

from communique.analyse.compliance import Assessor, facts
from communique.model.conduct import Circumstance, Claimed, Conduct, Ground, Measured
from communique.model.days import days
from communique.model.quantity import Quantity, exactly
from communique.model.truth import Truth
from communique.reference.agreements import shipped

EVENTS = 100_000
PROVISIONS = 30
ORDER = ("ru-nato-2021", "ru-us-2021", "vienna-document-2011", "founding-act-1997", "inf-1987", "cfe-1990")
"""Agreements in the order in which their provisions are taken until there are enough."""

GIVEN = Ground("invented for measuring")


def assessors() -> list[Assessor]:
    """Give what asks the first provisions of the agreements, as many as are wanted."""
    found, wanted = list[Assessor](), PROVISIONS
    for name in ORDER:
        instrument = shipped(name)
        kept = instrument.articles[: max(0, wanted)]
        wanted -= len(kept)
        if kept:
            found.append(Assessor(replace(instrument, articles=kept)))
    return found


def events(count: int, seed: int = 1) -> list[Conduct]:
    """Give invented events, the same for the same seed."""
    random, known = Random(seed), facts()
    states = [c.key for c in known.tables.countries if c.until is None]
    actions, objects = [*known.words.actions], [*known.words.objects]
    return [_event(random, states, actions, objects) for _ in range(count)]


def _event(random: Random, states: list[str], actions: list[str], objects: list[str]) -> Conduct:
    number = random.randrange(1, 50_000)
    quantity = random.choice((exactly(number), Quantity(number * 0.9, number * 1.1), Quantity(0, number)))
    circumstances = (Circumstance("consent_of_all", random.choice(tuple(Truth)), GIVEN),) if random.random() < 0.2 else ()
    return Conduct(
        words="invented",
        when=days(f"{random.randrange(1990, 2025)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"),
        actor=(Claimed(random.choice(states), GIVEN),),
        action=(Claimed(random.choice(actions), GIVEN),),
        object=(Claimed(random.choice(objects), GIVEN),),
        place=(Claimed(random.choice(states), GIVEN),),
        measures=(Measured(random.choice(("troops", "tanks", "range_km")), quantity, str(number), GIVEN),),
        circumstances=circumstances,
    )


def main() -> None:
    """Measure and print."""
    put, asked = events(EVENTS), assessors()
    gc.freeze()  # the events themselves are no garbage to look for
    seconds, half = 0.0, 0.0
    verdicts: Counter[str] = Counter()
    for place, conduct in enumerate(put):
        if place == EVENTS // 2:
            half = seconds
        begin = process_time()
        found = [assessor.findings(conduct) for assessor in asked]
        seconds += process_time() - begin
        verdicts.update([finding.verdict for findings in found for finding in findings])
    provisions = sum(len(a.instrument.articles) for a in asked)
    told = {"events": EVENTS, "provisions": provisions, "seconds": round(seconds, 2), "seconds_half": round(half, 2)}
    print(json.dumps({**told, "verdicts": {str(k): v for k, v in verdicts.items()}}))


if __name__ == "__main__":
    main()
