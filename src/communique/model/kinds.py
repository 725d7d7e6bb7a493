"""The closed sets of the record: what kinds of mention there are, and what their fields can hold."""

from enum import StrEnum


class Kind(StrEnum):
    """Kinds of mention, as in ids and claims. Their first three letters differ: ids begin with them."""

    NAMED = "named"
    STATEMENT = "statement"
    EVENT = "event"
    PROVISION = "provision"
    DOCUMENT = "document"
    POSITION = "position"
    CONDITION = "condition"
    COMMITMENT = "commitment"
    NUMBER = "number"


class Form(StrEnum):
    """How a statement's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What a voice does with an entry."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    REPORTS = "reports"


class Status(StrEnum):
    """How far an event is known to have happened."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PLEDGED = "pledged"
    ALLEGED = "alleged"
    DENIED = "denied"
    CONTESTED = "contested"
    CANCELLED = "cancelled"
    HYPOTHETICAL = "hypothetical"


class Wording(StrEnum):
    """Whether a provision's words are the text's own."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    TRANSLATED = "translated"


class ProvisionKind(StrEnum):
    """What a provision does."""

    PROHIBITION = "prohibition"
    OBLIGATION = "obligation"
    PERMISSION = "permission"
    DECLARATION = "declaration"
    PROCEDURE = "procedure"


class DocumentKind(StrEnum):
    """What a document that a report speaks of is."""

    DRAFT = "draft"
    REPLY = "reply"
    LETTER = "letter"
    STATEMENT = "statement"
    BILL = "bill"
    FACT_SHEET = "fact_sheet"


class DocumentStatus(StrEnum):
    """How far a document has come."""

    ANNOUNCED = "announced"
    SENT = "sent"
    PUBLISHED = "published"
    WITHHELD = "withheld"


class PositionStance(StrEnum):
    """Where an actor stands on an issue, always towards its proposition."""

    DEMANDS = "demands"
    SUPPORTS = "supports"
    ACCEPTS = "accepts"
    CONDITIONAL = "conditional"
    UNDECIDED = "undecided"
    REJECTS = "rejects"


class ConditionKind(StrEnum):
    """What "if X then Y" is for the one it is said to."""

    THREAT = "threat"
    PROMISE = "promise"
    WARNING = "warning"
