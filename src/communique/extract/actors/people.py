"""Nouns for persons that are no office: what a person, or a source without a name, may be called."""

_NOUNS = (
    "activist adversary advocate ally analyst archaeologist astronomer attendee author backer banker blogger borrower boss broker "
    "bystander cabbie campaigner candidate chief citizen civilian climatologist colleague columnist commentator commuter conductor "
    "consumer contractor courtier critic customer dealer defector delegate demographer demonstrator designer detainee detective "
    "developer diplomat dissident doctor donor driver economist educator employee employer engineer entrepreneur epidemiologist "
    "executive exile expatriate exporter eyewitness farmer father fighter firefighter fisher fisherman founder friend geologist "
    "grower guard hardliner head helper historian hostage importer informant inhabitant insider insurer interlocutor intermediary "
    "investigator investor jihadist juror kidnapper landlord lawyer leader legislator lender listener lobbyist man manufacturer "
    "marcher mariner medic meteorologist migrant militant miner moderate monitor mother motorist nationalist negotiator neighbor "
    "neighbour nurse observer operator opponent organiser organizer owner paramedic parent passenger passerby pathologist peacekeeper "
    "peasant people person physician pilot planner policymaker politician pollster practitioner priest prisoner producer professor "
    "promoter protester protestor publisher pundit reader rebel reformer refugee regulator relative rescuer researcher reservist "
    "resident retailer reviewer rider rioter sailor sceptic scholar scientist seismologist seller separatist settler shareholder "
    "shipowner shopkeeper shopper skeptic skipper smuggler sociologist soldier staffer statesman strategist student subscriber "
    "supplier supporter survivor teacher theorist tourist trader traveler traveller unionist veteran victim viewer villager "
    "virologist volunteer voter whistleblower wholesaler winner witness woman worker writer youth"
)
_ENDINGS = ("woman", "women", "sman", "smen", "rman", "rmen", "lman", "lmen", "nman", "nmen", "eman", "emen", "person")
PEOPLE = frozenset(_NOUNS.split())
"""Lemmas."""

COLLECTIVE = frozenset({"police", "media", "prosecution", "clergy", "gendarmerie"})
"""Nouns for several people at once, that need no plural and no "a" to speak for nobody known."""


def is_people(word: str, lemma: str) -> bool:
    """Say whether a common noun is one for persons: "skippers", "a trawlerman"."""
    return lemma.casefold() in PEOPLE or word.casefold() in PEOPLE or word.casefold().endswith(_ENDINGS)
