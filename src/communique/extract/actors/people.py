"""Nouns for persons that are no office: what a person, or a source without a name, may be called."""

_NOUNS = (
    "man woman person people politician statesman veteran lawyer author writer winner candidate founder head chief boss activist "
    "adversary ally analyst attendee broker campaigner citizen civilian colleague critic dealer delegate demonstrator detainee dissident "
    "doctor driver economist eyewitness farmer fighter fisher founder friend guard historian hostage inhabitant insider investigator "
    "kidnapper leader mariner medic militant miner monitor mother father neighbour neighbor nurse observer opponent organiser organizer "
    "owner passenger physician pilot pollster priest prisoner professor protester protestor rebel refugee relative rescuer researcher "
    "resident sailor scholar scientist shipowner skipper smuggler soldier student supporter survivor teacher tourist trader veteran victim "
    "villager volunteer worker youth"
)
_ENDINGS = ("woman", "women", "sman", "smen", "rman", "rmen", "lman", "lmen", "nman", "nmen", "eman", "emen", "person")
PEOPLE = frozenset(_NOUNS.split())
"""Lemmas."""


def is_people(word: str, lemma: str) -> bool:
    """Say whether a common noun is one for persons: "skippers", "a trawlerman"."""
    return lemma.casefold() in PEOPLE or word.casefold() in PEOPLE or word.casefold().endswith(_ENDINGS)
