"""A condition joined to its consequence: what all ways of joining them share."""

from dataclasses import dataclass

from communique.extract.events.words import bases
from communique.model.parse import ROOT, Parse

FILE = "conditions.yml"
MODALS = frozenset(
    {"will", "would", "'ll", "’ll", "'d", "’d", "wo", "can", "could", "must", "may", "might", "shall", "should", "going", "ca"}
)
_AND_ELSE = ("cc", "punct", "mark", "discourse")
NOT = frozenset({"not", "n't", "n’t", "never", "no", "nothing", "nobody", "neither", "nor"})


@dataclass(frozen=True, slots=True)
class Joined:
    """Tokens of a condition and of its consequence, their heads, the marker's words, and whether the marker turns the condition round."""

    condition: tuple[int, ...]
    consequence: tuple[int, ...]
    condition_head: int
    consequence_head: int
    marker: str
    negative: bool = False


def is_future(parse: Parse, head: int) -> bool:
    """Say whether a clause speaks of what is to come or may come: a modal, "going to", an order, or an infinitive of a promise."""
    words = {parse.text(c).lower() for c in parse.children(head, "aux")} | {parse.text(head).lower()}
    token = parse.tokens[head]
    ordered = token.has("Mood=Imp")
    done = bool(words & {"do", "does", "did"})
    meant = (token.has("VerbForm=Inf") and not done) or (parse.tokens[head].head != ROOT and parse.related(head, "xcomp"))
    above = parse.tokens[head].head
    copied = above != ROOT and parse.related(head, "conj") and is_future(parse, above)
    return (bool(words & MODALS) or ordered or meant or copied) and not _past(parse, head, words)


def _past(parse: Parse, head: int, words: set[str]) -> bool:
    """Say whether a clause speaks of what did not happen ("would have agreed")."""
    return (
        bool(words & {"have", "'ve", "’ve"}) and bool(words & {"would", "could", "might", "should"}) and parse.tokens[head].upos == "VERB"
    )


def lemmas_of(parse: Parse, i: int) -> frozenset[str]:
    """Give the lemma of a token, and for verbs all that the form can be of: lemmas of participles are often wrong ("threatene")."""
    lemma = parse.tokens[i].lemma.lower()
    return frozenset({lemma, *bases(parse.text(i).lower())} if parse.tokens[i].upos == "VERB" else {lemma})


def asks(parse: Parse, head: int) -> bool:
    """Say whether a sentence is a question."""
    sentence = parse.sentence_of(head)
    return parse.report.text[sentence.start : sentence.end].rstrip("\"”’' ").endswith("?")


def is_denied(parse: Parse, head: int) -> bool:
    """Say whether a clause or what it governs is denied: "not until" is a condition, "until" alone a term."""
    below = (head, *parse.children(head, "xcomp", "ccomp", "obj", "nsubj"))
    return any(parse.text(c).lower() in NOT for i in below for c in parse.children(i, "advmod", "det"))


def own_words(parse: Parse, head: int, without: tuple[int, ...]) -> tuple[int, ...]:
    """Give the tokens of a clause without the condition, what introduces the clause, and what is set beside it."""
    gone = set(without)
    for child in parse.children(head, "mark", "parataxis"):
        gone |= set(parse.subtree(child)) if parse.text(child).lower() != "to" else set()
    kept = [t for t in parse.subtree(head) if t not in gone]
    while kept and parse.text(kept[0]).lower() != "to" and (parse.related(kept[0], *_AND_ELSE) or parse.text(kept[0]).lower() == "then"):
        kept = kept[1:]
    while kept and parse.tokens[kept[-1]].upos == "PUNCT":
        kept = kept[:-1]
    return _run(kept, head)


def _run(kept: list[int], head: int) -> tuple[int, ...]:
    """Give the run around the head: where the condition stands inside the clause, the part with the verb, and the subject before it."""
    return tuple(kept) if head in kept else ()


def clause_of(parse: Parse, i: int) -> int | None:
    """Give the head of the clause that a phrase belongs to."""
    for head in parse.ancestors(i):
        governed = parse.related(head, "xcomp") and bool(parse.children(parse.tokens[head].head, "aux"))
        if not governed and (parse.tokens[head].upos in {"VERB", "AUX"} or parse.children(head, "cop") or parse.children(head, "aux")):
            return head
    return None
